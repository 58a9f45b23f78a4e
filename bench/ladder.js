// Loading, indexing and filtering a ladder. All pages share this module, so that they differ only in rendering.

/** Loads the ladder that `?ladder=` names, or prepares the bundled one. */
export async function load(bundled) {
  const url = new URL(location.href).searchParams.get("ladder");
  if (!url) return prepare(bundled);
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url} answered ${response.status}`);
  return prepare(await response.json(), `?ladder=${encodeURIComponent(url)}`);
}

const WORDS = { core: "Key", required: "Required", optional: "Nice to have" };
const CARRIED = { kind: "carried", word: "Carried over" };

/** Indexes a ladder. `query` is appended to the links between its pages. */
export function prepare(document, query = "") {
  const skillIndex = new Map(document.skills.map((skill, index) => [skill.id, index]));
  const levels = new Map((document.scale ?? []).map((level) => [level.id, level.name]));
  const skills = document.skills.map((skill) => ({
    name: skill.name,
    shortName: skill.short_name ?? skill.name,
    includes: (skill.includes ?? []).join(", "),
    text: [skill.name, skill.short_name ?? "", ...(skill.also_known_as ?? []), ...(skill.includes ?? [])]
      .join("\n")
      .toLowerCase(),
  }));
  let carried = [];
  const roles = document.roles.map((role) => {
    const requirements = new Map();
    for (const requirement of role.skills ?? []) {
      const { skill, level, kind = "required" } =
        typeof requirement === "string" ? { skill: requirement } : requirement;
      const index = skillIndex.get(skill);
      if (index !== undefined) requirements.set(index, { kind, word: levels.get(level) ?? WORDS[kind] });
    }
    if (document.cumulative) {
      for (const skill of carried) if (!requirements.has(skill)) requirements.set(skill, CARRIED);
      carried = [...requirements.keys()];
    }
    return { ...role, shortTitle: role.short_title ?? role.title, requirements };
  });
  const { title, summary = "" } = document;
  const resources = new Map((document.resources ?? []).map((resource) => [resource.id, resource]));
  return { title, summary, skills, roles, resources, groups: groups(document, skills, roles), query };
}

/** Groups the skills by category, or by the first role that requires them if roles build on each other. */
function groups(document, skills, roles) {
  const categories = document.categories ?? [];
  const byCategory = categories.map((category) => ({ name: category.name, skills: [] }));
  const byRole = roles.map((role) => ({ name: `Needed from ${role.title} up`, skills: [] }));
  const others = { name: "Other skills", skills: [] };
  const categoryIndex = new Map(categories.map((category, index) => [category.id, index]));
  const firstRole = new Map();
  if (document.cumulative) {
    roles.forEach((role, index) => {
      for (const skill of role.requirements.keys()) if (!firstRole.has(skill)) firstRole.set(skill, index);
    });
  }
  skills.forEach((_, index) => {
    const group = byCategory[categoryIndex.get(document.skills[index].category)] ?? byRole[firstRole.get(index)];
    (group ?? others).skills.push(index);
  });
  return [...byCategory, ...byRole, others].filter((group) => group.skills.length > 0);
}

/** The address of a role's page. */
export const roleUrl = (ladder, role) => `/roles/${role.id}${ladder.query}`;

/** The address of the skills page, filtered by a skill. */
export const skillUrl = (ladder, { name }) =>
  `/skills${ladder.query ? `${ladder.query}&` : "?"}q=${encodeURIComponent(name)}`;

/** The text that the address filters the skills by. */
export const typedInUrl = () => new URL(location.href).searchParams.get("q") ?? "";

/** Returns the names of a role's key skills, as the card shows them. */
export const keySkills = (ladder, role) =>
  [...role.requirements].filter(([, { kind }]) => kind === "core").map(([skill]) => ladder.skills[skill].shortName);

/** Returns a role's skills by kind, with a heading for each kind; kinds without skills are left out. */
export function skillsByKind(ladder, role) {
  const headings = {
    core: "Key skills",
    required: "Also required",
    optional: "Nice to have",
    carried: "Carried over from earlier roles",
  };
  const lists = Object.entries(headings).map(([kind, heading]) => {
    const own = [...role.requirements].filter(([, requirement]) => requirement.kind === kind);
    return { kind, heading, skills: own.map(([skill]) => ladder.skills[skill]) };
  });
  return lists.filter(({ skills }) => skills.length > 0);
}

/** Returns a role's videos, with the notes of the role. */
export const videos = (ladder, role) =>
  (role.resources ?? []).map(({ resource, note }) => ({ ...ladder.resources.get(resource), note }));

/** The address of the player for a video. */
export const playerUrl = (video) => {
  const { searchParams } = new URL(video);
  return `https://www.youtube-nocookie.com/embed/${searchParams.get("v")}?autoplay=1`;
};

/** Returns the page that a path names: its name, and the role if it is a role's page. */
export function route(ladder, path) {
  const id = path.match(/^\/roles\/([^/]+)\/?$/)?.[1];
  if (id) return { page: "role", at: ladder.roles.findIndex((role) => role.id === id) };
  return { page: path.startsWith("/skills") ? "skills" : "ladder" };
}

/** Returns the rows that match a text: for each group a heading, then its skills. */
export function filter(ladder, typed) {
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean);
  const rows = [];
  let count = 0;
  for (const group of ladder.groups) {
    let hasHeading = false;
    for (const index of group.skills) {
      const { text } = ladder.skills[index];
      if (!words.every((word) => text.includes(word))) continue;
      if (!hasHeading) rows.push({ heading: group.name });
      hasHeading = true;
      rows.push({ skill: index });
      count += 1;
    }
  }
  return { rows, count };
}

/** Describes the number of rows in a sentence. */
export function sentence(ladder, count) {
  const all = ladder.skills.length;
  const skills = count === all ? `${all} skills` : `${count} of ${all} skills`;
  return count === 0 ? "No skill matches." : `${skills} in ${ladder.roles.length} roles.`;
}

/** Writes the filter text to the URL, as our page does. */
export function keepInUrl(typed) {
  const url = new URL(location.href);
  if (typed) url.searchParams.set("q", typed);
  else url.searchParams.delete("q");
  history.replaceState(null, "", url);
}

/** A larger table is virtual: only the rows and columns in view exist. */
export const isLarge = (ladder) => ladder.roles.length * ladder.skills.length > 1_500;

/** The sizes of the virtual table in pixels, as in our stylesheet. */
export const SIZES = { row: 44, column: 136, headInline: 272, headBlock: 72 };
