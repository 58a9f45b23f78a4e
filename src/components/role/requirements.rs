//! The skills of a role: key skills, other requirements, and skills carried over from earlier roles.

use super::level_text::SkillLevel;
use super::statements::Statements;
use crate::components::hue;
use crate::router::Route;
use crate::stores::SharedLadder;
use crate::ui::{Paged, count, pages_of};
use ladder::{
    MatrixQuery, Requirement, RequirementKind, RequirementStatus, RoleIx, SkillFilter, SkillIx,
};
use leptos::prelude::*;
use std::ops::Range;

/// The number of requirements per page; one takes up to twenty elements.
const PAGE_SIZE: usize = 48;

/// The maximum number of carried-over skills; the matrix has all of them.
const MAX_CARRIED: usize = 120;

/// The skills of a role. Each links to the ladder, filtered by the skill.
#[component]
pub fn Requirements(
    /// The open ladder.
    ladder: SharedLadder,
    /// The role.
    role: RoleIx,
) -> impl IntoView {
    let kinds = [RequirementKind::Core, RequirementKind::Required, RequirementKind::Optional];
    let of_kind = |kind| {
        let all = ladder[role].skills.iter().enumerate();
        all.filter(move |(_, requirement)| requirement.kind == kind).map(|(index, _)| index)
    };
    let order: Vec<usize> = kinds.into_iter().flat_map(of_kind).collect();
    let len = order.len();
    let carried_over = carried_over(&ladder, role);
    let is_empty = len == 0 && carried_over.is_none();
    let in_matrix = (len > PAGE_SIZE).then(|| {
        let link = matrix_link(&ladder, role);
        view! { <p><a lang="en" href=link>"Search these skills in the matrix"</a></p> }
    });
    let render = move |range: Range<usize>| by_kind(&ladder, role, &order[range]).into_any();
    view! {
        <section class="asked">
            <h2 lang="en">"Skills"</h2>
            {is_empty.then(|| view! { <p lang="en">"No skills are listed for this role."</p> })}
            {in_matrix}
            <Paged pages=pages_of(len, PAGE_SIZE) nouns=("skill", "skills") render />
            {carried_over}
        </section>
    }
}

/// The requirements at `indices`, under a heading for each kind.
fn by_kind(ladder: &SharedLadder, role: RoleIx, indices: &[usize]) -> impl IntoView + use<> {
    let requirements = &ladder[role].skills;
    let group = |indices: &[usize]| {
        let kind =
            indices.first().map_or(RequirementKind::Required, |&index| requirements[index].kind);
        let (heading, attr) = match kind {
            RequirementKind::Core => ("Key skills", "core"),
            RequirementKind::Required => ("Also required", "required"),
            RequirementKind::Optional => ("Nice to have", "optional"),
        };
        let items = indices.iter().map(|&index| requirement(ladder, role, &requirements[index]));
        let items: Vec<_> = items.collect();
        view! {
            <h3>{heading}</h3>
            <ul class="requirements" data-kind=attr>{items}</ul>
        }
    };
    let groups = indices.chunk_by(|&a, &b| requirements[a].kind == requirements[b].kind);
    groups.map(group).collect_view()
}

/// The link to the ladder, filtered by a skill.
fn filter_link(ladder: &SharedLadder, skill: SkillIx) -> String {
    ladder.href(&Route::Ladder(SkillFilter::default().with(&ladder[skill].id)))
}

/// The link to the matrix, filtered by a role.
fn matrix_link(ladder: &SharedLadder, role: RoleIx) -> String {
    let roles = vec![ladder[role].id.clone()];
    ladder.href(&Route::Matrix(MatrixQuery { roles, ..MatrixQuery::default() }))
}

fn requirement(
    ladder: &SharedLadder,
    role: RoleIx,
    requirement: &Requirement,
) -> impl IntoView + use<> {
    let ix = requirement.skill;
    let skill = &ladder[ix];
    let level = requirement
        .level
        .map(|level| view! { <SkillLevel ladder=ladder.clone() skill=ix level /> });
    let is_again = matches!(ladder.requirement_status(role, ix), RequirementStatus::Again(_));
    view! {
        <li>
            <a href=filter_link(ladder, ix)>{ladder.distinct_skill_name(ix)}</a>
            {level}
            {is_again.then(|| view! { " " <span lang="en" class="again">"also required earlier"</span> })}
            {(!skill.includes.is_empty())
                .then(|| view! { <p class="includes">{skill.includes.join(", ")}</p> })}
            {requirement.note.clone().map(|note| view! { <p class="note">{note}</p> })}
            <Statements
                ladder=ladder.clone()
                statements=requirement.statements.clone()
                heading_level=4
            />
        </li>
    }
}

/// The skills carried over, each under the nearest earlier role that requires it.
fn carried_over(ladder: &SharedLadder, role: RoleIx) -> Option<impl IntoView + use<>> {
    let graph = ladder.graph();
    let mut remaining: Vec<SkillIx> = graph
        .carried_over(role)
        .filter(|&skill| ladder[role].requirement(skill).is_none())
        .collect();
    let total = remaining.len();
    let mut named = 0;
    let mut groups = Vec::new();
    for ancestor in graph.ancestors(role) {
        let (mut skills, others): (Vec<_>, Vec<_>) =
            remaining.into_iter().partition(|&s| ladder[ancestor].requirement(s).is_some());
        remaining = others;
        skills.truncate(MAX_CARRIED - named);
        named += skills.len();
        groups.push(carried_from(ladder, ancestor, &skills));
    }
    let more = (total > named).then(|| {
        let link = matrix_link(ladder, role);
        view! { <p><a href=link>{format!("See {} more in the matrix", total - named)}</a></p> }
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
    })
}

fn carried_from(
    ladder: &SharedLadder,
    ancestor: RoleIx,
    skills: &[SkillIx],
) -> Option<impl IntoView + use<>> {
    let link = |&skill: &SkillIx| {
        let link = filter_link(ladder, skill);
        view! { <li><a href=link>{ladder.distinct_skill_name(skill)}</a></li> }
    };
    let links: Vec<_> = skills.iter().map(link).collect();
    (!links.is_empty()).then(|| {
        view! {
            <dt data-hue=hue::of_role(ladder, ancestor)>{ladder.distinct_short_title(ancestor)}</dt>
            <dd><ul class="carried-skills">{links}</ul></dd>
        }
    })
}
