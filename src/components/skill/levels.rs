//! What each level looks like for one skill, and which roles ask for it.

use crate::components::hue;
use crate::components::role::level_text::{dots, meaning};
use crate::router::Route;
use crate::stores::SharedLadder;
use ladder::{LevelIx, RoleIx, SkillIx};
use leptos::prelude::*;

/// The roles that are named at a level.
const NAMED: usize = 8;

/// The levels of the scale as they are for `skill`, lowest first; nothing where the ladder has no
/// scale or uses none of it here.
#[must_use]
pub fn skill_levels(ladder: &SharedLadder, skill: SkillIx) -> Option<AnyView> {
    let asking: Vec<(RoleIx, LevelIx)> = ladder
        .roles_requiring(skill)
        .filter_map(|(role, asked)| Some((role, asked.level?)))
        .collect();
    let levels: Vec<_> = LevelIx::all(ladder.scale.len())
        .map(|at| {
            let roles = asking.iter().filter(|(_, asked)| *asked == at).map(|(role, _)| *role);
            level(ladder, skill, at, &roles.collect::<Vec<_>>())
        })
        .collect();
    let is_used = !asking.is_empty() || !ladder[skill].levels.is_empty();
    (is_used && !levels.is_empty()).then(|| {
        view! {
            <section>
                <h2 lang="en">"What each level looks like"</h2>
                <ol class="skill-levels">{levels}</ol>
            </section>
        }
        .into_any()
    })
}

fn level(ladder: &SharedLadder, skill: SkillIx, at: LevelIx, roles: &[RoleIx]) -> AnyView {
    let name = ladder.level_name(skill, at).to_owned();
    let general = &ladder[at].name;
    let general = (*general != name)
        .then(|| view! { <p class="facts-line">{general.clone()}</p> }.into_any());
    let link = |&role: &RoleIx| {
        let link = ladder.href(&Route::Role(ladder[role].id.clone()));
        view! { <li><a href=link>{ladder[role].short().to_owned()}</a></li> }.into_any()
    };
    let links: Vec<_> = roles.iter().take(NAMED).map(link).collect();
    let more = roles.len() - links.len();
    let more = (more > 0).then(|| view! { <li>{format!("+{more} more")}</li> }.into_any());
    let roles = (!links.is_empty())
        .then(|| view! { <p lang="en" class="heading">"Expected of"</p> <ul class="level-roles">{links}{more}</ul> }.into_any());
    view! {
        <li data-hue=hue::of_place(at.index(), ladder.scale.len())>
            <h3>{name} " " {dots(ladder, at)}</h3>
            {general}
            {meaning(ladder, skill, at)}
            {roles}
        </li>
    }
    .into_any()
}
