//! What a role asks for: its key skills, the others, and those it carries from below.

use super::level_text::level;
use crate::router::Route;
use crate::stores::SharedLadder;
use crate::ui::{Paged, count, pages_of};
use ladder::{
    MatrixQuery, Requirement, RequirementKind, RequirementStatus, RoleIx, SkillFilter, SkillIx,
};
use leptos::prelude::*;
use std::ops::Range;

/// The skills that are shown at once: with levels and their texts each takes up to twenty elements.
const AT_ONCE: usize = 48;

/// The carried skills that are named; they are links alone.
const CARRIED: usize = 120;

/// The skills of `role`; each leads to the filter that shows who asks for it.
#[component]
pub fn Requirements(
    /// The open ladder.
    ladder: SharedLadder,
    /// The role.
    role: RoleIx,
) -> impl IntoView {
    let kinds = [RequirementKind::Core, RequirementKind::Required, RequirementKind::Optional];
    let places = |kind| {
        let asked = ladder[role].skills.iter().enumerate();
        asked.filter(move |(_, asked)| asked.kind == kind).map(|(at, _)| at)
    };
    let order: Vec<usize> = kinds.into_iter().flat_map(places).collect();
    let carried = carried(&ladder, role);
    let is_empty = order.is_empty() && carried.is_none();
    let in_matrix = (order.len() > AT_ONCE).then(|| {
        let link = matrix_link(&ladder, role);
        view! { <p><a lang="en" href=link>"Search these skills in the matrix"</a></p> }
    });
    let len = order.len();
    let draw = {
        let ladder = ladder.clone();
        move |range: Range<usize>| by_kind(&ladder, role, &order[range])
    };
    let list =
        view! { <Paged pages=pages_of(len, AT_ONCE) nouns=("skill", "skills") render=draw /> };
    view! {
        <section class="asked">
            <h2 lang="en">"Skills"</h2>
            {is_empty.then(|| view! { <p lang="en">"No skills are listed for this role."</p> })}
            {in_matrix}
            {list}
            {carried}
        </section>
    }
}

/// Some of the requirements, by their places, under a heading for each kind.
fn by_kind(ladder: &SharedLadder, role: RoleIx, places: &[usize]) -> AnyView {
    let asked = &ladder[role].skills;
    let group = |places: &[usize]| {
        let kind = places.first().map_or(RequirementKind::Required, |&at| asked[at].kind);
        let (heading, word) = match kind {
            RequirementKind::Core => ("Key skills", "core"),
            RequirementKind::Required => ("Also required", "required"),
            RequirementKind::Optional => ("Nice to have", "optional"),
        };
        let items: Vec<_> =
            places.iter().map(|&at| requirement(ladder, role, &asked[at])).collect();
        view! {
            <h3>{heading}</h3>
            <ul class="requirements" data-kind=word>{items}</ul>
        }
        .into_any()
    };
    Vec::into_any(places.chunk_by(|&a, &b| asked[a].kind == asked[b].kind).map(group).collect())
}

fn filter_link(ladder: &SharedLadder, skill: SkillIx) -> String {
    let filter = SkillFilter::default().with(&ladder[skill].id);
    ladder.href(&Route::Ladder(filter))
}

/// The link to the matrix with this role alone, where a skill can be found by a word.
fn matrix_link(ladder: &SharedLadder, role: RoleIx) -> String {
    let roles = vec![ladder[role].id.clone()];
    ladder.href(&Route::Matrix(MatrixQuery { roles, ..MatrixQuery::default() }))
}

fn requirement(ladder: &SharedLadder, role: RoleIx, asked: &Requirement) -> AnyView {
    let skill = &ladder[asked.skill];
    let level = asked.level.map(|at| level(ladder, asked.skill, at));
    let again = matches!(ladder.requirement_status(role, asked.skill), RequirementStatus::Again(_));
    view! {
        <li>
            <a href=filter_link(ladder, asked.skill)>{skill.name.clone()}</a>
            {level}
            {again.then(|| view! { " " <span lang="en" class="again">"also required earlier"</span> })}
            {(!skill.includes.is_empty())
                .then(|| view! { <p class="includes">{skill.includes.join(", ")}</p> })}
            {asked.note.clone().map(|note| view! { <p class="note">{note}</p> })}
            {super::statements::statements(ladder, &asked.statements, 4)}
        </li>
    }.into_any()
}

/// The skills carried from each role below, nearest first; each under the role that asks last.
fn carried(ladder: &SharedLadder, role: RoleIx) -> Option<AnyView> {
    let mut left: Vec<SkillIx> = ladder
        .graph()
        .carried_over(role)
        .filter(|&skill| ladder[role].requirement(skill).is_none())
        .collect();
    let total = left.len();
    let mut named = 0;
    let mut groups = Vec::new();
    for under in ladder.graph().ancestors(role) {
        let (mut here, others): (Vec<_>, Vec<_>) =
            left.into_iter().partition(|&s| ladder[under].requirement(s).is_some());
        left = others;
        here.truncate(CARRIED - named);
        named += here.len();
        groups.push(carried_from(ladder, under, &here));
    }
    let more = (total > named).then(|| {
        let link = matrix_link(ladder, role);
        view! { <p><a href=link>{format!("See {} more in the matrix", total - named)}</a></p> }
            .into_any()
    });
    (total > 0).then(|| {
        view! {
            <details class="carried" open>
                <summary>
                    <h3 lang="en">"Carried over from earlier roles"</h3>
                    " "
                    <span class="count">{count(total, "skill", "skills")}</span>
                </summary>
                <dl>{groups}</dl>
                {more}
            </details>
        }
        .into_any()
    })
}

fn carried_from(ladder: &SharedLadder, under: RoleIx, skills: &[SkillIx]) -> Option<AnyView> {
    let link = |&skill: &SkillIx| {
        let link = filter_link(ladder, skill);
        view! { <li><a href=link>{ladder[skill].name.clone()}</a></li> }.into_any()
    };
    let links: Vec<_> = skills.iter().map(link).collect();
    (!links.is_empty()).then(|| {
        view! {
            <dt data-hue=crate::components::hue::of_role(ladder, under)>{ladder[under].short().to_owned()}</dt>
            <dd><ul class="carried-skills">{links}</ul></dd>
        }
        .into_any()
    })
}
