//! Statements, such as responsibilities, by group.

use crate::components::links::Links;
use crate::router::Route;
use crate::stores::SharedLadder;
use crate::ui::Heading;
use ladder::Statement;
use leptos::prelude::*;

/// Statements in their order. Consecutive statements of one group are under its heading.
#[component]
pub fn Statements(
    /// The open ladder.
    ladder: SharedLadder,
    /// The statements.
    statements: Vec<Statement>,
    /// The level of the group headings.
    heading_level: u8,
) -> impl IntoView {
    let list = |group: &[Statement]| {
        let heading = group.first().and_then(|first| first.group.clone());
        let items: Vec<_> = group.iter().map(|statement| item(&ladder, statement)).collect();
        view! {
            {heading.map(|text| view! { <Heading level=heading_level>{text}</Heading> })}
            <ul class="statements">{items}</ul>
        }
    };
    statements.chunk_by(|a, b| a.group == b.group).map(list).collect_view()
}

fn item(ladder: &SharedLadder, statement: &Statement) -> impl IntoView + use<> {
    let examples: Vec<_> =
        statement.examples.iter().map(|text| view! { <li>{text.clone()}</li> }).collect();
    let skill = statement.skill.map(|skill| {
        let link = ladder.href(&Route::Skill(ladder[skill].id.clone()));
        view! { " " <a class="tag" href=link>{ladder[skill].short().to_owned()}</a> }
    });
    view! {
        <li>
            <span class="text">{statement.text.clone()}</span>
            {skill}
            {(!examples.is_empty()).then(|| view! { <ul class="examples">{examples}</ul> })}
            <Links links=statement.links.clone() />
        </li>
    }
}
