//! Marks a rung as current, next, goal or passed.

use crate::messages::journey as messages;
use crate::stores::JourneyStore;
use ladder::RoleIx;
use leptos::prelude::*;
use plan::{Journey, Standing};

/// The value of `data-place`: where a role is as seen from the visitor. `None` if they have not said where they
/// are.
#[must_use]
pub fn place_attr(journey: &Journey, role: RoleIx) -> Option<&'static str> {
    journey.standing(role).map(|standing| match standing {
        Standing::Current => "here",
        Standing::Next => "next",
        Standing::Goal => "goal",
        Standing::Passed => "behind",
        Standing::Other => "ahead",
    })
}

/// The mark on the visitor's own rung, the next one and their goal. Other rungs have none.
#[component]
pub fn RungMark(
    /// The visitor's journey.
    journey: JourneyStore,
    /// The role of the rung.
    role: RoleIx,
) -> impl IntoView {
    let text = Memo::new(move |_| journey.with(|journey| messages::rung_mark(journey, role)));
    move || text.get().map(|text| view! { <p lang="en" class="rung-mark">{text}</p> })
}
