//! Addresses that lead nowhere: what is wrong, and a way on.

use crate::router::{NotFound, Route};
use crate::stores::SharedLadder;
use ladder::{Id, MatrixQuery, nearest};
use leptos::prelude::*;

/// A page, a parameter, or an address too long.
#[component]
pub fn NowherePage(
    /// The open ladder.
    ladder: SharedLadder,
    /// What is wrong.
    why: NotFound,
) -> impl IntoView {
    let (heading, sentence) = match why {
        NotFound::Page(path) => ("Page not found", format!("There’s nothing at {path}.")),
        NotFound::Parameter(name) if name == "address" => (
            "This link doesn’t work",
            "Part of it may be missing. Check that you copied all of it.".to_owned(),
        ),
        NotFound::Parameter(name) => (
            "This link doesn’t work",
            format!("We don’t recognise “{name}” in this link. Part of it may be missing."),
        ),
        NotFound::TooLong => {
            ("This link is too long", "Something may have been added to it by mistake.".to_owned())
        }
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
            <h1 lang="en" tabindex="-1">"Role not found"</h1>
            <p class="lead">"We couldn’t find a role called " <code>{id.to_string()}</code> "."</p>
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
            <h1 lang="en" tabindex="-1">"Skill not found"</h1>
            <p class="lead">"We couldn’t find a skill called " <code>{id.to_string()}</code> "."</p>
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
            <li><a lang="en" href=ladder.href(&Route::default())>"View the ladder"</a></li>
            <li><a lang="en" href=ladder.href(&Route::Matrix(MatrixQuery::default()))>"Browse skills"</a></li>
        </ul>
    }.into_any()
}
