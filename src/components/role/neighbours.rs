//! The steps from a role and the roles that lead to it.

use super::section_links::NEXT;
use crate::browser::keys;
use crate::browser::navigation::use_navigation;
use crate::components::hue;
use crate::components::ladder::lines::edge_kind_attr;
use crate::components::plan::context::plan_route;
use crate::components::skill_links::skill_links;
use crate::messages::ladder::step_kind;
use crate::messages::list::MAX_NAMED;
use crate::messages::role::step_summary;
use crate::router::{RolePair, Route};
use crate::stores::SharedLadder;
use crate::ui::{Icon, IconShape, Paged, english, pages_of, paragraph};
use ladder::{Edge, RoleIx, SkillIx};
use leptos::prelude::*;
use std::ops::Range;

/// The number of steps or roles per page.
const PAGE_SIZE: usize = 24;

/// The next and the previous roles. The right and left arrow keys open the first of them.
#[component]
pub fn Neighbours(
    ladder: SharedLadder,
    /// The role between them.
    role: RoleIx,
) -> impl IntoView {
    let next = ladder.graph().edges_from(role);
    let previous: Vec<_> = ladder.graph().predecessors(role).to_vec();
    // An unordered ladder has no top and no first rung.
    if !ladder.ordered && next.is_empty() && previous.is_empty() {
        return ().into_any();
    }
    follow_arrow_keys(&ladder, next.first().map(|edge| edge.to), previous.first().copied());
    let (next_len, previous_len) = (next.len(), previous.len());
    let render_next = {
        let ladder = ladder.clone();
        move |range: Range<usize>| {
            let edges = ladder.graph().edges_from(role).iter().enumerate();
            let edges = edges.skip(range.start).take(range.len());
            let cards: Vec<_> =
                edges.map(|(index, edge)| step_card(&ladder, role, edge, index == 0)).collect();
            view! { <ul class="steps">{cards}</ul> }.into_any()
        }
    };
    let render_previous = move |range: Range<usize>| {
        let roles = previous.iter().enumerate().skip(range.start).take(range.len());
        let links: Vec<_> =
            roles.map(|(index, &role)| previous_link(&ladder, role, index == 0)).collect();
        view! { <ul class="below">{links}</ul> }.into_any()
    };
    view! {
        <section class="leads" id=NEXT>
            <h2 lang="en">"What’s next"</h2>
            {(next_len == 0).then(|| view! { <p lang="en">"You’ve reached the top of this ladder."</p> })}
            {(next_len > 0).then(|| view! { <Paged pages=pages_of(next_len, PAGE_SIZE) nouns=("step", "steps") render=render_next /> })}
            <h3 lang="en">"Where people come from"</h3>
            {(previous_len == 0).then(|| view! { <p lang="en">"This is the first rung."</p> })}
            {(previous_len > 0).then(|| view! { <Paged pages=pages_of(previous_len, PAGE_SIZE) nouns=("role", "roles") render=render_previous /> })}
        </section>
    }.into_any()
}

fn follow_arrow_keys(ladder: &SharedLadder, next: Option<RoleIx>, previous: Option<RoleIx>) {
    let route = |role: Option<RoleIx>| role.map(|role| Route::Role(ladder[role].id.clone()));
    let (next, previous) = (route(next), route(previous));
    let navigation = use_navigation();
    Effect::new(move |_| {
        let (next, previous) = (next.clone(), previous.clone());
        keys::listen(move |key| {
            let route = match key {
                "ArrowRight" => next.clone(),
                "ArrowLeft" => previous.clone(),
                _ => None,
            };
            route.map(|route| move || navigation.open(route))
        });
    });
}

fn step_card(
    ladder: &SharedLadder,
    from: RoleIx,
    edge: &Edge,
    is_first: bool,
) -> impl IntoView + use<> {
    let to = edge.to;
    let role = &ladder[to];
    view! {
        <li class="step" data-kind=edge_kind_attr(edge.kind) data-hue=hue::of_role(ladder, to)>
            <p lang="en" class="kind">
                {step_kind(edge.kind)}
                {is_first.then(|| view! { " " <kbd aria-hidden="true">"→"</kbd> })}
            </p>
            <a aria-keyshortcuts=is_first.then_some("ArrowRight") href=ladder.href(&Route::Role(role.id.clone()))>
                {ladder.distinct_title(to)} <Icon shape=IconShape::Forward />
            </a>
            {edge.note.as_ref().map(|note| paragraph("note", note))}
            <p>{english(summary(ladder, from, to))}</p>
            {step_links(ladder, from, to)}
        </li>
    }
}

/// What a step adds, with links to the skills.
fn summary(ladder: &SharedLadder, from: RoleIx, to: RoleIx) -> impl IntoView + use<> {
    let (skills, rest) = step_summary(ladder, from, to);
    let sentence = |(lead, skills): (String, Vec<SkillIx>)| {
        view! { {lead} " " {skill_links(ladder, &skills, MAX_NAMED)} ". " }
    };
    let sentences: Vec<_> = skills.into_iter().map(sentence).collect();
    view! { {sentences} {rest} }
}

/// Links to the plan and to the comparison for a step.
fn step_links(ladder: &SharedLadder, from: RoleIx, to: RoleIx) -> impl IntoView + use<> {
    let plan = ladder.href(&plan_route(ladder, Some(from), to));
    let compare = ladder.href(&Route::Compare(RolePair::of(ladder, from, to)));
    let title = &ladder.distinct_title(to);
    view! {
        <p class="plan-link">
            <a lang="en" href=plan aria-label=format!("Plan this move: {title}")>"Plan this move"</a>
            <a lang="en" href=compare aria-label=format!("Compare: {title}")>"Compare"</a>
        </p>
    }
}

fn previous_link(ladder: &SharedLadder, ix: RoleIx, is_first: bool) -> impl IntoView + use<> {
    let role = &ladder[ix];
    view! {
        <li data-hue=hue::of_role(ladder, ix)>
            <a
                aria-keyshortcuts=is_first.then_some("ArrowLeft")
                href=ladder.href(&Route::Role(role.id.clone()))
            >
                <Icon shape=IconShape::Down /> {ladder.distinct_title(ix)}
            </a>
            {is_first.then(|| view! { " " <kbd aria-hidden="true">"←"</kbd> })}
        </li>
    }
}
