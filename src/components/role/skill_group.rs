//! The skills of a role in one category, the first few at once.

use super::requirements::requirement;
use crate::router::Route;
use crate::stores::SharedLadder;
use crate::ui::{Paged, count, pages_of};
use ladder::{CategoryIx, MatrixQuery, RoleIx};
use leptos::prelude::*;
use std::ops::Range;

/// The most skills shown at once in all groups together.
const MAX_SHOWN: usize = 36;
/// The most skills shown at once in a group.
const MAX_SHOWN_IN_GROUP: usize = 6;
/// The number of further skills per page.
const PAGE_SIZE: usize = 24;

/// A category with its skills. Further skills are rendered when they are first unfolded.
#[component]
pub fn SkillGroupSection(
    ladder: SharedLadder,
    role: RoleIx,
    /// The category; `None` for skills without one.
    category: Option<CategoryIx>,
    /// The positions of the skills among the role's requirements.
    indices: Vec<usize>,
    /// The number of groups, which share the room.
    groups: usize,
) -> impl IntoView {
    let name = category.map_or("Other skills", |category| ladder[category].name.as_str());
    let shown = (MAX_SHOWN / groups.max(1)).clamp(1, MAX_SHOWN_IN_GROUP);
    // A single skill is not worth folding.
    let shown = if indices.len() <= shown + 1 { indices.len() } else { shown };
    let folded = indices[shown..].to_vec();
    let total = count(indices.len(), "skill", "skills");
    view! {
        <h3>{name.to_owned()} " " <span lang="en" class="count">{total}</span></h3>
        <ul class="requirements">{items(&ladder, role, &indices[..shown])}</ul>
        {(!folded.is_empty()).then(|| view! { <FoldedSkills ladder=ladder.clone() role category indices=folded /> })}
    }
}

fn items(ladder: &SharedLadder, role: RoleIx, indices: &[usize]) -> Vec<impl IntoView + use<>> {
    let requirements = &ladder[role].skills;
    indices.iter().map(|&index| requirement(ladder, role, &requirements[index])).collect()
}

#[component]
fn FoldedSkills(
    ladder: SharedLadder,
    role: RoleIx,
    category: Option<CategoryIx>,
    indices: Vec<usize>,
) -> impl IntoView {
    let was_opened = RwSignal::new(false);
    let len = indices.len();
    let query = MatrixQuery {
        category: category.map(|category| ladder[category].id.clone()),
        roles: vec![ladder[role].id.clone()],
        ..MatrixQuery::default()
    };
    let href = ladder.href(&Route::Matrix(query));
    let list = move || {
        if !was_opened.get() {
            return view! { <p><a lang="en" href=href.clone()>"See them in the matrix"</a></p> }
                .into_any();
        }
        let (ladder, indices) = (ladder.clone(), indices.clone());
        let render = move |range: Range<usize>| {
            let items = items(&ladder, role, &indices[range]);
            view! { <ul class="requirements">{items}</ul> }.into_any()
        };
        view! { <Paged pages=pages_of(len, PAGE_SIZE) nouns=("skill", "skills") render /> }
            .into_any()
    };
    view! {
        <details class="folded" on:toggle=move |_| was_opened.set(true)>
            <summary lang="en">{format!("{len} more")}</summary>
            {list}
        </details>
    }
}
