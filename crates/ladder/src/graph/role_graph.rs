//! The steps between roles, authored or implied, and the skills carried over along promotions.

use super::height::heights;
use crate::document::{Document, Edge, EdgeKind, RoleIx, SkillIx, TrackIx};
use fixedbitset::FixedBitSet;

/// The roles as a directed graph, with what follows from its promotions.
#[derive(Debug, PartialEq, Eq)]
pub struct RoleGraph {
    edges: Vec<Vec<Edge>>,
    /// For each role, the roles whose promotion leads to it.
    predecessors: Vec<Vec<RoleIx>>,
    heights: Vec<usize>,
    /// For each role, the skills that its ancestors require; empty if the ladder is not cumulative.
    carried_over: Vec<FixedBitSet>,
    /// For each role, the roles that promotions lead to; empty if the ladder is not cumulative.
    descendants: Vec<FixedBitSet>,
}

impl RoleGraph {
    pub(crate) fn new(document: &Document) -> Self {
        let edges = edges(document);
        let mut predecessors = vec![Vec::new(); edges.len()];
        for (role, edges) in document.role_places().zip(&edges) {
            for to in promotions(edges) {
                predecessors[to.index()].push(role);
            }
        }
        let (mut carried_over, mut descendants) = (Vec::new(), Vec::new());
        if document.cumulative {
            let order = topological_order(&edges, &predecessors);
            carried_over = propagate_skills(document, &edges, &order);
            descendants = reachable(&edges, &order);
        }
        let heights = heights(&edges, &predecessors);
        Self { edges, predecessors, heights, carried_over, descendants }
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
        let mut found: Vec<RoleIx> = Vec::new();
        let mut seen = FixedBitSet::with_capacity(self.edges.len());
        let mut next = 0;
        let mut current = role;
        loop {
            let new = self.predecessors(current).iter().filter(|role| !seen.put(role.index()));
            found.extend(new);
            match found.get(next) {
                Some(&role) => current = role,
                None => return found,
            }
            next += 1;
        }
    }

    /// Whether an ancestor of this role requires the skill, so that the role carries it over. Also
    /// true if the role requires it again; always false if the ladder is not cumulative.
    #[must_use]
    pub fn carries_over(&self, role: RoleIx, skill: SkillIx) -> bool {
        self.carried_over_set(role).is_some_and(|set| set.contains(skill.index()))
    }

    /// Every skill this role carries over, in the document's order; see [`Self::carries_over`].
    pub fn carried_over(&self, role: RoleIx) -> impl Iterator<Item = SkillIx> + '_ {
        self.carried_over_set(role).into_iter().flat_map(FixedBitSet::ones).map(SkillIx::from)
    }

    /// The skills of [`Self::carried_over`] as a set; `None` if the ladder is not cumulative.
    pub(crate) fn carried_over_set(&self, role: RoleIx) -> Option<&FixedBitSet> {
        self.carried_over.get(role.index())
    }

    /// The roles that carry over what this role requires; `None` if the ladder is not cumulative.
    pub(crate) fn descendants(&self, role: RoleIx) -> Option<&FixedBitSet> {
        self.descendants.get(role.index())
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
    for role in document.role_places() {
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

/// The roles so that each comes after its predecessors. Promotions form no cycle, so every role is
/// included.
fn topological_order(edges: &[Vec<Edge>], predecessors: &[Vec<RoleIx>]) -> Vec<RoleIx> {
    let mut waiting: Vec<usize> = predecessors.iter().map(Vec::len).collect();
    let mut order: Vec<RoleIx> =
        RoleIx::all(edges.len()).filter(|role| waiting[role.index()] == 0).collect();
    let mut next = 0;
    while let Some(&role) = order.get(next) {
        next += 1;
        for to in promotions(&edges[role.index()]) {
            waiting[to.index()] -= 1;
            if waiting[to.index()] == 0 {
                order.push(to);
            }
        }
    }
    order
}

/// For each role, the skills that its ancestors require.
fn propagate_skills(
    document: &Document,
    edges: &[Vec<Edge>],
    order: &[RoleIx],
) -> Vec<FixedBitSet> {
    let mut sets = vec![FixedBitSet::with_capacity(document.skills.len()); edges.len()];
    for &role in order {
        let mut passed_on = sets[role.index()].clone();
        passed_on.extend(document[role].skills.iter().map(|requirement| requirement.skill.index()));
        for to in promotions(&edges[role.index()]) {
            sets[to.index()].union_with(&passed_on);
        }
    }
    sets
}

/// For each role, the roles that promotions lead to over any number of steps.
fn reachable(edges: &[Vec<Edge>], order: &[RoleIx]) -> Vec<FixedBitSet> {
    let mut sets = vec![FixedBitSet::with_capacity(edges.len()); edges.len()];
    for &role in order.iter().rev() {
        let mut reached = FixedBitSet::with_capacity(edges.len());
        for to in promotions(&edges[role.index()]) {
            reached.insert(to.index());
            reached.union_with(&sets[to.index()]);
        }
        sets[role.index()] = reached;
    }
    sets
}
