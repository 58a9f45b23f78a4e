//! Selecting a role: a `<select>` on small ladders, a combobox on large ones.

pub mod options;

use crate::browser::focus;
use crate::browser::text::NORMALIZER;
use crate::router::RolePair;
use crate::stores::{SharedLadder, use_journey};
use crate::ui::{Choice, Combobox};
use ladder::{Id, Ladder, RoleIx, RoleNameIndex, ranked};
use leptos::prelude::*;
use options::role_options;

/// Ladders with more roles than this get a combobox.
pub const MAX_OPTIONS: usize = 50;

const MAX_MATCHES: usize = 30;

/// The role to start from: that in the address or, until it names one of the two roles, the visitor's own.
#[must_use]
pub fn start_role(ladder: &SharedLadder, pair: Memo<RolePair>) -> Memo<Option<Id>> {
    let (ladder, journey) = (ladder.clone(), use_journey());
    Memo::new(move |_| match pair.get() {
        RolePair { from: None, to: None, .. } => {
            journey.with(|journey| journey.role).map(|role| ladder[role].id.clone())
        }
        pair => pair.from,
    })
}

/// A field to select a role.
#[component]
pub fn RoleSelect(
    ladder: SharedLadder,
    /// The label of the field.
    label: &'static str,
    /// The id of the field.
    id: &'static str,
    /// The text while no role is selected.
    empty_label: &'static str,
    /// The selected role.
    selected: Memo<Option<Id>>,
    /// Called when the visitor selects another role, or none.
    on_select: Callback<Option<Id>>,
) -> impl IntoView {
    if ladder.roles.len() <= MAX_OPTIONS {
        view! { <NativeSelect ladder label id empty_label selected on_select /> }.into_any()
    } else {
        view! { <RoleCombobox ladder label id empty_label selected on_select /> }.into_any()
    }
}

/// All roles as options, grouped by track.
#[component]
fn NativeSelect(
    ladder: SharedLadder,
    label: &'static str,
    id: &'static str,
    empty_label: &'static str,
    selected: Memo<Option<Id>>,
    on_select: Callback<Option<Id>>,
) -> impl IntoView {
    let initial = selected.get_untracked();
    let options = role_options(&ladder, |role| initial.as_ref() == Some(&ladder[role].id));
    let value = move || selected.get().map(|id| id.to_string()).unwrap_or_default();
    view! {
        <label class="select">
            <span lang="en">{label}</span>
            <select id=id prop:value=value on:change=move |event| on_select.run(Id::new(&event_target_value(&event)))>
                <option lang="en" value="">{empty_label}</option>
                {options}
            </select>
        </label>
    }
}

/// A search field, with the selected role below it.
#[component]
pub fn RoleCombobox(
    ladder: SharedLadder,
    /// The label of the field.
    label: &'static str,
    /// The id of the field.
    id: &'static str,
    /// The text while no role is selected.
    empty_label: &'static str,
    /// The selected role.
    selected: Memo<Option<Id>>,
    /// Called when the visitor selects another role, or none.
    on_select: Callback<Option<Id>>,
) -> impl IntoView {
    let title = {
        let ladder = ladder.clone();
        move || match selected.get().and_then(|id| ladder.role_by_id(&id)) {
            Some(role) => ladder.distinct_title(role),
            None => empty_label.to_owned(),
        }
    };
    let names = RoleNameIndex::new(&ladder, NORMALIZER);
    let choices = move |typed: String| matching_roles(&ladder, &names, &typed);
    let on_choose = move |id: Id| on_select.run(Some(id));
    let is_empty = move || selected.get().is_none();
    let clear = move |_| {
        on_select.run(None);
        // The button is hidden now; continue at the field.
        focus::on_next_frame(format!("#{id}"));
    };
    view! {
        <div class="role-type-ahead">
            <Combobox label id placeholder="Search roles" no_matches="No matching roles." choices on_choose />
            <p class="chosen-role">
                <span>{title}</span>
                " "
                <button
                    type="button"
                    lang="en"
                    class="plain"
                    aria-label=format!("Clear: {label}")
                    hidden=is_empty
                    on:click=clear
                >
                    "Clear"
                </button>
            </p>
        </div>
    }
}

fn matching_roles(ladder: &Ladder, names: &RoleNameIndex, typed: &str) -> Vec<Choice<Id>> {
    let query = names.query(typed);
    let choice = |index: usize| {
        let role = &ladder.roles[index];
        let name = ladder.distinct_title(RoleIx::from(index));
        let detail = [&role.grade, &role.family].into_iter().flatten().cloned().collect::<Vec<_>>();
        Choice {
            value: role.id.clone(),
            highlights: query.highlights(&name),
            name,
            detail: detail.join(", "),
        }
    };
    let found = ranked(names.len(), |index| names.score(index, &query));
    found.into_iter().take(MAX_MATCHES).map(choice).collect()
}
