//! "Where are you now?" and "Where next?" on a ladder with many roles: fields that search.

use super::WHERE_NOW_ID;
use crate::components::role_select::RoleCombobox;
use crate::messages::journey as messages;
use crate::stores::{SharedLadder, use_journey};
use ladder::{Id, RoleIx};
use leptos::prelude::*;
use plan::CurrentRole;

/// The two fields, for a ladder with more roles than a `<select>` should have options.
#[component]
pub fn JourneySearchFields(ladder: SharedLadder) -> impl IntoView {
    let journey = use_journey();
    let id_of = {
        let ladder = ladder.clone();
        move |role: Option<RoleIx>| role.map(|role| ladder[role].id.clone())
    };
    let current = {
        let id_of = id_of.clone();
        Memo::new(move |_| id_of(journey.with(|journey| journey.role)))
    };
    let goal = Memo::new(move |_| id_of(journey.with(|journey| journey.goal)));
    let on_select_current = Callback::new(move |id: Option<Id>| {
        journey.set_current_role(id.map(CurrentRole::Role));
    });
    let on_select_goal = Callback::new(move |id: Option<Id>| {
        if let Some(id) = id {
            journey.set_goal(id);
        }
    });
    let is_known = move || journey.with(|journey| journey.is_known);
    let is_starting_out = move || is_known() && current.with(Option::is_none);
    let set_starting_out = move |is_checked: bool| {
        journey.set_current_role(is_checked.then_some(CurrentRole::StartingOut));
    };
    view! {
        <div>
            <RoleCombobox
                ladder=ladder.clone()
                label=messages::WHERE_NOW
                id=WHERE_NOW_ID
                empty_label=""
                selected=current
                on_select=on_select_current
            />
            <label class="check" hidden=move || current.with(Option::is_some)>
                <input
                    type="checkbox"
                    prop:checked=is_starting_out
                    on:change=move |event| set_starting_out(event_target_checked(&event))
                />
                <span lang="en">{messages::STARTING_OUT}</span>
            </label>
        </div>
        <div hidden=move || !is_known()>
            <RoleCombobox
                ladder
                label=messages::WHERE_NEXT
                id="where-next"
                empty_label=""
                selected=goal
                on_select=on_select_goal
            />
        </div>
    }
}
