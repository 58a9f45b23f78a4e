// The pages of the bundled ladder as HTML, by their path.
import { header, ladderPage, matrixTable, rolePage, skillsPage } from "./html.js";

/** Returns the path, the title and the content of every page. */
export function pages(ladder) {
  const page = (path, title, content) => ({ path, title, content: `${header(ladder)}\n<main>${content}</main>` });
  return [
    page("/", ladder.title, ladderPage(ladder)),
    page("/skills", "Skills", skillsPage(ladder, matrixTable(ladder))),
    ...ladder.roles.map((role, at) => page(`/roles/${role.id}`, role.title, rolePage(ladder, at))),
  ];
}
