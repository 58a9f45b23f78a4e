//! What the deserializer works on: one value of the document, the ids and references of the rest, and the problems
//! found so far.

use super::ids::{Declared, Ids, Thing};
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
    /// The scale that levels are on, as [`Scales::of_skill`](super::scales::Scales::of_skill) has it.
    pub scale: Option<u32>,
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
        // An unknown scale is reported where it is named.
        let Some((declared, first)) = self.declared(thing) else { return UNKNOWN };
        let index = declared.names.get(&id).map(|index| index + first);
        if index.is_none() && self.report.admits(Severity::Error) {
            let hint = self.similar(&id, thing);
            let (noun, scale) = (thing.noun(), self.scale_name(thing));
            let message = format!("unknown {noun} {}{scale}{hint}", shown(&id));
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

    /// Uses the scale of the skill with the id at `node`, for the levels that follow.
    pub fn use_scale_of(&mut self, node: Option<NodeId>) {
        let scales = &self.ids.scales;
        if !scales.is_empty() {
            let id = node.and_then(|node| self.tree.string(node));
            let skill = id.and_then(|id| self.ids.of(Thing::Skill).names.get(&id));
            self.scale = skill.map_or(Some(UNKNOWN), |skill| scales.of_skill(skill as usize));
        }
    }

    /// The ids of one kind, and the index of the first; for levels those of the scale. `None` if that is unknown.
    fn declared(&self, thing: Thing) -> Option<(&Declared, u32)> {
        match (thing, self.scale) {
            (Thing::Level, Some(scale)) => {
                self.ids.scales.levels(scale).map(|(declared, first)| (declared, *first))
            }
            _ => Some((self.ids.of(thing), 0)),
        }
    }

    /// Which scale a level is on, for messages; empty if there is only one.
    fn scale_name(&self, thing: Thing) -> String {
        let scale = self.scale.filter(|_| thing == Thing::Level);
        let scales = self.ids.of(Thing::Scale).by_index();
        let id = scale.and_then(|scale| scales.get(scale as usize).copied().flatten());
        id.map_or_else(String::new, |id| format!(" on the scale {}", shown(id)))
    }

    /// Suggests a known id in place of an unknown one, as the end of a sentence.
    #[inline(never)]
    fn similar(&mut self, id: &str, thing: Thing) -> String {
        let Some((declared, _)) = self.declared(thing) else { return String::new() };
        if declared.offsets.is_empty() {
            return match (thing, self.scale) {
                (Thing::Level, Some(_)) => "; the scale has no levels".into(),
                _ => format!("; the ladder has no `{}`", thing.field()),
            };
        }
        let Some(left) = self.comparisons.checked_sub(declared.offsets.len()) else {
            return String::new();
        };
        let meant = did_you_mean(nearest(id, &mut declared.by_index().into_iter().flatten()));
        *self.comparisons = left;
        meant
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
