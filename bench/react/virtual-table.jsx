// The matrix of a large ladder, with TanStack Virtual as in its documentation.
import { memo, useLayoutEffect, useRef } from "react";
import { useVirtualizer } from "@tanstack/react-virtual";
import { SIZES, roleUrl, skillUrl } from "../ladder.js";
import { Link } from "./router.jsx";

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
        {heading ?? <a href={skillUrl(ladder, ladder.skills[skill])} tabIndex={-1}>{ladder.skills[skill].name}</a>}
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
              data-requirement={requirement?.kind}
              style={{ transform: `translateX(${column.start}px)` }}
            >
              {requirement && <span className="mark">{requirement.word}</span>}
            </div>
          );
        })}
    </div>
  );
});

export function VirtualTable({ ladder, rows: shownRows }) {
  const frame = useRef(null);
  const rows = useVirtualizer({
    count: shownRows.length,
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
  useLayoutEffect(() => {
    if (frame.current.scrollTop > 0) frame.current.scrollTop = 0;
  }, [shownRows]);
  return (
    <div
      className="frame"
      role="grid"
      aria-label="Skills matrix"
      aria-rowcount={shownRows.length + 1}
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
            <Link href={roleUrl(ladder, ladder.roles[column.index])} tabIndex={-1}>
              {ladder.roles[column.index].shortTitle}
            </Link>
          </div>
        ))}
      </div>
      <div className="body" role="rowgroup" style={{ width, height: rows.getTotalSize() }}>
        {rows.getVirtualItems().map((item) => (
          <Row key={item.key} ladder={ladder} row={shownRows[item.index]} at={item.index} columns={visible} />
        ))}
      </div>
    </div>
  );
}
