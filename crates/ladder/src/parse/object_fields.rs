//! Finds the fields of an object, and reports unknown and duplicate ones.

use super::context::Context;
use super::ids::Names;
use super::suggest::{did_you_mean, nearest};
use super::token_tree::{Kind, NodeId};
use crate::document::shape::Shape;
use crate::problem::Severity;
use crate::quote::shown;

/// The most fields that a type of the document may have.
pub(super) const MOST_FIELDS: usize = 32;

/// The values of an object's fields, in the order of the fields; `None` if left out or null.
pub(super) type FieldValues = [Option<NodeId>; MOST_FIELDS];

impl Context<'_, '_> {
    /// Finds the values of these fields of the object at `node`. Text may be the short form of an object.
    /// False if the value is neither.
    #[inline(never)]
    pub fn fields(
        &mut self,
        node: NodeId,
        shape: Shape,
        fields: &'static [&'static str],
        values: &mut FieldValues,
    ) -> bool {
        match (self.tree.kind(node), shape.short) {
            (Kind::Object, _) => self.find_fields(node, shape, fields, values),
            (Kind::Text | Kind::Escaped, Some(short)) => {
                let mut slots = fields.iter().zip(values);
                if let Some((_, slot)) = slots.find(|(field, _)| **field == short) {
                    *slot = Some(node);
                }
            }
            (kind, _) => {
                let Shape { noun, form, .. } = shape;
                self.error(node, format!("{noun} must be {form}, not {}", kind.noun()));
                return false;
            }
        }
        true
    }

    fn find_fields(
        &mut self,
        node: NodeId,
        shape: Shape,
        fields: &'static [&'static str],
        values: &mut FieldValues,
    ) {
        let tree = self.tree;
        let (mut found, mut unknown, mut is_duplicate) = (0_u32, 0, false);
        let mut after_last = 0;
        for key in tree.keys(node) {
            let name = tree.key(key);
            // Documents mostly keep the order of the fields: look after the last one first.
            let (before, after) = fields.split_at(after_last);
            let ahead = after.iter().position(|field| *field == name);
            let nth = match ahead {
                Some(ahead) => Some(after_last + ahead),
                None => before.iter().position(|field| *field == name),
            };
            if let Some((nth, slot)) = nth.and_then(|nth| Some((nth, values.get_mut(nth)?))) {
                after_last = nth + 1;
                is_duplicate |= found & (1 << nth) != 0;
                found |= 1 << nth;
                // `$schema` is for editors; any value is accepted.
                let is_ignored = name == "$schema" && !tree.is_text(key.after());
                if slot.is_none() && tree.kind(key.after()) != Kind::Null && !is_ignored {
                    *slot = Some(key.after());
                }
            } else {
                unknown += 1;
                self.unknown_field(key, &name, shape.noun, fields);
                self.duplicate_keys_below(key.after());
            }
        }
        if is_duplicate || unknown > 1 {
            self.duplicate_keys(node);
        }
    }

    #[inline(never)]
    fn unknown_field(&mut self, key: NodeId, name: &str, noun: &str, fields: &[&'static str]) {
        self.report.is_lossy = true;
        if !self.report.admits(Severity::Warning) {
            return;
        }
        let other = match name {
            "name" => "title",
            "title" => "name",
            _ => name,
        };
        let mut known = fields.iter().copied();
        let meant =
            known.clone().find(|known| *known == other).or_else(|| nearest(name, &mut known));
        let meant = did_you_mean(meant);
        let message = format!("unknown field in {noun}: {}{meant}", shown(name));
        self.add_problem(Severity::Warning, key, message);
    }

    /// Reports the duplicate keys of all objects in the value at `node`.
    pub fn duplicate_keys_below(&mut self, node: NodeId) {
        let mut inner = node;
        while inner < self.tree.next(node) {
            if self.tree.kind(inner) == Kind::Object {
                self.duplicate_keys(inner);
            }
            inner = inner.after();
        }
    }

    /// Reports the duplicate keys of the object at `node`.
    pub fn duplicate_keys(&mut self, node: NodeId) {
        let mut names = Names::default();
        for key in self.tree.keys(node) {
            let name = self.tree.key(key);
            if names.insert(name.clone(), 0).is_some() {
                self.error(key, format!("duplicate field {}", shown(&name)));
            }
        }
    }
}
