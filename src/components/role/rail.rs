//! The ladder beside a role: the rungs of its track, the top one first, the present one marked.

use crate::components::hue;
use crate::router::Route;
use crate::stores::SharedLadder;
use ladder::{Role, RoleIx};
use leptos::prelude::*;

/// The roles that stand beside another; of a larger ladder only those of its track are shown, and
/// of a longer track only the nearest.
const SHOWN: usize = 15;

/// The rungs as links, as one sees a ladder that leans on a wall.
#[component]
pub fn RoleRail(
    /// The open ladder.
    ladder: SharedLadder,
    /// The role that is shown.
    role: RoleIx,
) -> impl IntoView {
    let is_whole = ladder.roles.len() <= SHOWN;
    // The role's own track first.
    let mut firsts = vec![role];
    for other in ladder.role_places().filter(|_| is_whole) {
        if !firsts.iter().any(|&first| are_near(&ladder[first], &ladder[other])) {
            firsts.push(other);
        }
    }
    let track = |&first: &RoleIx| track(&ladder, first, role, firsts.len() > 1 || !is_whole);
    let tracks: Vec<_> = firsts.iter().map(track).collect();
    let all = (!is_whole).then(|| {
        let link = ladder.href(&Route::default());
        view! { <p><a href=link>{format!("See all {} roles", ladder.roles.len())}</a></p> }
    });
    view! { <nav class="role-rail" aria-label="Roles">{tracks} {all}</nav> }
}

/// Whether two roles stand on one track, or are of one family where neither is on a track.
fn are_near(a: &Role, b: &Role) -> bool {
    a.track == b.track && (a.track.is_some() || a.family == b.family)
}

/// The rungs of the track of `first`, those nearest to the present `role` where there are many.
fn track(ladder: &SharedLadder, first: RoleIx, role: RoleIx, is_named: bool) -> AnyView {
    let texts = &ladder[first];
    let near = |&other: &RoleIx| are_near(texts, &ladder[other]);
    let roles: Vec<RoleIx> = ladder.role_places().filter(near).collect();
    let at = roles.iter().position(|&other| other == role).unwrap_or(0);
    let from = at.saturating_sub(SHOWN / 2).min(roles.len().saturating_sub(SHOWN));
    let rungs = roles.iter().skip(from).take(SHOWN).rev();
    let rungs: Vec<_> = rungs.map(|&other| rung(ladder, other, other == role)).collect();
    let name = texts.track.map(|track| &ladder[track].name).or(texts.family.as_ref());
    let name = name.filter(|_| is_named).cloned();
    view! {
        {name.map(|name| view! { <p class="rail-head">{name}</p> })}
        <ol reversed data-rungs=ladder.ordered>{rungs}</ol>
    }
    .into_any()
}

fn rung(ladder: &SharedLadder, role: RoleIx, is_present: bool) -> AnyView {
    let texts = &ladder[role];
    let number = ladder.ordered.then(|| ladder.graph().height(role) + 1);
    view! {
        <li data-hue=hue::of_role(ladder, role)>
            <a
                href=ladder.href(&Route::Role(texts.id.clone()))
                aria-current=is_present.then_some("page")
            >
                <span class="number" aria-hidden="true">{number}</span>
                <bdi>{texts.short().to_owned()}</bdi>
            </a>
        </li>
    }
    .into_any()
}
