// The skills matrix of a large ladder: nodes are reused, and only changes are written to the DOM.
import { SIZES, filter, keepInUrl, roleUrl, sentence, skillUrl, typedInUrl } from "../ladder.js";
import { Pool } from "./pool.js";

const ROW_OVERSCAN = 4;
const COLUMN_OVERSCAN = 1;

const FRAME = `<div class="head" role="row" aria-rowindex="1"><div class="first" role="columnheader" aria-colindex="1">Skill</div></div>
<div class="body" role="rowgroup"></div>`;

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
    cell.cell.removeAttribute("data-requirement");
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

function place(cell, line) {
  cell.hidden = line < 0;
  if (line < 0) return;
  cell.style.transform = `translateX(${line * SIZES.column}px)`;
  cell.setAttribute("aria-colindex", line + 2);
}

/** Shows the table in the last element of the skills page, and makes the filter field work. */
export function showVirtualTable(main, ladder) {
  const input = main.querySelector("#filter");
  const status = main.querySelector("[role=status]");
  const frame = main.lastElementChild;
  frame.className = "frame";
  frame.setAttribute("role", "grid");
  frame.setAttribute("aria-label", "Skills matrix");
  frame.innerHTML = FRAME;
  const head = frame.querySelector(".head");
  const body = frame.querySelector(".body");
  input.value = typedInUrl();
  let shown = filter(ladder, input.value);
  let view = { width: frame.clientWidth - SIZES.headInline, height: frame.clientHeight - SIZES.headBlock };

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
      column.link.href = roleUrl(ladder, role);
    }
    for (const row of rows.nodes) {
      if (row.line < 0) continue;
      const { heading, skill } = shown.rows[row.line];
      const isRowChanged = all || changedRows.has(row);
      if (isRowChanged) {
        row.row.classList.toggle("heading", heading !== undefined);
        row.first.text.data = heading ?? ladder.skills[skill].name;
        if (heading === undefined) row.first.link.href = skillUrl(ladder, ladder.skills[skill]);
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
    show();
    keepInUrl(input.value);
  });
  input.form.addEventListener("submit", (event) => event.preventDefault());
  frame.addEventListener("scroll", () => render(false), { passive: true });
  new ResizeObserver(() => {
    const { clientWidth, clientHeight } = frame;
    const next = { width: clientWidth - SIZES.headInline, height: clientHeight - SIZES.headBlock };
    if (next.width === view.width && next.height === view.height) return;
    view = next;
    render(false);
  }).observe(frame);
}
