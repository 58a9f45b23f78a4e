//! `/roles/{id}`: a role.

use super::PagePart;
use crate::browser::navigation::use_navigation;
use crate::components::facts::{Facts, join_names};
use crate::components::hue;
use crate::components::role::neighbours::Neighbours;
use crate::components::role::next_step::NextStep;
use crate::components::role::other_titles::OtherTitles;
use crate::components::role::position::RolePosition;
use crate::components::role::rail::RoleRail;
use crate::components::role::requirements::Requirements;
use crate::components::role::section_links::{LEARN, RESPONSIBILITIES};
use crate::components::role::similar_roles::SimilarRoles;
use crate::components::role::statements::{Statements, statement_pages};
use crate::components::video::card::ResourceCard;
use crate::stores::SharedLadder;
use crate::ui::{NextFrame, Paged, paragraph};
use ladder::{ResourceType, RoleIx};
use leptos::prelude::*;
use std::ops::Range;

/// The page of a role, with the ladder beside it.
#[component]
pub fn RolePage(ladder: SharedLadder, role: RoleIx) -> impl IntoView {
    let details = &ladder[role];
    let bases: Vec<_> = details.extends.iter().map(|&base| ladder.distinct_title(base)).collect();
    let facts = vec![
        ("Focus area", details.focus.clone()),
        ("Strategic impact", details.impact.clone()),
        ("Track", details.track.map(|track| ladder[track].name.as_str().into())),
        ("Family", details.family.as_deref().map(Into::into)),
        ("Grade", details.grade.as_deref().map(Into::into)),
        ("Builds on", join_names(&bases)),
    ];
    let stage = (details.icon.is_some() || details.stage.is_some()).then(|| {
        let icon = details
            .icon
            .clone()
            .map(|icon| view! { <span class="icon-text" aria-hidden="true">{icon}</span> });
        view! { <p class="stage">{icon} {details.stage.clone()}</p> }
    });
    let is_alone = ladder.roles.len() == 1;
    let below = {
        let ladder = ladder.clone();
        move || below_first_view(&ladder, role)
    };
    let is_delayed = use_navigation().starts_at_top();
    view! {
        <article class="role-page" data-hue=hue::of_role(&ladder, role)>
            <header class="page-head">
                {stage}
                <h1 tabindex="-1">{details.title.clone()}</h1>
                {(!is_alone).then(|| view! { <RolePosition ladder=ladder.clone() role /> })}
            </header>
            {side(&ladder, role)}
            <div class="role-intro">
                {details.summary.as_ref().map(|text| paragraph("lead", text))}
                <Facts items=facts />
                <OtherTitles titles=details.also_known_as.clone() />
            </div>
            <div class="role-body">
                {responsibilities(&ladder, role)}
                <NextFrame is_delayed render=below />
            </div>
        </article>
    }
}

/// The parts of the page.
pub const PARTS: [PagePart; 5] = [side, responsibilities, requirements, resources, neighbours];

/// The rail and the next step.
fn side(ladder: &SharedLadder, role: RoleIx) -> AnyView {
    if ladder.roles.len() == 1 {
        return ().into_any();
    }
    view! {
        <div class="role-side">
            <RoleRail ladder=ladder.clone() role />
            <NextStep ladder=ladder.clone() role />
        </div>
    }
    .into_any()
}

/// The sections after the responsibilities.
fn below_first_view(ladder: &SharedLadder, role: RoleIx) -> AnyView {
    [requirements, resources, neighbours].map(|part| part(ladder, role)).into_any()
}

fn requirements(ladder: &SharedLadder, role: RoleIx) -> AnyView {
    if ladder.skills.is_empty() {
        return ().into_any();
    }
    view! { <Requirements ladder=ladder.clone() role /> }.into_any()
}

fn neighbours(ladder: &SharedLadder, role: RoleIx) -> AnyView {
    let is_alone = ladder.roles.len() == 1;
    view! {
        {(!is_alone).then(|| view! { <Neighbours ladder=ladder.clone() role /> })}
        <SimilarRoles ladder=ladder.clone() role />
    }
    .into_any()
}

/// The responsibilities of the role, in pages if there are many.
fn responsibilities(ladder: &SharedLadder, role: RoleIx) -> AnyView {
    let pages = statement_pages(&ladder[role].responsibilities);
    let render = {
        let ladder = ladder.clone();
        move |range: Range<usize>| {
            let statements = ladder[role].responsibilities[range].to_vec();
            view! { <Statements ladder=ladder.clone() statements heading_level=3 /> }.into_any()
        }
    };
    (!pages.is_empty()).then(|| {
        let nouns = ("responsibility", "responsibilities");
        let list = view! { <Paged pages nouns render /> };
        view! { <section class="responsibilities" id=RESPONSIBILITIES><h2 lang="en">"Responsibilities"</h2>{list}</section> }
    })
    .into_any()
}

fn resources(ladder: &SharedLadder, role: RoleIx) -> AnyView {
    let all = &ladder[role].resources;
    let only_videos = all.iter().all(|r| ladder[r.resource].kind() == ResourceType::Video);
    let heading = if only_videos { "Videos" } else { "Learn" };
    let cards: Vec<_> = all
        .iter()
        .map(|reference| {
            let (ladder, reference) = (ladder.clone(), reference.clone());
            view! { <li><ResourceCard ladder reference /></li> }
        })
        .collect();
    (!cards.is_empty())
        .then(|| {
            view! {
                <section class="resources" id=LEARN>
                    <h2 lang="en">{heading}</h2>
                    <ul class="cards">{cards}</ul>
                </section>
            }
        })
        .into_any()
}

/// The description of a role for search engines and link previews.
#[cfg(feature = "ssr")]
#[must_use]
pub fn description(ladder: &ladder::Ladder, role: RoleIx) -> String {
    let details = &ladder[role];
    let first = details.responsibilities.first().map(|statement| statement.text.as_str());
    let parts = [details.stage.as_deref(), details.summary.as_deref(), first];
    let all: Vec<&str> = parts.into_iter().flatten().collect();
    if all.is_empty() {
        format!("{}: responsibilities, skills and next steps ({})", details.title, ladder.title)
    } else {
        all.join(". ").replace(".. ", ". ")
    }
}
