//! `/skills/{id}`: one skill, and who asks for it.

use crate::components::facts::{Facts, join_names};
use crate::components::hue;
use crate::components::matrix::table::requirement_attr;
use crate::components::skill::SkillLevels;
use crate::components::video::card::ResourceCard;
use crate::messages::matrix::requirement_status;
use crate::router::Route;
use crate::stores::SharedLadder;
use crate::ui::{Icon, Paged, Shape, count, english, pages_of};
use ladder::{
    CategoryIx, Ladder, MatrixQuery, RequirementStatus, ResourceRef, RoleIx, SkillFilter, SkillIx,
    SkillKind,
};
use leptos::prelude::*;
use std::ops::Range;

/// One skill.
#[component]
pub fn SkillPage(
    /// The open ladder.
    ladder: SharedLadder,
    /// The skill.
    skill: SkillIx,
) -> impl IntoView {
    let texts = &ladder[skill];
    let others: Vec<_> = texts.short_name.iter().chain(&texts.also_known_as).cloned().collect();
    let kind = match texts.kind {
        SkillKind::Skill => None,
        SkillKind::Knowledge => Some("Knowledge"),
        SkillKind::Tool => Some("Tool"),
        SkillKind::Behaviour => Some("Behaviour"),
    };
    let facts = vec![
        ("Type", kind.map(str::to_owned)),
        ("Includes", join_names(&texts.includes)),
        ("Also known as", join_names(&others)),
    ];
    let on_ladder = ladder.href(&Route::Ladder(SkillFilter::default().with(&texts.id)));
    view! {
        <div class="skill-page">
            <header class="page-head">
                <nav class="path" aria-label="Category">
                    <ol>
                        <li><a lang="en" href=ladder.href(&Route::Matrix(Default::default()))>"Skills"</a></li>
                        {category_path(&ladder, texts.category)}
                    </ol>
                </nav>
                <h1 tabindex="-1">{texts.name.clone()}</h1>
                {texts.description.clone().map(|text| view! { <p class="lead">{text}</p> })}
                <Facts items=facts />
            </header>
            <SkillLevels ladder=ladder.clone() skill />
            <section>
                <h2 lang="en">"Roles that need it"</h2>
                <p>{english(asked_by(&ladder, skill))}</p>
                {who_asks(&ladder, skill)}
                <p>
                    <a lang="en" class="onward" href=on_ladder>"Show on the ladder" <Icon shape=Shape::Forward /></a>
                </p>
            </section>
            {resources(&ladder, skill)}
            {related(&ladder, skill)}
        </div>
    }
}

/// The categories from the widest to the skill's own; each leads to its part of the matrix.
fn category_path(ladder: &SharedLadder, category: Option<CategoryIx>) -> Vec<AnyView> {
    let up = std::iter::successors(category, |&at| ladder[at].parent);
    let mut path: Vec<_> = up
        .map(|at| {
            let category = Some(ladder[at].id.clone());
            let query = MatrixQuery { category, ..MatrixQuery::default() };
            let link = ladder.href(&Route::Matrix(query));
            view! { <li><a href=link>{ladder[at].name.clone()}</a></li> }.into_any()
        })
        .collect();
    path.reverse();
    path
}

/// Every role of a small ladder and how it stands to the skill; of a large one those that ask.
fn who_asks(ladder: &SharedLadder, skill: SkillIx) -> AnyView {
    /// The roles that are shown at once, and the most that are shown whether they ask or not.
    const AT_ONCE: usize = 40;
    let is_small = ladder.roles.len() <= AT_ONCE;
    let roles = ladder
        .role_places()
        .filter(|&role| is_small || ladder.requirement_status(role, skill).applies());
    let roles: Vec<RoleIx> = roles.collect();
    let len = roles.len();
    let ladder = ladder.clone();
    let draw = move |range: Range<usize>| {
        let rows = roles[range].iter().map(|&role| role_row(&ladder, role, skill));
        let rows: Vec<_> = rows.collect();
        view! { <ol class="asked-by">{rows}</ol> }.into_any()
    };
    view! { <Paged pages=pages_of(len, AT_ONCE) nouns=("role", "roles") render=draw /> }.into_any()
}

fn resources(ladder: &SharedLadder, skill: SkillIx) -> Option<AnyView> {
    let card = |reference: &ResourceRef| {
        let (ladder, reference) = (ladder.clone(), reference.clone());
        view! { <li><ResourceCard ladder reference /></li> }.into_any()
    };
    let cards: Vec<_> = ladder[skill].resources.iter().map(card).collect();
    (!cards.is_empty()).then(|| {
        view! { <section><h2 lang="en">"Learn it"</h2><ul class="cards">{cards}</ul></section> }
            .into_any()
    })
}

fn role_row(ladder: &SharedLadder, role: RoleIx, skill: SkillIx) -> AnyView {
    let asked = ladder.requirement_status(role, skill);
    let level = ladder.effective_level(role, skill).filter(|_| asked.applies());
    let level = level.map(|level| ladder.level_name(skill, level).to_owned());
    let word = if asked.applies() { requirement_status(asked) } else { "Not required" };
    view! {
        <li data-not-asked=!asked.applies() data-hue=hue::of_role(ladder, role)>
            <a href=ladder.href(&Route::Role(ladder[role].id.clone()))>{ladder[role].title.clone()}</a>
            " "
            <span class="mark" data-asked=requirement_attr(asked)>{word}{level.map(|level| format!(": {level}"))}</span>
        </li>
    }.into_any()
}

fn related(ladder: &SharedLadder, skill: SkillIx) -> Option<AnyView> {
    let link = |&other: &SkillIx| {
        let link = ladder.href(&Route::Skill(ladder[other].id.clone()));
        view! { <li><a href=link>{ladder[other].name.clone()}</a></li> }.into_any()
    };
    let links: Vec<_> = ladder[skill].related.iter().map(link).collect();
    (!links.is_empty()).then(|| {
        view! { <section><h2 lang="en">"Related skills"</h2><ul class="level-roles">{links}</ul></section> }.into_any()
    })
}

/// "Asked for by Team Leader; 4 roles build on it."
fn asked_by(ladder: &Ladder, skill: SkillIx) -> String {
    let asking: Vec<&str> =
        ladder.roles_requiring(skill).map(|(role, _)| ladder[role].title.as_str()).collect();
    let building = ladder
        .role_places()
        .filter(|&role| ladder.requirement_status(role, skill) == RequirementStatus::CarriedOver);
    let asked = match asking.len() {
        0 => return "No role needs this skill.".to_owned(),
        1..=3 => asking.join(" and "),
        n => count(n, "role", "roles"),
    };
    match building.count() {
        0 => format!("Needed by {asked}."),
        n => format!("Needed by {asked}; carried over by {}.", count(n, "more role", "more roles")),
    }
}

/// What a search engine or a shared link says of a skill.
#[cfg(feature = "ssr")]
#[must_use]
pub fn description(ladder: &Ladder, skill: SkillIx) -> String {
    let own = ladder[skill].description.clone();
    own.unwrap_or_else(|| format!("{}: {}", ladder[skill].name, asked_by(ladder, skill)))
}
