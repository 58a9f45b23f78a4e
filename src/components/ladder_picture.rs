//! The ladder as a picture of climbing: an ordered list of rungs, entry first.

use super::hue;
use super::role_card::RoleCard;
use crate::ladder::{Filtered, RoleIx};
use crate::markup::{Markup, view};
use crate::state::Shared;
use leptos::prelude::*;

/// The most rungs that can rise side by side on a wide screen; more of them stand upright.
const RISING: usize = 7;

/// The rungs of `ladder`, marked as `filtered` has it.
#[component]
pub fn LadderPicture(
    /// The open ladder.
    ladder: Shared,
    /// The outcome of the visitor's filter.
    filtered: Memo<Option<Filtered>>,
) -> Markup {
    let len = ladder.roles.len();
    let shape = if (2..=RISING).contains(&len) { "rising" } else { "upright" };
    let rung = |role: RoleIx| {
        let ladder = ladder.clone();
        let hue = hue::of_role(&ladder, role);
        view! {
            <li class="rung" data-hue=hue>
                <RoleCard ladder role filtered />
                <span class="number" aria-hidden="true">{role.at() + 1}</span>
            </li>
        }
    };
    let rungs: Vec<_> = ladder.role_places().map(rung).collect();
    view! {
        <div class="ladder-picture" data-rungs=len.to_string()>
            <ol aria-label="Career ladder" data-shape=shape>
                {rungs}
            </ol>
        </div>
    }
}
