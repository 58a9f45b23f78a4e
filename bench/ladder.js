// What the pages of this folder know of a ladder, whoever draws it: opened, indexed, filtered. Both
// pages share it, so that they differ in nothing but how they draw.

/** Fetches a ladder, reads it and works out what the table needs. */
export async function open(address) {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address} answered ${response.status}`);
  return index(await response.json());
}

function index(ladder) {
  const placeOf = new Map(ladder.skills.map((skill, place) => [skill.id, place]));
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
    const asked = new Map();
    for (const requirement of role.skills ?? []) {
      const { skill, level, kind = "required" } =
        typeof requirement === "string" ? { skill: requirement } : requirement;
      const place = placeOf.get(skill);
      if (place !== undefined) asked.set(place, { kind, word: levels.get(level) ?? WORDS[kind] });
    }
    return { id: role.id, title: role.short_title ?? role.title, asked };
  });
  const categories = ladder.categories ?? [];
  const groups = categories.map((category) => ({ name: category.name, skills: [] }));
  const others = { name: "Other skills", skills: [] };
  const categoryPlace = new Map(categories.map((category, place) => [category.id, place]));
  ladder.skills.forEach((skill, place) => {
    (groups[categoryPlace.get(skill.category)] ?? others).skills.push(place);
  });
  return { title: ladder.title, skills, roles, groups: [...groups, others] };
}

const WORDS = { core: "Core", required: "Asked for", optional: "Optional" };

/** The rows that are shown for a typed text: a heading for each group, then its skills. */
export function filter(ladder, typed) {
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean);
  const rows = [];
  let count = 0;
  for (const group of ladder.groups) {
    let headed = false;
    for (const place of group.skills) {
      const { text } = ladder.skills[place];
      if (!words.every((word) => text.includes(word))) continue;
      if (!headed) rows.push({ heading: group.name });
      headed = true;
      rows.push({ skill: place });
      count += 1;
    }
  }
  return { rows, count };
}

/** What is shown, in a sentence. */
export function sentence(ladder, count) {
  const all = ladder.skills.length;
  const skills = count === all ? `${all} skills` : `${count} of ${all} skills`;
  return count === 0 ? "No skill matches." : `${skills} across ${ladder.roles.length} roles.`;
}

/** Keeps what is typed in the address, as our page does. */
export function keepInAddress(typed) {
  const address = new URL(location.href);
  if (typed) address.searchParams.set("q", typed);
  else address.searchParams.delete("q");
  history.replaceState(null, "", address);
}

/** The sizes of the table, in pixels; as in our style sheet. */
export const SIZES = { row: 44, column: 136, headInline: 272, headBlock: 72 };

/** The ladder that the address names. */
export const address = () => new URL(location.href).searchParams.get("ladder");
