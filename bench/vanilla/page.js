// The matrix by hand: no framework, nodes made once and used again, nothing written that is written
// already. What our page is measured against.
import { SIZES, address, filter, keepInAddress, open, sentence } from "../ladder.js";

const ROWS_BESIDE = 4;
const COLUMNS_BESIDE = 1;

const input = document.querySelector("#filter");
const status = document.querySelector("[role=status]");
const frame = document.querySelector(".frame");
const head = frame.querySelector(".head");
const body = frame.querySelector(".body");

const ladder = await open(address());
let shown = filter(ladder, input.value);
let view = { width: frame.clientWidth - SIZES.headInline, height: frame.clientHeight - SIZES.headBlock };

/** Nodes of one direction: which shows which line. */
class Pool {
  nodes = [];
  constructor(make, lay) {
    this.make = make;
    this.lay = lay;
  }
  /** Shows the lines from `first` to before `end`; hands each node that turns to `turned`. */
  show(first, end, turned) {
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
      this.lay(node);
      turned(node);
    }
    for (const node of free) {
      if (node.line === -1) continue;
      node.line = -1;
      this.lay(node);
    }
  }
  add() {
    const node = this.make();
    this.nodes.push(node);
    return node;
  }
}

function element(tag, className, role) {
  const made = document.createElement(tag);
  made.className = className;
  if (role) made.setAttribute("role", role);
  return made;
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

function makeCell() {
  const cell = element("div", "cell", "gridcell");
  cell.tabIndex = -1;
  return { cell, kind: "", word: "", mark: null };
}

function write(cell, asked) {
  const kind = asked?.kind ?? "";
  const word = asked?.word ?? "";
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
      const cell = makeCell();
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
      const cell = makeCell();
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

function draw(anew) {
  const { scrollTop, scrollLeft } = frame;
  const range = (scrolled, seen, size, count, beside) => [
    Math.max(0, Math.floor(scrolled / size) - beside),
    Math.min(count, Math.ceil((scrolled + seen) / size) + beside),
  ];
  const turnedColumns = new Set();
  const turnedRows = new Set();
  columns.show(
    ...range(scrollLeft, view.width, SIZES.column, ladder.roles.length, COLUMNS_BESIDE),
    (column) => turnedColumns.add(column),
  );
  rows.show(...range(scrollTop, view.height, SIZES.row, shown.rows.length, ROWS_BESIDE), (row) => turnedRows.add(row));
  for (const column of turnedColumns) {
    const role = ladder.roles[column.line];
    column.text.data = role.title;
    column.link.href = `/roles/${role.id}`;
  }
  for (const row of rows.nodes) {
    if (row.line < 0) continue;
    const { heading, skill } = shown.rows[row.line];
    const rowAnew = anew || turnedRows.has(row);
    if (rowAnew) {
      row.row.classList.toggle("heading", heading !== undefined);
      row.first.text.data = heading ?? ladder.skills[skill].name;
      if (heading === undefined) row.first.link.href = `/skills/${ladder.skills[skill].id}`;
      else row.first.link.removeAttribute("href");
    }
    columns.nodes.forEach((column, nth) => {
      if (column.line < 0 || !(rowAnew || turnedColumns.has(column))) return;
      write(row.cells[nth], heading === undefined ? ladder.roles[column.line].asked.get(skill) : undefined);
    });
  }
}

function show() {
  frame.setAttribute("aria-rowcount", shown.rows.length + 1);
  body.style.height = `${shown.rows.length * SIZES.row}px`;
  status.textContent = sentence(ladder, shown.count);
  if (frame.scrollTop > 0) frame.scrollTop = 0;
  draw(true);
}

head.style.width = body.style.width = `${SIZES.headInline + ladder.roles.length * SIZES.column}px`;
frame.setAttribute("aria-colcount", ladder.roles.length + 1);
show();

input.addEventListener("input", () => {
  shown = filter(ladder, input.value);
  keepInAddress(input.value);
  show();
});
frame.addEventListener("scroll", () => draw(false), { passive: true });
addEventListener("resize", () => {
  view = { width: frame.clientWidth - SIZES.headInline, height: frame.clientHeight - SIZES.headBlock };
  draw(false);
});
