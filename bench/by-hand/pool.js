// Nodes that are reused for other lines of a virtual table.

/** A pool of row or column nodes, each of which shows one line. */
export class Pool {
  nodes = [];
  constructor(create, layOut) {
    this.create = create;
    this.layOut = layOut;
  }
  /** Shows the lines from `first` up to but excluding `end`; calls `changed` for each node with a new line. */
  show(first, end, changed) {
    const taken = new Map();
    const free = [];
    for (const node of this.nodes) {
      if (node.line >= first && node.line < end) taken.set(node.line, node);
      else free.push(node);
    }
    for (let line = first; line < end; line += 1) {
      if (taken.has(line)) continue;
      const node = free.pop() ?? this.add();
      node.line = line;
      this.layOut(node);
      changed(node);
    }
    for (const node of free) {
      if (node.line === -1) continue;
      node.line = -1;
      this.layOut(node);
    }
  }
  add() {
    const node = this.create();
    this.nodes.push(node);
    return node;
  }
}
