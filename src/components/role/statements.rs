//! Statements, such as responsibilities, by group.

use crate::components::links::Links;
use crate::router::Route;
use crate::stores::SharedLadder;
use crate::ui::{Heading, mark_element_count, pages_by_weight, phrase, rich_text};
use ladder::Statement;
use leptos::prelude::*;
use std::ops::Range;

/// How many statements of a group are shown before the others are folded.
const SHOWN_IN_GROUP: usize = 3;
/// How many statements without a group are shown.
const SHOWN_WITHOUT_GROUP: usize = 6;

/// The most elements of the statements on a page.
const MAX_ELEMENTS: usize = 1_000;

/// The ranges of statements that are shown at a time.
#[must_use]
pub fn statement_pages(statements: &[Statement]) -> Vec<Range<usize>> {
    // A statement with examples and links has up to ten elements, besides those in its texts.
    let weight = |statement: &Statement| {
        let examples = statement.examples.iter().map(mark_element_count);
        10 + mark_element_count(&statement.text) + examples.sum::<usize>()
    };
    pages_by_weight(statements.iter().map(weight), MAX_ELEMENTS)
}

/// Statements in their order. Consecutive statements of one group are under its heading. Of a long group,
/// only the first few are shown at once.
#[component]
pub fn Statements(
    ladder: SharedLadder,
    /// The statements.
    statements: Vec<Statement>,
    /// The level of the group headings.
    heading_level: u8,
) -> impl IntoView {
    let list = |group: &[Statement]| {
        let heading = group.first().and_then(|first| first.group.clone());
        let shown = if heading.is_some() { SHOWN_IN_GROUP } else { SHOWN_WITHOUT_GROUP };
        view! {
            {heading.map(|text| view! { <Heading level=heading_level>{text}</Heading> })}
            {folded_list(&ladder, group, shown)}
        }
    };
    statements.chunk_by(|a, b| a.group == b.group).map(list).collect_view()
}

/// The first statements, and the others folded with their number. A single one is not worth folding.
fn folded_list(
    ladder: &SharedLadder,
    statements: &[Statement],
    shown: usize,
) -> impl IntoView + use<> {
    let shown = if statements.len() <= shown + 1 { statements.len() } else { shown };
    let (shown, folded) = statements.split_at(shown);
    let items = |statements: &[Statement]| -> Vec<_> {
        statements.iter().map(|statement| item(ladder, statement)).collect()
    };
    let folded = (!folded.is_empty()).then(|| {
        let label = format!("{} more", folded.len());
        view! {
            <details class="folded">
                <summary lang="en">{label}</summary>
                <ul class="statements">{items(folded)}</ul>
            </details>
        }
    });
    view! { <ul class="statements">{items(shown)}</ul> {folded} }
}

fn item(ladder: &SharedLadder, statement: &Statement) -> impl IntoView + use<> {
    let examples: Vec<_> =
        statement.examples.iter().map(|text| view! { <li>{rich_text(text)}</li> }).collect();
    let skill = statement.skill.map(|skill| {
        let link = ladder.href(&Route::Skill(ladder[skill].id.clone()));
        view! { " " <a class="tag" href=link>{ladder[skill].short().to_owned()}</a> }
    });
    view! {
        <li>
            {phrase("text", &statement.text)}
            {skill}
            {(!examples.is_empty()).then(|| view! { <ul class="examples">{examples}</ul> })}
            <Links links=statement.links.clone() />
        </li>
    }
}
