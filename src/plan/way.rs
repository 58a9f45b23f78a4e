//! The roles one passes on the way to another, in the order in which one comes to them.

use crate::ladder::{Edge, EdgeKind, Ladder, RoleIx};

/// The roles from `from` to `to`, both among them.
///
/// Along the fewest steps, promotions before other moves; where no steps lead there, the two alone.
/// From nowhere yet: every role below `to` on its path, entry first, because each asks for something
/// on the way.
#[must_use]
pub fn way(ladder: &Ladder, from: Option<RoleIx>, to: RoleIx) -> Vec<RoleIx> {
    match from {
        None => {
            let below = ladder.steps().all_below(to);
            // The document's order of roles is the order of the rungs, entry first.
            let in_order = ladder.role_places().filter(|role| below.contains(role));
            in_order.chain([to]).collect()
        }
        Some(from) if from == to => vec![to],
        Some(from) => shortest(ladder, from, to).unwrap_or_else(|| vec![from, to]),
    }
}

/// Breadth first, by promotions alone and, where those do not lead there, by every kind of move.
fn shortest(ladder: &Ladder, from: RoleIx, to: RoleIx) -> Option<Vec<RoleIx>> {
    let promotion = |edge: &Edge| edge.kind == EdgeKind::Promotion;
    walk(ladder, from, to, &promotion).or_else(|| walk(ladder, from, to, &|_| true))
}

fn walk(
    ladder: &Ladder,
    from: RoleIx,
    to: RoleIx,
    may: &dyn Fn(&Edge) -> bool,
) -> Option<Vec<RoleIx>> {
    let mut before: Vec<Option<RoleIx>> = vec![None; ladder.roles.len()];
    let mut reached = vec![from];
    let mut next = 0;
    while let Some(&at) = reached.get(next) {
        next += 1;
        for edge in ladder.steps().from(at).iter().filter(|edge| may(edge)) {
            if edge.to != from && before[edge.to.at()].is_none() {
                before[edge.to.at()] = Some(at);
                reached.push(edge.to);
            }
        }
    }
    before[to.at()]?;
    let mut way: Vec<RoleIx> = std::iter::successors(Some(to), |at| before[at.at()]).collect();
    way.reverse();
    Some(way)
}
