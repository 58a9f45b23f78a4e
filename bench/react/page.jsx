// The skills matrix with React and TanStack Virtual, written as in its documentation.
import { memo, useMemo, useRef, useState } from "react";
import { createRoot } from "react-dom/client";
import { useVirtualizer } from "@tanstack/react-virtual";
import { SIZES, filter, keepInUrl, ladderUrl, open, sentence } from "../ladder.js";

const Row = memo(function Row({ ladder, row, at, columns }) {
  const { heading, skill } = row;
  return (
    <div
      className={heading === undefined ? "row" : "row heading"}
      role="row"
      aria-rowindex={at + 2}
      style={{ transform: `translateY(${at * SIZES.row}px)` }}
    >
      <div className="first" role="rowheader" aria-colindex={1} tabIndex={-1}>
        {heading ?? <a href={`/skills/${ladder.skills[skill].id}`} tabIndex={-1}>{ladder.skills[skill].name}</a>}
      </div>
      {heading === undefined &&
        columns.map((column) => {
          const requirement = ladder.roles[column.index].requirements.get(skill);
          return (
            <div
              key={column.key}
              className="cell"
              role="gridcell"
              aria-colindex={column.index + 2}
              tabIndex={-1}
              data-asked={requirement?.kind}
              style={{ transform: `translateX(${column.start}px)` }}
            >
              {requirement && <span className="mark">{requirement.word}</span>}
            </div>
          );
        })}
    </div>
  );
});

function Matrix({ ladder }) {
  const [typed, setTyped] = useState("");
  const frame = useRef(null);
  const shown = useMemo(() => filter(ladder, typed), [ladder, typed]);
  const rows = useVirtualizer({
    count: shown.rows.length,
    getScrollElement: () => frame.current,
    estimateSize: () => SIZES.row,
    overscan: 4,
    scrollPaddingStart: SIZES.headBlock,
  });
  const columns = useVirtualizer({
    horizontal: true,
    count: ladder.roles.length,
    getScrollElement: () => frame.current,
    estimateSize: () => SIZES.column,
    overscan: 1,
  });
  const visible = columns.getVirtualItems();
  const width = SIZES.headInline + columns.getTotalSize();
  const change = (event) => {
    setTyped(event.target.value);
    keepInUrl(event.target.value);
    if (frame.current.scrollTop > 0) frame.current.scrollTop = 0;
  };
  return (
    <>
      <h1>Skills</h1>
      <label>
        Filter skills <input type="search" id="filter" autoComplete="off" spellCheck={false} value={typed} onChange={change} />
      </label>
      <p role="status">{sentence(ladder, shown.count)}</p>
      <div
        className="frame"
        role="grid"
        aria-label="Skills matrix"
        aria-rowcount={shown.rows.length + 1}
        aria-colcount={ladder.roles.length + 1}
        ref={frame}
      >
        <div className="head" role="row" aria-rowindex={1} style={{ width }}>
          <div className="first" role="columnheader" aria-colindex={1}>Skill</div>
          {visible.map((column) => (
            <div
              key={column.key}
              className="column"
              role="columnheader"
              aria-colindex={column.index + 2}
              tabIndex={-1}
              style={{ transform: `translateX(${column.start}px)` }}
            >
              <a href={`/roles/${ladder.roles[column.index].id}`} tabIndex={-1}>{ladder.roles[column.index].title}</a>
            </div>
          ))}
        </div>
        <div className="body" role="rowgroup" style={{ width, height: rows.getTotalSize() }}>
          {rows.getVirtualItems().map((item) => (
            <Row key={item.key} ladder={ladder} row={shown.rows[item.index]} at={item.index} columns={visible} />
          ))}
        </div>
      </div>
    </>
  );
}

const ladder = await open(ladderUrl());
createRoot(document.querySelector("#root")).render(<Matrix ladder={ladder} />);
