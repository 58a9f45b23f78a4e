//! `/skills/{id}`: one skill, and who asks for it.

use crate::components::{hue, skill_matrix::asked_word};
use crate::ladder::{Asked, Ladder, RoleIx, SkillFilter, SkillIx};
use crate::markup::{Markup, view};
use crate::route::Route;
use crate::state::Shared;
use crate::ui::{Icon, Shape, count};
use leptos::prelude::*;

/// One skill.
#[component]
pub fn SkillPage(
    /// The open ladder.
    ladder: Shared,
    /// The skill.
    skill: SkillIx,
) -> Markup {
    let texts = &ladder[skill];
    let others: Vec<_> = texts.short_name.iter().chain(&texts.also_known_as).cloned().collect();
    let list = |heading: &'static str, items: &[String]| {
        let text = items.join(", ");
        (!items.is_empty()).then(|| view! { <div><dt>{heading}</dt><dd>{text}</dd></div> })
    };
    let category = texts.category.map(|category| {
        view! { <div><dt>"Category"</dt><dd>{ladder[category].name.clone()}</dd></div> }
    });
    let on_ladder = ladder.href(&Route::Ladder(SkillFilter::default().with(&texts.id)));
    let standing: Vec<_> =
        ladder.role_places().map(|role| role_row(&ladder, role, skill)).collect();
    view! {
        <div class="skill-page">
            <header class="page-head">
                <p class="stage">
                    <a href=ladder.href(&Route::Matrix(Default::default()))>"Skills"</a>
                </p>
                <h1 tabindex="-1">{texts.name.clone()}</h1>
                {texts.description.clone().map(|text| view! { <p class="lead">{text}</p> })}
                <dl class="facts">
                    {category} {list("Includes", &texts.includes)} {list("Also called", &others)}
                </dl>
            </header>
            <section>
                <h2>"Who asks for it"</h2>
                <p>{asked_by(&ladder, skill)}</p>
                <ol class="asked-by">{standing}</ol>
                <p>
                    <a class="onward" href=on_ladder>"See it on the ladder" <Icon shape=Shape::Onward /></a>
                </p>
            </section>
            {related(&ladder, skill)}
        </div>
    }
}

fn role_row(ladder: &Shared, role: RoleIx, skill: SkillIx) -> Markup {
    let asked = ladder.asked(role, skill);
    let level = ladder.level_held(role, skill).filter(|_| asked.holds());
    let level = level.map(|level| ladder.level_name(skill, level).to_owned());
    let word = if asked.holds() { asked.word() } else { "Not asked for" };
    view! {
        <li data-asked=asked_word(asked) data-hue=hue::of_role(ladder, role)>
            <a href=ladder.href(&Route::Role(ladder[role].id.clone()))>{ladder[role].title.clone()}</a>
            " "
            <span class="mark">{word}{level.map(|level| format!(": {level}"))}</span>
        </li>
    }
}

fn related(ladder: &Shared, skill: SkillIx) -> Option<Markup> {
    let link = |&other: &SkillIx| {
        let link = ladder.href(&Route::Skill(ladder[other].id.clone()));
        view! { <li><a href=link>{ladder[other].name.clone()}</a></li> }
    };
    let links: Vec<_> = ladder[skill].related.iter().map(link).collect();
    (!links.is_empty()).then(|| {
        view! { <section><h2>"Near to it"</h2><ul>{links}</ul></section> }
    })
}

/// "Asked for by Team Leader; 4 roles build on it."
fn asked_by(ladder: &Ladder, skill: SkillIx) -> String {
    let asking: Vec<&str> =
        ladder.asking(skill).map(|(role, _)| ladder[role].title.as_str()).collect();
    let building = ladder.role_places().filter(|&role| ladder.asked(role, skill) == Asked::Carried);
    let asked = match asking.len() {
        0 => return "No role asks for it.".to_owned(),
        1..=3 => asking.join(" and "),
        n => count(n, "role", "roles"),
    };
    match building.count() {
        0 => format!("Asked for by {asked}."),
        n => format!(
            "Asked for by {asked}; {} it.",
            count(n, "more role builds on", "more roles build on")
        ),
    }
}

/// What a search engine or a shared link says of a skill.
#[must_use]
pub fn description(ladder: &Ladder, skill: SkillIx) -> String {
    let own = ladder[skill].description.clone();
    own.unwrap_or_else(|| format!("{}: {}", ladder[skill].name, asked_by(ladder, skill)))
}
