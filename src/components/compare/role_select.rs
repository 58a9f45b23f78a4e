//! A role to choose: from a list where that is short, else by typing.

use crate::stores::SharedLadder;
use crate::ui::{Choice, Combobox};
use ladder::{Id, Ladder, RoleIx, SearchQuery, TrackIx, normalize, ranked};
use leptos::prelude::*;

/// Up to so many roles a list to choose from is at hand; above that one types.
pub const LONGEST_LIST: usize = 50;

/// How many answers to what is typed are shown.
const ANSWERS: usize = 30;

/// What a role is chosen for.
#[derive(Clone, Copy)]
pub struct Chooser {
    /// Its label.
    pub label: &'static str,
    /// Its id on the page.
    pub id: &'static str,
    /// What is said, and can be chosen, in place of a role.
    pub none: &'static str,
}

/// The chooser, with the role that is chosen now; `choose` is told of another one.
#[must_use]
pub fn role_chooser(
    ladder: &SharedLadder,
    chooser: Chooser,
    chosen: Memo<Option<Id>>,
    choose: Callback<Option<Id>>,
) -> AnyView {
    if ladder.roles.len() <= LONGEST_LIST {
        list(ladder, chooser, chosen, choose)
    } else {
        type_ahead(ladder, chooser, chosen, choose)
    }
}

/// The roles, those of a track under its name.
fn list(
    ladder: &SharedLadder,
    chooser: Chooser,
    chosen: Memo<Option<Id>>,
    choose: Callback<Option<Id>>,
) -> AnyView {
    // For the page as it is delivered; from then on the field's value says it.
    let now = chosen.get_untracked();
    let option = |role: RoleIx| {
        let texts = &ladder[role];
        let is_chosen = now.as_ref() == Some(&texts.id);
        view! { <option value=texts.id.to_string() selected=is_chosen>{texts.title.clone()}</option> }.into_any()
    };
    let of_track = |track| {
        let roles = ladder.role_places().filter(move |&role| ladder[role].track == track);
        roles.map(option).collect::<Vec<_>>()
    };
    let mut options = of_track(None);
    for track in TrackIx::all(ladder.tracks.len()) {
        let group = of_track(Some(track));
        let name = ladder[track].name.clone();
        options.push(view! { <optgroup label=name>{group}</optgroup> }.into_any());
    }
    let value = move || chosen.get().map(|id| id.to_string()).unwrap_or_default();
    let Chooser { label, id, none } = chooser;
    view! {
        <label class="select">
            {label}
            <select id=id prop:value=value on:change=move |event| choose.run(Id::new(&event_target_value(&event)))>
                <option value="">{none}</option>
                {options}
            </select>
        </label>
    }.into_any()
}

fn type_ahead(
    ladder: &SharedLadder,
    chooser: Chooser,
    chosen: Memo<Option<Id>>,
    choose: Callback<Option<Id>>,
) -> AnyView {
    let Chooser { label, id, none, .. } = chooser;
    let title = {
        let ladder = ladder.clone();
        move || match chosen.get().and_then(|id| ladder.role_by_id(&id)) {
            Some(role) => ladder[role].title.clone(),
            None => none.to_owned(),
        }
    };
    let choices = {
        let ladder = ladder.clone();
        let names = ladder.roles.iter().map(|role| names(&role.title, &role.also_known_as));
        let folded: Vec<String> = names.collect();
        move |typed: String| choices(&ladder, &folded, &typed)
    };
    let take = move |id: Id| choose.run(Some(id));
    let is_none = move || chosen.get().is_none();
    view! {
        <div class="role-type-ahead">
            <Combobox label id placeholder="Search roles" no_matches="No matching roles." choices on_choose=take />
            <p class="chosen-role">
                <span>{title}</span>
                " "
                <button class="plain" type="button" hidden=is_none on:click=move |_| choose.run(None)>
                    "Clear"
                    <span class="visually-hidden">": " {label}</span>
                </button>
            </p>
        </div>
    }.into_any()
}

fn names(title: &str, also: &[String]) -> String {
    let mut names = normalize(title);
    for name in also {
        names.push('\n');
        names.push_str(&normalize(name));
    }
    names
}

fn choices(ladder: &Ladder, folded: &[String], typed: &str) -> Vec<Choice<Id>> {
    let needle = SearchQuery::new(typed);
    let found = ranked(folded.len(), |at| needle.score(&folded[at]));
    let choice = |at: usize| {
        let role = &ladder.roles[at];
        let detail = [&role.grade, &role.family].into_iter().flatten().cloned().collect::<Vec<_>>();
        Choice {
            value: role.id.clone(),
            name: role.title.clone(),
            highlights: needle.highlights(&role.title),
            detail: detail.join(", "),
        }
    };
    found.into_iter().take(ANSWERS).map(choice).collect()
}
