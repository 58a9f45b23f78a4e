// The pages as HTML, for the page by hand, which puts them into its document, and for the page without script.
import { filter, keySkills, roleUrl, sentence, skillUrl, skillsByKind, videos } from "./ladder.js";

const ENTITIES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const escape = (text = "") => text.replace(/[&<>"]/g, (sign) => ENTITIES[sign]);
const each = (items, html) => items.map(html).join("");
const toRole = (ladder, role) => escape(roleUrl(ladder, role));

/** The header of every page. */
export const header = ({ query }) =>
  `<header class="site"><a class="brand" href="/${escape(query)}">Career Ladder</a>` +
  `<nav aria-label="Main"><a href="/${escape(query)}">Ladder</a><a href="/skills${escape(query)}">Skills</a></nav></header>`;

/** The ladder: a card for each role, and a summary. */
export const ladderPage = (ladder) => `<h1>${escape(ladder.title)}</h1><p class="lead">${escape(ladder.summary)}</p>
<ol class="cards" aria-label="Career ladder">${each(ladder.roles, (role) => card(ladder, role))}</ol>
<h2>Summary</h2><table class="summary"><thead><tr><th scope="col">Role</th><th scope="col">Focus area</th>
<th scope="col">Key skills</th><th scope="col">Strategic impact</th></tr></thead><tbody>${each(
    ladder.roles,
    (role) => `<tr><th scope="row"><a href="${toRole(ladder, role)}">${escape(role.shortTitle)}</a></th>
<td>${escape(role.focus)}</td><td>${escape(keySkills(ladder, role).join(", "))}</td><td>${escape(role.impact)}</td></tr>`,
  )}</tbody></table>`;

const card = (ladder, role) => `<li class="card"><span class="icon" aria-hidden="true">${escape(role.icon)}</span>
<p class="stage">${escape(role.stage)}</p><h2><a href="${toRole(ladder, role)}">${escape(role.title)}</a></h2>
<p>${escape(role.summary)}</p><ul class="tags" aria-label="Key skills">${each(
  keySkills(ladder, role),
  (skill) => `<li>${escape(skill)}</li>`,
)}</ul><p class="impact">Impact <b>${escape(role.impact)}</b></p></li>`;

/** The page of the role at an index. */
export function rolePage(ladder, at) {
  const role = ladder.roles[at];
  const step = (label, role) =>
    role ? `<a href="${toRole(ladder, role)}"><span>${label}</span> ${escape(role.title)}</a>` : "";
  return `<p class="stage"><span aria-hidden="true">${escape(role.icon)}</span> ${escape(role.stage)}</p>
<h1>${escape(role.title)}</h1><p class="lead">${escape(role.summary)}</p>
<dl class="facts"><div><dt>Focus area</dt><dd>${escape(role.focus)}</dd></div>
<div><dt>Strategic impact</dt><dd>${escape(role.impact)}</dd></div></dl>
<h2>Responsibilities</h2><ul>${each(role.responsibilities ?? [], (text) => `<li>${escape(text)}</li>`)}</ul>
<h2>Skills</h2>${each(
    skillsByKind(ladder, role),
    ({ heading, kind, skills }) =>
      `<h3>${heading}</h3><ul class="skills ${kind}">${each(skills, ({ name }) => `<li>${escape(name)}</li>`)}</ul>`,
  )}<h2>Videos</h2><ul class="cards">${each(videos(ladder, role), video)}</ul>
<nav class="steps" aria-label="Next and previous role">${step("Previous role", ladder.roles[at - 1])}${step(
    "Next role",
    ladder.roles[at + 1],
  )}</nav>`;
}

const video = ({ title, url, note }) => `<li class="card"><h3>${escape(title)}</h3><p>${escape(note)}</p>
<div class="player"><button type="button" data-video="${escape(url)}" aria-label="Play: ${escape(title)}">▶</button></div>
<a href="${escape(url)}">Watch on YouTube</a></li>`;

/** The skills page around its table. */
export const skillsPage = (ladder, table) => `<h1>Skills</h1>
<p class="lead">Every skill on this ladder and the roles that need it.</p>
<form role="search"><label>Filter skills <input type="search" id="filter" name="q" autocomplete="off" spellcheck="false"></label></form>
<p role="status">${sentence(ladder, ladder.skills.length)}</p>${table}`;

/** The whole matrix as a table. */
export const matrixTable = (ladder) => `<div class="scroll"><table class="matrix" aria-label="Skills matrix"><thead><tr><th scope="col">Skill</th>${each(
  ladder.roles,
  (role) => `<th scope="col"><a href="${toRole(ladder, role)}">${escape(role.shortTitle)}</a></th>`,
)}</tr></thead><tbody>${each(filter(ladder, "").rows, (row) =>
  row.heading === undefined
    ? skillRow(ladder, row.skill)
    : `<tr class="heading"><th scope="rowgroup" colspan="${ladder.roles.length + 1}">${escape(row.heading)}</th></tr>`,
)}</tbody></table></div>`;

function skillRow(ladder, skill) {
  const { name, includes } = ladder.skills[skill];
  const more = includes && ` <small>${escape(includes)}</small>`;
  return `<tr><th scope="row"><a href="${escape(skillUrl(ladder, ladder.skills[skill]))}">${escape(name)}</a>${more}</th>${each(
    ladder.roles,
    ({ requirements }) => {
      const requirement = requirements.get(skill);
      return requirement
        ? `<td data-requirement="${requirement.kind}"><span class="mark">${escape(requirement.word)}</span></td>`
        : "<td></td>";
    },
  )}</tr>`;
}
