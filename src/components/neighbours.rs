//! Where a role leads and where one comes from, with what each step adds.

use super::hue;
use super::ladder_lines::kind_word;
use super::planning::plan_route;
use crate::browser::keys;
use crate::browser::navigation::use_navigation;
use crate::ladder::{Asked, Edge, EdgeKind, RoleIx, SkillIx};
use crate::markup::{Markup, outward, view};
use crate::route::Route;
use crate::state::Shared;
use crate::ui::{Icon, Shape, count, english, paged};
use leptos::prelude::*;
use std::ops::Range;

/// The roles one step down and the steps onward. The arrow keys go there, too.
#[component]
pub fn Neighbours(
    /// The open ladder.
    ladder: Shared,
    /// The role between them.
    role: RoleIx,
) -> Markup {
    let onward = ladder.steps().from(role);
    let below: Vec<_> = ladder.steps().below(role).to_vec();
    // A catalogue has no top and no foot; there is nothing to say where no step is authored.
    if !ladder.ordered && onward.is_empty() && below.is_empty() {
        return Markup::Nothing;
    }
    follow_arrow_keys(&ladder, onward.first().map(|edge| edge.to), below.first().copied());
    let (up_len, down_len) = (onward.len(), below.len());
    let up = {
        let ladder = ladder.clone();
        move |range: Range<usize>| {
            let all = ladder.steps().from(role).iter().enumerate();
            let some = all.skip(range.start).take(range.len());
            let cards: Vec<_> =
                some.map(|(at, edge)| step_card(&ladder, role, edge, at == 0)).collect();
            view! { <ul class="steps">{cards}</ul> }
        }
    };
    let down = {
        let ladder = ladder.clone();
        move |range: Range<usize>| {
            let some = below.iter().enumerate().skip(range.start).take(range.len());
            let links: Vec<_> =
                some.map(|(at, &under)| down_link(&ladder, under, at == 0)).collect();
            view! { <ul class="below">{links}</ul> }
        }
    };
    view! {
        <section class="leads">
            <h2>"Where it leads"</h2>
            {(up_len == 0).then(|| view! { <p>"This is the top of the ladder."</p> })}
            {(up_len > 0).then(|| paged(up_len, AT_ONCE, ("step", "steps"), Box::new(up)))}
            <h3>"Where one comes from"</h3>
            {(down_len == 0).then(|| view! { <p>"This is where the ladder is entered."</p> })}
            {(down_len > 0).then(|| paged(down_len, AT_ONCE, ("role", "roles"), Box::new(down)))}
        </section>
    }
}

/// The steps that are shown at once.
const AT_ONCE: usize = 24;

/// The skills that a step names as added; the role's page has all.
const NAMED: usize = 8;

fn follow_arrow_keys(ladder: &Shared, up: Option<RoleIx>, down: Option<RoleIx>) {
    let to = |role: Option<RoleIx>| role.map(|role| Route::Role(ladder[role].id.clone()));
    let (up, down) = (to(up), to(down));
    let navigation = use_navigation();
    outward(move || {
        let (up, down) = (up.clone(), down.clone());
        keys::listen(move |key| {
            let route = match key {
                "ArrowRight" => up.clone(),
                "ArrowLeft" => down.clone(),
                _ => None,
            };
            let own = route.is_some();
            route.into_iter().for_each(|route| navigation.open(route));
            own
        });
    });
}

fn step_card(ladder: &Shared, from: RoleIx, edge: &Edge, is_first: bool) -> Markup {
    let to = edge.to;
    let texts = &ladder[to];
    let is_new = |skill| matches!(ladder.asked(to, skill), Asked::New(_));
    let held = |skill| ladder.asked(from, skill).holds();
    let added = texts.skills.iter().map(|r| r.skill).filter(|&s| is_new(s) && !held(s));
    let added: Vec<_> = added.collect();
    let is_raised = |&s: &SkillIx| {
        held(s)
            && ladder
                .level_held(to, s)
                .is_some_and(|level| ladder.level_held(from, s) < Some(level))
    };
    let raised: Vec<_> = texts.skills.iter().map(|r| r.skill).filter(is_raised).collect();
    let responsibilities = match texts.responsibilities.len() {
        0 => String::new(),
        len => format!("Takes on {}.", count(len, "responsibility", "responsibilities")),
    };
    let told = [named(ladder, "Adds", &added), named(ladder, "Raises", &raised), responsibilities]
        .concat();
    let told = (!told.is_empty()).then(|| view! { <p>{english(told)}</p> });
    let note = edge.note.clone();
    let kind = match edge.kind {
        EdgeKind::Promotion => "One step up",
        EdgeKind::Lateral => "A step sideways",
        EdgeKind::Return => "A step back",
    };
    view! {
        <li class="step" data-kind=kind_word(edge.kind) data-hue=hue::of_role(ladder, to)>
            <p class="kind">{kind}{is_first.then(|| view! { " " <kbd aria-hidden="true">"→"</kbd> })}</p>
            <a aria-keyshortcuts=is_first.then_some("ArrowRight") href=ladder.href(&Route::Role(texts.id.clone()))>
                {texts.title.clone()} <Icon shape=Shape::Onward />
            </a>
            {note.map(|note| view! { <p>{note}</p> })}
            {told}
            {plan_link(ladder, from, to)}
        </li>
    }
}

/// "Adds 2 skills: A, B. "; empty where there is none.
fn named(ladder: &Shared, verb: &str, skills: &[SkillIx]) -> String {
    let names: Vec<_> = skills.iter().take(NAMED).map(|&s| ladder[s].name.as_str()).collect();
    let more = match skills.len() - names.len() {
        0 => String::new(),
        more => format!(" and {more} more"),
    };
    match skills.len() {
        0 => String::new(),
        len => format!("{verb} {}: {}{more}. ", count(len, "skill", "skills"), names.join(", ")),
    }
}

/// The way to the plan of a step.
fn plan_link(ladder: &Shared, from: RoleIx, to: RoleIx) -> Markup {
    let link = ladder.href(&plan_route(ladder, Some(from), to));
    let title = ladder[to].title.clone();
    view! {
        <p class="plan-link">
            <a href=link aria-label=format!("Plan this step: {title}")>"Plan this step"</a>
        </p>
    }
}

fn down_link(ladder: &Shared, under: RoleIx, is_first: bool) -> Markup {
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
}
