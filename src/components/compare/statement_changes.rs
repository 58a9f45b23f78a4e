//! What becomes of statements: each with a word for its change, reworded ones word by word.

use super::element_budget::SharedDiffBudget;
use super::word_diff::reworded;
use crate::components::links::Links;
use crate::stores::SharedLadder;
use crate::ui::{Paged, count, pages_by_weight};
use ladder::{Comparison, RoleIx, SkillIx, Statement, StatementChange};
use leptos::prelude::*;
use std::ops::Range;

/// Where statements stand: what two roles are answerable for, or what they say of a skill.
#[derive(Clone)]
pub struct Sides {
    ladder: SharedLadder,
    roles: [RoleIx; 2],
    skill: Option<SkillIx>,
}

impl Sides {
    /// The responsibilities of both roles.
    #[must_use]
    pub fn of(ladder: &SharedLadder, comparison: &Comparison) -> Self {
        Self { ladder: ladder.clone(), roles: [comparison.from, comparison.to], skill: None }
    }

    /// What both say of a skill.
    #[must_use]
    pub fn on(self, skill: SkillIx) -> Self {
        Self { skill: Some(skill), ..self }
    }

    fn all(&self) -> [&[Statement]; 2] {
        self.roles.map(|role| match self.skill {
            None => self.ladder[role].responsibilities.as_slice(),
            Some(skill) => {
                self.ladder[role].requirement(skill).map_or(&[][..], |asked| &asked.statements)
            }
        })
    }

    /// The elements that the changes take, one by one.
    pub fn sizes(&self, changes: &[StatementChange]) -> impl Iterator<Item = usize> {
        let [before, after] = self.all();
        changes.iter().map(move |change| match *change {
            StatementChange::Removed(at) => 3 + usize::from(before[at].group.is_some()),
            StatementChange::Unchanged(_, at) => 3 + usize::from(after[at].group.is_some()),
            StatementChange::Added(at) => 4 + more_size(&after[at]),
            // A text in other words has four elements wherever it differs: in some five places.
            StatementChange::Reworded(_, at) => 24 + more_size(&after[at]),
        })
    }
}

/// The changes in their order, each with its sign and its word, as many at once as `room` holds.
#[must_use]
pub fn statement_list(
    sides: Sides,
    changes: Vec<StatementChange>,
    room: usize,
    budget: SharedDiffBudget,
) -> AnyView {
    let pages = pages_by_weight(sides.sizes(&changes), room);
    let budgets = budget.then_new();
    let draw = move |range: Range<usize>| {
        let budget = budgets();
        let some = changes[range].iter();
        let items: Vec<_> = some.map(|&change| item(sides.all(), change, &budget)).collect();
        view! { <ul class="statement-changes">{items}</ul> }.into_any()
    };
    view! { <Paged pages nouns=("statement", "statements") render=draw /> }.into_any()
}

fn item(
    [before, after]: [&[Statement]; 2],
    change: StatementChange,
    budget: &SharedDiffBudget,
) -> AnyView {
    let (kind, word, statement) = match change {
        StatementChange::Added(at) => ("added", "New", &after[at]),
        StatementChange::Reworded(_, at) => ("reworded", "Reworded", &after[at]),
        StatementChange::Removed(at) => ("left", "No longer yours", &before[at]),
        StatementChange::Unchanged(_, at) => ("kept", "Unchanged", &after[at]),
    };
    let text = match change {
        StatementChange::Reworded(from, to) => {
            budget.spend(|budget| reworded(&before[from].text, &after[to].text, budget))
        }
        _ => statement.text.clone().into_any(),
    };
    // What is kept or left behind one knows; what comes one wants to see.
    let is_coming = matches!(change, StatementChange::Added(_) | StatementChange::Reworded(..));
    let group = statement.group.clone();
    view! {
        <li data-change=kind>
            {group.map(|group| view! { <span class="group" dir="auto">{group}</span> })}
            <span class="visually-hidden" lang="en">{word} ": "</span>
            <span class="text" dir="auto">{text}</span>
            {is_coming.then(|| more(statement))}
        </li>
    }
    .into_any()
}

/// The examples of a statement, and where to read on; they open at a press.
fn more(statement: &Statement) -> Option<AnyView> {
    let (examples, on) = (statement.examples.len(), statement.links.len());
    let words = match (examples, on) {
        (0, 0) => return None,
        (0, on) => count(on, "link", "links"),
        (examples, 0) => count(examples, "example", "examples"),
        _ => format!("{}, {}", count(examples, "example", "examples"), count(on, "link", "links")),
    };
    let items = statement.examples.iter().map(|text| view! { <li>{text.clone()}</li> }.into_any());
    let items: Vec<_> = items.collect();
    Some(view! {
        <details class="examples-of">
            <summary lang="en" dir="ltr">{words}</summary>
            {(!items.is_empty()).then(|| view! { <ul class="examples" dir="auto">{items}</ul> })}
            <Links links=statement.links.clone() />
        </details>
    }.into_any())
}

/// The elements of that.
fn more_size(statement: &Statement) -> usize {
    match statement.examples.len() + statement.links.len() {
        0 => 0,
        _ => 4 + statement.examples.len() + 4 * statement.links.len(),
    }
}
