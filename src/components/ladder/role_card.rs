//! A rung of the ladder as a card. The whole card links to its role.

use crate::components::hue;
use crate::components::journey::rung_mark::{RungMark, place_attr};
use crate::messages;
use crate::router::Route;
use crate::stores::{SharedLadder, use_journey};
use crate::ui::{count, paragraph, rich_text};
use ladder::{FilterResult, RequirementStatus, Role, RoleIx, RoleMatch, SkillIx};
use leptos::prelude::*;

/// The maximum number of key skills on a card.
const MAX_TAGS: usize = 6;

/// The card of a role, highlighted or dimmed by the filter.
#[component]
pub fn RoleCard(
    ladder: SharedLadder,
    role: RoleIx,
    /// The result of the filter by skill.
    filtered: Memo<Option<FilterResult>>,
) -> impl IntoView {
    let ix = role;
    let role = &ladder[ix];
    let hue = hue::of_role(&ladder, ix);
    let link = ladder.href(&Route::Role(role.id.clone()));
    let role_match =
        move || filtered.with(|f| f.as_ref().map(|f| role_match_attr(f.role_match(ix))));
    let journey = use_journey();
    let place = move || journey.with(|journey| place_attr(journey, ix));
    let tags = {
        let ladder = ladder.clone();
        let skills: Vec<_> = role.core().map(|requirement| requirement.skill).collect();
        move || key_skills(&ladder, &skills, filtered)
    };
    let statuses = {
        let ladder = ladder.clone();
        move || filtered.with(|f| f.as_ref().map(|f| skill_statuses(&ladder, ix, f.skills())))
    };
    view! {
        <article class="role-card" data-match=role_match data-place=place data-hue=hue>
            {role.icon.clone().map(|icon| view! { <span class="icon-text" aria-hidden="true">{icon}</span> })}
            {role.stage.clone().map(|stage| view! { <p class="stage">{stage}</p> })}
            <h3>
                <a href=link>{ladder.distinct_title(ix)}</a>
            </h3>
            <RungMark journey role=ix />
            {grade(role)}
            {role.summary.as_ref().map(|summary| paragraph("summary", summary))}
            <div class="foot">
                {skill_count(role)}
                {tags}
                {role
                    .impact
                    .as_ref()
                    .map(|impact| view! { <div class="impact"><span lang="en">"Impact"</span> {rich_text(impact)}</div> })}
                {statuses}
            </div>
        </article>
    }
}

/// "G4 · Engineering".
fn grade(role: &Role) -> Option<impl IntoView + use<>> {
    let parts: Vec<String> =
        messages::role::grade(role).into_iter().chain(role.family.clone()).collect();
    (!parts.is_empty()).then(|| view! { <p class="facts-line">{parts.join(" · ")}</p> })
}

/// The number of skills, for a role without key skills.
fn skill_count(role: &Role) -> Option<impl IntoView + use<>> {
    let len = if role.core().next().is_some() { 0 } else { role.skills.len() };
    (len > 0).then(|| view! { <p lang="en" class="facts-line">{count(len, "skill", "skills")}</p> })
}

/// The value of `data-match`.
fn role_match_attr(role_match: RoleMatch) -> &'static str {
    match role_match {
        RoleMatch::Requires => "requires",
        RoleMatch::CarriesOver => "carries-over",
        RoleMatch::NoMatch => "none",
    }
}

/// The first key skills, and all that are in the filter.
fn key_skills(
    ladder: &SharedLadder,
    skills: &[SkillIx],
    filtered: Memo<Option<FilterResult>>,
) -> Option<impl IntoView + use<>> {
    let is_chosen =
        |skill| filtered.with(|f| f.as_ref().is_some_and(|f| f.skills().contains(&skill)));
    let visible = skills.iter().enumerate();
    let visible = visible.filter(|&(index, &skill)| index < MAX_TAGS || is_chosen(skill));
    let tag = |(_, &skill): (usize, &SkillIx)| {
        let chosen = is_chosen(skill).then_some("true");
        view! { <li class="tag" data-chosen=chosen>{ladder[skill].short().to_owned()}</li> }
    };
    let tags: Vec<_> = visible.map(tag).collect();
    let more = skills.len() - tags.len();
    let more =
        (more > 0).then(|| view! { <li lang="en" class="tag">{format!("+{more} more")}</li> });
    (!tags.is_empty()).then(|| view! { <ul class="tags" aria-label="Key skills">{tags}{more}</ul> })
}

/// Which of the chosen skills are new in this role, and which are carried over.
fn skill_statuses(
    ladder: &SharedLadder,
    role: RoleIx,
    skills: &[SkillIx],
) -> Option<impl IntoView + use<>> {
    let items = skills.iter().filter_map(|&skill| {
        let (status, label) = match ladder.requirement_status(role, skill) {
            RequirementStatus::New(_) => ("new", "New at this level"),
            RequirementStatus::Again(_) => ("again", "Needed again"),
            RequirementStatus::CarriedOver => ("carried", "Carried over"),
            RequirementStatus::NotRequired => return None,
        };
        let name = ladder.distinct_skill_name(skill);
        Some(view! { <li data-how=status><b lang="en">{label}</b> " " {name}</li> })
    });
    let items: Vec<_> = items.collect();
    (!items.is_empty()).then(|| view! { <ul class="chosen-here">{items}</ul> })
}
