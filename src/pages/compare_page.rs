//! `/compare`: what changes between any two roles.

use super::PagePart;
use crate::components::compare::change_counts::ChangeCounts;
use crate::components::compare::element_budget::{ElementBudget, SharedDiffBudget};
use crate::components::compare::path::StepByStep;
use crate::components::compare::resources::LearningResources;
use crate::components::compare::responsibilities::{self, ResponsibilityChanges};
use crate::components::compare::role_selects::{NeighbourLinks, RoleSelects, SwapLink};
use crate::components::compare::role_table::RoleTable;
use crate::components::compare::skill_changes::{self, SkillChanges};
use crate::components::compare::start::CompareStart;
use crate::components::compare::tools::CompareTools;
use crate::components::hue;
use crate::components::plan::context::plan_route;
use crate::messages::compare::compare_summary;
use crate::router::{RolePair, Route, change_group_word};
use crate::stores::SharedLadder;
use crate::ui::{Icon, IconShape, english};
use ladder::{ChangeGroup, Comparison, Ladder, RoleIx};
use leptos::prelude::*;
use std::sync::Arc;

/// Headings with titles longer than this in total are set smaller.
const LONG_TITLES: usize = 90;

/// The page. The fields to select the roles are not rendered again when the roles change, so that they
/// keep the focus.
#[component]
pub fn ComparePage(
    ladder: SharedLadder,
    /// The roles in the address, and the changes to show.
    query: Memo<RolePair>,
) -> impl IntoView {
    if ladder.roles.len() < 2 {
        return view! {
            <header class="page-head">
                <h1 tabindex="-1">{english("Compare two roles")}</h1>
                <p class="lead">{english("This ladder has only one role, so there’s nothing to compare.")}</p>
            </header>
        }
        .into_any();
    }
    // A filter only hides what is rendered.
    let pair = Memo::new(move |_| query.with(RolePair::with_all_changes));
    let only = move || query.with(|query| query.only.map(change_group_word));
    // `None` until both roles are chosen.
    let comparison = {
        let ladder = ladder.clone();
        Memo::new(move |_| {
            let (from, to) = pair.with(|pair| pair.roles(&ladder))?;
            Some(Arc::new(ladder.compare(from, to)))
        })
    };
    let hue = {
        let ladder = ladder.clone();
        move || comparison.get().map(|comparison| hue::of_role(&ladder, comparison.to))
    };
    let is_long = {
        let ladder = ladder.clone();
        move || comparison.get().and_then(|it| has_long_titles(&ladder, &it).then_some(""))
    };
    let is_counted = move || comparison.get().is_some_and(|comparison| is_counted(&comparison));
    let heading = {
        let ladder = ladder.clone();
        move || heading(&ladder, comparison.get().as_deref())
    };
    let lead = {
        let ladder = ladder.clone();
        move || lead(&ladder, comparison.get().as_deref())
    };
    let content = {
        let ladder = ladder.clone();
        move || match comparison.get().filter(|comparison| comparison.from != comparison.to) {
            Some(comparison) => view! { <Changes ladder=ladder.clone() comparison /> }.into_any(),
            None => view! { <CompareStart ladder=ladder.clone() pair=pair.get() /> }.into_any(),
        }
    };
    view! {
        <div class="compare-page" data-hue=hue data-only=only>
            <header class="page-head">
                <h1 tabindex="-1" data-long=is_long>{heading}</h1>
                <p class="lead" class:visually-hidden=is_counted role="status">{lead}</p>
            </header>
            <ChangeCounts query comparison />
            <div class="compare-bar">
                {plan_link(&ladder, pair)}
                <SwapLink ladder=ladder.clone() pair />
                <RoleSelects ladder=ladder.clone() pair />
            </div>
            {content}
            <div class="compare-bar compare-end">
                <CompareTools ladder=ladder.clone() comparison />
                <NeighbourLinks ladder pair />
            </div>
        </div>
    }
    .into_any()
}

/// The parts of the page, for the first step from a role.
pub const PARTS: [PagePart; 3] = [controls, skills, responsibilities];

fn first_step(ladder: &Ladder, role: RoleIx) -> Option<Arc<Comparison>> {
    let step = ladder.graph().edges_from(role).first()?;
    Some(Arc::new(ladder.compare(role, step.to)))
}

fn controls(ladder: &SharedLadder, role: RoleIx) -> AnyView {
    let comparison = first_step(ladder, role);
    let pair = comparison.as_ref().map(|step| RolePair::of(ladder, step.from, step.to));
    let pair = Memo::new(move |_| pair.clone().unwrap_or_default());
    let comparison = Memo::new(move |_| comparison.clone());
    view! {
        <ChangeCounts query=pair comparison />
        <RoleSelects ladder=ladder.clone() pair />
        <CompareTools ladder=ladder.clone() comparison />
        <NeighbourLinks ladder=ladder.clone() pair />
    }
    .into_any()
}

fn skills(ladder: &SharedLadder, role: RoleIx) -> AnyView {
    let Some(comparison) = first_step(ladder, role) else { return ().into_any() };
    let element_budget = ElementBudget::new(skill_changes::element_count(ladder, &comparison));
    let diff_budget = SharedDiffBudget::for_page();
    view! { <SkillChanges ladder=ladder.clone() comparison element_budget diff_budget /> }
        .into_any()
}

fn responsibilities(ladder: &SharedLadder, role: RoleIx) -> AnyView {
    let Some(comparison) = first_step(ladder, role) else { return ().into_any() };
    let element_budget = ElementBudget::new(responsibilities::element_count(ladder, &comparison));
    let diff_budget = SharedDiffBudget::for_page();
    view! {
        <ResponsibilityChanges
            ladder=ladder.clone()
            comparison=comparison.clone()
            element_budget
            diff_budget
        />
        <RoleTable ladder=ladder.clone() comparison />
    }
    .into_any()
}

/// Whether counts say what changes, so that the sentence is only for screen readers.
fn is_counted(comparison: &Comparison) -> bool {
    let groups = ChangeGroup::ALL.into_iter().filter(|&group| group != ChangeGroup::Unchanged);
    let differences: usize = groups.map(|group| comparison.count(group).total()).sum();
    comparison.from != comparison.to && differences > 1
}

/// A link to the plan from one role to the other.
fn plan_link(ladder: &SharedLadder, pair: Memo<RolePair>) -> impl IntoView + use<> {
    let ladder = ladder.clone();
    let href = move || {
        let (from, to) = pair.get().roles(&ladder).filter(|(from, to)| from != to)?;
        Some(ladder.href(&plan_route(&ladder, Some(from), to)))
    };
    let is_hidden = {
        let href = href.clone();
        move || href().is_none()
    };
    view! {
        <a lang="en" class="quiet to-plan" href=href hidden=is_hidden>"Plan this move" <Icon shape=IconShape::Forward /></a>
    }
}

fn heading(ladder: &SharedLadder, comparison: Option<&Comparison>) -> AnyView {
    let Some(Comparison { from, to, .. }) = comparison else {
        return english("Compare two roles");
    };
    let title = |role: RoleIx| {
        let title = ladder.distinct_title(role);
        let href = ladder.href(&Route::Role(ladder[role].id.clone()));
        view! { <a href=href data-hue=hue::of_role(ladder, role)><bdi>{title}</bdi></a> }
    };
    english(view! { "From " {title(*from)} " to " {title(*to)} })
}

fn has_long_titles(ladder: &Ladder, comparison: &Comparison) -> bool {
    let length = |role: RoleIx| ladder[role].title.chars().count();
    length(comparison.from) + length(comparison.to) > LONG_TITLES
}

fn lead(ladder: &SharedLadder, comparison: Option<&Comparison>) -> AnyView {
    match comparison {
        Some(comparison) => english(compare_summary(ladder, comparison)),
        None => english(
            "Pick two roles to see what changes: new skills, higher levels and responsibilities.",
        ),
    }
}

#[component]
fn Changes(ladder: SharedLadder, comparison: Arc<Comparison>) -> impl IntoView {
    let element_budget = ElementBudget::new(
        skill_changes::element_count(&ladder, &comparison)
            + responsibilities::element_count(&ladder, &comparison),
    );
    let diff_budget = SharedDiffBudget::for_page();
    view! {
        <div class="compare-parts">
            <SkillChanges
                ladder=ladder.clone()
                comparison=comparison.clone()
                element_budget
                diff_budget=diff_budget.clone()
            />
            <ResponsibilityChanges
                ladder=ladder.clone()
                comparison=comparison.clone()
                element_budget
                diff_budget
            />
        </div>
        <RoleTable ladder=ladder.clone() comparison=comparison.clone() />
        <StepByStep ladder=ladder.clone() comparison=comparison.clone() />
        <LearningResources ladder comparison />
    }
}

/// The title of the page.
#[must_use]
pub fn title(ladder: &Ladder, pair: &RolePair) -> String {
    pair.roles(ladder).map_or_else(
        || "Compare".to_owned(),
        |(from, to)| {
            format!("From {} to {}", ladder.distinct_title(from), ladder.distinct_title(to))
        },
    )
}

/// The description for search engines and link previews, if both roles are selected.
#[cfg(feature = "ssr")]
#[must_use]
pub fn description(ladder: &Ladder, pair: &RolePair) -> Option<String> {
    let (from, to) = pair.roles(ladder)?;
    Some(compare_summary(ladder, &ladder.compare(from, to)))
}
