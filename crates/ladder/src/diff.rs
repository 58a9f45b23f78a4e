//! What changed between two versions of a ladder.
//!
//! Both are compared as they are written in canonical form, so that a new field of the format is compared
//! without further code.

mod details;
mod names;
mod renames;

use crate::compare::DiffBudget;
use crate::document::{Document, WriteError, to_spoken_json};
use details::details;
use names::Names;
use renames::{ListRenames, Renames};
use serde::Serialize;
use serde_json::{Map, Value};
use similar::ChangeTag;
use std::collections::BTreeMap;

/// What changed between two versions of a ladder.
#[derive(Debug, Default, PartialEq, Eq, Serialize)]
pub struct LadderDiff {
    /// Changes of the ladder's own fields.
    pub ladder: Vec<DetailChange>,
    /// Changes of the roles.
    pub roles: ListDiff,
    /// Changes of the skills.
    pub skills: ListDiff,
    /// Changes of the levels.
    pub levels: ListDiff,
    /// Changes of the scales besides the ladder's own.
    pub scales: ListDiff,
    /// Changes of the categories.
    pub categories: ListDiff,
    /// Changes of the tracks.
    pub tracks: ListDiff,
    /// Changes of the resources.
    pub resources: ListDiff,
}

/// What changed in a list of items with ids.
#[derive(Debug, Default, PartialEq, Eq, Serialize)]
pub struct ListDiff {
    /// Only in the new version.
    pub added: Vec<NamedItem>,
    /// Only in the old version: their ids are gone.
    pub removed: Vec<RemovedItem>,
    /// In both, under another id: links to the former id and answers lead to the present one.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub renamed: Vec<RenamedItem>,
    /// In both, with differences.
    pub changed: Vec<ChangedItem>,
    /// Whether the items that both have are in another order.
    pub reordered: bool,
}

/// An item by its id and its name or title.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct NamedItem {
    /// The id.
    pub id: String,
    /// The name or title.
    pub name: String,
}

/// An item that only the old version has.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct RemovedItem {
    /// The id that is gone.
    pub id: String,
    /// The name or title.
    pub name: String,
    /// The id of an added item that has the same name: the id was probably changed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub now: Option<String>,
}

/// An item that has another id in the new version, which lists the old one as a former id.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct RenamedItem {
    /// The id in the new version.
    pub id: String,
    /// The id in the old version.
    pub was: String,
    /// The name or title in the new version.
    pub name: String,
}

/// An item that both versions have.
#[derive(Debug, PartialEq, Eq, Serialize)]
pub struct ChangedItem {
    /// The id.
    pub id: String,
    /// The name or title in the new version.
    pub name: String,
    /// What changed, at least one detail.
    pub details: Vec<DetailChange>,
}

/// A change of one value.
#[derive(Debug, PartialEq, Eq, Serialize)]
pub struct DetailChange {
    /// The field, and for a list of things the name of the thing and its field.
    pub path: Vec<String>,
    /// The value in the old version; `None` if it is new.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub before: Option<String>,
    /// The value in the new version; `None` if it was removed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub after: Option<String>,
    /// The words of both, for a text that was reworded.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub words: Vec<WordChange>,
}

/// Words that both versions of a text have, or only one.
#[derive(Debug, PartialEq, Eq, Serialize)]
pub struct WordChange {
    /// `equal`, `delete` or `insert`.
    #[serde(serialize_with = "tag_word")]
    pub tag: ChangeTag,
    /// The words, with the white space before them.
    pub text: String,
}

/// The lists of a document, by the field that holds them.
const LISTS: [&str; 7] =
    ["roles", "skills", "scale", "scales", "categories", "tracks", "resources"];

impl LadderDiff {
    /// Compares two versions of a ladder.
    ///
    /// # Errors
    /// If a reference is out of range, which never happens in a parsed document.
    pub fn new(before: &Document, after: &Document) -> Result<Self, WriteError> {
        let renames = Renames::new(before, after);
        let (mut before, mut after) = (object(before, &renames)?, object(after, &renames)?);
        // An upgrade alone changes nothing that is said.
        before.remove("format");
        after.remove("format");
        let names = Names::new([&before, &after]);
        let mut budget = DiffBudget::for_file();
        let mut lists = LISTS.map(|list| {
            let items = [before.remove(list), after.remove(list)].map(items);
            list_diff(list, items, renames.of(list), &names, &mut budget)
        });
        let take = |lists: &mut [ListDiff; 7], at: usize| std::mem::take(&mut lists[at]);
        Ok(Self {
            ladder: details(&before, &after, &names, &mut budget),
            roles: take(&mut lists, 0),
            skills: take(&mut lists, 1),
            levels: take(&mut lists, 2),
            scales: take(&mut lists, 3),
            categories: take(&mut lists, 4),
            tracks: take(&mut lists, 5),
            resources: take(&mut lists, 6),
        })
    }

    /// Whether both versions are the same.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.ladder.is_empty() && self.lists().iter().all(|(_, list)| list.is_empty())
    }

    /// The lists with what their items are called.
    #[must_use]
    pub fn lists(&self) -> [(&'static str, &ListDiff); 7] {
        [
            ("role", &self.roles),
            ("skill", &self.skills),
            ("level", &self.levels),
            ("scale", &self.scales),
            ("category", &self.categories),
            ("track", &self.tracks),
            ("resource", &self.resources),
        ]
    }
}

impl ListDiff {
    /// Whether nothing changed.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.added.is_empty()
            && self.removed.is_empty()
            && self.renamed.is_empty()
            && self.changed.is_empty()
            && !self.reordered
    }
}

/// The fields of a document as JSON, with present ids in references.
fn object(document: &Document, renames: &Renames) -> Result<Map<String, Value>, WriteError> {
    let present = |reference: &str, id| renames.of_reference(reference).present(id);
    let json = to_spoken_json(document, &present)?;
    // What was just written is JSON.
    Ok(match serde_json::from_str(&json) {
        Ok(Value::Object(fields)) => fields,
        _ => Map::new(),
    })
}

/// The items of a list with their ids, in their order.
fn items(list: Option<Value>) -> Vec<(String, Map<String, Value>)> {
    let Some(Value::Array(items)) = list else { return Vec::new() };
    let item = |item: Value| match item {
        Value::Object(mut fields) => {
            let id = fields.remove("id")?;
            Some((id.as_str()?.to_owned(), fields))
        }
        _ => None,
    };
    items.into_iter().filter_map(item).collect()
}

fn list_diff(
    list: &str,
    [mut before, mut after]: [Vec<(String, Map<String, Value>)>; 2],
    renames: &ListRenames,
    names: &Names,
    budget: &mut DiffBudget,
) -> ListDiff {
    let name = |id: &str| names.name(list, id).to_owned();
    let renamed = renames.apply(&mut before, &mut after);
    let renamed = renamed.into_iter().map(|(was, id)| RenamedItem { name: name(&id), id, was });
    let renamed = renamed.collect();
    let old: BTreeMap<&str, &Map<String, Value>> =
        before.iter().map(|(id, fields)| (id.as_str(), fields)).collect();
    let new: BTreeMap<&str, &Map<String, Value>> =
        after.iter().map(|(id, fields)| (id.as_str(), fields)).collect();
    let added: Vec<NamedItem> = after
        .iter()
        .filter(|(id, _)| !old.contains_key(id.as_str()))
        .map(|(id, fields)| NamedItem {
            id: id.clone(),
            name: names::own_name(id, fields).to_owned(),
        })
        .collect();
    let removed =
        before.iter().filter(|(id, _)| !new.contains_key(id.as_str())).map(|(id, fields)| {
            let name = names::own_name(id, fields).to_owned();
            let now = added.iter().find(|added| added.name == name).map(|added| added.id.clone());
            RemovedItem { id: id.clone(), name, now }
        });
    let removed = removed.collect();
    let changed = after.iter().filter_map(|(id, fields)| {
        let details = details(old.get(id.as_str())?, fields, names, budget);
        (!details.is_empty()).then(|| ChangedItem { id: id.clone(), name: name(id), details })
    });
    let changed = changed.collect();
    let kept = |items: &[(String, Map<String, Value>)],
                other: &BTreeMap<&str, &Map<String, Value>>| {
        let kept =
            items.iter().map(|(id, _)| id.clone()).filter(|id| other.contains_key(id.as_str()));
        kept.collect::<Vec<_>>()
    };
    let reordered = kept(&before, &new) != kept(&after, &old);
    ListDiff { added, removed, renamed, changed, reordered }
}

fn tag_word<S: serde::Serializer>(tag: &ChangeTag, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(match tag {
        ChangeTag::Equal => "equal",
        ChangeTag::Delete => "delete",
        ChangeTag::Insert => "insert",
    })
}
