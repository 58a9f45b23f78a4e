//! The skills of a role: key skills, other requirements, and skills carried over from earlier roles.

use super::level_text::LevelBadge;
use super::section_links::SKILLS;
use super::skill_group::SkillGroupSection;
use super::statements::Statements;
use crate::components::hue;
use crate::router::Route;
use crate::stores::SharedLadder;
use crate::ui::{Paged, count, pages_of, paragraph};
use ladder::{
    CategoryIx, MatrixQuery, Requirement, RequirementKind, RequirementStatus, RoleIx, SkillIx,
};
use leptos::prelude::*;
use std::ops::Range;

/// The number of requirements per page; one takes up to twenty elements.
const PAGE_SIZE: usize = 48;

/// The maximum number of carried-over skills; the matrix has all of them.
const MAX_CARRIED: usize = 120;

/// A role with more skills than this shows them by category, if the ladder has categories.
const MAX_WITHOUT_CATEGORIES: usize = 12;

/// The skills of a role. Each links to its page.
#[component]
pub fn Requirements(ladder: SharedLadder, role: RoleIx) -> impl IntoView {
    let kinds = [RequirementKind::Core, RequirementKind::Required, RequirementKind::Optional];
    let of_kind = |kind| {
        let all = ladder[role].skills.iter().enumerate();
        all.filter(move |(_, requirement)| requirement.kind == kind).map(|(index, _)| index)
    };
    let order: Vec<usize> = kinds.into_iter().flat_map(of_kind).collect();
    let len = order.len();
    let carried_over = carried_over(&ladder, role);
    let is_empty = len == 0 && carried_over.is_none();
    let is_grouped = len > MAX_WITHOUT_CATEGORIES && !ladder.categories.is_empty();
    let in_matrix = (len > PAGE_SIZE).then(|| {
        let link = matrix_link(&ladder, role);
        view! { <p><a lang="en" href=link>"Search these skills in the matrix"</a></p> }
    });
    let list = if is_grouped {
        by_category(&ladder, role, &order)
    } else {
        let render = move |range: Range<usize>| by_kind(&ladder, role, &order[range]).into_any();
        view! { <Paged pages=pages_of(len, PAGE_SIZE) nouns=("skill", "skills") render /> }
            .into_any()
    };
    view! {
        <section class="role-skills" id=SKILLS>
            <h2 lang="en">"Skills"</h2>
            {is_empty.then(|| view! { <p lang="en">"No skills are listed for this role."</p> })}
            {in_matrix}
            {list}
            {carried_over}
        </section>
    }
}

/// The requirements by the outermost category of their skills, in the document's order.
fn by_category(ladder: &SharedLadder, role: RoleIx, order: &[usize]) -> AnyView {
    let category_of = |index: &usize| {
        let own = ladder[ladder[role].skills[*index].skill].category;
        std::iter::successors(own, |&category| ladder[category].parent).last()
    };
    let categories = CategoryIx::all(ladder.categories.len()).map(Some).chain([None]);
    let groups = categories.map(|category| {
        let indices = order.iter().copied().filter(|index| category_of(index) == category);
        (category, indices.collect::<Vec<_>>())
    });
    let groups: Vec<_> = groups.filter(|(_, indices)| !indices.is_empty()).collect();
    let len = groups.len();
    let groups = groups.into_iter().map(|(category, indices)| {
        view! { <SkillGroupSection ladder=ladder.clone() role category indices groups=len /> }
    });
    groups.collect_view().into_any()
}

/// The requirements at `indices`, under a heading for each kind.
fn by_kind(ladder: &SharedLadder, role: RoleIx, indices: &[usize]) -> impl IntoView + use<> {
    let requirements = &ladder[role].skills;
    let group = |indices: &[usize]| {
        let kind =
            indices.first().map_or(RequirementKind::Required, |&index| requirements[index].kind);
        let heading = match kind {
            RequirementKind::Core => "Key skills",
            RequirementKind::Required => "Also required",
            RequirementKind::Optional => "Nice to have",
        };
        let items = indices.iter().map(|&index| requirement(ladder, role, &requirements[index]));
        let items: Vec<_> = items.collect();
        view! {
            <h3 lang="en">{heading}</h3>
            <ul class="requirements">{items}</ul>
        }
    };
    let groups = indices.chunk_by(|&a, &b| requirements[a].kind == requirements[b].kind);
    groups.map(group).collect_view()
}

/// The value of `data-kind`.
fn kind_attr(kind: RequirementKind) -> &'static str {
    match kind {
        RequirementKind::Core => "core",
        RequirementKind::Required => "required",
        RequirementKind::Optional => "optional",
    }
}

/// The link to the page of a skill.
fn skill_link(ladder: &SharedLadder, skill: SkillIx) -> String {
    ladder.href(&Route::Skill(ladder[skill].id.clone()))
}

/// The link to the matrix, filtered by a role.
fn matrix_link(ladder: &SharedLadder, role: RoleIx) -> String {
    let roles = vec![ladder[role].id.clone()];
    ladder.href(&Route::Matrix(MatrixQuery { roles, ..MatrixQuery::default() }))
}

/// A requirement as a list item.
pub fn requirement(
    ladder: &SharedLadder,
    role: RoleIx,
    requirement: &Requirement,
) -> impl IntoView + use<> {
    let ix = requirement.skill;
    let skill = &ladder[ix];
    let level = requirement
        .level
        .map(|level| view! { <LevelBadge ladder=ladder.clone() skill=ix level /> });
    let is_again = matches!(ladder.requirement_status(role, ix), RequirementStatus::Again(_));
    view! {
        <li data-kind=kind_attr(requirement.kind)>
            <a href=skill_link(ladder, ix)>{ladder.distinct_skill_name(ix)}</a>
            {level}
            {is_again.then(|| view! { " " <span lang="en" class="again">"also required earlier"</span> })}
            {(!skill.includes.is_empty())
                .then(|| view! { <p class="includes">{skill.includes.join(", ")}</p> })}
            {requirement.note.as_ref().map(|note| paragraph("note", note))}
            <Statements
                ladder=ladder.clone()
                statements=requirement.statements.clone()
                heading_level=4
            />
        </li>
    }
}

/// The skills carried over, each under the nearest role that requires it.
fn carried_over(ladder: &SharedLadder, role: RoleIx) -> Option<impl IntoView + use<>> {
    let graph = ladder.graph();
    let mut remaining: Vec<SkillIx> = graph
        .carried_over(role)
        .filter(|&skill| ladder[role].requirement(skill).is_none())
        .collect();
    let total = remaining.len();
    let mut named = 0;
    let mut groups = Vec::new();
    for ancestor in graph.bases(role) {
        let (mut skills, others): (Vec<_>, Vec<_>) =
            remaining.into_iter().partition(|&s| ladder[ancestor].requirement(s).is_some());
        remaining = others;
        skills.truncate(MAX_CARRIED - named);
        named += skills.len();
        groups.push(carried_from(ladder, ancestor, &skills));
    }
    let is_earlier = ladder.roles.iter().all(|role| role.extends.is_empty());
    let heading = if is_earlier {
        "Carried over from earlier roles"
    } else {
        "Carried over from other roles"
    };
    let more = (total > named).then(|| {
        let link = matrix_link(ladder, role);
        view! { <p><a lang="en" href=link>{format!("See {} more in the matrix", total - named)}</a></p> }
    });
    (total > 0).then(|| {
        view! {
            <details class="carried" open>
                <summary>
                    <h3 lang="en">{heading}</h3>
                    " "
                    <span lang="en" class="count">{count(total, "skill", "skills")}</span>
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
        let link = skill_link(ladder, skill);
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
