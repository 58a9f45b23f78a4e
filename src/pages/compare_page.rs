//! `/compare`: what changes between any two roles.

use crate::components::compare::element_budget::{ElementBudget, SharedDiffBudget};
use crate::components::compare::path::way;
use crate::components::compare::resources::serving_resources;
use crate::components::compare::responsibilities;
use crate::components::compare::role_heads::compare_ends;
use crate::components::compare::role_selects::{RoleChoosers, pair_links};
use crate::components::compare::skill_changes;
use crate::components::compare::start::compare_start;
use crate::components::compare::tools::CompareTools;
use crate::components::hue;
use crate::components::plan::context::plan_route;
use crate::messages::compare::compare_summary;
use crate::router::RolePair;
use crate::stores::SharedLadder;
use crate::ui::{Icon, Shape, english};
use ladder::{Ladder, RoleIx};
use leptos::prelude::*;
use std::sync::Arc;

/// The page, between the roles that the address has. The choosers stay where they are while what is
/// below them changes, so that the focus stays in them.
#[component]
pub fn ComparePage(
    /// The open ladder.
    ladder: SharedLadder,
    /// What the address holds.
    ends: Memo<RolePair>,
) -> impl IntoView {
    if ladder.roles.len() < 2 {
        return view! {
            <header class="page-head">
                <h1 tabindex="-1">{english("Compare two roles")}</h1>
                <p class="lead">{english("This ladder has only one role, so there’s nothing to compare.")}</p>
            </header>
        }.into_any();
    }
    let follow = |draw: fn(&SharedLadder, &RolePair) -> AnyView| {
        let ladder = ladder.clone();
        move || draw(&ladder, &ends.get())
    };
    let hue = {
        let ladder = ladder.clone();
        move || ends.with(|ends| ends.roles(&ladder).map(|(_, to)| hue::of_role(&ladder, to)))
    };
    let is_long = {
        let ladder = ladder.clone();
        move || ends.with(|ends| titles_are_long(&ladder, ends)).then_some("")
    };
    view! {
        <div class="compare-page" data-hue=hue>
            <header class="page-head">
                <h1 tabindex="-1" data-long=is_long>{follow(heading)}</h1>
                <p class="lead" role="status">{follow(lead)}</p>
            </header>
            <RoleChoosers ladder=ladder.clone() ends />
            <div class="compare-bar">
                {plan_link(&ladder, ends)}
                <CompareTools ladder=ladder.clone() ends />
                {pair_links(&ladder, ends)}
            </div>
            {follow(outcome)}
        </div>
    }
    .into_any()
}

/// The way on to the plan between the two roles, once there are two.
fn plan_link(ladder: &SharedLadder, ends: Memo<RolePair>) -> AnyView {
    let pair = {
        let ladder = ladder.clone();
        move || ends.get().roles(&ladder).filter(|(from, to)| from != to)
    };
    let href = {
        let (ladder, pair) = (ladder.clone(), pair.clone());
        move || pair().map(|(from, to)| ladder.href(&plan_route(&ladder, Some(from), to)))
    };
    let is_hidden = move || pair().is_none();
    view! {
        <a lang="en" class="quiet to-plan" href=href hidden=is_hidden>"Plan this move" <Icon shape=Shape::Forward /></a>
    }.into_any()
}

fn heading(ladder: &SharedLadder, ends: &RolePair) -> AnyView {
    match ends.roles(ladder) {
        Some((from, to)) => {
            let title = |role: RoleIx| {
                let name = ladder[role].title.clone();
                view! { <bdi data-hue=hue::of_role(ladder, role)>{name}</bdi> }.into_any()
            };
            english(view! { "From " {title(from)} " to " {title(to)} }.into_any())
        }
        None => english("Compare two roles"),
    }
}

/// Whether the heading would fill the page in its usual size.
fn titles_are_long(ladder: &Ladder, ends: &RolePair) -> bool {
    let length = |role: RoleIx| ladder[role].title.chars().count();
    ends.roles(ladder).is_some_and(|(from, to)| length(from) + length(to) > 90)
}

fn lead(ladder: &SharedLadder, ends: &RolePair) -> AnyView {
    match ends.roles(ladder) {
        Some((from, to)) => english(compare_summary(ladder, &ladder.compare(from, to))),
        None => english(
            "Pick two roles to see what changes: new skills, higher levels and responsibilities.",
        ),
    }
}

fn outcome(ladder: &SharedLadder, ends: &RolePair) -> AnyView {
    match ends.roles(ladder) {
        Some((from, to)) if from != to => compared(ladder, from, to),
        _ => compare_start(ladder, ends),
    }
}

fn compared(ladder: &SharedLadder, from: RoleIx, to: RoleIx) -> AnyView {
    let comparison = Arc::new(ladder.compare(from, to));
    let sizes = [skill_changes::size, responsibilities::size].map(|size| size(ladder, &comparison));
    let (room, budget) = (ElementBudget::new(sizes.iter().sum()), SharedDiffBudget::for_page());
    view! {
        {compare_ends(ladder, &comparison)}
        <div class="compare-parts">
            {skill_changes::skill_changes(ladder, &comparison, room, &budget)}
            {responsibilities::duty_changes(ladder, &comparison, room, &budget)}
        </div>
        {way(ladder, &comparison)}
        {serving_resources(ladder, &comparison)}
    }
    .into_any()
}

/// What a tab says of a comparison.
#[must_use]
pub fn title(ladder: &Ladder, ends: &RolePair) -> String {
    ends.roles(ladder).map_or_else(
        || "Compare".to_owned(),
        |(from, to)| format!("From {} to {}", ladder[from].title, ladder[to].title),
    )
}

/// What a search engine or a shared link says of a comparison; none where the two roles are not
/// both chosen.
#[cfg(feature = "ssr")]
#[must_use]
pub fn description(ladder: &Ladder, ends: &RolePair) -> Option<String> {
    let (from, to) = ends.roles(ladder)?;
    Some(compare_summary(ladder, &ladder.compare(from, to)))
}
