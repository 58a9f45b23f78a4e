// The filter of a table that is small enough to stand in the document: rows are hidden and shown.
import { filter, keepInUrl, sentence, typedInUrl } from "../ladder.js";

/** Makes the filter field of the skills page work. */
export function filterTable(main, ladder) {
  const input = main.querySelector("#filter");
  const status = main.querySelector("[role=status]");
  const rows = [...main.querySelectorAll("tbody tr")];
  const key = ({ heading, skill }) => heading ?? skill;
  const all = filter(ladder, "").rows.map(key);
  const update = () => {
    const shown = filter(ladder, input.value);
    const keys = new Set(shown.rows.map(key));
    rows.forEach((row, at) => (row.hidden = !keys.has(all[at])));
    status.textContent = sentence(ladder, shown.count);
  };
  input.value = typedInUrl();
  if (input.value) update();
  input.addEventListener("input", () => {
    update();
    keepInUrl(input.value);
  });
  input.form.addEventListener("submit", (event) => event.preventDefault());
}
