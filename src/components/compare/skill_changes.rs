//! How the skills change from one role to another.

use super::element_budget::{ElementBudget, SharedDiffBudget};
use super::statement_changes::{StatementList, StatementSource};
use super::word_diff::render_diff;
use crate::messages::compare as messages;
use crate::router::{Route, change_group_word};
use crate::stores::SharedLadder;
use crate::ui::{Paged, count, english, pages_by_weight, paragraph};
use ladder::{
    ChangeGroup, ChangeKind, Comparison, EffectiveRequirement, Ladder, RequirementKind, RichText,
    RoleIx, SkillChange,
};
use leptos::prelude::*;
use std::ops::Range;
use std::sync::Arc;

/// Longer scales have no meter.
const MAX_METER_STEPS: usize = 8;

/// Longer lists of unchanged skills are collapsed.
const MAX_EXPANDED: usize = 24;

/// The number of elements on a page of statements on a skill.
const STATEMENT_ELEMENTS: usize = 100;

/// The number of elements that all skills take.
#[must_use]
pub fn element_count(ladder: &SharedLadder, comparison: &Comparison) -> usize {
    comparison.skills.iter().map(|skill| item_element_count(ladder, comparison, skill)).sum()
}

/// The skills, grouped by how they change. Renders nothing if neither role has any.
#[component]
pub fn SkillChanges(
    ladder: SharedLadder,
    /// The compared roles.
    comparison: Arc<Comparison>,
    /// Limits the elements of each group.
    element_budget: ElementBudget,
    /// Limits the work of comparing texts.
    diff_budget: SharedDiffBudget,
) -> impl IntoView {
    let group =
        |kind: &ChangeKind| group(&ladder, &comparison, *kind, element_budget, &diff_budget);
    let groups: Vec<_> = ChangeKind::ALL.iter().filter_map(group).collect();
    (!groups.is_empty()).then(|| {
        view! {
            <section class="compare-part">
                <h2 lang="en">"Skills"</h2>
                {groups}
            </section>
        }
    })
}

fn group(
    ladder: &SharedLadder,
    comparison: &Arc<Comparison>,
    kind: ChangeKind,
    element_budget: ElementBudget,
    diff_budget: &SharedDiffBudget,
) -> Option<AnyView> {
    let indices: Vec<usize> =
        (0..comparison.skills.len()).filter(|&i| comparison.skills[i].kind == kind).collect();
    if indices.is_empty() {
        return None;
    }
    let word = change_group_word(ChangeGroup::of_skill(kind));
    let len = indices.len();
    let counted = count(len, "skill", "skills");
    let heading = view! {
        <h3 lang="en">{messages::change_kind(kind)} " " <span class="count">{counted}</span></h3>
    };
    let list = list(ladder, comparison, indices, kind, element_budget, diff_budget);
    let group = if kind.is_difference() {
        view! { <section class="change-group" data-change=css_name(kind) data-group=word>{heading} {list}</section> }
            .into_any()
    } else {
        let is_open = len <= MAX_EXPANDED;
        view! {
            <details class="change-group" data-change=css_name(kind) data-group=word open=is_open>
                <summary>{heading}</summary>
                {list}
            </details>
        }
        .into_any()
    };
    Some(group)
}

/// The skills at `indices`: in detail if they differ, otherwise only their names.
fn list(
    ladder: &SharedLadder,
    comparison: &Arc<Comparison>,
    indices: Vec<usize>,
    kind: ChangeKind,
    element_budget: ElementBudget,
    diff_budget: &SharedDiffBudget,
) -> impl IntoView + use<> {
    let sizes = indices.iter().map(|&i| &comparison.skills[i]);
    let sizes: Vec<usize> =
        sizes.map(|skill| item_element_count(ladder, comparison, skill)).collect();
    let max_elements = element_budget.share(sizes.iter().sum());
    let (ladder, comparison) = (ladder.clone(), comparison.clone());
    let budget_for_page = diff_budget.clone().then_new();
    let render = move |range: Range<usize>| {
        let budget = budget_for_page();
        let skills = indices[range].iter().map(|&i| &comparison.skills[i]);
        if kind.is_difference() {
            let items = skills.map(|skill| item(&ladder, &comparison, skill, &budget));
            view! { <ul class="changed-skills">{items.collect_view()}</ul> }.into_any()
        } else {
            let items = skills.map(|skill| view! { <li>{link(&ladder, skill)}</li> });
            view! { <ul class="carried-skills">{items.collect_view()}</ul> }.into_any()
        }
    };
    let pages = pages_by_weight(sizes.into_iter(), max_elements);
    view! { <Paged pages nouns=("skill", "skills") render /> }
}

/// The number of elements that a skill takes, estimated.
fn item_element_count(
    ladder: &SharedLadder,
    comparison: &Comparison,
    skill: &SkillChange,
) -> usize {
    if !skill.kind.is_difference() {
        return 2;
    }
    let mut requirements = [skill.before, skill.after].into_iter().flatten();
    let steps = ladder.levels_of(skill.skill).len();
    let meter = if steps <= MAX_METER_STEPS { steps } else { 0 };
    let levels = if requirements.any(|it| it.level.is_some()) { 4 + meter } else { 0 };
    let source = StatementSource::skill(ladder, comparison, skill.skill);
    let statements: usize = source.element_counts(&skill.statements).sum();
    6 + levels + statements.min(STATEMENT_ELEMENTS)
}

/// The value of `data-change` for style sheets.
fn css_name(kind: ChangeKind) -> &'static str {
    match kind {
        ChangeKind::New => "gained",
        ChangeKind::HigherLevel | ChangeKind::MoreImportant => "raised",
        ChangeKind::LowerLevel | ChangeKind::LessImportant => "lowered",
        ChangeKind::Reworded => "reworded",
        ChangeKind::Dropped => "dropped",
        ChangeKind::CarriedOver | ChangeKind::Unchanged => "kept",
    }
}

fn link(ladder: &SharedLadder, skill: &SkillChange) -> impl IntoView + use<> {
    let href = ladder.href(&Route::Skill(ladder[skill.skill].id.clone()));
    view! { <a href=href>{ladder.distinct_skill_name(skill.skill)}</a> }
}

fn item(
    ladder: &SharedLadder,
    comparison: &Comparison,
    skill: &SkillChange,
    budget: &SharedDiffBudget,
) -> impl IntoView + use<> {
    let is_key = skill
        .after
        .or(skill.before)
        .is_some_and(|requirement| requirement.kind == Some(RequirementKind::Core));
    let statements = (!skill.statements.is_empty()).then(|| {
        let source = StatementSource::skill(ladder, comparison, skill.skill);
        view! {
            <StatementList
                source
                changes=skill.statements.clone()
                max_elements=STATEMENT_ELEMENTS
                diff_budget=budget.clone()
            />
        }
    });
    view! {
        <li data-key=is_key.then_some("")>
            {link(ladder, skill)}
            {importance(ladder, skill)}
            {levels(ladder, skill)}
            {note(ladder, comparison, skill, budget)}
            {statements}
        </li>
    }
}

fn importance(ladder: &Ladder, skill: &SkillChange) -> Option<impl IntoView + use<>> {
    let text = messages::importance_change(ladder, skill)?;
    Some(view! { " " <span class="firmness">{english(text)}</span> })
}

/// The level or its change, and what the new level means for this skill.
fn levels(ladder: &Ladder, skill: &SkillChange) -> Option<impl IntoView + use<>> {
    let text = messages::level_change(ladder, skill)?;
    let meaning = skill
        .after
        .and_then(|after| ladder[skill.skill].level(after.level?)?.summary.as_ref())
        .map(|meaning| paragraph("level-note", meaning));
    Some(view! {
        <p class="levels">{meter(ladder, skill)} {english(text)}</p>
        {meaning}
    })
}

/// A step for each level of the skill's scale, marked as reached by both roles, one of them or neither.
fn meter(ladder: &Ladder, skill: &SkillChange) -> Option<impl IntoView + use<>> {
    let steps = ladder.levels_of(skill.skill).len();
    if steps > MAX_METER_STEPS {
        return None;
    }
    let reached = |requirement: Option<EffectiveRequirement>| {
        requirement
            .and_then(|it| it.level)
            .map_or(0, |level| ladder.level_position(skill.skill, level).index + 1)
    };
    let (before, after) = (reached(skill.before), reached(skill.after));
    let step = |step: usize| {
        let state = match (step <= before, step <= after) {
            (true, true) => "both",
            (true, false) => "before",
            (false, true) => "after",
            (false, false) => "neither",
        };
        view! { <i data-step=state></i> }
    };
    let steps: Vec<_> = (1..=steps).map(step).collect();
    Some(view! { <span class="meter" aria-hidden="true">{steps}</span> })
}

/// The note of the second role on the skill, word by word if the first role has a different one.
fn note(
    ladder: &Ladder,
    comparison: &Comparison,
    skill: &SkillChange,
    budget: &SharedDiffBudget,
) -> Option<AnyView> {
    let note = |role: RoleIx| ladder[role].requirement(skill.skill)?.note.as_ref();
    let (before, after) = (note(comparison.from), note(comparison.to));
    let is_in_both = skill.before.is_some() && skill.after.is_some();
    match [before, after].map(|note| note.map(RichText::as_str)) {
        [before, after] if is_in_both && before != after => {
            let (before, after) = (before.unwrap_or_default(), after.unwrap_or_default());
            let text = budget.with(|budget| render_diff(before, after, budget));
            Some(view! { <p class="note" dir="auto">{text}</p> }.into_any())
        }
        _ => after.or(before).map(|note| paragraph("note", note)),
    }
}
