//! The steps between roles, authored or implied, and what is carried up them.

use super::model::{Document, RoleIx, SkillIx};
use super::role::{Edge, EdgeKind};
use std::collections::HashMap;

/// Where each role leads, what leads to it, and which skills it carries.
#[derive(Debug, PartialEq, Eq)]
pub struct Steps {
    from: Vec<Vec<Edge>>,
    below: Vec<Vec<RoleIx>>,
    /// For each role, the skills asked for on the path below it; empty where nothing is carried.
    carried: Vec<SkillSet>,
    words: usize,
}

type SkillSet = Box<[u64]>;

impl Steps {
    pub(super) fn of(document: &Document) -> Self {
        let from = edges(document);
        let mut below = vec![Vec::new(); from.len()];
        for (role, edges) in document.role_places().zip(&from) {
            for edge in edges.iter().filter(|edge| edge.kind == EdgeKind::Promotion) {
                below[edge.to.at()].push(role);
            }
        }
        let words = document.skills.len().div_ceil(64);
        let carried =
            if document.cumulative { carried(document, &from, &below, words) } else { Vec::new() };
        Self { from, below, carried, words }
    }

    /// Where a role leads, in the document's order.
    #[must_use]
    pub fn from(&self, role: RoleIx) -> &[Edge] {
        &self.from[role.at()]
    }

    /// The roles whose promotion leads to this one, in the document's order.
    #[must_use]
    pub fn below(&self, role: RoleIx) -> &[RoleIx] {
        &self.below[role.at()]
    }

    /// Every role on the way up to this one, each once, nearest first.
    #[must_use]
    pub fn all_below(&self, role: RoleIx) -> Vec<RoleIx> {
        let mut found: Vec<RoleIx> = Vec::new();
        let mut seen = vec![false; self.below.len()];
        let mut next = 0;
        let mut at = role;
        loop {
            for &under in self.below(at) {
                if !std::mem::replace(&mut seen[under.at()], true) {
                    found.push(under);
                }
            }
            match found.get(next) {
                Some(&under) => at = under,
                None => return found,
            }
            next += 1;
        }
    }

    /// Whether this role builds on a skill that a role below it on its path asks for.
    ///
    /// True also where the role asks for the skill itself again. Always false where the ladder is
    /// not cumulative.
    #[must_use]
    pub fn carries(&self, role: RoleIx, skill: SkillIx) -> bool {
        self.carried.get(role.at()).is_some_and(|set| set[skill.at() / 64] & bit(skill) != 0)
    }

    /// How many skills this role carries, those of `set` first: of them, and in all.
    pub(super) fn carried_among(&self, role: RoleIx, set: &[u64]) -> (usize, usize) {
        let carried = self.carried.get(role.at()).map_or(&[][..], |set| set);
        let count = |words: &mut dyn Iterator<Item = u64>| {
            words.map(|word| word.count_ones() as usize).sum::<usize>()
        };
        let both = count(&mut carried.iter().zip(set).map(|(a, b)| a & b));
        (both, count(&mut carried.iter().copied()))
    }

    /// The skills as a set, for [`Steps::carried_among`].
    pub(super) fn set_of(&self, skills: impl Iterator<Item = SkillIx>) -> Box<[u64]> {
        let mut set: SkillSet = vec![0; self.words].into();
        skills.for_each(|skill| set[skill.at() / 64] |= bit(skill));
        set
    }

    /// Every skill this role builds on, in the document's order; see [`Steps::carries`].
    pub fn carried(&self, role: RoleIx) -> impl Iterator<Item = SkillIx> + '_ {
        SkillIx::all(self.words * 64).filter(move |&skill| self.carries(role, skill))
    }
}

fn bit(skill: SkillIx) -> u64 {
    1 << (skill.at() % 64)
}

/// The authored edges; where there are none in an ordered ladder, each role leads to the one after
/// it on the same track (roles without a track form one of their own).
fn edges(document: &Document) -> Vec<Vec<Edge>> {
    let authored = document.roles.iter().any(|role| !role.next.is_empty());
    if authored || !document.ordered {
        return document.roles.iter().map(|role| role.next.clone()).collect();
    }
    let mut from = vec![Vec::new(); document.roles.len()];
    let mut last_on = HashMap::new();
    for role in document.role_places() {
        if let Some(before) = last_on.insert(document[role].track, role) {
            let step = Edge { to: role, kind: EdgeKind::Promotion, note: None };
            from[RoleIx::at(before)].push(step);
        }
    }
    from
}

/// Walks the promotions from the entries upward; they form no circle, so every role is reached.
fn carried(
    document: &Document,
    from: &[Vec<Edge>],
    below: &[Vec<RoleIx>],
    words: usize,
) -> Vec<SkillSet> {
    let mut sets: Vec<SkillSet> = vec![vec![0; words].into(); from.len()];
    let mut waiting: Vec<usize> = below.iter().map(Vec::len).collect();
    let mut ready: Vec<RoleIx> =
        document.role_places().filter(|role| waiting[role.at()] == 0).collect();
    while let Some(role) = ready.pop() {
        let mut handed_on = sets[role.at()].clone();
        for requirement in &document[role].skills {
            handed_on[requirement.skill.at() / 64] |= bit(requirement.skill);
        }
        for edge in from[role.at()].iter().filter(|edge| edge.kind == EdgeKind::Promotion) {
            let above = edge.to.at();
            for (word, more) in sets[above].iter_mut().zip(&handed_on) {
                *word |= more;
            }
            waiting[above] -= 1;
            if waiting[above] == 0 {
                ready.push(edge.to);
            }
        }
    }
    sets
}
