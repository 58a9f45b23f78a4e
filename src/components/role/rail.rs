//! The ladder beside a role: the rungs of its track, top rung first, with the current role marked.

use crate::components::hue;
use crate::router::Route;
use crate::stores::{SharedLadder, use_journey};
use ladder::{Role, RoleIx};
use leptos::prelude::*;

/// The maximum number of rungs. A larger ladder is reduced to the role's track, and a longer track
/// to the nearest rungs.
const MAX_RUNGS: usize = 15;

/// Links to the other roles, in the order of a ladder: top rung first.
#[component]
pub fn RoleRail(
    ladder: SharedLadder,
    /// The current role.
    role: RoleIx,
) -> impl IntoView {
    let shows_all = ladder.roles.len() <= MAX_RUNGS;
    // One role of each track, starting with the current role.
    let mut track_roles = vec![role];
    for other in ladder.role_indices().filter(|_| shows_all) {
        if !track_roles.iter().any(|&first| is_same_track(&ladder[first], &ladder[other])) {
            track_roles.push(other);
        }
    }
    let has_name = track_roles.len() > 1 || !shows_all;
    let tracks = track_roles.iter().map(|&first| track(&ladder, first, role, has_name));
    let tracks: Vec<_> = tracks.collect();
    let all_roles = (!shows_all).then(|| {
        let link = ladder.href(&Route::default());
        view! { <p><a lang="en" href=link>{format!("See all {} roles", ladder.roles.len())}</a></p> }
    });
    view! { <nav class="role-rail" aria-label="Roles">{tracks} {all_roles}</nav> }
}

/// Whether two roles are on the same track, or without a track in the same family.
fn is_same_track(a: &Role, b: &Role) -> bool {
    a.track == b.track && (a.track.is_some() || a.family == b.family)
}

/// The rungs of the track of `first`, limited to those nearest to the `current` role.
fn track(
    ladder: &SharedLadder,
    first: RoleIx,
    current: RoleIx,
    has_name: bool,
) -> impl IntoView + use<> {
    let first = &ladder[first];
    let roles = ladder.role_indices().filter(|&other| is_same_track(first, &ladder[other]));
    let roles: Vec<RoleIx> = roles.collect();
    let index = roles.iter().position(|&other| other == current).unwrap_or(0);
    let start = index.saturating_sub(MAX_RUNGS / 2).min(roles.len().saturating_sub(MAX_RUNGS));
    let roles = roles.iter().skip(start).take(MAX_RUNGS);
    let rungs: Vec<_> = roles.clone().rev().map(|&ix| rung(ladder, ix, ix == current)).collect();
    // Below the title the rungs are in a row, entry first. That is another list, because the keyboard and
    // screen readers follow the order of the elements.
    let is_own = roles.clone().any(|&ix| ix == current);
    let row = (ladder.ordered && is_own).then(|| {
        let rungs: Vec<_> = roles.map(|&ix| rung(ladder, ix, ix == current)).collect();
        view! { <ol class="row">{rungs}</ol> }
    });
    let name = first.track.map(|track| &ladder[track].name).or(first.family.as_ref());
    let name = name.filter(|_| has_name).cloned();
    view! {
        {name.map(|name| view! { <p class="rail-head">{name}</p> })}
        <ol reversed data-rungs=ladder.ordered>{rungs}</ol>
        {row}
    }
}

fn rung(ladder: &SharedLadder, ix: RoleIx, is_current: bool) -> impl IntoView + use<> {
    let role = &ladder[ix];
    let number = ladder.ordered.then(|| ladder.graph().height(ix) + 1);
    let journey = use_journey();
    let is_own = move || journey.with(|journey| journey.role == Some(ix));
    let you = move || is_own().then(|| view! { " " <small lang="en">"You"</small> });
    view! {
        <li data-hue=hue::of_role(ladder, ix) data-own=is_own>
            <a
                href=ladder.href(&Route::Role(role.id.clone()))
                aria-current=is_current.then_some("page")
            >
                <span class="number" aria-hidden="true">{number}</span>
                <span><bdi>{ladder.distinct_short_title(ix)}</bdi> {you}</span>
            </a>
        </li>
    }
}
