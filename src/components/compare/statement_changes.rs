//! A list of statements with the change of each; reworded statements are shown word by word.

use super::element_budget::SharedDiffBudget;
use super::word_diff::render_diff;
use crate::components::links::Links;
use crate::messages::compare::{more_label, statement_change};
use crate::stores::SharedLadder;
use crate::ui::{Paged, mark_element_count, pages_by_weight, phrase, rich_text};
use ladder::{Comparison, RoleIx, SkillIx, Statement, StatementChange};
use leptos::prelude::*;
use std::ops::Range;

/// Where the statements of a list come from: the responsibilities of two roles, or their requirements
/// for a skill.
#[derive(Clone)]
pub struct StatementSource {
    ladder: SharedLadder,
    roles: [RoleIx; 2],
    skill: Option<SkillIx>,
}

impl StatementSource {
    /// The responsibilities of both roles.
    #[must_use]
    pub fn responsibilities(ladder: &SharedLadder, comparison: &Comparison) -> Self {
        Self { ladder: ladder.clone(), roles: [comparison.from, comparison.to], skill: None }
    }

    /// The statements on a skill in both roles.
    #[must_use]
    pub fn skill(ladder: &SharedLadder, comparison: &Comparison, skill: SkillIx) -> Self {
        Self { skill: Some(skill), ..Self::responsibilities(ladder, comparison) }
    }

    fn statements(&self) -> [&[Statement]; 2] {
        self.roles.map(|role| match self.skill {
            None => self.ladder[role].responsibilities.as_slice(),
            Some(skill) => {
                let requirement = self.ladder[role].requirement(skill);
                requirement.map_or(&[][..], |requirement| &requirement.statements)
            }
        })
    }

    /// The number of elements that each change takes.
    pub fn element_counts(&self, changes: &[StatementChange]) -> impl Iterator<Item = usize> {
        let [before, after] = self.statements();
        changes.iter().map(move |change| match *change {
            StatementChange::Removed(index) => text_element_count(&before[index]),
            StatementChange::Unchanged(_, index) => text_element_count(&after[index]),
            StatementChange::Added(index) => {
                text_element_count(&after[index]) + details_element_count(&after[index])
            }
            // A reworded statement has four elements for each change, and about five changes.
            StatementChange::Reworded(_, index) => 24 + details_element_count(&after[index]),
        })
    }
}

/// The changes in their order, in pages of `max_elements`.
#[component]
pub fn StatementList(
    /// Where the statements come from.
    source: StatementSource,
    /// The changes to show.
    changes: Vec<StatementChange>,
    /// The number of elements on a page.
    max_elements: usize,
    /// Limits the work of comparing texts.
    diff_budget: SharedDiffBudget,
) -> impl IntoView {
    let pages = pages_by_weight(source.element_counts(&changes), max_elements);
    let budget_for_page = diff_budget.then_new();
    let render = move |range: Range<usize>| {
        let budget = budget_for_page();
        let changes = changes[range].iter();
        let items: Vec<_> =
            changes.map(|&change| item(source.statements(), change, &budget)).collect();
        view! { <ul class="statement-changes">{items}</ul> }.into_any()
    };
    view! { <Paged pages nouns=("statement", "statements") render /> }
}

fn item(
    [before, after]: [&[Statement]; 2],
    change: StatementChange,
    budget: &SharedDiffBudget,
) -> impl IntoView + use<> {
    let (kind, statement) = match change {
        StatementChange::Added(index) => ("added", &after[index]),
        StatementChange::Reworded(_, index) => ("reworded", &after[index]),
        StatementChange::Removed(index) => ("left", &before[index]),
        StatementChange::Unchanged(_, index) => ("kept", &after[index]),
    };
    let text = match change {
        StatementChange::Reworded(from, to) => {
            let diff =
                budget.with(|budget| render_diff(&before[from].text, &after[to].text, budget));
            view! { <span class="text" dir="auto">{diff}</span> }.into_any()
        }
        _ => phrase("text", &statement.text),
    };
    // Details of unchanged and removed statements are left out: the visitor knows them.
    let has_details = matches!(change, StatementChange::Added(_) | StatementChange::Reworded(..));
    let group = statement.group.clone();
    view! {
        <li data-change=kind>
            {group.map(|group| view! { <span class="group" dir="auto">{group}</span> })}
            <span class="visually-hidden" lang="en">{statement_change(change)} ": "</span>
            {text}
            {has_details.then(|| details(statement))}
        </li>
    }
}

/// The examples and links of a statement, collapsed.
fn details(statement: &Statement) -> Option<impl IntoView + use<>> {
    let label = more_label(statement.examples.len(), statement.links.len())?;
    let examples = statement.examples.iter().map(|text| view! { <li>{rich_text(text)}</li> });
    let examples: Vec<_> = examples.collect();
    Some(view! {
        <details class="examples-of">
            <summary lang="en" dir="ltr">{label}</summary>
            {(!examples.is_empty()).then(|| view! { <ul class="examples" dir="auto">{examples}</ul> })}
            <Links links=statement.links.clone() />
        </details>
    })
}

/// The number of elements of a statement without its details.
fn text_element_count(statement: &Statement) -> usize {
    3 + usize::from(statement.group.is_some()) + mark_element_count(&statement.text)
}

/// The number of elements of [`details`].
fn details_element_count(statement: &Statement) -> usize {
    match statement.examples.len() + statement.links.len() {
        0 => 0,
        _ => {
            let examples = statement.examples.iter().map(|text| 1 + mark_element_count(text));
            4 + examples.sum::<usize>() + 4 * statement.links.len()
        }
    }
}
