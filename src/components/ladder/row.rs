//! A ladder that stands in a row: rungs that climb, entry first, or cards without an order.

use super::role_card::RoleCard;
use crate::components::hue;
use crate::stores::SharedLadder;
use ladder::{FilterResult, RoleIx, RowLayout};
use leptos::prelude::*;

/// The most rungs that can rise side by side on a wide screen; more of them stand upright.
const RISING: usize = 7;

/// The rungs of `row`, marked as `filtered` has it.
#[component]
pub fn LadderRow(
    /// The open ladder.
    ladder: SharedLadder,
    /// The roles.
    row: RowLayout,
    /// The outcome of the visitor's filter.
    filtered: Memo<Option<FilterResult>>,
) -> impl IntoView {
    let (roles, shape) = match row {
        RowLayout::Cards(roles) => (roles, "cards"),
        RowLayout::Rungs(roles) => {
            let shape = match roles.len() {
                1 => "cards",
                2..=RISING => "rising",
                _ => "upright",
            };
            (roles, shape)
        }
    };
    let rung = |(at, &role): (usize, &RoleIx)| {
        let ladder = ladder.clone();
        let hue = hue::of_role(&ladder, role);
        let number = (shape != "cards").then(|| number(at + 1));
        view! { <li class="rung" data-hue=hue><RoleCard ladder role filtered />{number}</li> }
    };
    let rungs: Vec<_> = roles.iter().enumerate().map(rung).collect();
    view! {
        <div class="ladder-picture" data-rungs=roles.len()>
            <ol aria-label="Career ladder" data-shape=shape>
                {rungs}
            </ol>
        </div>
    }
}

/// Which rung it is, counted from the foot.
pub(super) fn number(number: usize) -> AnyView {
    view! { <span class="number" aria-hidden="true">{number}</span> }.into_any()
}
