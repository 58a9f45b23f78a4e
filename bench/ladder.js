// Loading, indexing and filtering a ladder. Both pages share this module, so that they differ only in
// rendering.

/** Fetches a ladder and prepares what the table needs. */
export async function open(url) {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url} answered ${response.status}`);
  return prepare(await response.json());
}

function prepare(ladder) {
  const skillIndex = new Map(ladder.skills.map((skill, index) => [skill.id, index]));
  const levels = new Map((ladder.scale ?? []).map((level) => [level.id, level.name]));
  const skills = ladder.skills.map((skill) => ({
    id: skill.id,
    name: skill.name,
    includes: (skill.includes ?? []).join(", "),
    text: [skill.name, skill.short_name ?? "", ...(skill.also_known_as ?? []), ...(skill.includes ?? [])]
      .join("\n")
      .toLowerCase(),
  }));
  const roles = ladder.roles.map((role) => {
    const requirements = new Map();
    for (const requirement of role.skills ?? []) {
      const { skill, level, kind = "required" } =
        typeof requirement === "string" ? { skill: requirement } : requirement;
      const index = skillIndex.get(skill);
      if (index !== undefined) requirements.set(index, { kind, word: levels.get(level) ?? WORDS[kind] });
    }
    return { id: role.id, title: role.short_title ?? role.title, requirements };
  });
  const categories = ladder.categories ?? [];
  const groups = categories.map((category) => ({ name: category.name, skills: [] }));
  const others = { name: "Other skills", skills: [] };
  const categoryIndex = new Map(categories.map((category, index) => [category.id, index]));
  ladder.skills.forEach((skill, index) => {
    (groups[categoryIndex.get(skill.category)] ?? others).skills.push(index);
  });
  return { title: ladder.title, skills, roles, groups: [...groups, others] };
}

const WORDS = { core: "Core", required: "Asked for", optional: "Optional" };

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
  return count === 0 ? "No skill matches." : `${skills} across ${ladder.roles.length} roles.`;
}

/** Writes the filter text to the URL, as our page does. */
export function keepInUrl(typed) {
  const url = new URL(location.href);
  if (typed) url.searchParams.set("q", typed);
  else url.searchParams.delete("q");
  history.replaceState(null, "", url);
}

/** The sizes of the table in pixels, as in our stylesheet. */
export const SIZES = { row: 44, column: 136, headInline: 272, headBlock: 72 };

/** Returns the URL of the ladder from the page's URL. */
export const ladderUrl = () => new URL(location.href).searchParams.get("ladder");
