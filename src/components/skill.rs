//! The skill page: what each level of a skill looks like, and which roles require it.

use crate::components::hue;
use crate::components::role::level_text::{LevelDots, level_meaning};
use crate::router::Route;
use crate::stores::SharedLadder;
use ladder::{LevelIx, RoleIx, SkillIx};
use leptos::prelude::*;

/// The maximum number of roles named per level.
const MAX_NAMED: usize = 8;

/// The levels of a skill's scale, lowest first. Renders nothing if the skill has no level
/// descriptions and no role requires it at a level.
#[component]
pub fn SkillLevels(ladder: SharedLadder, skill: SkillIx) -> impl IntoView {
    let required: Vec<(RoleIx, LevelIx)> = ladder
        .roles_requiring(skill)
        .filter_map(|(role, requirement)| Some((role, requirement.level?)))
        .collect();
    let item = |ix: LevelIx| {
        let roles = required.iter().filter(|(_, level)| *level == ix).map(|(role, _)| *role);
        level(&ladder, skill, ix, &roles.collect::<Vec<_>>())
    };
    let levels: Vec<_> = ladder.levels_of(skill).map(item).collect();
    let is_used = !required.is_empty() || !ladder[skill].levels.is_empty();
    (is_used && !levels.is_empty()).then(|| {
        view! {
            <section>
                <h2 lang="en">"What each level looks like"</h2>
                <ol class="skill-levels">{levels}</ol>
            </section>
        }
    })
}

fn level(
    ladder: &SharedLadder,
    skill: SkillIx,
    ix: LevelIx,
    roles: &[RoleIx],
) -> impl IntoView + use<> {
    let position = ladder.level_position(skill, ix);
    let name = ladder.level_name(skill, ix).to_owned();
    let has_own_name = ladder[skill].level(ix).is_some_and(|level| level.name.is_some());
    let general_name =
        has_own_name.then(|| ladder[ix].name.clone()).filter(|general| *general != name);
    let general_name = general_name.map(|name| view! { <p class="facts-line">{name}</p> });
    let link = |&role: &RoleIx| {
        let link = ladder.href(&Route::Role(ladder[role].id.clone()));
        view! { <li><a href=link>{ladder.distinct_short_title(role)}</a></li> }
    };
    let links: Vec<_> = roles.iter().take(MAX_NAMED).map(link).collect();
    let more = roles.len() - links.len();
    let more = (more > 0).then(|| view! { <li lang="en">{format!("+{more} more")}</li> });
    let roles = (!links.is_empty())
        .then(|| view! { <p lang="en" class="heading">"Expected of"</p> <ul class="level-roles">{links}{more}</ul> });
    view! {
        <li data-hue=hue::of_index(position.index, position.scale_len)>
            <h3>{name} " " <LevelDots position /></h3>
            {general_name}
            {level_meaning(ladder, skill, ix)}
            {roles}
        </li>
    }
}
