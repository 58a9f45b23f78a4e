//! `/skills/{id}`: a skill, and the roles that need it.

use crate::components::facts::{Facts, join_names};
use crate::components::hue;
use crate::components::matrix::cell::requirement_attr;
use crate::components::plan::context::{plan_route, skill_anchor};
use crate::components::role::statements::{Statements, statement_pages};
use crate::components::skill::SkillLevels;
use crate::components::video::card::ResourceCard;
use crate::messages::matrix::requirement_status;
use crate::messages::skill::{own_standing, required_by, skill_kind};
use crate::router::Route;
use crate::stores::{SharedLadder, use_journey};
use crate::ui::{Icon, IconShape, Paged, english, pages_of, paragraph};
use ladder::{CategoryIx, MatrixQuery, ResourceRef, RoleIx, SkillFilter, SkillIx};
use leptos::prelude::*;
use std::ops::Range;

/// The page of a skill.
#[component]
pub fn SkillPage(ladder: SharedLadder, skill: SkillIx) -> impl IntoView {
    let details = &ladder[skill];
    let other_names: Vec<_> =
        details.short_name.iter().chain(&details.also_known_as).cloned().collect();
    let facts = vec![
        ("Type", skill_kind(details.kind).map(Into::into)),
        ("Includes", join_names(&details.includes)),
        ("Also known as", join_names(&other_names)),
    ];
    let journey = use_journey();
    let own = {
        let ladder = ladder.clone();
        move || {
            journey.with(|journey| {
                let text = own_standing(&ladder, journey, skill)?;
                let next =
                    journey.next.filter(|next| ladder.requirement_status(*next, skill).applies());
                let plan = next.map(|next| {
                    let plan = ladder.href(&plan_route(&ladder, journey.role, next));
                    let href = format!("{plan}#{}", skill_anchor(&ladder[skill].id));
                    view! { " " <a lang="en" href=href>"Rate it in your plan"</a> }
                });
                Some(view! { {english(text)} {plan} })
            })
        }
    };
    let filtered_ladder = ladder.href(&Route::Ladder(SkillFilter::default().with(&details.id)));
    view! {
        <div class="skill-page">
            <header class="page-head">
                <nav class="path" aria-label="Category">
                    <ol>
                        <li><a lang="en" href=ladder.href(&Route::Matrix(Default::default()))>"Skills"</a></li>
                        {category_path(&ladder, details.category)}
                    </ol>
                </nav>
                <h1 tabindex="-1">{details.name.clone()}</h1>
                {details.description.as_ref().map(|text| paragraph("lead", text))}
                <Facts items=facts />
                // It has its room before the answers are loaded, so that nothing moves.
                <p class="own-standing">{own}</p>
            </header>
            {statements(&ladder, skill)}
            <SkillLevels ladder=ladder.clone() skill />
            <section>
                <h2 lang="en">"Roles that need it"</h2>
                <p>{english(required_by(&ladder, skill))}</p>
                {roles(&ladder, skill)}
                <p>
                    <a lang="en" class="onward" href=filtered_ladder>"Show on the ladder" <Icon shape=IconShape::Forward /></a>
                </p>
            </section>
            {resources(&ladder, skill)}
            {related(&ladder, skill)}
        </div>
    }
}

/// The categories from the outermost to the skill's own, each with a link to the matrix.
fn category_path(
    ladder: &SharedLadder,
    category: Option<CategoryIx>,
) -> Vec<impl IntoView + use<>> {
    let mut path: Vec<_> = std::iter::successors(category, |&category| ladder[category].parent)
        .map(|category| {
            let id = Some(ladder[category].id.clone());
            let href =
                ladder.href(&Route::Matrix(MatrixQuery { category: id, ..Default::default() }));
            view! { <li><a href=href>{ladder[category].name.clone()}</a></li> }
        })
        .collect();
    path.reverse();
    path
}

/// The roles that need the skill; in a small ladder also those that do not.
fn roles(ladder: &SharedLadder, skill: SkillIx) -> impl IntoView + use<> {
    /// The roles on a page, and the roles of a ladder that counts as small.
    const PAGE_SIZE: usize = 40;
    let is_small = ladder.roles.len() <= PAGE_SIZE;
    let roles = ladder
        .role_indices()
        .filter(|&role| is_small || ladder.requirement_status(role, skill).applies());
    let roles: Vec<RoleIx> = roles.collect();
    let len = roles.len();
    let ladder = ladder.clone();
    let render = move |range: Range<usize>| {
        let rows: Vec<_> =
            roles[range].iter().map(|&role| role_row(&ladder, role, skill)).collect();
        view! { <ol class="required-by">{rows}</ol> }.into_any()
    };
    view! { <Paged pages=pages_of(len, PAGE_SIZE) nouns=("role", "roles") render /> }
}

/// What the skill means in practice, in pages if there is much.
fn statements(ladder: &SharedLadder, skill: SkillIx) -> Option<impl IntoView + use<>> {
    let pages = statement_pages(&ladder[skill].statements);
    let render = {
        let ladder = ladder.clone();
        move |range: Range<usize>| {
            let statements = ladder[skill].statements[range].to_vec();
            view! { <Statements ladder=ladder.clone() statements heading_level=3 /> }.into_any()
        }
    };
    (!pages.is_empty()).then(|| {
        let nouns = ("statement", "statements");
        let list = view! { <Paged pages nouns render /> };
        view! { <section class="responsibilities"><h2 lang="en">"In practice"</h2>{list}</section> }
    })
}

/// What helps to learn the skill: its own resources, or else those of the first role that requires it.
fn resources(ladder: &SharedLadder, skill: SkillIx) -> Option<impl IntoView + use<>> {
    let own = &ladder[skill].resources;
    let role = ladder.roles_requiring(skill).map(|(role, _)| role).next();
    let role = role.filter(|_| own.is_empty());
    let resources = role.map_or(own, |role| &ladder[role].resources);
    let role = role.map(|role| {
        view! { <p class="count">{english("Suggested for ")} {ladder.distinct_title(role)}</p> }
    });
    let card = |reference: &ResourceRef| {
        let (ladder, reference) = (ladder.clone(), reference.clone());
        view! { <li><ResourceCard ladder reference /></li> }
    };
    let cards: Vec<_> = resources.iter().map(card).collect();
    (!cards.is_empty()).then(|| {
        view! { <section><h2 lang="en">"Learn it"</h2> {role} <ul class="cards">{cards}</ul></section> }
    })
}

fn role_row(ladder: &SharedLadder, role: RoleIx, skill: SkillIx) -> impl IntoView + use<> {
    let status = ladder.requirement_status(role, skill);
    let level = ladder.effective_level(role, skill).filter(|_| status.applies());
    let level = level.map(|level| format!(": {}", ladder.level_name(skill, level)));
    let text = if status.applies() { requirement_status(status) } else { "Not required" };
    view! {
        <li data-not-required=!status.applies() data-hue=hue::of_role(ladder, role)>
            <a href=ladder.href(&Route::Role(ladder[role].id.clone()))>{ladder.distinct_title(role)}</a>
            " "
            <span lang="en" class="mark" data-requirement=requirement_attr(status)>{text}{level}</span>
        </li>
    }
}

fn related(ladder: &SharedLadder, skill: SkillIx) -> Option<impl IntoView + use<>> {
    let link = |&other: &SkillIx| {
        let href = ladder.href(&Route::Skill(ladder[other].id.clone()));
        view! { <li><a href=href>{ladder.distinct_skill_name(other)}</a></li> }
    };
    let links: Vec<_> = ladder[skill].related.iter().map(link).collect();
    (!links.is_empty()).then(|| {
        view! { <section><h2 lang="en">"Related skills"</h2><ul class="level-roles">{links}</ul></section> }
    })
}

/// The description of a skill for search engines and link previews.
#[cfg(feature = "ssr")]
#[must_use]
pub fn description(ladder: &ladder::Ladder, skill: SkillIx) -> String {
    let description = ladder[skill].description.as_ref().map(ToString::to_string);
    description.unwrap_or_else(|| {
        format!("{}: {}", ladder.distinct_skill_name(skill), required_by(ladder, skill))
    })
}
