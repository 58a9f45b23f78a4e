//! Tells apart roles, skills, categories, levels and resources of the same name.

use crate::document::{
    Address, CategoryIx, Document, Level, LevelIx, Resource, ResourceIx, ResourceType, Role,
    RoleIx, Scale, SkillIx,
};
use crate::ladder::Ladder;
use crate::visible_form::visible_form;
use rustc_hash::{FxHashMap, FxHashSet};
use std::borrow::Cow;
use std::collections::hash_map::Entry;

/// The qualifiers of the items whose names are not unique, by the index of the item.
type Qualifiers = FxHashMap<usize, Qualifier>;

/// What may tell an item apart from others of the same name, best first.
type Attributes<'a> = Vec<Option<Cow<'a, str>>>;

/// The item that has a name, by the visible form of the name.
type Owners<'a> = FxHashMap<Cow<'a, str>, usize>;

/// What is added to a name.
#[derive(Debug, Default, PartialEq, Eq)]
struct Qualifier {
    text: String,
    /// Whether the text ends in the id of the item.
    has_id: bool,
}

impl Qualifier {
    fn add_id(&mut self, id: &str) {
        if !self.text.is_empty() {
            self.text.push_str(", ");
        }
        self.text.push_str(id);
        self.has_id = true;
    }
}

/// Qualifiers that tell roles, skills, categories, levels or resources with the same name apart. Unique names have
/// none.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct DistinctNames {
    titles: Qualifiers,
    short_titles: Qualifiers,
    skills: Qualifiers,
    categories: Qualifiers,
    /// Tell a level apart from those of every scale.
    levels: Qualifiers,
    /// The full names of levels whose names are not unique on their own scale, by the index of the level.
    names_on_scale: FxHashMap<usize, String>,
    resources: Qualifiers,
}

impl DistinctNames {
    pub(crate) fn new(document: &Document) -> Self {
        let of_role = |at: usize| {
            let role = &document.roles[at];
            let track = role.track.map(|track| document[track].name.as_str());
            attributes([
                track,
                role.family.as_deref(),
                role.grade.as_deref(),
                role.stage.as_deref(),
            ])
        };
        let role_id = |at: usize| document.roles[at].id.as_str().into();
        let of_skill = |at: usize| {
            let category = document.skills[at].category;
            let [parent, grandparent] = parents(document, category);
            let category = category.map(|category| document[category].name.as_str());
            attributes([category, parent, grandparent])
        };
        let titles: Vec<&str> = document.roles.iter().map(|role| &*role.title).collect();
        let short_titles: Vec<&str> = document.roles.iter().map(Role::short).collect();
        let skills: Vec<&str> = document.skills.iter().map(|skill| &*skill.name).collect();
        let categories: Vec<&str> =
            document.categories.iter().map(|category| &*category.name).collect();
        let resources: Vec<&str> =
            document.resources.iter().map(|resource| &*resource.title).collect();
        Self {
            titles: qualifiers(&titles, &of_role, &role_id),
            short_titles: qualifiers(&short_titles, &of_role, &role_id),
            skills: qualifiers(&skills, &of_skill, &|at| document.skills[at].id.as_str().into()),
            categories: qualifiers(
                &categories,
                &|at| attributes(parents(document, Some(CategoryIx::from(at)))),
                &|at| document.categories[at].id.as_str().into(),
            ),
            levels: of_levels(document),
            names_on_scale: names_on_scale(document),
            resources: qualifiers(&resources, &|at| of_resource(&document.resources[at]), &|at| {
                document.resources[at].id.as_str().into()
            }),
        }
    }

    /// The name of a level among those of its own scale, if it is not unique there.
    pub(crate) fn name_on_scale(&self, level: LevelIx) -> Option<&str> {
        self.names_on_scale.get(&level.index()).map(String::as_str)
    }
}

impl Ladder {
    /// The title of a role; if others have the same title, with what differs: "Engineer (Web)".
    #[must_use]
    pub fn distinct_title(&self, role: RoleIx) -> String {
        qualified(&self[role].title, self.distinct_names().titles.get(&role.index()))
    }

    /// The short title of a role; if others have the same one, with what differs.
    #[must_use]
    pub fn distinct_short_title(&self, role: RoleIx) -> String {
        qualified(self[role].short(), self.distinct_names().short_titles.get(&role.index()))
    }

    /// The name of a skill; if others have the same name, with the category or what else differs.
    #[must_use]
    pub fn distinct_skill_name(&self, skill: SkillIx) -> String {
        qualified(&self[skill].name, self.distinct_names().skills.get(&skill.index()))
    }

    /// The name of a category; if others have the same name, with the category it is part of.
    #[must_use]
    pub fn distinct_category_name(&self, category: CategoryIx) -> String {
        qualified(&self[category].name, self.distinct_names().categories.get(&category.index()))
    }

    /// The name of a level; if others have the same name, on whichever scale, with the name of its scale or
    /// its id. For the levels of one skill, [`Ladder::level_name`] is enough.
    #[must_use]
    pub fn distinct_level_name(&self, level: LevelIx) -> String {
        qualified(&self[level].name, self.distinct_names().levels.get(&level.index()))
    }

    /// The title of a resource; if others have the same title, with its provider, its type or what else differs.
    #[must_use]
    pub fn distinct_resource_title(&self, resource: ResourceIx) -> String {
        qualified(&self[resource].title, self.distinct_names().resources.get(&resource.index()))
    }
}

fn qualified(name: &str, qualifier: Option<&Qualifier>) -> String {
    match qualifier {
        Some(Qualifier { text, .. }) => format!("{name} ({text})"),
        None => name.to_owned(),
    }
}

fn attributes<const N: usize>(texts: [Option<&str>; N]) -> Attributes<'_> {
    texts.map(|text| text.map(Cow::Borrowed)).into()
}

/// The names of the categories around a category.
fn parents(document: &Document, category: Option<CategoryIx>) -> [Option<&str>; 2] {
    let parent = category.and_then(|category| document[category].parent);
    let grandparent = parent.and_then(|parent| document[parent].parent);
    [parent, grandparent].map(|found| found.map(|ix| document[ix].name.as_str()))
}

/// Tells levels apart by the names of their scales, or else by their ids.
fn of_levels(document: &Document) -> Qualifiers {
    let own = document.scale.iter().map(|level| (None, level));
    let others = document.scales.iter();
    let others =
        others.flat_map(|scale| scale.levels.iter().map(move |level| (Some(scale), level)));
    let levels: Vec<(Option<&Scale>, &Level)> = own.chain(others).collect();
    let names: Vec<&str> = levels.iter().map(|(_, level)| &*level.name).collect();
    let of_level = |at: usize| {
        let (scale, level) = levels[at];
        let scale = scale.map(|scale| scale.name.as_deref().unwrap_or(scale.id.as_str()));
        attributes([scale, Some(level.id.as_str())])
    };
    // The id of a level is unique on its scale only.
    let id = |at: usize| match levels[at] {
        (Some(scale), level) => format!("{}/{}", scale.id, level.id).into(),
        (None, level) => level.id.as_str().into(),
    };
    qualifiers(&names, &of_level, &id)
}

/// The full names of levels whose names are not unique on their own scale, by the index of the level.
fn names_on_scale(document: &Document) -> FxHashMap<usize, String> {
    let mut found = FxHashMap::default();
    let mut first = 0;
    let others = document.scales.iter().map(|scale| &scale.levels);
    for levels in std::iter::once(&document.scale).chain(others) {
        let names: Vec<&str> = levels.iter().map(|level| &*level.name).collect();
        let same = qualifiers(&names, &|_| Vec::new(), &|at| levels[at].id.as_str().into());
        let full = same.iter().map(|(&at, same)| (first + at, qualified(names[at], Some(same))));
        found.extend(full);
        first += levels.len();
    }
    found
}

/// What tells a resource apart: its provider or else its host, its type, and its languages.
fn of_resource(resource: &Resource) -> Attributes<'_> {
    let host = || resource.url.link().map(Address::host);
    let kind = match resource.kind() {
        ResourceType::Video => Some("video"),
        ResourceType::Article => Some("article"),
        ResourceType::Course => Some("course"),
        ResourceType::Book => Some("book"),
        ResourceType::Tool => Some("tool"),
        ResourceType::Other => None,
    };
    let mut all = attributes([resource.provider.as_deref().or_else(host), kind]);
    all.push(Some(resource.languages.join(", ").into()));
    all
}

/// The qualifiers of items whose names look the same: the first of their `attributes` that tells them apart, or as
/// many as are needed, or else the id. All names with their qualifiers are different.
#[inline(never)]
fn qualifiers<'a>(
    names: &[&'a str],
    attributes: &dyn Fn(usize) -> Attributes<'a>,
    id: &dyn Fn(usize) -> Cow<'a, str>,
) -> Qualifiers {
    let mut owners: Owners<'_> = FxHashMap::default();
    // The index of the first item of a name with that of each other one.
    let mut repeated: Vec<(usize, usize)> = Vec::new();
    for (at, name) in names.iter().enumerate() {
        match owners.entry(visible_form(name)) {
            Entry::Vacant(entry) => drop(entry.insert(at)),
            Entry::Occupied(entry) => repeated.push((*entry.get(), at)),
        }
    }
    repeated.sort_unstable();
    let mut found = Qualifiers::default();
    for run in repeated.chunk_by(|a, b| a.0 == b.0) {
        let first = run[0].0;
        let group: Vec<usize> =
            std::iter::once(first).chain(run.iter().map(|pair| pair.1)).collect();
        let rows: Vec<Attributes<'_>> = group.iter().map(|&item| attributes(item)).collect();
        let columns = telling_columns(&rows);
        let texts: Vec<String> = rows.iter().map(|row| joined(row, &columns)).collect();
        let mut counts: FxHashMap<Cow<'_, str>, usize> = FxHashMap::default();
        for text in &texts {
            *counts.entry(visible_form(text)).or_default() += 1;
        }
        owners.remove(&visible_form(names[first]));
        for (text, item) in texts.iter().zip(group) {
            let is_unique = counts.get(&visible_form(text)) == Some(&1);
            if is_unique && text.is_empty() {
                owners.insert(visible_form(names[item]), item);
                continue;
            }
            let mut qualifier = Qualifier { text: text.clone(), has_id: false };
            if !is_unique {
                qualifier.add_id(&id(item));
            }
            found.insert(item, qualifier);
        }
    }
    add_ids(names, id, owners, &mut found);
    found
}

/// Adds ids to qualifiers until every name with its qualifier is different from all others: "Planning" in the
/// category "Alpha" would be shown like another skill that is called "Planning (Alpha)". `owners` has the names
/// without qualifiers.
fn add_ids<'a>(
    names: &[&'a str],
    id: &dyn Fn(usize) -> Cow<'a, str>,
    mut owners: Owners<'_>,
    found: &mut Qualifiers,
) {
    let mut unchecked: Vec<usize> = found.keys().copied().collect();
    unchecked.sort_unstable_by(|a, b| b.cmp(a));
    while let Some(item) = unchecked.pop() {
        let shown = visible_form(&qualified(names[item], found.get(&item))).into_owned();
        let changed = match owners.entry(Cow::Owned(shown)) {
            Entry::Vacant(entry) => {
                entry.insert(item);
                continue;
            }
            // Two names that end in ids differ, so one of the two has none yet.
            Entry::Occupied(mut entry) => match found.get(&item) {
                Some(Qualifier { has_id: true, .. }) => entry.insert(item),
                _ => item,
            },
        };
        let qualifier = found.entry(changed).or_default();
        if !qualifier.has_id {
            qualifier.add_id(&id(changed));
            unchecked.push(changed);
        }
    }
}

/// The columns that tell the rows apart: a single one if there is one, otherwise every one that tells
/// more rows apart than those before it.
fn telling_columns(rows: &[Attributes<'_>]) -> Vec<usize> {
    let count = |columns: &[usize]| {
        let texts = rows.iter().map(|row| visible_form(&joined(row, columns)).into_owned());
        texts.collect::<FxHashSet<String>>().len()
    };
    let all = 0..rows.first().map_or(0, Vec::len);
    if let Some(column) = all.clone().find(|&column| count(&[column]) == rows.len()) {
        return vec![column];
    }
    let mut columns = Vec::new();
    for column in all {
        let before = count(&columns);
        columns.push(column);
        if count(&columns) == before {
            columns.pop();
        }
    }
    columns
}

fn joined(row: &[Option<Cow<'_, str>>], columns: &[usize]) -> String {
    let present = columns.iter().filter_map(|&column| row[column].as_deref());
    present.filter(|text| !visible_form(text).is_empty()).collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(items: &[(&str, &[Option<&str>])]) -> Vec<String> {
        let names: Vec<&str> = items.iter().map(|(name, _)| *name).collect();
        let found = qualifiers(
            &names,
            &|at| items[at].1.iter().map(|text| text.map(Cow::Borrowed)).collect(),
            &|at| format!("id-{at}").into(),
        );
        (0..items.len()).map(|at| qualified(names[at], found.get(&at))).collect()
    }

    #[test]
    fn a_name_that_only_one_has_stays_as_it_is() {
        assert_eq!(names(&[("A", &[Some("x")]), ("B", &[Some("x")])]), ["A", "B"]);
    }

    #[test]
    fn the_first_attribute_that_tells_all_apart_is_added() {
        let items: &[(&str, &[Option<&str>])] = &[
            ("A", &[Some("Web"), Some("Craft"), Some("G1")]),
            ("A", &[Some("Web"), Some("Craft"), Some("G2")]),
        ];
        assert_eq!(names(items), ["A (G1)", "A (G2)"]);
    }

    #[test]
    fn as_many_attributes_as_needed_are_added() {
        let items: &[(&str, &[Option<&str>])] = &[
            ("A", &[Some("Web"), Some("x"), Some("G1")]),
            ("A", &[Some("Web"), Some("x"), Some("G2")]),
            ("A", &[Some("Data"), Some("x"), Some("G1")]),
            ("A", &[Some("Data"), Some("x"), Some("G2")]),
        ];
        assert_eq!(names(items), ["A (Web, G1)", "A (Web, G2)", "A (Data, G1)", "A (Data, G2)"]);
    }

    #[test]
    fn the_id_is_added_if_nothing_else_differs() {
        assert_eq!(names(&[("A", &[None]), ("A ", &[None])]), ["A (id-0)", "A  (id-1)"]);
        let items: &[(&str, &[Option<&str>])] =
            &[("A", &[Some("x")]), ("A", &[Some("x")]), ("A", &[Some("y")]), ("A", &[None])];
        assert_eq!(names(items), ["A (x, id-0)", "A (x, id-1)", "A (y)", "A"]);
    }
}
