//! Tells apart roles, skills and categories of the same name.

use crate::document::{CategoryIx, Document, RoleIx, SkillIx};
use crate::ladder::Ladder;
use crate::visible_form::visible_form;
use rustc_hash::{FxHashMap, FxHashSet};
use std::borrow::Cow;
use std::hash::Hash;

/// The qualifier of each item whose name is not unique.
type Qualifiers<Ix> = FxHashMap<Ix, String>;

/// Qualifiers that tell roles, skills or categories with the same name apart. Unique names have none.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct DistinctNames {
    titles: Qualifiers<RoleIx>,
    short_titles: Qualifiers<RoleIx>,
    skills: Qualifiers<SkillIx>,
    categories: Qualifiers<CategoryIx>,
}

impl DistinctNames {
    pub(crate) fn new(document: &Document) -> Self {
        let roles = || document.role_indices();
        let of_role = |role: RoleIx| {
            let role = &document[role];
            let track = role.track.map(|track| document[track].name.as_str());
            vec![track, role.family.as_deref(), role.grade.as_deref(), role.stage.as_deref()]
        };
        let role_id = |role: RoleIx| document[role].id.as_str();
        let of_skill = |skill: SkillIx| {
            let category = document[skill].category;
            let [parent, grandparent] = parents(document, category);
            vec![category.map(|category| document[category].name.as_str()), parent, grandparent]
        };
        let of_category = |category| parents(document, Some(category)).to_vec();
        Self {
            titles: qualifiers(roles(), |role| &document[role].title, of_role, role_id),
            short_titles: qualifiers(roles(), |role| document[role].short(), of_role, role_id),
            skills: qualifiers(
                document.skill_indices(),
                |skill| &document[skill].name,
                of_skill,
                |skill| document[skill].id.as_str(),
            ),
            categories: qualifiers(
                CategoryIx::all(document.categories.len()),
                |category| &document[category].name,
                of_category,
                |category| document[category].id.as_str(),
            ),
        }
    }
}

impl Ladder {
    /// The title of a role; if others have the same title, with what differs: "Engineer (Web)".
    #[must_use]
    pub fn distinct_title(&self, role: RoleIx) -> String {
        qualified(&self[role].title, self.distinct_names().titles.get(&role))
    }

    /// The short title of a role; if others have the same one, with what differs.
    #[must_use]
    pub fn distinct_short_title(&self, role: RoleIx) -> String {
        qualified(self[role].short(), self.distinct_names().short_titles.get(&role))
    }

    /// The name of a skill; if others have the same name, with the category or what else differs.
    #[must_use]
    pub fn distinct_skill_name(&self, skill: SkillIx) -> String {
        qualified(&self[skill].name, self.distinct_names().skills.get(&skill))
    }

    /// The name of a category; if others have the same name, with the category it is part of.
    #[must_use]
    pub fn distinct_category_name(&self, category: CategoryIx) -> String {
        qualified(&self[category].name, self.distinct_names().categories.get(&category))
    }
}

fn qualified(name: &str, qualifier: Option<&String>) -> String {
    match qualifier {
        Some(qualifier) => format!("{name} ({qualifier})"),
        None => name.to_owned(),
    }
}

/// The names of the categories around a category.
fn parents(document: &Document, category: Option<CategoryIx>) -> [Option<&str>; 2] {
    let parent = category.and_then(|category| document[category].parent);
    let grandparent = parent.and_then(|parent| document[parent].parent);
    [parent, grandparent].map(|found| found.map(|ix| document[ix].name.as_str()))
}

/// The qualifiers of items whose names look the same as another one: the first of their `attributes` that tells them
/// apart, or as many as are needed, or else the id.
fn qualifiers<'a, Ix: Copy + Eq + Hash>(
    items: impl Iterator<Item = Ix>,
    name: impl Fn(Ix) -> &'a str,
    attributes: impl Fn(Ix) -> Vec<Option<&'a str>>,
    id: impl Fn(Ix) -> &'a str,
) -> Qualifiers<Ix> {
    let mut by_name: FxHashMap<Cow<'_, str>, Vec<Ix>> = FxHashMap::default();
    for item in items {
        by_name.entry(visible_form(name(item))).or_default().push(item);
    }
    let mut qualifiers = Qualifiers::default();
    for group in by_name.values().filter(|group| group.len() > 1) {
        let rows: Vec<Vec<Option<&str>>> = group.iter().map(|&item| attributes(item)).collect();
        let columns = telling_columns(&rows);
        let texts: Vec<String> = rows.iter().map(|row| joined(row, &columns)).collect();
        let mut counts: FxHashMap<Cow<'_, str>, usize> = FxHashMap::default();
        for text in &texts {
            *counts.entry(visible_form(text)).or_default() += 1;
        }
        for (text, &item) in texts.iter().zip(group) {
            let is_unique = counts.get(&visible_form(text)) == Some(&1);
            let qualifier = match (is_unique, text.is_empty()) {
                (true, true) => continue,
                (true, false) => text.clone(),
                (false, true) => id(item).to_owned(),
                (false, false) => format!("{text}, {}", id(item)),
            };
            qualifiers.insert(item, qualifier);
        }
    }
    qualifiers
}

/// The columns that tell the rows apart: a single one if there is one, otherwise every one that tells
/// more rows apart than those before it.
fn telling_columns(rows: &[Vec<Option<&str>>]) -> Vec<usize> {
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

fn joined(row: &[Option<&str>], columns: &[usize]) -> String {
    let present = columns.iter().filter_map(|&column| row[column]);
    present.filter(|text| !visible_form(text).is_empty()).collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(items: &[(&str, &[Option<&str>])]) -> Vec<String> {
        let found = qualifiers(
            0..items.len(),
            |at| items[at].0,
            |at| items[at].1.to_vec(),
            |at| ["id-0", "id-1", "id-2", "id-3", "id-4"][at],
        );
        (0..items.len()).map(|at| qualified(items[at].0, found.get(&at))).collect()
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
