//! Statements: what a role is answerable for, under their groups.

use super::links::links;
use crate::markup::{Element, IntoMarkup, Markup, view};
use crate::route::Route;
use crate::stores::SharedLadder;
use ladder::Statement;

/// The statements in their order; those of one group stand under its heading, an element `heading`.
#[must_use]
pub fn statements(ladder: &SharedLadder, all: &[Statement], heading: &'static str) -> Markup {
    let runs = all.chunk_by(|a, b| a.group == b.group);
    let list = |run: &[Statement]| {
        let group = run.first().and_then(|first| first.group.clone());
        let items: Vec<_> = run.iter().map(|one| statement(ladder, one)).collect();
        view! {
            {group.map(|group| Element::new(heading).child(group.into_markup()))}
            <ul class="statements">{items}</ul>
        }
    };
    Markup::Many(runs.map(list).collect())
}

fn statement(ladder: &SharedLadder, statement: &Statement) -> Markup {
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
            {links(&statement.links)}
        </li>
    }
}
