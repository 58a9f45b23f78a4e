// The skills matrix in plain JavaScript: nodes are reused, and only changes are written to the DOM.
import { SIZES, filter, keepInUrl, ladderUrl, open, sentence } from "../ladder.js";

const ROW_OVERSCAN = 4;
const COLUMN_OVERSCAN = 1;

const input = document.querySelector("#filter");
const status = document.querySelector("[role=status]");
const frame = document.querySelector(".frame");
const head = frame.querySelector(".head");
const body = frame.querySelector(".body");

const ladder = await open(ladderUrl());
let shown = filter(ladder, input.value);
let view = { width: frame.clientWidth - SIZES.headInline, height: frame.clientHeight - SIZES.headBlock };

/** A pool of row or column nodes, each of which shows one line. */
class Pool {
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

function element(tag, className, role) {
  const node = document.createElement(tag);
  node.className = className;
  if (role) node.setAttribute("role", role);
  return node;
}

function header(className, role) {
  const cell = element("div", className, role);
  cell.tabIndex = -1;
  const link = document.createElement("a");
  link.tabIndex = -1;
  const text = document.createTextNode("");
  link.append(text);
  cell.append(link);
  return { cell, link, text };
}

function createCell() {
  const cell = element("div", "cell", "gridcell");
  cell.tabIndex = -1;
  return { cell, kind: "", word: "", mark: null };
}

function write(cell, requirement) {
  const kind = requirement?.kind ?? "";
  const word = requirement?.word ?? "";
  if (cell.kind === kind && cell.word === word) return;
  if (!kind) {
    cell.cell.removeAttribute("data-asked");
    cell.mark?.remove();
    cell.mark = null;
  } else {
    if (cell.kind !== kind) cell.cell.dataset.asked = kind;
    if (!cell.mark) {
      cell.mark = element("span", "mark");
      cell.cell.append(cell.mark);
    }
    cell.mark.textContent = word;
  }
  cell.kind = kind;
  cell.word = word;
}

const columns = new Pool(
  () => {
    const column = header("column", "columnheader");
    head.append(column.cell);
    for (const row of rows.nodes) {
      const cell = createCell();
      row.cells.push(cell);
      row.row.append(cell.cell);
    }
    return { ...column, line: -1 };
  },
  (column) => {
    const at = columns.nodes.indexOf(column);
    const nth = at < 0 ? columns.nodes.length : at;
    for (const cell of [column.cell, ...rows.nodes.map((row) => row.cells[nth].cell)]) place(cell, column.line);
  },
);

function place(cell, line) {
  cell.hidden = line < 0;
  if (line < 0) return;
  cell.style.transform = `translateX(${line * SIZES.column}px)`;
  cell.setAttribute("aria-colindex", line + 2);
}

const rows = new Pool(
  () => {
    const row = element("div", "row", "row");
    const first = header("first", "rowheader");
    first.cell.setAttribute("aria-colindex", 1);
    row.append(first.cell);
    const cells = columns.nodes.map((column) => {
      const cell = createCell();
      place(cell.cell, column.line);
      row.append(cell.cell);
      return cell;
    });
    body.append(row);
    return { row, first, cells, line: -1 };
  },
  ({ row, line }) => {
    row.hidden = line < 0;
    if (line < 0) return;
    row.style.transform = `translateY(${line * SIZES.row}px)`;
    row.setAttribute("aria-rowindex", line + 2);
  },
);

function render(all) {
  const { scrollTop, scrollLeft } = frame;
  const range = (scrolled, visible, size, count, overscan) => [
    Math.max(0, Math.floor(scrolled / size) - overscan),
    Math.min(count, Math.ceil((scrolled + visible) / size) + overscan),
  ];
  const changedColumns = new Set();
  const changedRows = new Set();
  columns.show(
    ...range(scrollLeft, view.width, SIZES.column, ladder.roles.length, COLUMN_OVERSCAN),
    (column) => changedColumns.add(column),
  );
  rows.show(...range(scrollTop, view.height, SIZES.row, shown.rows.length, ROW_OVERSCAN), (row) => changedRows.add(row));
  for (const column of changedColumns) {
    const role = ladder.roles[column.line];
    column.text.data = role.title;
    column.link.href = `/roles/${role.id}`;
  }
  for (const row of rows.nodes) {
    if (row.line < 0) continue;
    const { heading, skill } = shown.rows[row.line];
    const isRowChanged = all || changedRows.has(row);
    if (isRowChanged) {
      row.row.classList.toggle("heading", heading !== undefined);
      row.first.text.data = heading ?? ladder.skills[skill].name;
      if (heading === undefined) row.first.link.href = `/skills/${ladder.skills[skill].id}`;
      else row.first.link.removeAttribute("href");
    }
    columns.nodes.forEach((column, nth) => {
      if (column.line < 0 || !(isRowChanged || changedColumns.has(column))) return;
      write(row.cells[nth], heading === undefined ? ladder.roles[column.line].requirements.get(skill) : undefined);
    });
  }
}

function show() {
  frame.setAttribute("aria-rowcount", shown.rows.length + 1);
  body.style.height = `${shown.rows.length * SIZES.row}px`;
  status.textContent = sentence(ladder, shown.count);
  if (frame.scrollTop > 0) frame.scrollTop = 0;
  render(true);
}

head.style.width = body.style.width = `${SIZES.headInline + ladder.roles.length * SIZES.column}px`;
frame.setAttribute("aria-colcount", ladder.roles.length + 1);
show();

input.addEventListener("input", () => {
  shown = filter(ladder, input.value);
  keepInUrl(input.value);
  show();
});
frame.addEventListener("scroll", () => render(false), { passive: true });
addEventListener("resize", () => {
  view = { width: frame.clientWidth - SIZES.headInline, height: frame.clientHeight - SIZES.headBlock };
  render(false);
});
