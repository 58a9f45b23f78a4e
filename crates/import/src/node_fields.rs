//! Fields of objects, and lists in them.

use crate::node::{Key, Node, Value};

impl Node {
    /// The value of a field.
    pub fn field(&self, name: &str) -> Option<&Self> {
        let Value::Object(fields) = &self.value else { return None };
        fields.iter().find(|(key, _)| key.name == name).map(|(_, node)| node)
    }

    /// The text of a field.
    pub fn text_field(&self, name: &str) -> Option<&str> {
        match &self.field(name)?.value {
            Value::Text(text) => Some(text),
            _ => None,
        }
    }

    /// Sets a field of an object.
    pub fn set(&mut self, name: &str, node: Self) {
        let Value::Object(fields) = &mut self.value else { return };
        match fields.iter_mut().find(|(key, _)| key.name == name) {
            Some((_, old)) => *old = node,
            None => {
                fields.push((Key { name: name.to_owned(), location: node.location }, node));
            }
        }
    }

    /// Sets a field to a text.
    pub fn set_text(&mut self, name: &str, text: &str) {
        let node = Self { value: Value::Text(text.to_owned()), location: self.location };
        self.set(name, node);
    }

    /// Sets a field to a text, or removes it.
    pub fn set_or_remove(&mut self, name: &str, text: Option<&str>) {
        match text {
            Some(text) => self.set_text(name, text),
            None => self.remove(name),
        }
    }

    /// Removes a field.
    pub fn remove(&mut self, name: &str) {
        if let Value::Object(fields) = &mut self.value {
            fields.retain(|(key, _)| key.name != name);
        }
    }

    /// The items of the list in a field; none if it has no list.
    pub fn items(&self, name: &str) -> &[Self] {
        match self.field(name).map(|node| &node.value) {
            Some(Value::List(items)) => items,
            _ => &[],
        }
    }

    /// Takes the items of the list in a field out of it.
    pub fn take_items(&mut self, name: &str) -> Vec<Self> {
        let Value::Object(fields) = &mut self.value else { return Vec::new() };
        let found = fields.iter_mut().find(|(key, _)| key.name == name);
        match found.map(|(_, node)| &mut node.value) {
            Some(Value::List(items)) => std::mem::take(items),
            _ => Vec::new(),
        }
    }

    /// Puts a list into a field.
    pub fn set_items(&mut self, name: &str, items: Vec<Self>) {
        let list = Self { value: Value::List(items), location: self.location };
        self.set(name, list);
    }
}
