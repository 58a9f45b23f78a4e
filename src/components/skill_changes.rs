//! The skills of two roles, by how they change from the one to the other.

use super::reworded::reworded;
use super::statement_list::statement_list;
use crate::ladder::{Budget, Change, Comparison, Holding, Ladder, RoleIx, SkillChange, Statement};
use crate::markup::{Markup, view};
use crate::route::Route;
use crate::state::Shared;
use crate::ui::{count, english, paged};
use std::ops::Range;

/// Up to so many levels are drawn as a row of steps.
const LONGEST_SCALE: usize = 8;

/// The skills of one change that are shown at once; each takes some twelve elements.
const AT_ONCE: usize = 24;

/// The skills that stay as they are and are named at once.
const LINKS_AT_ONCE: usize = 120;

/// Above so many skills that stay as they are, their names are folded away.
const SHOWN_AT_ONCE: usize = 24;

/// A heap for each change that there is; what differs first, each skill with what is said of it.
#[must_use]
pub fn skill_changes(
    ladder: &Shared,
    comparison: &Comparison,
    budget: &mut Budget,
) -> Option<Markup> {
    if comparison.skills.is_empty() {
        return None;
    }
    let heaps: Vec<_> = Change::ALL
        .into_iter()
        .filter_map(|change| heap(ladder, comparison, change, budget))
        .collect();
    Some(view! {
        <section class="compare-part">
            <h2>"Skills"</h2>
            {heaps}
        </section>
    })
}

fn heap(
    ladder: &Shared,
    comparison: &Comparison,
    change: Change,
    budget: &mut Budget,
) -> Option<Markup> {
    let skills: Vec<&SkillChange> = comparison.of(change).collect();
    let len = skills.len();
    if len == 0 {
        return None;
    }
    let counted = count(len, "skill", "skills");
    let heading =
        view! { <h3>{change.word()} " " <span class="count">{english(counted)}</span></h3> };
    let kind = kind_word(change);
    if change.is_difference() && len > AT_ONCE {
        let (ladder, ends) = (ladder.clone(), (comparison.from, comparison.to));
        let part = move |range: Range<usize>| {
            let (comparison, mut budget) = (ladder.compare(ends.0, ends.1), Budget::of_a_page());
            let some = comparison.of(change).skip(range.start).take(range.len());
            let items: Vec<_> =
                some.map(|skill| item(&ladder, &comparison, skill, &mut budget)).collect();
            view! { <ul class="changed-skills">{items}</ul> }
        };
        let list = paged(len, AT_ONCE, ("skill", "skills"), Box::new(part));
        return Some(view! { <section class="heap" data-change=kind>{heading} {list}</section> });
    }
    if change.is_difference() {
        let items: Vec<_> =
            skills.into_iter().map(|skill| item(ladder, comparison, skill, budget)).collect();
        return Some(view! {
            <section class="heap" data-change=kind>{heading} <ul class="changed-skills">{items}</ul></section>
        });
    }
    let is_open = len <= SHOWN_AT_ONCE;
    let (of_links, all) = (ladder.clone(), skills.into_iter().cloned().collect::<Vec<_>>());
    let part = move |range: Range<usize>| {
        let links = all[range].iter().map(|skill| view! { <li>{link(&of_links, skill)}</li> });
        view! { <ul class="carried-skills">{links.collect::<Vec<_>>()}</ul> }
    };
    Some(view! {
        <details class="heap" data-change=kind open=is_open>
            <summary>{heading}</summary>
            {paged(len, LINKS_AT_ONCE, ("skill", "skills"), Box::new(part))}
        </details>
    })
}

/// The change as style sheets know it.
fn kind_word(change: Change) -> &'static str {
    match change {
        Change::Gained => "gained",
        Change::Raised | Change::Firmer => "raised",
        Change::Lowered | Change::Looser => "lowered",
        Change::Reworded => "reworded",
        Change::Dropped => "dropped",
        Change::Carried | Change::Unchanged => "kept",
    }
}

fn link(ladder: &Shared, skill: &SkillChange) -> Markup {
    let texts = &ladder[skill.skill];
    view! { <a href=ladder.href(&Route::Skill(texts.id.clone()))>{texts.name.clone()}</a> }
}

fn item(
    ladder: &Shared,
    comparison: &Comparison,
    skill: &SkillChange,
    budget: &mut Budget,
) -> Markup {
    let said = |role: RoleIx| -> &[Statement] {
        ladder[role].requirement(skill.skill).map_or(&[], |asked| asked.statements.as_slice())
    };
    let statements = (!skill.statements.is_empty()).then(|| {
        let (before, after) = (said(comparison.from), said(comparison.to));
        statement_list(before, after, &skill.statements, budget)
    });
    let key = skill.after.or(skill.before).is_some_and(|holding| holding.firmness() == "key skill");
    view! {
        <li data-key=key.then_some("")>
            {link(ladder, skill)}
            {firmness(ladder, skill)}
            {levels(ladder, skill)}
            {note(ladder, comparison, skill, budget)}
            {statements}
        </li>
    }
}

/// How firmly it is asked for, where that says something; and through whom, where it is carried.
fn firmness(ladder: &Ladder, skill: &SkillChange) -> Option<Markup> {
    let words = |holding: Holding| holding.firmness();
    let through = |holding: Holding| {
        let role = &ladder[holding.asked_by];
        format!("through {}", role.short())
    };
    let text = match (skill.before, skill.after) {
        (Some(before), Some(after)) if before.kind != after.kind => {
            format!("{}, was {}", words(after), words(before))
        }
        (_, Some(only)) | (Some(only), None) if only.is_carried() => through(only),
        (_, Some(only)) | (Some(only), None) if words(only) != "asked for" => {
            words(only).to_owned()
        }
        _ => return None,
    };
    Some(view! { " " <span class="firmness">{english(text)}</span> })
}

/// The level, or both levels where it changes; what the level gone to means for this skill.
fn levels(ladder: &Ladder, skill: &SkillChange) -> Option<Markup> {
    let name =
        |holding: Option<Holding>| holding.and_then(|h| h.level_name(ladder)).map(str::to_owned);
    let (before, after) = (name(skill.before), name(skill.after));
    let (has_before, has_after) = (skill.before.is_some(), skill.after.is_some());
    let is_changed = skill.before.map(|h| h.level) != skill.after.map(|h| h.level);
    let words = match (before, after) {
        (None, None) => return None,
        (Some(before), Some(after)) if is_changed => format!("from {before} to {after}"),
        (_, Some(after)) if has_before && is_changed => {
            format!("now at {after}, before at no level")
        }
        (Some(before), _) if has_after && is_changed => format!("no longer at {before}"),
        (_, Some(only)) | (Some(only), None) => only,
    };
    let meaning = skill.after.and_then(|after| {
        let level = ladder[skill.skill].level(after.level?)?;
        level.summary.clone()
    });
    Some(view! {
        <p class="levels">{meter(ladder, skill)} {english(words)}</p>
        {meaning.map(|meaning| view! { <p class="meaning" dir="auto">{meaning}</p> })}
    })
}

/// A step for each level of the scale: held on both sides, only before, only after, or neither.
fn meter(ladder: &Ladder, skill: &SkillChange) -> Option<Markup> {
    let scale = ladder.scale.len();
    if scale > LONGEST_SCALE {
        return None;
    }
    let reach =
        |holding: Option<Holding>| holding.and_then(|h| h.level).map_or(0, |level| level.at() + 1);
    let (before, after) = (reach(skill.before), reach(skill.after));
    let steps = (1..=scale).map(|step| {
        let state = match (step <= before, step <= after) {
            (true, true) => "both",
            (true, false) => "before",
            (false, true) => "after",
            (false, false) => "neither",
        };
        view! { <i data-step=state></i> }
    });
    Some(view! { <span class="meter" aria-hidden="true">{steps.collect::<Vec<_>>()}</span> })
}

/// The note of the second role on it; word by word where the first says something else.
fn note(
    ladder: &Ladder,
    comparison: &Comparison,
    skill: &SkillChange,
    budget: &mut Budget,
) -> Option<Markup> {
    let note = |role: RoleIx| ladder[role].requirement(skill.skill)?.note.as_deref();
    let (before, after) = (note(comparison.from), note(comparison.to));
    let is_on_both = skill.before.is_some() && skill.after.is_some();
    let text = match (before, after) {
        (before, after) if is_on_both && before != after => {
            reworded(before.unwrap_or_default(), after.unwrap_or_default(), budget)
        }
        (_, Some(only)) | (Some(only), None) => reworded(only, only, budget),
        (None, None) => return None,
    };
    Some(view! { <p class="note" dir="auto">{text}</p> })
}
