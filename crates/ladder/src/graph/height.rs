//! How high each role is above the entry roles.

use crate::document::{Edge, EdgeKind, RoleIx};
/// The height of each role; see [`RoleGraph::height`](super::RoleGraph::height).
///
/// Processes the roles in topological order from the entries up. A role without a promotion to it
/// waits for the roles that have a lateral move to it; if these wait for it in turn, it counts as an
/// entry role.
pub(super) fn heights(edges: &[Vec<Edge>], predecessors: &[Vec<RoleIx>]) -> Vec<usize> {
    let rise = |edge: &Edge| match edge.kind {
        EdgeKind::Promotion => Some(1),
        EdgeKind::Lateral if predecessors[edge.to.index()].is_empty() => Some(0),
        _ => None,
    };
    let mut waiting = vec![0; edges.len()];
    for edge in edges.iter().flatten().filter(|edge| rise(edge).is_some()) {
        waiting[edge.to.index()] += 1;
    }
    let mut heights = vec![0; edges.len()];
    let mut is_done = vec![false; edges.len()];
    let mut ready: Vec<usize> = (0..edges.len()).filter(|&role| waiting[role] == 0).collect();
    let mut entries = 0..edges.len();
    loop {
        while let Some(role) = ready.pop() {
            if std::mem::replace(&mut is_done[role], true) {
                continue;
            }
            for edge in &edges[role] {
                let to = edge.to.index();
                if let Some(rise) = rise(edge).filter(|_| !is_done[to]) {
                    heights[to] = heights[to].max(heights[role] + rise);
                    waiting[to] -= 1;
                    if waiting[to] == 0 {
                        ready.push(to);
                    }
                }
            }
        }
        match entries.find(|&entry| !is_done[entry] && predecessors[entry].is_empty()) {
            Some(entry) => ready.push(entry),
            None => return heights,
        }
    }
}
