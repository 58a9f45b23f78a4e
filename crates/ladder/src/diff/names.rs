//! The names of the items that two documents refer to by id.

use serde_json::{Map, Value};
use std::collections::HashMap;

/// Names by the list that holds the item and its id.
pub(super) struct Names(HashMap<(&'static str, String), String>);

impl Names {
    /// The names in both documents; those of the last one win.
    pub fn new(documents: [&Map<String, Value>; 2]) -> Self {
        let mut names = HashMap::new();
        for document in documents {
            for list in super::LISTS {
                let Some(Value::Array(items)) = document.get(list) else { continue };
                names.extend(names_in(items, list));
            }
        }
        // Levels of other scales, unless the ladder's own scale has one with the same id.
        for scale in documents.iter().filter_map(|document| document.get("scales")?.as_array()) {
            let levels = scale.iter().filter_map(|scale| scale.get("levels")?.as_array());
            for (key, name) in levels.flat_map(|levels| names_in(levels, "scale")) {
                names.entry(key).or_insert(name);
            }
        }
        Self(names)
    }

    /// The name of an item; its id if it is unknown.
    pub fn name<'a>(&'a self, list: &str, id: &'a str) -> &'a str {
        let list = super::LISTS.into_iter().find(|known| *known == list).unwrap_or_default();
        self.0.get(&(list, id.to_owned())).map_or(id, String::as_str)
    }

    /// A value as people read it: where a field refers to an item, the name of the item.
    pub fn value(&self, field: &str, value: &Value) -> String {
        let list = match field {
            "level" => "scale",
            "scale" => "scales",
            "category" | "parent" => "categories",
            "track" => "tracks",
            "skill" | "related" => "skills",
            "role" | "extends" => "roles",
            "resource" => "resources",
            _ => "",
        };
        match value {
            Value::String(text) if !list.is_empty() => self.name(list, text).to_owned(),
            Value::String(text) => text.clone(),
            other => other.to_string(),
        }
    }
}

/// The names of the items of a list, by the list and their ids.
fn names_in<'a>(
    items: &'a [Value],
    list: &'static str,
) -> impl Iterator<Item = ((&'static str, String), String)> + 'a {
    items.iter().filter_map(Value::as_object).filter_map(move |fields| {
        let id = fields.get("id").and_then(Value::as_str)?;
        Some(((list, id.to_owned()), own_name(id, fields).to_owned()))
    })
}

/// The name or title of an item; its id if it has none.
pub(super) fn own_name<'a>(id: &'a str, fields: &'a Map<String, Value>) -> &'a str {
    let name = fields.get("name").or_else(|| fields.get("title"));
    name.and_then(Value::as_str).unwrap_or(id)
}
