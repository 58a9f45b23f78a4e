//! The references between the parts of a document, collected while parsing.

use super::ids::{Ids, Names, Thing};

/// The index of an item that a reference names but the document does not have.
pub(super) const UNKNOWN: u32 = u32::MAX;

/// A reference from one item to another of its kind.
#[derive(Clone, Copy)]
pub(super) struct Edge {
    pub from: u32,
    pub to: u32,
    /// Its index among the references of `from`.
    pub nth: u32,
    /// Where it is in the text.
    pub offset: u32,
}

/// The references found so far.
#[derive(Default)]
pub(super) struct ReferenceGraph {
    /// From categories to the ones they are part of.
    pub parents: Vec<Edge>,
    /// Steps up.
    pub promotions: Vec<Edge>,
    /// Steps of the other kinds.
    pub other_steps: Vec<Edge>,
    /// From roles to the ones that they extend.
    pub extends: Vec<Edge>,
    /// The track of each role.
    pub tracks: Vec<Option<u32>>,
    /// For each skill, the last role that requires it, counted from 1, and where in its list.
    pub required_by: Vec<(u32, u32)>,
    /// Whether anything refers to a resource.
    pub resource_used: Vec<bool>,
    /// How many requirements there are, over all roles.
    pub requirements: usize,
    /// The former ids of the roles so far, with the index of the role.
    pub former_roles: Names,
    /// The former ids of the skills so far, with the index of the skill.
    pub former_skills: Names,
    /// The ids of the statements of the current role or skill.
    pub statement_ids: Names,
}

impl ReferenceGraph {
    /// Makes room for the items of the document.
    pub fn resize(&mut self, ids: &Ids) {
        self.required_by = vec![(0, 0); ids.of(Thing::Skill).offsets.len()];
        self.resource_used = vec![false; ids.of(Thing::Resource).offsets.len()];
        self.tracks = vec![None; ids.of(Thing::Role).offsets.len()];
    }
}
