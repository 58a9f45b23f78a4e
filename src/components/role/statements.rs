//! Statements: what a role is answerable for, under their groups.

use crate::components::links::links;
use crate::router::Route;
use crate::stores::SharedLadder;
use crate::ui::Heading;
use ladder::Statement;
use leptos::prelude::*;

/// The statements in their order; those of one group stand under its heading, a heading of the given level.
#[must_use]
pub fn statements(ladder: &SharedLadder, all: &[Statement], heading: u8) -> AnyView {
    let runs = all.chunk_by(|a, b| a.group == b.group);
    let list = |run: &[Statement]| {
        let group = run.first().and_then(|first| first.group.clone());
        let items: Vec<_> = run.iter().map(|one| statement(ladder, one)).collect();
        view! {
            {group.map(|group| view! { <Heading level=heading>{group}</Heading> })}
            <ul class="statements">{items}</ul>
        }
        .into_any()
    };
    runs.map(list).collect_view().into_any()
}

fn statement(ladder: &SharedLadder, statement: &Statement) -> AnyView {
    let examples: Vec<_> = statement
        .examples
        .iter()
        .map(|text| view! { <li>{text.clone()}</li> }.into_any())
        .collect();
    let skill = statement.skill.map(|skill| {
        let link = ladder.href(&Route::Skill(ladder[skill].id.clone()));
        view! { " " <a class="tag" href=link>{ladder[skill].short().to_owned()}</a> }.into_any()
    });
    view! {
        <li>
            <span class="text">{statement.text.clone()}</span>
            {skill}
            {(!examples.is_empty()).then(|| view! { <ul class="examples">{examples}</ul> })}
            {links(&statement.links)}
        </li>
    }
    .into_any()
}
