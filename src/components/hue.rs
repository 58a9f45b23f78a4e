//! The accent climbs in hue from rung to rung: which of twelve hues a rung has.

use ladder::{Ladder, RoleIx};

/// The number of hues in `style/tokens.css`, from the entry's to the top's.
pub const HUES: usize = 12;

/// The hue of a role by how high it stands, for `data-hue`: 0 for the entry to 11 for the top.
#[must_use]
pub fn of_role(ladder: &Ladder, role: RoleIx) -> String {
    let steps = ladder.graph();
    of_place(steps.height(role), steps.max_height() + 1)
}

/// The hue of a place among `len`.
#[must_use]
pub fn of_place(place: usize, len: usize) -> String {
    let top = len.saturating_sub(1).max(1);
    (place * (HUES - 1) / top).min(HUES - 1).to_string()
}
