//! The roles on the way from one role to another.

use ladder::{Ladder, RoleIx};

/// The roles from `from` to `to`, both included.
///
/// Follows the same steps as a comparison; if no steps lead there, only the two roles. Without
/// `from`, every role below `to`, entry first, because each requires something on the way.
#[must_use]
pub fn path(ladder: &Ladder, from: Option<RoleIx>, to: RoleIx) -> Vec<RoleIx> {
    match from {
        None => {
            let below = ladder.graph().ancestors(to);
            // The document lists roles from the entry upwards.
            let in_order = ladder.role_indices().filter(|role| below.contains(role));
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
