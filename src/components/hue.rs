//! The accent colour of a rung: twelve hues, from the bottom of the ladder to the top.

use ladder::{Ladder, RoleIx};

/// The number of hues in `style/tokens.css`.
pub const HUES: usize = 12;

/// The value of `data-hue` for a role: 0 at the bottom of the ladder, 11 at the top.
#[must_use]
pub fn of_role(ladder: &Ladder, role: RoleIx) -> String {
    let graph = ladder.graph();
    of_index(graph.height(role), graph.max_height() + 1)
}

/// The value of `data-hue` for the item at `index` of `len`.
#[must_use]
pub fn of_index(index: usize, len: usize) -> String {
    let last = len.saturating_sub(1).max(1);
    (index * (HUES - 1) / last).min(HUES - 1).to_string()
}
