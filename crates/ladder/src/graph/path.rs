//! The best path from one role to another along the steps of the ladder.

use super::role_graph::RoleGraph;
use crate::document::{Edge, EdgeKind, RoleIx};
use std::cmp::Reverse;
use std::collections::BinaryHeap;

/// One step of a path.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PathStep {
    /// The role the step starts from.
    pub from: RoleIx,
    /// The step.
    pub edge: Edge,
}

/// The cost of a step. Fewer steps win, and among paths of equal length the one with more
/// promotions; but two promotions are preferred to one move back.
fn weight(kind: EdgeKind) -> usize {
    match kind {
        EdgeKind::Promotion => 4,
        EdgeKind::Lateral => 5,
        EdgeKind::Return => 9,
    }
}

impl RoleGraph {
    /// The path of least weight from one role to another (Dijkstra's algorithm); among equals, the
    /// one whose roles come earlier in the document. Empty from a role to itself; `None` if no steps
    /// lead there.
    #[must_use]
    pub fn path(&self, from: RoleIx, to: RoleIx) -> Option<Vec<PathStep>> {
        let roles = self.role_count();
        let mut distances = vec![usize::MAX; roles];
        // For each role, the last step of the best path to it.
        let mut last_steps: Vec<Option<(RoleIx, &Edge)>> = vec![None; roles];
        let mut queue = BinaryHeap::from([Reverse((0, from))]);
        distances[from.index()] = 0;
        while let Some(Reverse((distance, role))) = queue.pop() {
            if role == to {
                return Some(backtrack(from, to, &last_steps));
            }
            if distance > distances[role.index()] {
                continue;
            }
            for edge in self.edges_from(role) {
                let next = distance + weight(edge.kind);
                if next < distances[edge.to.index()] {
                    distances[edge.to.index()] = next;
                    last_steps[edge.to.index()] = Some((role, edge));
                    queue.push(Reverse((next, edge.to)));
                }
            }
        }
        None
    }
}

fn backtrack(from: RoleIx, to: RoleIx, last_steps: &[Option<(RoleIx, &Edge)>]) -> Vec<PathStep> {
    let mut path = Vec::new();
    let mut role = to;
    while let (true, Some((previous, edge))) = (role != from, last_steps[role.index()]) {
        path.push(PathStep { from: previous, edge: edge.clone() });
        role = previous;
    }
    path.reverse();
    path
}
