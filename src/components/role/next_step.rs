//! What comes next, beside or below the title of a role: the next step in short, and the way back.

use super::section_links::SectionLinks;
use crate::components::hue;
use crate::components::plan::context::plan_route;
use crate::components::skill_links::skill_links;
use crate::messages::ladder::step_kind;
use crate::messages::role::{step_counts, step_skills};
use crate::router::{RolePair, Route};
use crate::stores::{SharedLadder, use_journey};
use crate::ui::{Icon, IconShape, english};
use ladder::{Edge, EdgeKind, RoleIx};
use leptos::prelude::*;

/// The most other steps that are named; the section "What’s next" has all of them.
const MAX_OTHER_STEPS: usize = 3;

/// The most skills that are named.
const MAX_NAMED: usize = 4;

/// The next step with its plan and comparison, other steps, and the previous role.
#[component]
pub fn NextStep(ladder: SharedLadder, role: RoleIx) -> impl IntoView {
    let edges = ladder.graph().edges_from(role);
    let next = edges.iter().find(|edge| edge.kind == EdgeKind::Promotion).or(edges.first());
    let others: Vec<_> = edges
        .iter()
        .filter(|edge| Some(edge.to) != next.map(|next| next.to))
        .take(MAX_OTHER_STEPS)
        .map(|edge| other_step(&ladder, edge))
        .collect();
    let others = (!others.is_empty()).then(|| view! { <ul class="other-steps">{others}</ul> });
    let previous = ladder.graph().predecessors(role).first().copied();
    let previous = previous.map(|previous| previous_link(&ladder, previous));
    let is_top = next.is_none() && ladder.ordered;
    view! {
        <aside class="next-step" aria-label="Next step">
            {next.map(|next| next_card(&ladder, role, next))}
            {is_top.then(|| view! { <p lang="en" class="top">"The top of this ladder."</p> })}
            {others}
            {previous}
            <SectionLinks ladder role />
        </aside>
    }
}

fn next_card(ladder: &SharedLadder, from: RoleIx, edge: &Edge) -> impl IntoView + use<> {
    let to = edge.to;
    let title = ladder.distinct_title(to);
    // Elsewhere on the ladder, this is not the visitor's own next step.
    let (journey, kind) = (use_journey(), step_kind(edge.kind));
    let is_elsewhere = move || journey.with(|journey| journey.role.is_some_and(|own| own != from));
    let kind = move || if is_elsewhere() { format!("{kind} from here") } else { kind.to_owned() };
    let skills = step_skills(ladder, from, to);
    let plan = ladder.href(&plan_route(ladder, Some(from), to));
    let compare = ladder.href(&Route::Compare(RolePair::of(ladder, from, to)));
    view! {
        <div class="next-card" data-hue=hue::of_role(ladder, to)>
            <p lang="en" class="kind">{kind}</p>
            <a class="title" href=ladder.href(&Route::Role(ladder[to].id.clone()))>
                {title.clone()} <Icon shape=IconShape::Forward />
            </a>
            <p>{english(step_counts(ladder, from, to))}</p>
            {(!skills.is_empty()).then(|| view! { <p class="names">{english(skill_links(ladder, &skills, MAX_NAMED))}</p> })}
            <p class="plan-link">
                <a lang="en" href=plan aria-label=format!("Plan this move: {title}")>"Plan this move"</a>
                <a lang="en" href=compare aria-label=format!("Compare: {title}")>"Compare"</a>
            </p>
        </div>
    }
}

fn other_step(ladder: &SharedLadder, edge: &Edge) -> impl IntoView + use<> {
    let role = &ladder[edge.to];
    view! {
        <li>
            <span lang="en" class="kind">{step_kind(edge.kind)}</span>
            " "
            <a href=ladder.href(&Route::Role(role.id.clone()))>{ladder.distinct_title(edge.to)}</a>
        </li>
    }
}

fn previous_link(ladder: &SharedLadder, ix: RoleIx) -> impl IntoView + use<> {
    let role = &ladder[ix];
    view! {
        <p class="previous">
            <span lang="en" class="kind">"Previous"</span>
            " "
            <a href=ladder.href(&Route::Role(role.id.clone()))>{ladder.distinct_title(ix)}</a>
        </p>
    }
}
