//! What is added to names that look the same.

use crate::query::Normalizer;
use crate::visible_form::{has_other_forms, visible_form};
use rustc_hash::{FxHashMap, FxHashSet};
use std::borrow::Cow;
use std::collections::hash_map::Entry;

/// The qualifiers of the items whose names are not unique, by the index of the item.
pub(super) type Qualifiers = FxHashMap<usize, Qualifier>;

/// What may tell an item apart from others of the same name, best first.
pub(super) type Attributes<'a> = Vec<Option<Cow<'a, str>>>;

/// The item that has a name, by the visible form of the name.
type Owners<'a> = FxHashMap<Cow<'a, str>, usize>;

/// What is added to a name.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Qualifier {
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

pub(super) fn qualified(name: &str, qualifier: Option<&Qualifier>) -> String {
    match qualifier {
        Some(Qualifier { text, .. }) => format!("{name} ({text})"),
        None => name.to_owned(),
    }
}

/// The qualifiers of items whose names look the same: the first of their `attributes` that tells them apart, or as
/// many as are needed, or else the id. All names with their qualifiers are different.
#[inline(never)]
pub(super) fn qualifiers<'a>(
    names: &[&'a str],
    normalizer: Option<Normalizer>,
    attributes: &dyn Fn(usize) -> Attributes<'a>,
    id: &dyn Fn(usize) -> Cow<'a, str>,
) -> Qualifiers {
    // Without marks in any of them, names that look the same are the same.
    let normalizer = normalizer.filter(|_| names.iter().any(|name| has_other_forms(name)));
    let mut owners: Owners<'_> = FxHashMap::default();
    // The index of the first item of a name with that of each other one.
    let mut repeated: Vec<(usize, usize)> = Vec::new();
    for (at, name) in names.iter().enumerate() {
        match owners.entry(visible_form(name, normalizer)) {
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
        let columns = telling_columns(&rows, normalizer);
        let texts: Vec<String> = rows.iter().map(|row| joined(row, &columns)).collect();
        let mut counts: FxHashMap<Cow<'_, str>, usize> = FxHashMap::default();
        for text in &texts {
            *counts.entry(visible_form(text, normalizer)).or_default() += 1;
        }
        owners.remove(&visible_form(names[first], normalizer));
        for (text, item) in texts.iter().zip(group) {
            let is_unique = counts.get(&visible_form(text, normalizer)) == Some(&1);
            if is_unique && text.is_empty() {
                owners.insert(visible_form(names[item], normalizer), item);
                continue;
            }
            let mut qualifier = Qualifier { text: text.clone(), has_id: false };
            if !is_unique {
                qualifier.add_id(&id(item));
            }
            found.insert(item, qualifier);
        }
    }
    add_ids(names, normalizer, id, owners, &mut found);
    found
}

/// Adds ids to qualifiers until every name with its qualifier is different from all others: "Planning" in the
/// category "Alpha" would be shown like another skill that is called "Planning (Alpha)". `owners` has the names
/// without qualifiers.
fn add_ids<'a>(
    names: &[&'a str],
    normalizer: Option<Normalizer>,
    id: &dyn Fn(usize) -> Cow<'a, str>,
    mut owners: Owners<'_>,
    found: &mut Qualifiers,
) {
    let mut unchecked: Vec<usize> = found.keys().copied().collect();
    unchecked.sort_unstable_by(|a, b| b.cmp(a));
    while let Some(item) = unchecked.pop() {
        let shown =
            visible_form(&qualified(names[item], found.get(&item)), normalizer).into_owned();
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
fn telling_columns(rows: &[Attributes<'_>], normalizer: Option<Normalizer>) -> Vec<usize> {
    let count = |columns: &[usize]| {
        let texts =
            rows.iter().map(|row| visible_form(&joined(row, columns), normalizer).into_owned());
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
    present.filter(|text| !visible_form(text, None).is_empty()).collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(items: &[(&str, &[Option<&str>])]) -> Vec<String> {
        let names: Vec<&str> = items.iter().map(|(name, _)| *name).collect();
        let found = qualifiers(
            &names,
            None,
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
