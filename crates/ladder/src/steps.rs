//! The steps between roles, authored or implied, and what is carried up them.

use super::place_set::PlaceSet;
use crate::{Document, RoleIx, SkillIx, TrackIx};
use crate::{Edge, EdgeKind};

/// Where each role leads, what leads to it, and which skills it carries.
#[derive(Debug, PartialEq, Eq)]
pub struct Steps {
    from: Vec<Vec<Edge>>,
    below: Vec<Vec<RoleIx>>,
    /// For each role, how high it stands.
    height: Vec<usize>,
    /// For each role, the skills asked for on the path below it; empty where nothing is carried.
    carried: Vec<PlaceSet>,
    /// For each role, the roles that carry what it asks for; empty where nothing is carried.
    above: Vec<PlaceSet>,
}

impl Steps {
    pub(super) fn of(document: &Document) -> Self {
        let from = edges(document);
        let mut below = vec![Vec::new(); from.len()];
        for (role, edges) in document.role_places().zip(&from) {
            for edge in edges.iter().filter(|edge| edge.kind == EdgeKind::Promotion) {
                below[edge.to.index()].push(role);
            }
        }
        let (mut carried, mut above) = (Vec::new(), Vec::new());
        if document.cumulative {
            let order = upward(&from, &below);
            carried = carried_up(document, &from, &order);
            above = reached(&from, &order);
        }
        let height = heights(&from, &below);
        Self { from, below, height, carried, above }
    }

    /// How high a role stands: the longest way up to it in promotions, 0 for an entry. A role that
    /// one reaches only by a step sideways stands where that step comes from.
    #[must_use]
    pub fn height(&self, role: RoleIx) -> usize {
        self.height[role.index()]
    }

    /// The greatest height.
    #[must_use]
    pub fn top(&self) -> usize {
        self.height.iter().copied().max().unwrap_or(0)
    }

    /// Where a role leads, in the document's order.
    #[must_use]
    pub fn from(&self, role: RoleIx) -> &[Edge] {
        &self.from[role.index()]
    }

    /// The roles whose promotion leads to this one, in the document's order.
    #[must_use]
    pub fn below(&self, role: RoleIx) -> &[RoleIx] {
        &self.below[role.index()]
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
                if !std::mem::replace(&mut seen[under.index()], true) {
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
        self.carried.get(role.index()).is_some_and(|set| set.has(skill.index()))
    }

    /// How many skills this role carries, those of `set` first: of them, and in all.
    pub(super) fn carried_among(&self, role: RoleIx, set: &PlaceSet) -> (usize, usize) {
        self.carried_set(role).map_or((0, 0), |carried| (carried.shared(set), carried.len()))
    }

    /// Every skill this role builds on, in the document's order; see [`Steps::carries`].
    pub fn carried(&self, role: RoleIx) -> impl Iterator<Item = SkillIx> + '_ {
        self.carried_set(role).into_iter().flat_map(PlaceSet::places).map(SkillIx::from)
    }

    /// The skills of [`Steps::carried`] as a set; none where the ladder is not cumulative.
    pub(super) fn carried_set(&self, role: RoleIx) -> Option<&PlaceSet> {
        self.carried.get(role.index())
    }

    /// The roles that carry what `role` asks for; none where the ladder is not cumulative.
    pub(super) fn above(&self, role: RoleIx) -> Option<&PlaceSet> {
        self.above.get(role.index())
    }
}

/// The authored edges; where there are none in an ordered ladder, each role leads to the one after
/// it on the same track (roles without a track form one of their own).
fn edges(document: &Document) -> Vec<Vec<Edge>> {
    let authored = document.roles.iter().any(|role| !role.next.is_empty());
    if authored || !document.ordered {
        return document.roles.iter().map(|role| role.next.clone()).collect();
    }
    let mut from = vec![Vec::new(); document.roles.len()];
    // By track; those without one come last.
    let mut last_on = vec![None; document.tracks.len() + 1];
    for role in document.role_places() {
        let track = document[role].track.map_or(document.tracks.len(), TrackIx::index);
        if let Some(before) = last_on[track].replace(role) {
            let step = Edge { to: role, kind: EdgeKind::Promotion, note: None };
            from[RoleIx::index(before)].push(step);
        }
    }
    from
}

/// Walks the steps from the entries upward. A role that no promotion leads to waits for the roles
/// from which one steps sideways to it; where they wait for it in turn, it is an entry after all.
fn heights(from: &[Vec<Edge>], below: &[Vec<RoleIx>]) -> Vec<usize> {
    let lifts = |edge: &Edge| match edge.kind {
        EdgeKind::Promotion => Some(1),
        EdgeKind::Lateral if below[edge.to.index()].is_empty() => Some(0),
        _ => None,
    };
    let mut waiting = vec![0; from.len()];
    for edge in from.iter().flatten().filter(|edge| lifts(edge).is_some()) {
        waiting[edge.to.index()] += 1;
    }
    let mut height = vec![0; from.len()];
    let mut is_done = vec![false; from.len()];
    let mut ready: Vec<usize> = (0..from.len()).filter(|&at| waiting[at] == 0).collect();
    let mut entries = 0..from.len();
    loop {
        while let Some(at) = ready.pop() {
            if std::mem::replace(&mut is_done[at], true) {
                continue;
            }
            for edge in &from[at] {
                let to = edge.to.index();
                if let Some(lift) = lifts(edge).filter(|_| !is_done[to]) {
                    height[to] = height[to].max(height[at] + lift);
                    waiting[to] -= 1;
                    if waiting[to] == 0 {
                        ready.push(to);
                    }
                }
            }
        }
        match entries.find(|&entry| !is_done[entry] && below[entry].is_empty()) {
            Some(entry) => ready.push(entry),
            None => return height,
        }
    }
}

/// The roles in an order in which each comes after all below it; promotions form no circle, so that
/// every role has its place.
fn upward(from: &[Vec<Edge>], below: &[Vec<RoleIx>]) -> Vec<RoleIx> {
    let mut waiting: Vec<usize> = below.iter().map(Vec::len).collect();
    let mut order: Vec<RoleIx> =
        RoleIx::all(from.len()).filter(|role| waiting[role.index()] == 0).collect();
    let mut next = 0;
    while let Some(&role) = order.get(next) {
        next += 1;
        for to in promotions(&from[role.index()]) {
            waiting[to.index()] -= 1;
            if waiting[to.index()] == 0 {
                order.push(to);
            }
        }
    }
    order
}

fn promotions(edges: &[Edge]) -> impl Iterator<Item = RoleIx> {
    edges.iter().filter(|edge| edge.kind == EdgeKind::Promotion).map(|edge| edge.to)
}

/// Hands the skills that are asked for up the promotions.
fn carried_up(document: &Document, from: &[Vec<Edge>], order: &[RoleIx]) -> Vec<PlaceSet> {
    let mut sets = vec![PlaceSet::none(document.skills.len()); from.len()];
    for &role in order {
        let mut handed_on = sets[role.index()].clone();
        for requirement in &document[role].skills {
            handed_on.add(requirement.skill.index());
        }
        for to in promotions(&from[role.index()]) {
            sets[to.index()].add_all(&handed_on);
        }
    }
    sets
}

/// The roles that promotions lead to from each role, over any number of steps.
fn reached(from: &[Vec<Edge>], order: &[RoleIx]) -> Vec<PlaceSet> {
    let mut sets = vec![PlaceSet::none(from.len()); from.len()];
    for &role in order.iter().rev() {
        let mut reached = PlaceSet::none(from.len());
        for to in promotions(&from[role.index()]) {
            reached.add(to.index());
            reached.add_all(&sets[to.index()]);
        }
        sets[role.index()] = reached;
    }
    sets
}
