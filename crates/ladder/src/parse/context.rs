//! What the deserializer works on: one value of the document, the ids and references of the rest, and the problems
//! found so far.

use super::ids::{Ids, Thing};
use super::limits::CHARACTERS;
use super::reference_graph::{ReferenceGraph, UNKNOWN};
use super::report::Report;
use super::suggest::{did_you_mean, nearest};
use super::token_tree::{Kind, NodeId, TokenTree, push_step};
use crate::problem::Severity;
use crate::quote::shown;
use std::borrow::Cow;

/// One value that is being parsed, and the state that its problems and references are added to.
pub(super) struct Context<'r, 'a> {
    pub tree: TokenTree<'r, 'a>,
    /// The list that the value is an item of, and its index there; `None` for the document.
    pub base: Option<(&'static str, usize)>,
    pub ids: &'r Ids,
    pub graph: &'r mut ReferenceGraph,
    pub report: &'r mut Report,
    /// How many more ids may be compared with unknown ones, for suggestions.
    pub comparisons: &'r mut usize,
    /// Whether texts may have markup.
    pub has_markup: bool,
    /// Set when the current list reaches a limit, so that the rest of it is skipped.
    pub list_is_full: bool,
}

impl<'a> Context<'_, 'a> {
    /// The content of a text, within the limit. Reports anything else.
    #[inline(never)]
    pub fn string(&mut self, node: NodeId) -> Option<Cow<'a, str>> {
        let Some(text) = self.tree.string(node) else {
            self.wrong_type(node, "text");
            return None;
        };
        if text.len() > CHARACTERS && text.chars().count() > CHARACTERS {
            self.field_error(node, "is too long (limit: 10,000 characters)");
            return None;
        }
        Some(text)
    }

    /// The index of the item that the id at `node` names; [`UNKNOWN`] if there is none.
    #[inline(never)]
    pub fn reference(&mut self, node: NodeId, thing: Thing) -> u32 {
        let Some(id) = self.string(node) else { return UNKNOWN };
        let index = self.ids.of(thing).names.get(&id);
        if index.is_none() && self.report.admits(Severity::Error) {
            let hint = self.similar(&id, thing);
            let message = format!("unknown {} {}{hint}", thing.noun(), shown(&id));
            self.add_problem(Severity::Error, node, message);
        }
        if let Some(index) = index
            && thing == Thing::Resource
            && let Some(used) = self.graph.resource_used.get_mut(index as usize)
        {
            *used = true;
        }
        index.unwrap_or(UNKNOWN)
    }

    /// Suggests a known id in place of an unknown one, as the end of a sentence.
    #[inline(never)]
    fn similar(&mut self, id: &str, thing: Thing) -> String {
        let declared = self.ids.of(thing);
        if declared.offsets.is_empty() {
            return format!("; the ladder has no `{}`", thing.field());
        }
        let Some(left) = self.comparisons.checked_sub(declared.offsets.len()) else {
            return String::new();
        };
        *self.comparisons = left;
        did_you_mean(nearest(id, &mut declared.by_index().into_iter().flatten()))
    }

    /// Reports a required field that is missing from the object at `object`.
    pub fn missing_field(&mut self, object: NodeId, noun: &str, field: &str) {
        if self.report.admits(Severity::Error) {
            let message = format!("{noun} is missing the required field `{field}`");
            let mut pointer = self.pointer(object);
            push_step(&mut pointer, field);
            let offset = self.tree.offset(object) as usize;
            self.report.add(Severity::Error, offset, pointer, message);
        }
    }

    /// Reports a value of a wrong type.
    pub fn wrong_type(&mut self, node: NodeId, expected: &str) {
        let found = match self.tree.kind(node) {
            Kind::Number => self.tree.written(node),
            kind => kind.noun(),
        };
        self.field_error(node, &format!("must be {expected}, not {found}"));
    }

    /// Reports what is wrong with a field's value, in words that follow the field's name.
    pub fn field_error(&mut self, node: NodeId, fault: &str) {
        if self.report.admits(Severity::Error) {
            let message = format!("{} {fault}", self.field_name(node));
            self.add_problem(Severity::Error, node, message);
        }
    }

    /// Reports an error at a node.
    pub fn error(&mut self, node: NodeId, message: String) {
        if self.report.admits(Severity::Error) {
            self.add_problem(Severity::Error, node, message);
        }
    }

    /// Reports a warning at a node.
    pub fn warning(&mut self, node: NodeId, message: String) {
        if self.report.admits(Severity::Warning) {
            self.add_problem(Severity::Warning, node, message);
        }
    }

    /// Adds a problem that the report admitted.
    pub fn add_problem(&mut self, severity: Severity, node: NodeId, message: String) {
        let pointer = self.pointer(node);
        self.report.add(severity, self.tree.offset(node) as usize, pointer, message);
    }

    /// The name of the field that holds a value, in quotes; for an item the field of its list.
    fn field_name(&self, node: NodeId) -> String {
        let pointer = self.pointer(node);
        let is_name = |step: &&str| !step.bytes().all(|b| b.is_ascii_digit());
        let name = pointer.rsplit('/').find(is_name).unwrap_or_default();
        if pointer.ends_with(name) { shown(name) } else { format!("each item of {}", shown(name)) }
    }

    fn pointer(&self, node: NodeId) -> String {
        let mut pointer = String::new();
        if let Some((field, index)) = self.base {
            push_step(&mut pointer, field);
            push_step(&mut pointer, &index.to_string());
        }
        pointer + &self.tree.pointer_to(node)
    }
}
