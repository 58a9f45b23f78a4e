//! Reads YAML: one document, without tags; aliases are expanded within a bound.

use crate::node::{Key, Node, Value};
use crate::source::Location;
use crate::source_document::SourceProblem;
use crate::yaml_scalar::plain_scalar;
use ladder::shown;
use saphyr_parser::{Event, Parser, ScalarStyle, Span};
use std::collections::{HashMap, HashSet};

/// The most that aliases may add, in values and bytes of text.
const MAX_EXPANSION: usize = 4 * 1024 * 1024;
/// The deepest nesting, as for JSON.
const MAX_NESTING: usize = 64;

/// The value of a YAML text; `None` if it has problems.
pub(crate) fn read_yaml(text: &str, problems: &mut Vec<SourceProblem>) -> Option<Node> {
    let mut reader =
        YamlReader { problems, open: Vec::new(), anchors: HashMap::new(), expanded: 0, root: None };
    let mut parser = Parser::new_from_str(text);
    let mut documents = 0;
    while let Some(event) = parser.next_event() {
        let (event, span) = match event {
            Ok(event) => event,
            Err(error) => {
                let at =
                    Location::at(to_u32(error.marker().line()), to_u32(error.marker().col() + 1));
                let message = format!("this is not YAML: {}", error.info());
                reader.problems.push(SourceProblem::error(at, message));
                return None;
            }
        };
        if matches!(event, Event::DocumentStart(_)) {
            documents += 1;
            if documents > 1 {
                let message = "this file has more than one YAML document; a ladder is one document";
                reader.problems.push(SourceProblem::error(start(span), message));
                return None;
            }
        }
        reader.event(event, span)?;
    }
    let YamlReader { root, problems, .. } = reader;
    if root.is_none() && problems.is_empty() {
        problems.push(SourceProblem::error(Location::at(1, 1), "the file is empty"));
    }
    root.filter(|_| problems.is_empty())
}

/// A list or an object that is not complete.
struct Open {
    node: Node,
    anchor: usize,
    /// The name of the field whose value comes next.
    key: Option<Key>,
    names: HashSet<String>,
    /// Fields of `<<`, which others win over.
    merged: Vec<(Key, Node)>,
    depth: usize,
}

/// A value with a name, for aliases.
struct Anchor {
    node: Node,
    size: usize,
    depth: usize,
}

struct YamlReader<'p> {
    problems: &'p mut Vec<SourceProblem>,
    open: Vec<Open>,
    anchors: HashMap<usize, Anchor>,
    expanded: usize,
    root: Option<Node>,
}

impl YamlReader<'_> {
    /// Handles one event; `None` if reading cannot go on.
    fn event(&mut self, event: Event<'_>, span: Span) -> Option<()> {
        let location = start(span);
        match event {
            Event::Scalar(text, style, anchor, tag) => {
                self.refuse_tag(tag.is_some(), location);
                let value = match style {
                    ScalarStyle::Plain => plain_scalar(&text),
                    _ => Value::Text(text.clone().into_owned()),
                };
                let awaits_key = self.open.last().is_some_and(Open::awaits_key);
                if awaits_key && style == ScalarStyle::Plain && text.is_empty() {
                    self.problem(
                        location,
                        "a field’s name is missing before this colon".to_owned(),
                    );
                }
                let node = if awaits_key {
                    Node { value: Value::Text(text.into_owned()), location }
                } else {
                    Node { value, location }
                };
                self.complete(node, anchor, 0)
            }
            Event::SequenceStart(anchor, tag) => {
                self.refuse_tag(tag.is_some(), location);
                self.start(Value::List(Vec::new()), anchor, location)
            }
            Event::MappingStart(anchor, tag) => {
                self.refuse_tag(tag.is_some(), location);
                self.start(Value::Object(Vec::new()), anchor, location)
            }
            Event::SequenceEnd | Event::MappingEnd => {
                let mut open = self.open.pop()?;
                if let Value::Object(fields) = &mut open.node.value {
                    let merged = open.merged.into_iter();
                    fields.extend(merged.filter(|(key, _)| open.names.insert(key.name.clone())));
                }
                self.complete(open.node, open.anchor, open.depth)
            }
            Event::Alias(anchor) => self.alias(anchor, location),
            _ => Some(()),
        }
    }

    fn start(&mut self, value: Value, anchor: usize, location: Location) -> Option<()> {
        if self.open.last().is_some_and(Open::awaits_key) {
            self.problem(
                location,
                "a field’s name must be text, not a list or an object".to_owned(),
            );
            return None;
        }
        if self.open.len() >= MAX_NESTING {
            self.problem(
                location,
                format!("lists and objects are nested deeper than {MAX_NESTING}"),
            );
            return None;
        }
        self.open.push(Open {
            node: Node { value, location },
            anchor,
            key: None,
            names: HashSet::new(),
            merged: Vec::new(),
            depth: 0,
        });
        Some(())
    }

    /// Adds a complete value to the list or object it is in.
    fn complete(&mut self, node: Node, anchor: usize, depth: usize) -> Option<()> {
        if anchor > 0 {
            self.anchors.insert(anchor, Anchor { size: size(&node), node: node.clone(), depth });
        }
        let Some(open) = self.open.last_mut() else {
            self.root = Some(node);
            return Some(());
        };
        open.depth = open.depth.max(depth + 1);
        match &mut open.node.value {
            Value::List(items) => items.push(node),
            Value::Object(fields) => match open.key.take() {
                None => {
                    let Value::Text(name) = node.value else { return Some(()) };
                    let key = Key { name, location: node.location };
                    if key.name != "<<" && !open.names.insert(key.name.clone()) {
                        let message =
                            format!("the field {} is here twice; keep one", shown(&key.name));
                        self.problems.push(SourceProblem::error(key.location, message));
                    }
                    open.key = Some(key);
                }
                Some(key) if key.name == "<<" => return self.merge(node),
                Some(key) => fields.push((key, node)),
            },
            _ => {}
        }
        Some(())
    }

    /// Adds the fields of another object, or of a list of objects, where there is none of the name.
    fn merge(&mut self, node: Node) -> Option<()> {
        let location = node.location;
        let objects = match node.value {
            Value::List(items) => items,
            value => vec![Node { value, location }],
        };
        for object in objects {
            let Value::Object(fields) = object.value else {
                self.problem(location, "`<<` takes an object, such as `*name` of one".to_owned());
                continue;
            };
            if let Some(open) = self.open.last_mut() {
                open.merged.extend(fields);
            }
        }
        Some(())
    }

    fn alias(&mut self, anchor: usize, location: Location) -> Option<()> {
        if self.open.last().is_some_and(Open::awaits_key) {
            self.problem(location, "a field’s name must be written out, not an alias".to_owned());
            return None;
        }
        let Some(found) = self.anchors.get(&anchor) else {
            self.problem(location, "this alias is part of what it stands for".to_owned());
            return None;
        };
        self.expanded += found.size;
        if self.expanded > MAX_EXPANSION || self.open.len() + found.depth > MAX_NESTING {
            let message =
                "the aliases of this document stand for too much; write out what you need";
            self.problem(location, message.to_owned());
            return None;
        }
        let (node, depth) = (found.node.clone(), found.depth);
        self.complete(node, 0, depth)
    }

    fn refuse_tag(&mut self, has_tag: bool, location: Location) {
        if has_tag {
            let message = "tags (words that begin with `!`) have no meaning in a ladder; remove it";
            self.problem(location, message.to_owned());
        }
    }

    fn problem(&mut self, location: Location, message: String) {
        self.problems.push(SourceProblem::error(location, message));
    }
}

impl Open {
    /// Whether the next value is the name of a field.
    fn awaits_key(&self) -> bool {
        matches!(self.node.value, Value::Object(_)) && self.key.is_none()
    }
}

/// The values in a value, and the bytes of its texts.
fn size(node: &Node) -> usize {
    1 + match &node.value {
        Value::Text(text) => text.len(),
        Value::List(items) => items.iter().map(size).sum(),
        Value::Object(fields) => {
            fields.iter().map(|(key, value)| key.name.len() + size(value)).sum()
        }
        _ => 0,
    }
}

fn start(span: Span) -> Location {
    Location::at(to_u32(span.start.line()), to_u32(span.start.col() + 1))
}

fn to_u32(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}
