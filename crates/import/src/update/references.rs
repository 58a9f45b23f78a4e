//! References to roles and skills that are gone.

use super::fields::key_of;
use crate::node::{Node, Value};
use std::collections::HashSet;

/// Removes the references to roles and skills that are in `gone`.
pub(super) fn remove_references(document: &mut Node, gone: &HashSet<String>, lists: &[&str]) {
    let Value::Object(fields) = &mut document.value else { return };
    for (key, value) in fields.iter_mut().filter(|(key, _)| key.name != "ext") {
        if let Value::List(items) = &mut value.value {
            if lists.contains(&key.name.as_str()) {
                items.retain(|item| key_of(item).is_none_or(|key| !gone.contains(&key)));
            }
            items.iter_mut().for_each(|item| remove_references(item, gone, lists));
        }
    }
}

/// Removes the skill that a responsibility is about where it is gone.
pub(super) fn remove_subjects(document: &mut Node, gone: &HashSet<String>) {
    if document.text_field("skill").is_some_and(|skill| gone.contains(skill)) {
        document.remove("skill");
    }
    let Value::Object(fields) = &mut document.value else { return };
    for (_, value) in fields.iter_mut().filter(|(key, _)| key.name != "ext") {
        if let Value::List(items) = &mut value.value {
            items.iter_mut().for_each(|item| remove_subjects(item, gone));
        }
    }
}
