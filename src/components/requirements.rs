//! What a role asks for: its key skills, the others, and those it carries from below.

use crate::ladder::{Asked, Requirement, RequirementKind, RoleIx, SkillFilter, SkillIx};
use crate::markup::{Markup, view};
use crate::route::Route;
use crate::state::Shared;
use crate::ui::count;
use leptos::prelude::*;

/// The skills of `role`; each leads to the filter that shows who asks for it.
#[component]
pub fn Requirements(
    /// The open ladder.
    ladder: Shared,
    /// The role.
    role: RoleIx,
) -> Markup {
    let kinds = [
        (RequirementKind::Core, "Key skills", "core"),
        (RequirementKind::Required, "Also asked for", "required"),
        (RequirementKind::Optional, "Good to have", "optional"),
    ];
    let groups = kinds.map(|(kind, heading, word)| {
        let of_kind = ladder[role].skills.iter().filter(|r| r.kind == kind);
        let items: Vec<_> = of_kind.map(|r| requirement(&ladder, role, r)).collect();
        (!items.is_empty()).then(|| {
            view! {
                <h3>{heading}</h3>
                <ul class="requirements" data-kind=word>{items}</ul>
            }
        })
    });
    let carried = carried(&ladder, role);
    let is_empty = ladder[role].skills.is_empty() && carried.is_none();
    view! {
        <section class="asked">
            <h2>"Skills"</h2>
            {is_empty.then(|| view! { <p>"This ladder names no skills for this role."</p> })}
            {groups}
            {carried}
        </section>
    }
}

fn filter_link(ladder: &Shared, skill: SkillIx) -> String {
    let filter = SkillFilter::default().with(&ladder[skill].id);
    ladder.href(&Route::Ladder(filter))
}

fn requirement(ladder: &Shared, role: RoleIx, asked: &Requirement) -> Markup {
    let skill = &ladder[asked.skill];
    let level = asked.level.map(|level| ladder.level_name(asked.skill, level).to_owned());
    let again = matches!(ladder.asked(role, asked.skill), Asked::Again(_));
    view! {
        <li>
            <a href=filter_link(ladder, asked.skill)>{skill.name.clone()}</a>
            {level.map(|level| view! { " " <span class="level">{level}</span> })}
            {again.then(|| view! { " " <span class="again">"asked for below, too"</span> })}
            {(!skill.includes.is_empty())
                .then(|| view! { <p class="includes">{skill.includes.join(", ")}</p> })}
            {asked.note.clone().map(|note| view! { <p class="note">{note}</p> })}
            {super::statements::statements(&asked.statements)}
        </li>
    }
}

/// The skills carried from each role below, nearest first; each under the role that asks last.
fn carried(ladder: &Shared, role: RoleIx) -> Option<Markup> {
    let mut left: Vec<SkillIx> = ladder
        .steps()
        .carried(role)
        .filter(|&skill| ladder[role].requirement(skill).is_none())
        .collect();
    let total = left.len();
    let mut groups = Vec::new();
    for under in ladder.steps().all_below(role) {
        let (here, others) =
            left.into_iter().partition(|&s| ladder[under].requirement(s).is_some());
        left = others;
        groups.push(carried_from(ladder, under, &here));
    }
    (total > 0).then(|| {
        view! {
            <details class="carried" open>
                <summary>
                    <h3>"Carried from below"</h3>
                    " "
                    <span class="count">{count(total, "skill", "skills")}</span>
                </summary>
                <dl>{groups}</dl>
            </details>
        }
    })
}

fn carried_from(ladder: &Shared, under: RoleIx, skills: &[SkillIx]) -> Option<Markup> {
    let link = |&skill: &SkillIx| {
        let link = filter_link(ladder, skill);
        view! { <li><a href=link>{ladder[skill].name.clone()}</a></li> }
    };
    let links: Vec<_> = skills.iter().map(link).collect();
    (!links.is_empty()).then(|| {
        view! {
            <dt data-hue=super::hue::of_role(ladder, under)>{ladder[under].short().to_owned()}</dt>
            <dd><ul class="carried-skills">{links}</ul></dd>
        }
    })
}
