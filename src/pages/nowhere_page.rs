//! Addresses that lead nowhere: what is wrong, and a way on.

use crate::router::{Nowhere, Route};
use crate::stores::SharedLadder;
use ladder::{Id, MatrixQuery, nearest};
use leptos::prelude::*;

/// A page, a parameter, or an address too long.
#[component]
pub fn NowherePage(
    /// The open ladder.
    ladder: SharedLadder,
    /// What is wrong.
    why: Nowhere,
) -> impl IntoView {
    let (heading, sentence) = match why {
        Nowhere::Page(path) => ("There is no such page", format!("Nothing is at {path}.")),
        Nowhere::Parameter(name) if name == "address" => (
            "This address cannot be read",
            "Some of its characters are not text. Part of the link may have been lost.".to_owned(),
        ),
        Nowhere::Parameter(name) => (
            "This address cannot be read",
            format!(
                "The part “{name}” of this address is not one this page knows. Some of the link may have been lost."
            ),
        ),
        Nowhere::TooLong => (
            "This address is too long",
            "It is longer than any address of this page; part of it may not belong to it."
                .to_owned(),
        ),
    };
    view! {
        <div class="nowhere-page">
            <h1 tabindex="-1">{heading}</h1>
            <p class="lead">{sentence}</p>
            {ways_on(&ladder)}
        </div>
    }
}

/// A role that this ladder does not have.
#[component]
pub fn NoSuchRole(
    /// The open ladder.
    ladder: SharedLadder,
    /// The id in the address.
    id: Id,
) -> impl IntoView {
    let near = nearest(id.as_str(), &mut ladder.roles.iter().map(|role| role.id.as_str()));
    let near = near.and_then(Id::new).and_then(|near| ladder.role_by_id(&near));
    let near = near.map(|near| {
        near_link(ladder.href(&Route::Role(ladder[near].id.clone())), &ladder[near].title)
    });
    view! {
        <div class="nowhere-page">
            <h1 lang="en" tabindex="-1">"No such role"</h1>
            <p class="lead">"This ladder has no role with the id " <code>{id.to_string()}</code> "."</p>
            {near}
            {ways_on(&ladder)}
        </div>
    }
}

/// A skill that this ladder does not have.
#[component]
pub fn NoSuchSkill(
    /// The open ladder.
    ladder: SharedLadder,
    /// The id in the address.
    id: Id,
) -> impl IntoView {
    let near = nearest(id.as_str(), &mut ladder.skills.iter().map(|skill| skill.id.as_str()));
    let near = near.and_then(Id::new).and_then(|near| ladder.skill_by_id(&near));
    let near = near.map(|near| {
        near_link(ladder.href(&Route::Skill(ladder[near].id.clone())), &ladder[near].name)
    });
    view! {
        <div class="nowhere-page">
            <h1 lang="en" tabindex="-1">"No such skill"</h1>
            <p class="lead">"This ladder has no skill with the id " <code>{id.to_string()}</code> "."</p>
            {near}
            {ways_on(&ladder)}
        </div>
    }
}

fn near_link(link: String, name: &str) -> AnyView {
    view! { <p>"Did you mean " <a href=link>{name.to_owned()}</a> "?"</p> }.into_any()
}

fn ways_on(ladder: &SharedLadder) -> AnyView {
    view! {
        <ul class="ways-on">
            <li><a lang="en" href=ladder.href(&Route::default())>"To the ladder"</a></li>
            <li><a lang="en" href=ladder.href(&Route::Matrix(MatrixQuery::default()))>"To the skills"</a></li>
        </ul>
    }.into_any()
}
