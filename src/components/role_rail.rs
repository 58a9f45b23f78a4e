//! The ladder beside a role: every rung, the top one first, the present one marked.

use super::hue;
use crate::ladder::RoleIx;
use crate::markup::{Markup, view};
use crate::route::Route;
use crate::state::Shared;
use leptos::prelude::*;

/// The rungs as links, as one sees a ladder that leans on a wall.
#[component]
pub fn RoleRail(
    /// The open ladder.
    ladder: Shared,
    /// The role that is shown.
    role: RoleIx,
) -> Markup {
    let rung = |at: RoleIx| {
        let texts = &ladder[at];
        let current = (at == role).then_some("page");
        view! {
            <li data-hue=hue::of_role(&ladder, at)>
                <a href=ladder.href(&Route::Role(texts.id.clone())) aria-current=current>
                    <span class="number" aria-hidden="true">{at.at() + 1}</span>
                    {texts.short().to_owned()}
                </a>
            </li>
        }
    };
    let rungs: Vec<_> = ladder.role_places().rev().map(rung).collect();
    view! {
        <nav class="role-rail" aria-label="Roles">
            <ol reversed>{rungs}</ol>
        </nav>
    }
}
