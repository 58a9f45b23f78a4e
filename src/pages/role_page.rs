//! `/roles/{id}`: a role.

use crate::components::facts::{Facts, join_names};
use crate::components::hue;
use crate::components::role::neighbours::Neighbours;
use crate::components::role::rail::RoleRail;
use crate::components::role::requirements::Requirements;
use crate::components::role::similar_roles::SimilarRoles;
use crate::components::role::statements::Statements;
use crate::components::video::card::ResourceCard;
use crate::stores::SharedLadder;
use crate::ui::{Paged, pages_of};
use ladder::{ResourceType, RoleIx};
use leptos::prelude::*;
use std::ops::Range;

/// One role, with the ladder beside it.
#[component]
pub fn RolePage(
    /// The open ladder.
    ladder: SharedLadder,
    /// The role.
    role: RoleIx,
) -> impl IntoView {
    let texts = &ladder[role];
    let paragraph = |text: &Option<String>, class: &'static str| {
        text.clone().map(|text| view! { <p class=class>{text}</p> })
    };
    let facts = vec![
        ("Focus area", texts.focus.clone()),
        ("Strategic impact", texts.impact.clone()),
        ("Track", texts.track.map(|track| ladder[track].name.clone())),
        ("Family", texts.family.clone()),
        ("Grade", texts.grade.clone()),
        ("Also known as", join_names(&texts.also_known_as)),
    ];
    let stage = (texts.icon.is_some() || texts.stage.is_some()).then(|| {
        let icon = texts
            .icon
            .clone()
            .map(|icon| view! { <span class="icon-text" aria-hidden="true">{icon}</span> });
        view! { <p class="stage">{icon} {texts.stage.clone()}</p> }
    });
    let is_alone = ladder.roles.len() == 1;
    let responsibilities = responsibilities(&ladder, role);
    let resources = resources(&ladder, role);
    view! {
        <div class="role-page" data-hue=hue::of_role(&ladder, role)>
            <article>
                <header class="page-head">
                    {stage}
                    <h1 tabindex="-1">{texts.title.clone()}</h1>
                    {paragraph(&texts.summary, "lead")}
                    <Facts items=facts />
                </header>
                {responsibilities}
                {(!ladder.skills.is_empty()).then(|| view! { <Requirements ladder=ladder.clone() role /> })}
                {resources}
                {(!is_alone).then(|| view! { <Neighbours ladder=ladder.clone() role /> })}
                <SimilarRoles ladder=ladder.clone() role />
            </article>
            {(!is_alone).then(|| view! { <RoleRail ladder=ladder.clone() role /> })}
        </div>
    }
}

/// What the role is answerable for; where it is much, a part at a time.
fn responsibilities(ladder: &SharedLadder, role: RoleIx) -> Option<AnyView> {
    /// With examples and links a statement takes up to ten elements.
    const AT_ONCE: usize = 100;
    let len = ladder[role].responsibilities.len();
    let draw = {
        let ladder = ladder.clone();
        move |range: Range<usize>| {
            let statements = ladder[role].responsibilities[range].to_vec();
            view! { <Statements ladder=ladder.clone() statements heading_level=3 /> }.into_any()
        }
    };
    (len > 0).then(|| {
        let names = ("responsibility", "responsibilities");
        let list = view! { <Paged pages=pages_of(len, AT_ONCE) nouns=names render=draw /> };
        view! { <section class="responsibilities"><h2 lang="en">"Responsibilities"</h2>{list}</section> }.into_any()
    })
}

fn resources(ladder: &SharedLadder, role: RoleIx) -> Option<AnyView> {
    let all = &ladder[role].resources;
    let only_videos = all.iter().all(|r| ladder[r.resource].kind() == ResourceType::Video);
    let heading = if only_videos { "Videos" } else { "Learn" };
    let cards: Vec<_> = all
        .iter()
        .map(|reference| {
            let (ladder, reference) = (ladder.clone(), reference.clone());
            view! { <li><ResourceCard ladder reference /></li> }.into_any()
        })
        .collect();
    (!cards.is_empty()).then(|| {
        view! {
            <section class="resources">
                <h2>{heading}</h2>
                <ul class="cards">{cards}</ul>
            </section>
        }
        .into_any()
    })
}

/// What a search engine or a shared link says of a role.
#[cfg(feature = "ssr")]
#[must_use]
pub fn description(ladder: &ladder::Ladder, role: RoleIx) -> String {
    let texts = &ladder[role];
    let parts = [&texts.stage, &texts.summary].into_iter().flatten().cloned();
    let first = texts.responsibilities.first().map(|statement| statement.text.clone());
    let all: Vec<String> = parts.chain(first).collect();
    if all.is_empty() {
        format!("{}: responsibilities, skills and next steps ({})", texts.title, ladder.title)
    } else {
        all.join(". ").replace(".. ", ". ")
    }
}
