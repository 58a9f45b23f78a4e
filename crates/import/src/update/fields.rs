//! Fields that a table has replace those of the ladder.

use crate::node::{Key, Node, Value};
use std::collections::HashMap;

/// Lists of a role or a skill whose items are found by a reference or text of theirs.
const LISTS: [&str; 5] = ["responsibilities", "statements", "next", "extends", "resources"];
/// What an item of a list is found by.
const KEYS: [&str; 4] = ["text", "role", "resource", "id"];

/// Sets the fields of `changes` for which `is_kept` is false.
pub(super) fn merge_fields(node: &mut Node, changes: &Node, is_kept: impl Fn(&str) -> bool) {
    let Value::Object(fields) = &changes.value else { return };
    for (Key { name, .. }, value) in fields.iter().filter(|(key, _)| !is_kept(&key.name)) {
        match &value.value {
            Value::List(new) if LISTS.contains(&name.as_str()) => {
                let merged = replace_items(node.take_items(name), new.clone());
                node.set_items(name, merged);
            }
            _ => node.set(name, value.clone()),
        }
    }
}

/// Sets what levels mean, for the levels that `changes` has.
pub(super) fn merge_levels(node: &mut Node, changes: &Node) {
    let Some(Value::Object(new)) = changes.field("levels").map(|node| &node.value) else { return };
    let empty = Node { value: Value::Object(Vec::new()), location: node.location };
    let mut levels = node.field("levels").cloned().unwrap_or(empty);
    for (Key { name, .. }, meaning) in new {
        let mut merged = levels.field(name).unwrap_or(meaning).clone();
        merge_fields(&mut merged, meaning, |_| false);
        levels.set(name, merged);
    }
    node.set("levels", levels);
}

/// The old items with the fields of the new ones of the same id, and after them the other new ones.
pub(super) fn merge_items(mut old: Vec<Node>, new: Vec<Node>) -> Vec<Node> {
    let by_key: HashMap<String, usize> =
        old.iter().enumerate().filter_map(|(at, node)| Some((key_of(node)?, at))).collect();
    for node in new {
        match key_of(&node).and_then(|key| by_key.get(&key)).and_then(|at| old.get_mut(*at)) {
            // Names are shown with what tells them apart, and levels have an order.
            Some(known) => {
                merge_fields(known, &node, |name| {
                    ["id", "name", "title", "levels"].contains(&name)
                });
            }
            None => old.push(node),
        }
    }
    old
}

/// The new items, each with the other fields of the old item that has the same reference or text.
fn replace_items(old: Vec<Node>, new: Vec<Node>) -> Vec<Node> {
    let mut by_key: HashMap<String, Node> =
        old.into_iter().filter_map(|node| Some((key_of(&node)?, node))).collect();
    let kept = |node: Node| {
        let Some(mut known) = key_of(&node).and_then(|key| by_key.remove(&key)) else {
            return node;
        };
        merge_fields(&mut known, &node, |_| false);
        known
    };
    new.into_iter().map(kept).collect()
}

/// What an item is found by.
pub(super) fn key_of(node: &Node) -> Option<String> {
    match &node.value {
        Value::Text(text) => Some(text.clone()),
        _ => KEYS.iter().find_map(|key| node.text_field(key)).map(str::to_owned),
    }
}

/// An item as an object, if it is the short form: nothing but a reference.
pub(super) fn as_object(node: Node, field: &str) -> Node {
    let location = node.location;
    match node.value {
        Value::Text(_) => {
            let key = Key { name: field.to_owned(), location };
            Node { value: Value::Object(vec![(key, node)]), location }
        }
        value => Node { value, location },
    }
}
