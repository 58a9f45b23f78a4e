//! A ladder in a row: ascending rungs, entry role first, or cards without an order.

use super::role_card::RoleCard;
use crate::components::hue;
use crate::stores::SharedLadder;
use ladder::{FilterResult, RoleIx, RowLayout};
use leptos::prelude::*;

/// The maximum number of rungs side by side on a wide screen; longer ladders are vertical.
const MAX_SIDE_BY_SIDE: usize = 7;

/// The rungs of a row.
#[component]
pub fn LadderRow(
    ladder: SharedLadder,
    /// The roles.
    row: RowLayout,
    /// The result of the filter by skill.
    filtered: Memo<Option<FilterResult>>,
) -> impl IntoView {
    let (roles, shape) = match row {
        RowLayout::Cards(roles) => (roles, "cards"),
        RowLayout::Rungs(roles) => {
            let shape = match roles.len() {
                1 => "cards",
                2..=MAX_SIDE_BY_SIDE => "rising",
                _ => "upright",
            };
            (roles, shape)
        }
    };
    let rung = |(index, &role): (usize, &RoleIx)| {
        let number = (shape != "cards").then(|| view! { <RungNumber number=index + 1 /> });
        view! {
            <li class="rung" data-hue=hue::of_role(&ladder, role)>
                <RoleCard ladder=ladder.clone() role filtered />
                {number}
            </li>
        }
    };
    let rungs: Vec<_> = roles.iter().enumerate().map(rung).collect();
    view! {
        <div class="ladder-picture" data-rungs=roles.len()>
            <h2 lang="en" class="visually-hidden">"Roles"</h2>
            <ol aria-label="Career ladder" data-shape=shape>
                {rungs}
            </ol>
        </div>
    }
}

/// The number of a rung, counted from the bottom.
#[component]
pub fn RungNumber(
    /// The number, from 1.
    number: usize,
) -> impl IntoView {
    view! { <span class="number" aria-hidden="true">{number}</span> }
}
