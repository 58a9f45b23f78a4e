//! The skills of two roles, by how they change from the one to the other.

use super::element_budget::{ElementBudget, SharedDiffBudget};
use super::statement_changes::{Sides, statement_list};
use super::word_diff::reworded;
use crate::messages::compare::{change_kind, importance};
use crate::router::Route;
use crate::stores::SharedLadder;
use crate::ui::{Paged, count, english, pages_by_weight};
use ladder::{
    ChangeKind, Comparison, EffectiveRequirement, Ladder, RequirementKind, RoleIx, SkillChange,
};
use leptos::prelude::*;
use std::ops::Range;
use std::sync::Arc;

/// Up to so many levels are drawn as a row of steps.
const LONGEST_SCALE: usize = 8;

/// Above so many skills that stay as they are, their names are folded away.
const SHOWN_AT_ONCE: usize = 24;

/// The elements that what is said of one skill may take; more of it is turned to.
const ROOM_OF_A_SKILL: usize = 100;

/// The elements that all of them would take.
#[must_use]
pub fn size(ladder: &SharedLadder, comparison: &Comparison) -> usize {
    let sides = Sides::of(ladder, comparison);
    comparison.skills.iter().map(|skill| item_size(&sides, ladder, skill)).sum()
}

/// A heap for each change that there is; what differs first, each skill with what is said of it, as
/// far as there is `room`.
#[must_use]
pub fn skill_changes(
    ladder: &SharedLadder,
    comparison: &Arc<Comparison>,
    room: ElementBudget,
    budget: &SharedDiffBudget,
) -> Option<AnyView> {
    if comparison.skills.is_empty() {
        return None;
    }
    let heaps: Vec<_> = ChangeKind::ALL
        .into_iter()
        .filter_map(|change| heap(ladder, comparison, change, room, budget))
        .collect();
    Some(
        view! {
            <section class="compare-part">
                <h2 lang="en">"Skills"</h2>
                {heaps}
            </section>
        }
        .into_any(),
    )
}

fn heap(
    ladder: &SharedLadder,
    comparison: &Arc<Comparison>,
    change: ChangeKind,
    room: ElementBudget,
    budget: &SharedDiffBudget,
) -> Option<AnyView> {
    let all = comparison.skills.iter().enumerate();
    let places: Vec<usize> =
        all.filter(|(_, skill)| skill.kind == change).map(|(at, _)| at).collect();
    if places.is_empty() {
        return None;
    }
    let len = places.len();
    let counted = count(len, "skill", "skills");
    let heading =
        view! { <h3>{change_kind(change)} " " <span class="count">{english(counted)}</span></h3> }
            .into_any();
    let kind = kind_word(change);
    let list = list(ladder, comparison, places, change, room, budget);
    if change.is_difference() {
        return Some(
            view! { <section class="heap" data-change=kind>{heading} {list}</section> }.into_any(),
        );
    }
    let is_open = len <= SHOWN_AT_ONCE;
    Some(
        view! {
            <details class="heap" data-change=kind open=is_open>
                <summary>{heading}</summary>
                {list}
            </details>
        }
        .into_any(),
    )
}

/// The skills at `places`: what differs with what is said of it, the others by their names.
fn list(
    ladder: &SharedLadder,
    comparison: &Arc<Comparison>,
    places: Vec<usize>,
    change: ChangeKind,
    room: ElementBudget,
    budget: &SharedDiffBudget,
) -> AnyView {
    let sides = Sides::of(ladder, comparison);
    let size = |at: &usize| item_size(&sides, ladder, &comparison.skills[*at]);
    let sizes: Vec<usize> = places.iter().map(size).collect();
    let room = room.share(sizes.iter().sum());
    let (ladder, comparison) = (ladder.clone(), comparison.clone());
    let budgets = budget.clone().then_new();
    let draw = move |range: Range<usize>| {
        let budget = budgets();
        let skills = places[range].iter().map(|&at| &comparison.skills[at]);
        if change.is_difference() {
            let items = skills.map(|skill| item(&ladder, &comparison, skill, &budget));
            view! { <ul class="changed-skills">{items.collect::<Vec<_>>()}</ul> }.into_any()
        } else {
            let items = skills.map(|skill| view! { <li>{link(&ladder, skill)}</li> }.into_any());
            view! { <ul class="carried-skills">{items.collect::<Vec<_>>()}</ul> }.into_any()
        }
    };
    let pages = pages_by_weight(sizes.into_iter(), room);
    view! { <Paged pages nouns=("skill", "skills") render=draw /> }.into_any()
}

/// The elements that a skill takes, at the most or nearly so.
fn item_size(sides: &Sides, ladder: &Ladder, skill: &SkillChange) -> usize {
    if !skill.kind.is_difference() {
        return 2;
    }
    let has_level = [skill.before, skill.after].into_iter().flatten().any(|h| h.level.is_some());
    let steps = Some(ladder.scale.len()).filter(|&steps| steps <= LONGEST_SCALE).unwrap_or(0);
    let levels = if has_level { 4 + steps } else { 0 };
    let statements: usize = sides.clone().on(skill.skill).sizes(&skill.statements).sum();
    6 + levels + statements.min(ROOM_OF_A_SKILL)
}

/// The change as style sheets know it.
fn kind_word(change: ChangeKind) -> &'static str {
    match change {
        ChangeKind::New => "gained",
        ChangeKind::HigherLevel | ChangeKind::MoreImportant => "raised",
        ChangeKind::LowerLevel | ChangeKind::LessImportant => "lowered",
        ChangeKind::Reworded => "reworded",
        ChangeKind::Dropped => "dropped",
        ChangeKind::CarriedOver | ChangeKind::Unchanged => "kept",
    }
}

fn link(ladder: &SharedLadder, skill: &SkillChange) -> AnyView {
    let texts = &ladder[skill.skill];
    view! { <a href=ladder.href(&Route::Skill(texts.id.clone()))>{texts.name.clone()}</a> }
        .into_any()
}

fn item(
    ladder: &SharedLadder,
    comparison: &Comparison,
    skill: &SkillChange,
    budget: &SharedDiffBudget,
) -> AnyView {
    let statements = (!skill.statements.is_empty()).then(|| {
        let sides = Sides::of(ladder, comparison).on(skill.skill);
        statement_list(sides, skill.statements.clone(), ROOM_OF_A_SKILL, budget.clone())
    });
    let key =
        skill.after.or(skill.before).is_some_and(|holding| importance(&holding) == "key skill");
    view! {
        <li data-key=key.then_some("")>
            {link(ladder, skill)}
            {firmness(ladder, skill)}
            {levels(ladder, skill)}
            {note(ladder, comparison, skill, budget)}
            {statements}
        </li>
    }
    .into_any()
}

/// How firmly it is asked for, where that says something; and through whom, where it is carried.
fn firmness(ladder: &Ladder, skill: &SkillChange) -> Option<AnyView> {
    let words = |holding: EffectiveRequirement| importance(&holding);
    let through = |holding: EffectiveRequirement| {
        let role = &ladder[holding.required_by];
        format!("first needed at {}", role.short())
    };
    let text = match (skill.before, skill.after) {
        (Some(before), Some(after)) if before.kind != after.kind => {
            format!("{} (was {})", words(after), words(before))
        }
        (_, Some(only)) | (Some(only), None) if only.is_carried_over() => through(only),
        (_, Some(only)) | (Some(only), None) if only.kind != Some(RequirementKind::Required) => {
            words(only).to_owned()
        }
        _ => return None,
    };
    Some(view! { " " <span class="firmness">{english(text)}</span> }.into_any())
}

/// The level, or both levels where it changes; what the level gone to means for this skill.
fn levels(ladder: &Ladder, skill: &SkillChange) -> Option<AnyView> {
    let name = |holding: Option<EffectiveRequirement>| {
        holding.and_then(|h| h.level_name(ladder)).map(str::to_owned)
    };
    let (before, after) = (name(skill.before), name(skill.after));
    let (has_before, has_after) = (skill.before.is_some(), skill.after.is_some());
    let is_changed = skill.before.map(|h| h.level) != skill.after.map(|h| h.level);
    let words = match (before, after) {
        (None, None) => return None,
        (Some(before), Some(after)) if is_changed => format!("{before} → {after}"),
        (_, Some(after)) if has_before && is_changed => {
            format!("now {after} (no level before)")
        }
        (Some(before), _) if has_after && is_changed => format!("no set level (was {before})"),
        (_, Some(only)) | (Some(only), None) => only,
    };
    let meaning = skill.after.and_then(|after| {
        let level = ladder[skill.skill].level(after.level?)?;
        level.summary.clone()
    });
    Some(
        view! {
            <p class="levels">{meter(ladder, skill)} {english(words)}</p>
            {meaning.map(|meaning| view! { <p class="meaning" dir="auto">{meaning}</p> })}
        }
        .into_any(),
    )
}

/// A step for each level of the scale: held on both sides, only before, only after, or neither.
fn meter(ladder: &Ladder, skill: &SkillChange) -> Option<AnyView> {
    let scale = ladder.scale.len();
    if scale > LONGEST_SCALE {
        return None;
    }
    let reach = |holding: Option<EffectiveRequirement>| {
        holding.and_then(|h| h.level).map_or(0, |level| level.index() + 1)
    };
    let (before, after) = (reach(skill.before), reach(skill.after));
    let steps = (1..=scale).map(|step| {
        let state = match (step <= before, step <= after) {
            (true, true) => "both",
            (true, false) => "before",
            (false, true) => "after",
            (false, false) => "neither",
        };
        view! { <i data-step=state></i> }.into_any()
    });
    Some(
        view! { <span class="meter" aria-hidden="true">{steps.collect::<Vec<_>>()}</span> }
            .into_any(),
    )
}

/// The note of the second role on it; word by word where the first says something else.
fn note(
    ladder: &Ladder,
    comparison: &Comparison,
    skill: &SkillChange,
    budget: &SharedDiffBudget,
) -> Option<AnyView> {
    let note = |role: RoleIx| ladder[role].requirement(skill.skill)?.note.as_deref();
    let (before, after) = (note(comparison.from), note(comparison.to));
    let is_on_both = skill.before.is_some() && skill.after.is_some();
    let text = match (before, after) {
        (before, after) if is_on_both && before != after => {
            let (before, after) = (before.unwrap_or_default(), after.unwrap_or_default());
            budget.spend(|budget| reworded(before, after, budget))
        }
        (_, Some(only)) | (Some(only), None) => only.to_owned().into_any(),
        (None, None) => return None,
    };
    Some(view! { <p class="note" dir="auto">{text}</p> }.into_any())
}
