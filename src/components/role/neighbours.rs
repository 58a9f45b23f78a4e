//! Where a role leads and where one comes from, with what each step adds.

use super::similar_roles::skills_in_words;
use crate::browser::keys;
use crate::browser::navigation::use_navigation;
use crate::components::hue;
use crate::components::ladder::lines::kind_word;
use crate::components::plan::context::plan_route;
use crate::messages::ladder::step_kind;
use crate::router::{RolePair, Route};
use crate::stores::SharedLadder;
use crate::ui::{Icon, Paged, Shape, count, english, pages_of};
use ladder::{Edge, RoleIx};
use leptos::prelude::*;
use std::ops::Range;

/// The roles one step down and the steps onward. The arrow keys go there, too.
#[component]
pub fn Neighbours(
    /// The open ladder.
    ladder: SharedLadder,
    /// The role between them.
    role: RoleIx,
) -> impl IntoView {
    let onward = ladder.graph().edges_from(role);
    let below: Vec<_> = ladder.graph().predecessors(role).to_vec();
    // A catalogue has no top and no foot; there is nothing to say where no step is authored.
    if !ladder.ordered && onward.is_empty() && below.is_empty() {
        return ().into_any();
    }
    follow_arrow_keys(&ladder, onward.first().map(|edge| edge.to), below.first().copied());
    let (up_len, down_len) = (onward.len(), below.len());
    let up = {
        let ladder = ladder.clone();
        move |range: Range<usize>| {
            let all = ladder.graph().edges_from(role).iter().enumerate();
            let some = all.skip(range.start).take(range.len());
            let cards: Vec<_> =
                some.map(|(at, edge)| step_card(&ladder, role, edge, at == 0)).collect();
            view! { <ul class="steps">{cards}</ul> }.into_any()
        }
    };
    let down = {
        let ladder = ladder.clone();
        move |range: Range<usize>| {
            let some = below.iter().enumerate().skip(range.start).take(range.len());
            let links: Vec<_> =
                some.map(|(at, &under)| down_link(&ladder, under, at == 0)).collect();
            view! { <ul class="below">{links}</ul> }.into_any()
        }
    };
    view! {
        <section class="leads">
            <h2 lang="en">"What’s next"</h2>
            {(up_len == 0).then(|| view! { <p lang="en">"You’ve reached the top of this ladder."</p> })}
            {(up_len > 0).then(|| view! { <Paged pages=pages_of(up_len, AT_ONCE) nouns=("step", "steps") render=up /> })}
            <h3 lang="en">"Where people come from"</h3>
            {(down_len == 0).then(|| view! { <p lang="en">"This is the first rung."</p> })}
            {(down_len > 0).then(|| view! { <Paged pages=pages_of(down_len, AT_ONCE) nouns=("role", "roles") render=down /> })}
        </section>
    }.into_any()
}

/// The steps that are shown at once.
const AT_ONCE: usize = 24;

fn follow_arrow_keys(ladder: &SharedLadder, up: Option<RoleIx>, down: Option<RoleIx>) {
    let to = |role: Option<RoleIx>| role.map(|role| Route::Role(ladder[role].id.clone()));
    let (up, down) = (to(up), to(down));
    let navigation = use_navigation();
    Effect::new(move |_| {
        let (up, down) = (up.clone(), down.clone());
        keys::listen(move |key| {
            let route = match key {
                "ArrowRight" => up.clone(),
                "ArrowLeft" => down.clone(),
                _ => None,
            };
            route.map(|route| move || navigation.open(route))
        });
    });
}

fn step_card(ladder: &SharedLadder, from: RoleIx, edge: &Edge, is_first: bool) -> AnyView {
    let to = edge.to;
    let texts = &ladder[to];
    let note = edge.note.clone();
    let kind = step_kind(edge.kind);
    view! {
        <li class="step" data-kind=kind_word(edge.kind) data-hue=hue::of_role(ladder, to)>
            <p class="kind">{kind}{is_first.then(|| view! { " " <kbd aria-hidden="true">"→"</kbd> })}</p>
            <a aria-keyshortcuts=is_first.then_some("ArrowRight") href=ladder.href(&Route::Role(texts.id.clone()))>
                {texts.title.clone()} <Icon shape=Shape::Forward />
            </a>
            {note.map(|note| view! { <p>{note}</p> })}
            <p>{english(step_in_words(ladder, from, to))}</p>
            {plan_link(ladder, from, to)}
        </li>
    }.into_any()
}

/// What a step adds, without comparing the texts of the two roles.
fn step_in_words(ladder: &SharedLadder, from: RoleIx, to: RoleIx) -> String {
    let found = ladder.skill_overlap(from, to);
    let in_other_words: Vec<_> = {
        let same = found.carry_over.iter().copied();
        same.filter(|&skill| !ladder.has_same_wording(from, to, skill)).collect()
    };
    let duties = &ladder[to].responsibilities;
    let own = &ladder[from].responsibilities;
    let added = duties.iter().filter(|duty| own.iter().all(|own| own.text != duty.text)).count();
    let skills = [
        ("Adds", &found.missing),
        ("Raises", &found.to_raise),
        ("New expectations for", &in_other_words),
    ];
    let skills =
        skills.into_iter().filter_map(|(verb, skills)| skills_in_words(ladder, verb, skills));
    let duties = (added > 0)
        .then(|| format!("Adds {}.", count(added, "responsibility", "responsibilities")));
    let sentences: Vec<String> = skills.chain(duties).collect();
    match sentences.is_empty() {
        true => "No new skills or responsibilities listed.".to_owned(),
        false => sentences.join(" "),
    }
}

/// The ways to the plan of a step, and to all that it changes.
fn plan_link(ladder: &SharedLadder, from: RoleIx, to: RoleIx) -> AnyView {
    let plan = ladder.href(&plan_route(ladder, Some(from), to));
    let compare = ladder.href(&Route::Compare(RolePair::of(ladder, from, to)));
    let title = &ladder[to].title;
    view! {
        <p class="plan-link">
            <a lang="en" href=plan aria-label=format!("Plan your move to {title}")>"Plan this move"</a>
            <a lang="en" href=compare aria-label=format!("Compare with {title}")>"Compare"</a>
        </p>
    }.into_any()
}

fn down_link(ladder: &SharedLadder, under: RoleIx, is_first: bool) -> AnyView {
    let texts = &ladder[under];
    view! {
        <li data-hue=hue::of_role(ladder, under)>
            <a
                aria-keyshortcuts=is_first.then_some("ArrowLeft")
                href=ladder.href(&Route::Role(texts.id.clone()))
            >
                <Icon shape=Shape::Down /> {texts.title.clone()}
            </a>
            {is_first.then(|| view! { " " <kbd aria-hidden="true">"←"</kbd> })}
        </li>
    }
    .into_any()
}
