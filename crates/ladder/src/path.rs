//! A way from one role to another along the steps of the ladder.

use crate::{Edge, EdgeKind};
use crate::{Ladder, RoleIx};

/// One step of a way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PathStep {
    /// The role it starts from.
    pub from: RoleIx,
    /// The step.
    pub edge: Edge,
}

/// What a step counts when ways are weighed: fewer steps come first, of as many those with more
/// promotions; but two promotions are preferred to a step back to another track, which costs most.
fn weight(kind: EdgeKind) -> usize {
    match kind {
        EdgeKind::Promotion => 4,
        EdgeKind::Lateral => 5,
        EdgeKind::Return => 9,
    }
}

impl Ladder {
    /// The best way from one role to another: of least weight (see [`weight`]), and among equals the
    /// one whose roles stand earlier in the document. Empty from a role to itself; `None` where the
    /// steps do not lead there.
    #[must_use]
    pub fn path(&self, from: RoleIx, to: RoleIx) -> Option<Vec<PathStep>> {
        let mut reached = Reached::of(from, self.roles.len());
        // Weights are small whole numbers, so the roles at a distance lie in a list of their own.
        let mut at = 0;
        while at < reached.at_distance.len() {
            let here = std::mem::take(&mut reached.at_distance[at]);
            for role in here {
                if reached.distance[role.index()] != at {
                    continue;
                }
                if role == to {
                    return Some(reached.way_back(self, from, to));
                }
                for (place, edge) in self.steps().from(role).iter().enumerate() {
                    reached.step(role, place, edge.to, at + weight(edge.kind));
                }
            }
            at += 1;
        }
        None
    }

    /// Every pair of roles with a step between them, in the document's order.
    pub fn neighbouring_pairs(&self) -> impl Iterator<Item = (RoleIx, RoleIx)> + '_ {
        let steps = |from: RoleIx| self.steps().from(from).iter().map(move |edge| (from, edge.to));
        self.role_places().flat_map(steps).filter(|(from, to)| from != to)
    }
}

impl EdgeKind {
    /// The kind of move in words: "One step up", "A step sideways", "A step back".
    #[must_use]
    pub fn words(self) -> &'static str {
        match self {
            Self::Promotion => "One step up",
            Self::Lateral => "A step sideways",
            Self::Return => "A step back",
        }
    }
}

/// How far the search has come.
struct Reached {
    /// The least weight of a way to each role that was found.
    distance: Vec<usize>,
    /// The last step of that way: where from, and which of the steps there.
    last_step: Vec<Option<(RoleIx, usize)>>,
    /// The roles found at each distance; some may have been found nearer since.
    at_distance: Vec<Vec<RoleIx>>,
}

impl Reached {
    fn of(from: RoleIx, roles: usize) -> Self {
        let (mut distance, last_step) = (vec![usize::MAX; roles], vec![None; roles]);
        distance[from.index()] = 0;
        Self { distance, last_step, at_distance: vec![vec![from]] }
    }

    fn step(&mut self, from: RoleIx, place: usize, to: RoleIx, distance: usize) {
        if distance < self.distance[to.index()] {
            self.distance[to.index()] = distance;
            self.last_step[to.index()] = Some((from, place));
            if self.at_distance.len() <= distance {
                self.at_distance.resize(distance + 1, Vec::new());
            }
            self.at_distance[distance].push(to);
        }
    }

    fn way_back(&self, ladder: &Ladder, from: RoleIx, to: RoleIx) -> Vec<PathStep> {
        let (mut way, mut at) = (Vec::new(), to);
        while let (true, Some((before, place))) = (at != from, self.last_step[at.index()]) {
            way.push(PathStep { from: before, edge: ladder.steps().from(before)[place].clone() });
            at = before;
        }
        way.reverse();
        way
    }
}
