//! Where one is and where one wants to be: two choosers, and the start for who has chosen neither.

use super::hue;
use super::planning::plan_route;
use crate::browser::navigation::use_navigation;
use crate::ladder::{Id, Ladder, Needle, RoleIx, ranked};
use crate::markup::{Markup, view};
use crate::plan::Said;
use crate::route::{Ends, Route};
use crate::state::{Mine, Shared};
use crate::ui::{Choice, Combobox};
use leptos::prelude::*;

/// Up to so many roles a list to choose from is at hand; above that one types.
const LONGEST_LIST: usize = 50;
/// How many answers to what is typed are shown.
const ANSWERS: usize = 30;

/// The two choosers.
#[must_use]
pub fn plan_ends(ladder: &Shared, ends: Memo<Ends>, mine: Mine) -> Markup {
    let navigation = use_navigation();
    let go = move |ends: Ends| {
        if let Some(to) = &ends.to {
            mine.say(to, Said::Goal(ends.from.clone()));
        }
        navigation.push(Route::Plan(ends));
    };
    let from = move |id: Option<Id>| go(Ends { from: id, ..ends.get_untracked() });
    let to = move |id: Option<Id>| go(Ends { to: id, ..ends.get_untracked() });
    let (from_value, to_value) =
        (move || ends.with(|ends| ends.from.clone()), move || ends.with(|ends| ends.to.clone()));
    view! {
        <div class="plan-ends">
            {chooser(ladder, "Where I am", "Nowhere yet", Callback::new(move |()| from_value()), Callback::new(from))}
            {chooser(ladder, "Where I want to be", "Choose a role", Callback::new(move |()| to_value()), Callback::new(to))}
        </div>
    }
}

fn chooser(
    ladder: &Shared,
    label: &'static str,
    none: &'static str,
    value: Callback<(), Option<Id>>,
    choose: Callback<Option<Id>>,
) -> Markup {
    if ladder.roles.len() > LONGEST_LIST {
        return type_ahead(ladder, label, none, value, choose);
    }
    let option = |role: RoleIx| {
        let role = &ladder[role];
        view! { <option value=role.id.to_string()>{role.title.clone()}</option> }
    };
    let options: Vec<_> = ladder.role_places().map(option).collect();
    let value = move || value.run(()).map(|id| id.to_string()).unwrap_or_default();
    view! {
        <label class="select">
            {label}
            <select prop:value=value on:change=move |event| choose.run(Id::new(&event.value()))>
                <option value="">{none}</option>
                {options}
            </select>
        </label>
    }
}

fn type_ahead(
    ladder: &Shared,
    label: &'static str,
    none: &'static str,
    value: Callback<(), Option<Id>>,
    choose: Callback<Option<Id>>,
) -> Markup {
    let chosen = {
        let ladder = ladder.clone();
        move || match value.run(()).and_then(|id| ladder.role_by_id(&id)) {
            Some(role) => ladder[role].title.clone(),
            None => none.to_owned(),
        }
    };
    let choices = {
        let ladder = ladder.clone();
        move |typed: &str| choices(&ladder, typed)
    };
    let id = if label == "Where I am" { "plan-from" } else { "plan-to" };
    let take = move |id: Id| choose.run(Some(id));
    let is_none = move || value.run(()).is_none();
    view! {
        <div class="role-type-ahead">
            <Combobox label id placeholder="A role" nothing="No role by that name." choices choose=take />
            <p class="chosen">
                {chosen} " "
                <button class="plain" hidden=is_none on:click=move |_| choose.run(None)>"Clear"</button>
            </p>
        </div>
    }
}

fn choices(ladder: &Ladder, typed: &str) -> Vec<Choice<Id>> {
    let needle = Needle::new(typed);
    let names = |at: usize| {
        let role = &ladder.roles[at];
        let mut names = role.title.to_lowercase();
        role.also_known_as
            .iter()
            .for_each(|other| names.push_str(&format!("\n{}", other.to_lowercase())));
        names
    };
    let found = ranked(ladder.roles.len(), &mut |at| needle.score(&names(at)));
    let choice = |at: usize| {
        let role = &ladder.roles[at];
        let marks = needle.marks(&role.title);
        let detail = [&role.grade, &role.family].into_iter().flatten().cloned().collect::<Vec<_>>();
        Choice {
            value: role.id.clone(),
            name: role.title.clone(),
            marks,
            detail: detail.join(", "),
        }
    };
    found.into_iter().take(ANSWERS).map(choice).collect()
}

/// What stands below the choosers before a target is chosen: the way chosen before, and every role.
#[must_use]
pub fn plan_start(ladder: &Shared, ends: &Ends, mine: Mine) -> Markup {
    let from = ends.from.as_ref().and_then(|id| ladder.role_by_id(id));
    let go_on = {
        let ladder = ladder.clone();
        move || go_on(&ladder, mine)
    };
    let link = |role: RoleIx| {
        let to = ladder.href(&plan_route(ladder, from, role));
        let texts = &ladder[role];
        view! {
            <li data-hue=hue::of_role(ladder, role)>
                <a href=to>{texts.title.clone()}</a>
                {texts.stage.clone().map(|stage| view! { <span class="count">{stage}</span> })}
            </li>
        }
    };
    let roles = ladder.role_places().filter(|role| Some(*role) != from).take(LONGEST_LIST);
    let roles: Vec<_> = roles.map(link).collect();
    view! {
        {go_on}
        <section class="plan-targets" aria-labelledby="plan-targets">
            <h2 id="plan-targets">"Where do you want to be?"</h2>
            <ul>{roles}</ul>
        </section>
    }
}

/// The way that was chosen before, on this device.
fn go_on(ladder: &Shared, mine: Mine) -> Option<Markup> {
    let goal = mine.with(|state| {
        let (from, to) = state.answers.goal()?;
        Some((from.cloned(), to.clone()))
    });
    let (from, to) = goal?;
    let from = from.and_then(|id| ladder.role_by_id(&id));
    let to = ladder.role_by_id(&to)?;
    let link = ladder.href(&plan_route(ladder, from, to));
    let words = crate::plan::way_in_words(ladder, from, to);
    Some(
        view! { <p class="go-on"><a class="onward" href=link>"Go on with your plan: " {words}</a></p> },
    )
}
