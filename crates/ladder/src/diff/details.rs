//! What changed in the fields of one item.

use super::names::Names;
use super::{DetailChange, WordChange};
use crate::compare::{DiffBudget, StatementChange, statement_changes, word_diff};
use crate::document::Statement;
use serde_json::{Map, Value};
use std::collections::{HashMap, HashSet};

/// Lists of references: the field with the id, and the list that it refers to. Items of other lists go by a name.
const REFERENCES: [(&str, &str, &str); 6] = [
    ("skills", "skill", "skills"),
    ("resources", "resource", "resources"),
    ("reading", "resource", "resources"),
    ("next", "role", "roles"),
    ("notes", "title", ""),
    ("levels", "name", ""),
];

/// Lists of statements.
const STATEMENTS: [&str; 2] = ["responsibilities", "statements"];

type Fields = Map<String, Value>;

/// The differences of two items, field by field: names first, longer lists last.
pub(super) fn details(
    before: &Fields,
    after: &Fields,
    names: &Names,
    budget: &mut DiffBudget,
) -> Vec<DetailChange> {
    let mut found = DetailDiff { names, budget, path: Vec::new(), changes: Vec::new() };
    found.fields(before, after);
    found.changes
}

struct DetailDiff<'a> {
    names: &'a Names,
    budget: &'a mut DiffBudget,
    path: Vec<String>,
    changes: Vec<DetailChange>,
}

impl DetailDiff<'_> {
    fn fields(&mut self, before: &Fields, after: &Fields) {
        let rank = |field: &str| match field {
            "title" | "name" => 0,
            "responsibilities" | "statements" => 2,
            "skills" | "levels" => 3,
            "resources" | "next" => 4,
            _ => 1,
        };
        let mut fields: Vec<&String> = before.keys().chain(after.keys()).collect();
        fields.sort_by_key(|field| (rank(field), field.as_str()));
        fields.dedup();
        for field in fields {
            let (old, new) = (before.get(field), after.get(field));
            if old != new {
                self.within(field, |found| found.field(field, old, new));
            }
        }
    }

    fn within(&mut self, step: &str, then: impl FnOnce(&mut Self)) {
        self.path.push(step.to_owned());
        then(self);
        self.path.pop();
    }

    fn field(&mut self, field: &str, old: Option<&Value>, new: Option<&Value>) {
        let empty = Value::Array(Vec::new());
        match (old, new) {
            (Some(Value::Array(_)), _) | (_, Some(Value::Array(_))) => {
                let list = |value: Option<&Value>| {
                    value.unwrap_or(&empty).as_array().cloned().unwrap_or_default()
                };
                self.list(field, &list(old), &list(new));
            }
            (Some(Value::Object(_)), _) | (_, Some(Value::Object(_))) if field != "ext" => {
                let fields = |value: Option<&Value>| {
                    value.and_then(Value::as_object).cloned().unwrap_or_default()
                };
                let (old, new) = (fields(old), fields(new));
                if field == "levels" { self.levels(&old, &new) } else { self.fields(&old, &new) }
            }
            _ => {
                let text =
                    |value: Option<&Value>| value.map(|value| self.names.value(field, value));
                let (old, new) = (text(old), text(new));
                self.text(old, new);
            }
        }
    }

    /// What levels mean for a skill.
    fn levels(&mut self, old: &Fields, new: &Fields) {
        let mut levels: Vec<&String> = old.keys().chain(new.keys()).collect();
        levels.sort();
        levels.dedup();
        for level in levels {
            let fields = |fields: &Fields| {
                fields.get(level).and_then(Value::as_object).cloned().unwrap_or_default()
            };
            let name = self.names.name("scale", level).to_owned();
            self.within(&name, |found| found.fields(&fields(old), &fields(new)));
        }
    }

    fn list(&mut self, field: &str, old: &[Value], new: &[Value]) {
        if STATEMENTS.contains(&field) {
            return self.statements(old, new);
        }
        match REFERENCES.iter().find(|(list, ..)| *list == field) {
            Some((_, key, list)) => self.references(key, list, old, new),
            None => {
                let text = |value: &Value| self.names.value(field, value);
                let (old, new): (Vec<_>, Vec<_>) =
                    (old.iter().map(text).collect(), new.iter().map(text).collect());
                for gone in old.iter().filter(|text| !new.contains(text)) {
                    self.text(Some(gone.clone()), None);
                }
                for added in new.iter().filter(|text| !old.contains(text)) {
                    self.text(None, Some(added.clone()));
                }
            }
        }
    }

    /// References added, removed or changed.
    fn references(&mut self, key: &str, list: &str, old: &[Value], new: &[Value]) {
        let fields = |value: &Value| match value {
            Value::Object(fields) => fields.clone(),
            id => Map::from_iter([(key.to_owned(), id.clone())]),
        };
        let key_of = |fields: &Fields| {
            fields.get(key).and_then(Value::as_str).unwrap_or_default().to_owned()
        };
        let entries = |values: &[Value]| -> Vec<(String, Fields)> {
            values.iter().map(fields).map(|fields| (key_of(&fields), fields)).collect()
        };
        let (old, new) = (entries(old), entries(new));
        let name = |names: &Names, id: &str| names.name(list, id).to_owned();
        let in_new: HashSet<&str> = new.iter().map(|(id, _)| id.as_str()).collect();
        let in_old: HashMap<&str, &Fields> =
            old.iter().map(|(id, fields)| (id.as_str(), fields)).collect();
        for (id, fields) in &old {
            if !in_new.contains(id.as_str()) {
                let name = name(self.names, id);
                let summary = self.summary(key, fields);
                self.within(&name, |found| found.text(Some(summary), None));
            }
        }
        for (id, after) in &new {
            let name = name(self.names, id);
            match in_old.get(id.as_str()) {
                Some(before) => self.within(&name, |found| found.fields(before, after)),
                None => {
                    let summary = self.summary(key, after);
                    self.within(&name, |found| found.text(None, Some(summary)));
                }
            }
        }
    }

    /// A reference's other fields, joined by commas.
    fn summary(&self, key: &str, fields: &Fields) -> String {
        let others = fields.iter().filter(|(field, value)| *field != key && !value.is_array());
        others.map(|(field, value)| self.names.value(field, value)).collect::<Vec<_>>().join(", ")
    }

    fn statements(&mut self, old: &[Value], new: &[Value]) {
        let (before, after) = (statements(old), statements(new));
        for change in statement_changes(&before, &after) {
            match change {
                StatementChange::Added(to) => self.text(None, Some(after[to].text.to_string())),
                StatementChange::Removed(from) => {
                    self.text(Some(before[from].text.to_string()), None)
                }
                StatementChange::Reworded(from, to) => {
                    self.text(
                        Some(before[from].text.to_string()),
                        Some(after[to].text.to_string()),
                    );
                    self.other_fields(&old[from], &new[to], &after[to].text);
                }
                StatementChange::Unchanged(from, to) => {
                    self.other_fields(&old[from], &new[to], &after[to].text);
                }
            }
        }
    }

    /// What changed in a statement apart from its text.
    fn other_fields(&mut self, old: &Value, new: &Value, text: &str) {
        let fields = |value: &Value| {
            let mut fields = value.as_object().cloned().unwrap_or_default();
            fields.remove("text");
            fields
        };
        let (old, new) = (fields(old), fields(new));
        if old != new {
            self.within(text, |found| found.fields(&old, &new));
        }
    }

    fn text(&mut self, before: Option<String>, after: Option<String>) {
        let mut words = Vec::new();
        if let (Some(before), Some(after)) = (&before, &after) {
            let parts = word_diff(before, after, self.budget);
            // A text of which nothing is left has been replaced, not reworded.
            if parts.iter().any(|part| part.tag == similar::ChangeTag::Equal) {
                words = parts
                    .into_iter()
                    .map(|part| WordChange {
                        tag: part.tag,
                        text: format!("{}{}", part.space, part.text),
                    })
                    .collect();
            }
        }
        self.changes.push(DetailChange { path: self.path.clone(), before, after, words });
    }
}

fn statements(values: &[Value]) -> Vec<Statement> {
    let statement = |value: &Value| {
        let fields = value.as_object();
        let field = |name| fields.and_then(|fields| fields.get(name)).and_then(Value::as_str);
        let text = value.as_str().or_else(|| field("text")).unwrap_or_default().to_owned();
        let id = field("id").and_then(crate::Id::new);
        Statement { id, text: text.into(), ..Statement::default() }
    };
    values.iter().map(statement).collect()
}
