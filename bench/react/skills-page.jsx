// The skills page: the filter field, and the table that it filters.
import { useMemo, useState } from "react";
import { filter, isLarge, keepInUrl, sentence, typedInUrl } from "../ladder.js";
import { Table } from "./table.jsx";
import { VirtualTable } from "./virtual-table.jsx";

export function SkillsPage({ ladder }) {
  const [typed, setTyped] = useState(typedInUrl);
  const shown = useMemo(() => filter(ladder, typed), [ladder, typed]);
  const change = (event) => {
    setTyped(event.target.value);
    keepInUrl(event.target.value);
  };
  const Shown = isLarge(ladder) ? VirtualTable : Table;
  return (
    <>
      <h1>Skills</h1>
      <p className="lead">Every skill on this ladder and the roles that need it.</p>
      <form role="search" onSubmit={(event) => event.preventDefault()}>
        <label>
          Filter skills{" "}
          <input type="search" id="filter" autoComplete="off" spellCheck={false} value={typed} onChange={change} />
        </label>
      </form>
      <p role="status">{sentence(ladder, shown.count)}</p>
      <Shown ladder={ladder} rows={shown.rows} />
    </>
  );
}
