//! The mapping file: what an import cannot know from the source.

mod entries;

use crate::known_ids::KnownIds;
use crate::node::{Key, Node, Value};
use crate::rich_fields::escape_texts;
use crate::source_document::{RefusedSource, SourceProblem, read_node};
use crate::text::plain_text;
use entries::Entries;
use ladder::{FormatVersion, Ladder, nearest, shown};

/// What a mapping file may have.
const SECTIONS: [&str; 9] =
    ["ladder", "columns", "headings", "ids", "skills", "roles", "levels", "cells", "texts"];

/// What a mapping file says.
#[derive(Debug, Default)]
pub struct Mapping {
    /// Fields of the ladder, as they are.
    ladder: Vec<(Key, Node)>,
    columns: Entries,
    headings: Entries,
    ids: Entries,
    skills: Entries,
    roles: Entries,
    cells: Entries,
    texts: Entries,
    levels: Vec<String>,
    known: KnownIds,
}

impl Mapping {
    /// Reads a mapping file in YAML, TOML or JSON.
    ///
    /// # Errors
    /// If it is none of these, or has a section or value that has no meaning.
    pub fn read(name: &str, bytes: &[u8]) -> Result<Self, RefusedSource> {
        let (source, node) = read_node(name, bytes)?;
        let mut mapping = Self::default();
        let mut problems = Vec::new();
        let Value::Object(sections) = node.value else {
            problems
                .push(SourceProblem::error(node.location, "a mapping is an object with sections"));
            return Err(RefusedSource { sources: vec![source], problems });
        };
        for (section, node) in sections {
            mapping.section(&section, node, &mut problems);
        }
        if problems.is_empty() {
            return Ok(mapping);
        }
        Err(RefusedSource { sources: vec![source], problems })
    }

    fn section(&mut self, section: &Key, node: Node, problems: &mut Vec<SourceProblem>) {
        let table = match section.name.as_str() {
            "ladder" => match node.value {
                Value::Object(fields) => {
                    self.ladder = fields;
                    return;
                }
                _ => return problems.push(expected("an object with fields of the ladder", &node)),
            },
            "levels" => match node.value {
                Value::List(items) => {
                    self.levels = items.into_iter().filter_map(|item| written(&item)).collect();
                    return;
                }
                _ => return problems.push(expected("a list of names, the lowest first", &node)),
            },
            "columns" => &mut self.columns,
            "headings" => &mut self.headings,
            "ids" => &mut self.ids,
            "skills" => &mut self.skills,
            "roles" => &mut self.roles,
            "cells" => &mut self.cells,
            "texts" => &mut self.texts,
            other => {
                let meant = nearest(other, &mut SECTIONS.into_iter())
                    .map(|near| format!("; did you mean `{near}`?"));
                let message = format!("a mapping has no section {}", shown(other));
                let message = message
                    + &meant.unwrap_or_else(|| format!("; it has `{}`", SECTIONS.join("`, `")));
                return problems.push(SourceProblem::error(section.location, message));
            }
        };
        let Value::Object(entries) = node.value else {
            return problems
                .push(expected("an object: what the source has, and what it stands for", &node));
        };
        for (from, to) in entries {
            match written(&to) {
                Some(to) => table.insert(from.name, to, from.location),
                None => problems.push(expected("text", &to)),
            }
        }
    }

    /// The entries that no name in the source has asked for: section and name.
    pub(crate) fn unused(&self) -> Vec<(&'static str, &str)> {
        let sections = [
            ("columns", &self.columns),
            ("headings", &self.headings),
            ("ids", &self.ids),
            ("skills", &self.skills),
            ("roles", &self.roles),
            ("cells", &self.cells),
            ("texts", &self.texts),
        ];
        let entries = sections.into_iter();
        entries
            .flat_map(|(section, entries)| {
                entries.unused().into_iter().map(move |name| (section, name))
            })
            .collect()
    }

    /// Whether the mapping says nothing.
    pub(crate) fn is_empty(&self) -> bool {
        self.ladder.is_empty() && self.levels.is_empty() && self.unused().is_empty()
    }

    /// Lets everything of the same name have the ids of this ladder, which [`crate::update`] needs.
    pub fn keep_ids_of(&mut self, ladder: &Ladder) {
        self.known = KnownIds::of(ladder);
    }

    /// The ids that are known by name.
    pub(crate) fn known(&self) -> &KnownIds {
        &self.known
    }

    /// The full name of a skill.
    pub(crate) fn skill<'a>(&'a self, name: &'a str) -> &'a str {
        self.skills.get(name).unwrap_or(name)
    }

    /// Whether the mapping gives another name for this one.
    pub(crate) fn renames_skill(&self, name: &str) -> bool {
        self.skills.get(name).is_some()
    }

    /// What a heading stands for.
    pub(crate) fn heading(&self, name: &str) -> Option<&str> {
        self.headings.get(name)
    }

    /// The text that stands in place of another.
    pub(crate) fn text(&self, text: &str) -> Option<&str> {
        self.texts.get(text)
    }

    /// The full title of a role.
    pub(crate) fn role<'a>(&'a self, title: &'a str) -> &'a str {
        self.roles.get(title).unwrap_or(title)
    }

    /// What a column or label stands for.
    pub(crate) fn column(&self, name: &str) -> Option<&str> {
        self.columns.get(name)
    }

    /// The id of the thing of this name or address.
    pub(crate) fn id(&self, name: &str) -> Option<String> {
        self.ids.get(name).map(str::to_owned)
    }

    /// What a cell of a matrix means.
    pub(crate) fn cell<'a>(&'a self, text: &'a str) -> &'a str {
        self.cells.get(text).unwrap_or(text)
    }

    /// The names of the levels, lowest first; empty if the mapping does not say.
    pub(crate) fn levels(&self) -> &[String] {
        &self.levels
    }

    /// Whether the mapping sets a field of the ladder.
    pub(crate) fn has_field(&self, name: &str) -> bool {
        self.ladder.iter().any(|(key, _)| key.name == name)
    }

    /// Replaces the texts for which the mapping has others, but no ids.
    pub(crate) fn replace_texts(&self, node: &mut Node) {
        const FIELDS: [&str; 16] = [
            "title",
            "summary",
            "name",
            "short_title",
            "short_name",
            "stage",
            "family",
            "grade",
            "focus",
            "impact",
            "description",
            "note",
            "text",
            "group",
            "icon",
            "responsibilities",
        ];
        match &mut node.value {
            Value::Object(fields) => {
                for (key, value) in fields {
                    let items = match &mut value.value {
                        Value::List(items) if key.name == "responsibilities" => {
                            items.as_mut_slice()
                        }
                        _ => std::slice::from_mut(value),
                    };
                    for item in items {
                        let plain = match &item.value {
                            Value::Text(text) => text.clone(),
                            Value::Marked(runs) => plain_text(runs),
                            _ => {
                                self.replace_texts(item);
                                continue;
                            }
                        };
                        let other = self.text(&plain);
                        if let Some(other) = other.filter(|_| FIELDS.contains(&key.name.as_str())) {
                            item.value = Value::Text(other.to_owned());
                        }
                    }
                }
            }
            Value::List(items) => items.iter_mut().for_each(|item| self.replace_texts(item)),
            _ => {}
        }
    }

    /// The format that the mapping says. Then its own texts may have markup.
    pub(crate) fn format(&self) -> Option<FormatVersion> {
        let (_, node) = self.ladder.iter().find(|(key, _)| key.name == "format")?;
        FormatVersion::with_number(written(node)?.parse().ok()?)
    }

    /// Sets the fields of the ladder that the mapping has, in a document of this format. Their places are those
    /// of the first source, because problems are not reported in a mapping.
    pub(crate) fn set_fields(&self, node: &mut Node, format: FormatVersion) {
        let mut own = Node { value: Value::Object(self.ladder.clone()), location: node.location };
        if format == FormatVersion::Two && self.format() != Some(format) {
            escape_texts(&mut own);
        }
        if let (Value::Object(own), Value::Object(fields)) = (own.value, &mut node.value) {
            for (key, node) in own {
                fields.retain(|(known, _)| known.name != key.name);
                fields.push((key, node));
            }
        }
    }
}

/// A value as text.
fn written(node: &Node) -> Option<String> {
    match &node.value {
        Value::Text(text) => Some(text.clone()),
        Value::Number { written, .. } => Some(written.clone()),
        Value::Bool(flag) => Some(flag.to_string()),
        _ => None,
    }
}

fn expected(what: &str, node: &Node) -> SourceProblem {
    SourceProblem::error(node.location, format!("this must be {what}"))
}
