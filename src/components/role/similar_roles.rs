//! The roles that share the most skills with a role.

use crate::components::hue;
use crate::messages::role::overlap_summary;
use crate::router::{RolePair, Route};
use crate::stores::SharedLadder;
use crate::ui::english;
use ladder::{RoleIx, SkillOverlap};
use leptos::prelude::*;

/// The similar roles, each with a link to the comparison and the skills that carry over. Renders
/// nothing if no other role shares any, or if the ladder is a single line of promotions.
#[component]
pub fn SimilarRoles(ladder: SharedLadder, role: RoleIx) -> impl IntoView {
    let item = |overlap: SkillOverlap| {
        let link = ladder.href(&Route::Compare(RolePair::of(&ladder, role, overlap.to)));
        view! {
            <li data-hue=hue::of_role(&ladder, overlap.to)>
                <a href=link>{ladder.distinct_title(overlap.to)}</a>
                <p>{english(overlap_summary(&ladder, &overlap))}</p>
            </li>
        }
    };
    // On a single line, this would only repeat the ladder.
    if ladder.is_single_path() {
        return ().into_any();
    }
    let items: Vec<_> = ladder.similar_roles(role).into_iter().map(item).collect();
    (!items.is_empty())
        .then(|| {
            view! {
                <section class="next-moves">
                    <h2 lang="en">"Similar roles"</h2>
                    <p lang="en">"Ranked by shared skills. Select one to compare."</p>
                    <ul class="moves">{items}</ul>
                </section>
            }
        })
        .into_any()
}
