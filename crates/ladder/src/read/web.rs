//! What holds between the parts of a document: who asks for what, who leads where.

use super::ids::{Ids, Names, Thing};

/// A reference from one thing to another of its kind.
#[derive(Clone, Copy)]
pub(super) struct Thread {
    pub from: u32,
    pub to: u32,
    /// The place among the references of `from`.
    pub nth: u32,
    /// Where it stands in the text.
    pub offset: u32,
}

/// What was met so far of the references in a document.
#[derive(Default)]
pub(super) struct Web {
    /// Categories and the ones they are part of.
    pub parents: Vec<Thread>,
    /// Authored steps up.
    pub promotions: Vec<Thread>,
    /// Authored steps of the other kinds.
    pub sideways: Vec<Thread>,
    /// The track of each role.
    pub tracks: Vec<Option<u32>>,
    /// For each skill, the last role that asks for it and where in its list, counted from 1.
    pub asked: Vec<(u32, u32)>,
    /// Whether anything refers to a resource.
    pub referred: Vec<bool>,
    /// Requirements met.
    pub requirements: usize,
    /// The ids of the statements of the role that is being read.
    pub statements: Names,
}

impl Web {
    /// Makes room for what the document declares.
    pub fn fit(&mut self, ids: &Ids) {
        self.asked = vec![(0, 0); ids.of(Thing::Skill).offsets.len()];
        self.referred = vec![false; ids.of(Thing::Resource).offsets.len()];
        self.tracks = vec![None; ids.of(Thing::Role).offsets.len()];
    }
}
