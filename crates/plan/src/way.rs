//! The roles one passes on the way to another, in the order in which one comes to them.

use ladder::{Ladder, RoleIx};

/// The roles from `from` to `to`, both among them.
///
/// Along the steps that a comparison shows, too; where no steps lead there, the two alone.
/// From nowhere yet: every role below `to` on its path, entry first, because each asks for something
/// on the way.
#[must_use]
pub fn way(ladder: &Ladder, from: Option<RoleIx>, to: RoleIx) -> Vec<RoleIx> {
    match from {
        None => {
            let below = ladder.graph().ancestors(to);
            // The document's order of roles is the order of the rungs, entry first.
            let in_order = ladder.role_places().filter(|role| below.contains(role));
            in_order.chain([to]).collect()
        }
        Some(from) => match ladder.graph().path(from, to) {
            Some(steps) => {
                [from].into_iter().chain(steps.iter().map(|step| step.edge.to)).collect()
            }
            None => vec![from, to],
        },
    }
}
