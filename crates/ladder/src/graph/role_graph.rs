//! The steps between roles, authored or implied, and the skills carried over from the roles that a role builds on.

use super::height::heights;
use crate::document::{Document, Edge, EdgeKind, Role, RoleIx, SkillIx, TrackIx};
use fixedbitset::FixedBitSet;
use std::mem;

/// The roles as a directed graph, with what follows from its promotions.
#[derive(Debug, PartialEq, Eq)]
pub struct RoleGraph {
    edges: Vec<Vec<Edge>>,
    /// For each role, the roles whose promotion leads to it.
    predecessors: Vec<Vec<RoleIx>>,
    heights: Vec<usize>,
    /// For each role, those that it directly builds on: the ones it extends and, in a cumulative ladder, its
    /// predecessors.
    bases: Vec<Vec<RoleIx>>,
    /// For each role, the skills that the roles it builds on require; empty if no role builds on another.
    carried_over: Vec<FixedBitSet>,
    /// For each role, the roles that build on it; empty if no role builds on another.
    heirs: Vec<FixedBitSet>,
}

impl RoleGraph {
    pub(crate) fn new(document: &Document) -> Self {
        let edges = edges(document);
        let mut predecessors = vec![Vec::new(); edges.len()];
        for (role, edges) in document.role_indices().zip(&edges) {
            for to in promotions(edges) {
                predecessors[to.index()].push(role);
            }
        }
        let bases = bases(document, &predecessors);
        let (mut carried_over, mut heirs) = (Vec::new(), Vec::new());
        if bases.iter().any(|bases| !bases.is_empty()) {
            let order = topological_order(&bases);
            carried_over = propagate_skills(document, &bases, &order);
            heirs = propagate_heirs(&bases, &order);
        }
        let heights = heights(&edges, &predecessors);
        Self { edges, predecessors, heights, bases, carried_over, heirs }
    }

    /// The length of the longest chain of promotions up to a role, 0 for an entry role. A role that
    /// only lateral moves lead to is as high as the role they start from.
    #[must_use]
    pub fn height(&self, role: RoleIx) -> usize {
        self.heights[role.index()]
    }

    /// The greatest height of any role.
    #[must_use]
    pub fn max_height(&self) -> usize {
        self.heights.iter().copied().max().unwrap_or(0)
    }

    /// The number of roles.
    pub(super) fn role_count(&self) -> usize {
        self.edges.len()
    }

    /// The steps from a role, in the document's order.
    #[must_use]
    pub fn edges_from(&self, role: RoleIx) -> &[Edge] {
        &self.edges[role.index()]
    }

    /// The roles whose promotion leads directly to this one, in the document's order.
    #[must_use]
    pub fn predecessors(&self, role: RoleIx) -> &[RoleIx] {
        &self.predecessors[role.index()]
    }

    /// Every role from which promotions lead to this one, each once, nearest first.
    #[must_use]
    pub fn ancestors(&self, role: RoleIx) -> Vec<RoleIx> {
        nearest_first(&self.predecessors, role)
    }

    /// Every role whose skills this one carries over, each once, nearest first: the roles it extends and, in a
    /// cumulative ladder, its ancestors.
    #[must_use]
    pub fn bases(&self, role: RoleIx) -> Vec<RoleIx> {
        nearest_first(&self.bases, role)
    }

    /// Whether any role carries over skills of another.
    #[must_use]
    pub fn has_bases(&self) -> bool {
        !self.carried_over.is_empty()
    }

    /// Whether a role that this one builds on requires the skill, so that this one carries it over. Also
    /// true if the role requires it again.
    #[must_use]
    pub fn carries_over(&self, role: RoleIx, skill: SkillIx) -> bool {
        self.carried_over_set(role).is_some_and(|set| set.contains(skill.index()))
    }

    /// Every skill this role carries over, in the document's order; see [`Self::carries_over`].
    pub fn carried_over(&self, role: RoleIx) -> impl Iterator<Item = SkillIx> + '_ {
        self.carried_over_set(role).into_iter().flat_map(FixedBitSet::ones).map(SkillIx::from)
    }

    /// The skills of [`Self::carried_over`] as a set; `None` if no role builds on another.
    pub(crate) fn carried_over_set(&self, role: RoleIx) -> Option<&FixedBitSet> {
        self.carried_over.get(role.index())
    }

    /// The roles that carry over what this role requires; `None` if no role builds on another.
    pub(crate) fn heirs(&self, role: RoleIx) -> Option<&FixedBitSet> {
        self.heirs.get(role.index())
    }

    /// Every pair of different roles with a step between them, in the document's order.
    pub fn role_pairs(&self) -> impl Iterator<Item = (RoleIx, RoleIx)> + '_ {
        let pairs =
            self.edges.iter().enumerate().flat_map(|(from, edges)| {
                edges.iter().map(move |edge| (RoleIx::from(from), edge.to))
            });
        pairs.filter(|(from, to)| from != to)
    }
}

/// The authored edges. If there are none in an ordered ladder, each role leads to the next role on
/// the same track; roles without a track form a track of their own.
fn edges(document: &Document) -> Vec<Vec<Edge>> {
    let is_authored = document.roles.iter().any(|role| !role.next.is_empty());
    if is_authored || !document.ordered {
        return document.roles.iter().map(|role| role.next.clone()).collect();
    }
    let mut edges = vec![Vec::new(); document.roles.len()];
    // By track; roles without one use the last place.
    let mut last_on_track: Vec<Option<RoleIx>> = vec![None; document.tracks.len() + 1];
    for role in document.role_indices() {
        let track = document[role].track.map_or(document.tracks.len(), TrackIx::index);
        if let Some(previous) = last_on_track[track].replace(role) {
            let edge = Edge { to: role, kind: EdgeKind::Promotion, note: None };
            edges[previous.index()].push(edge);
        }
    }
    edges
}

fn promotions(edges: &[Edge]) -> impl Iterator<Item = RoleIx> {
    edges.iter().filter(|edge| edge.kind == EdgeKind::Promotion).map(|edge| edge.to)
}

/// The roles that each role directly builds on.
fn bases(document: &Document, predecessors: &[Vec<RoleIx>]) -> Vec<Vec<RoleIx>> {
    let with_predecessors = |(role, predecessors): (&Role, &Vec<RoleIx>)| {
        let predecessors = predecessors.iter().filter(|_| document.cumulative);
        role.extends.iter().chain(predecessors).copied().collect()
    };
    document.roles.iter().zip(predecessors).map(with_predecessors).collect()
}

/// The roles that `direct` leads to from a role over any number of steps, each once, nearest first.
fn nearest_first(direct: &[Vec<RoleIx>], role: RoleIx) -> Vec<RoleIx> {
    let mut found: Vec<RoleIx> = Vec::new();
    let mut seen = FixedBitSet::with_capacity(direct.len());
    let mut next = 0;
    let mut current = role;
    loop {
        found.extend(direct[current.index()].iter().filter(|role| !seen.put(role.index())));
        match found.get(next) {
            Some(&role) => current = role,
            None => return found,
        }
        next += 1;
    }
}

/// The roles so that each comes after those it builds on. These form no loop, so every role is included.
fn topological_order(bases: &[Vec<RoleIx>]) -> Vec<RoleIx> {
    let mut waiting: Vec<usize> = bases.iter().map(Vec::len).collect();
    let mut heirs = vec![Vec::new(); bases.len()];
    for (role, bases) in RoleIx::all(bases.len()).zip(bases) {
        bases.iter().for_each(|base| heirs[base.index()].push(role));
    }
    let mut order: Vec<RoleIx> =
        RoleIx::all(bases.len()).filter(|role| waiting[role.index()] == 0).collect();
    let mut next = 0;
    while let Some(&role) = order.get(next) {
        next += 1;
        for &heir in &heirs[role.index()] {
            waiting[heir.index()] -= 1;
            if waiting[heir.index()] == 0 {
                order.push(heir);
            }
        }
    }
    order
}

/// For each role, the skills that the roles it builds on require.
fn propagate_skills(
    document: &Document,
    bases: &[Vec<RoleIx>],
    order: &[RoleIx],
) -> Vec<FixedBitSet> {
    let mut sets = vec![FixedBitSet::with_capacity(document.skills.len()); bases.len()];
    for &role in order {
        let mut set = mem::take(&mut sets[role.index()]);
        for &base in &bases[role.index()] {
            set.union_with(&sets[base.index()]);
            set.extend(document[base].skills.iter().map(|requirement| requirement.skill.index()));
        }
        sets[role.index()] = set;
    }
    sets
}

/// For each role, the roles that build on it over any number of steps.
fn propagate_heirs(bases: &[Vec<RoleIx>], order: &[RoleIx]) -> Vec<FixedBitSet> {
    let mut sets = vec![FixedBitSet::with_capacity(bases.len()); bases.len()];
    for &role in order.iter().rev() {
        let heirs = mem::take(&mut sets[role.index()]);
        for base in &bases[role.index()] {
            sets[base.index()].union_with(&heirs);
            sets[base.index()].insert(role.index());
        }
        sets[role.index()] = heirs;
    }
    sets
}
