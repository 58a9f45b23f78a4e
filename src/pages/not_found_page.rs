//! The page for an invalid address, or for a role or skill that does not exist.

use crate::messages::not_found::not_found_message;
use crate::router::{NotFound, Route};
use crate::stores::SharedLadder;
use ladder::{Id, MatrixQuery};
use leptos::prelude::*;

/// The page for an address that no page has.
#[component]
pub fn NotFoundPage(
    ladder: SharedLadder,
    /// What is wrong with the address.
    reason: NotFound,
) -> impl IntoView {
    let (heading, message) = not_found_message(&reason);
    view! {
        <div class="not-found-page">
            <h1 lang="en" tabindex="-1">{heading}</h1>
            <p lang="en" class="lead">{message}</p>
            {links(&ladder)}
        </div>
    }
}

/// The page for a role that this ladder does not have.
#[component]
pub fn RoleNotFound(
    ladder: SharedLadder,
    /// The id in the address.
    id: Id,
) -> impl IntoView {
    let similar = ladder.nearest_role(&id).map(|role| {
        suggestion(ladder.href(&Route::Role(ladder[role].id.clone())), &ladder.distinct_title(role))
    });
    view! {
        <div class="not-found-page">
            <h1 lang="en" tabindex="-1">"Role not found"</h1>
            <p lang="en" class="lead">"We couldn’t find a role called " <code>{id.to_string()}</code> "."</p>
            {similar}
            {links(&ladder)}
        </div>
    }
}

/// The page for a skill that this ladder does not have.
#[component]
pub fn SkillNotFound(
    ladder: SharedLadder,
    /// The id in the address.
    id: Id,
) -> impl IntoView {
    let similar = ladder.nearest_skill(&id).map(|skill| {
        suggestion(
            ladder.href(&Route::Skill(ladder[skill].id.clone())),
            &ladder.distinct_skill_name(skill),
        )
    });
    view! {
        <div class="not-found-page">
            <h1 lang="en" tabindex="-1">"Skill not found"</h1>
            <p lang="en" class="lead">"We couldn’t find a skill called " <code>{id.to_string()}</code> "."</p>
            {similar}
            {links(&ladder)}
        </div>
    }
}

fn suggestion(href: String, name: &str) -> impl IntoView + use<> {
    view! { <p lang="en">"Did you mean " <a href=href>{name.to_owned()}</a> "?"</p> }
}

fn links(ladder: &SharedLadder) -> impl IntoView + use<> {
    view! {
        <ul class="next-links">
            <li><a lang="en" href=ladder.href(&Route::default())>"View the ladder"</a></li>
            <li><a lang="en" href=ladder.href(&Route::Matrix(MatrixQuery::default()))>"Browse skills"</a></li>
        </ul>
    }
}
