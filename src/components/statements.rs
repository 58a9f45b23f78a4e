//! Statements: what a role is answerable for, under their groups.

use crate::ladder::Statement;
use crate::markup::{Markup, view};

/// The statements in their order; those of one group stand under its heading.
#[must_use]
pub fn statements(all: &[Statement]) -> Markup {
    let runs = all.chunk_by(|a, b| a.group == b.group);
    let list = |run: &[Statement]| {
        let group = run.first().and_then(|first| first.group.clone());
        let items: Vec<_> = run.iter().map(statement).collect();
        view! {
            {group.map(|group| view! { <h3>{group}</h3> })}
            <ul class="statements">{items}</ul>
        }
    };
    Markup::Many(runs.map(list).collect())
}

fn statement(statement: &Statement) -> Markup {
    let examples: Vec<_> =
        statement.examples.iter().map(|text| view! { <li>{text.clone()}</li> }).collect();
    let links: Vec<_> = statement
        .links
        .iter()
        .map(|link| {
            let url = link.url.as_str().to_owned();
            view! { <a href=url rel="noopener noreferrer" target="_blank">{link.title.clone()}</a> }
        })
        .collect();
    view! {
        <li>
            <span class="text">{statement.text.clone()}</span>
            {(!examples.is_empty()).then(|| view! { <ul class="examples">{examples}</ul> })}
            {links}
        </li>
    }
}
