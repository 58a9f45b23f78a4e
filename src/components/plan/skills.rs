//! The skills to rate, grouped by the stage of the path that needs them first, in pages.

use super::context::{PlanContext, skill_anchor};
use super::skill::PlanSkill;
use super::skill_details::resource_list;
use crate::browser::{focus, print};
use crate::components::hue;
use crate::messages::plan as messages;
use crate::router::Route;
use ladder::{RoleIx, SkillIx};
use leptos::prelude::*;
use plan::TargetSkill;

/// A skill takes about 30 elements, and a page should have less than 1,500.
const SKILLS_PER_PAGE: usize = 24;

/// The most resources of a role above its skills.
const MAX_RESOURCES: usize = 6;

/// The page of skills that is shown, as the index of its first skill.
#[derive(Clone, Copy)]
pub struct SkillPager(RwSignal<usize>);

impl SkillPager {
    /// The first page.
    #[must_use]
    pub fn first() -> Self {
        Self(RwSignal::new(0))
    }

    /// Shows a skill and focuses it.
    pub fn reveal(self, plan: &PlanContext, skill: SkillIx) {
        let index = plan.gap.skills.iter().position(|target| target.skill == skill).unwrap_or(0);
        let first = index - index % SKILLS_PER_PAGE;
        if self.0.get_untracked() != first {
            self.0.set(first);
        }
        let anchor = skill_anchor(&plan.ladder[skill].id);
        focus::on_next_frame(format!("#{anchor} input"));
    }

    fn show(self, first: usize) {
        self.0.set(first);
        focus::on_next_frame("#plan-skills".to_owned());
    }
}

/// A page of skills, and the buttons to the other pages.
#[component]
pub fn PlanSkills(
    /// The plan.
    plan: PlanContext,
    /// The page of skills that is shown.
    page: SkillPager,
) -> impl IntoView {
    let heading = format!("Skills for {}", plan.ladder.distinct_title(plan.to));
    let has_no_level = |target: &TargetSkill| plan.ladder.levels_of(target.skill).len() == 0;
    let question = if plan.gap.skills.iter().all(has_no_level) {
        "How do you rate yourself?"
    } else {
        "Pick your current level for each skill."
    };
    let is_printing = print::is_printing();
    let skills = move || {
        let total = plan.gap.skills.len();
        let (first, size) =
            if is_printing.get() { (0, total) } else { (page.0.get(), SKILLS_PER_PAGE) };
        let end = total.min(first + size);
        let range = (total > size).then(|| messages::skill_range(first, end, total));
        untrack(|| {
            view! {
                {range.map(|range| view! { <p lang="en" class="range">{range}</p> })}
                {groups(&plan, plan.gap.skills.get(first..end).unwrap_or_default())}
                {(total > size).then(|| page_buttons(page, first, total))}
            }
        })
    };
    view! {
        <section class="plan-skills">
            <h2 id="plan-skills" tabindex="-1">{heading}</h2>
            <p lang="en" class="count">{question}</p>
            {skills}
        </section>
    }
}

fn page_buttons(page: SkillPager, first: usize, total: usize) -> Option<impl IntoView> {
    let previous = first.checked_sub(SKILLS_PER_PAGE);
    let next = Some(first + SKILLS_PER_PAGE).filter(|next| *next < total);
    let button = |first: Option<usize>, label: &'static str| {
        first.map(|first| {
            view! { <button type="button" lang="en" class="quiet" on:click=move |_| page.show(first)>{label}</button> }
        })
    };
    (total > SKILLS_PER_PAGE).then(|| {
        view! {
            <p class="ways">
                {button(previous, "Previous skills")} {button(next, "Next skills")}
            </p>
        }
    })
}

fn groups(plan: &PlanContext, skills: &[TargetSkill]) -> Vec<impl IntoView + use<>> {
    let key = |target: &TargetSkill| (!target.counts(), target.new_at());
    let groups = skills.chunk_by(|a, b| key(a) == key(b));
    groups.filter_map(|skills| group(plan, skills)).collect()
}

/// Skills that the same stage of the path requires first, with the resources of its role; or those that the
/// visitor's role expects.
fn group(plan: &PlanContext, skills: &[TargetSkill]) -> Option<impl IntoView + use<>> {
    let first = skills.first()?;
    let new_at = first.new_at();
    let stage = new_at.unwrap_or(0);
    let role = plan.stage_title(stage);
    let is_raised = |target: &TargetSkill| target.first_stage() != stage;
    let heading = if !first.counts() {
        "Nice to have".to_owned()
    } else if plan.from.is_some() && new_at.is_none() {
        format!("Skills you need today as {role}")
    } else if plan.from.is_some() && stage == 0 {
        format!("Nice to have today as {role}")
    } else if skills.iter().any(is_raised) {
        format!("New or higher for {role}")
    } else {
        format!("New for {role}")
    };
    let role = plan.gap.path.get(stage).copied();
    let hue = role.map(|role| hue::of_role(&plan.ladder, role));
    let role = role.filter(|_| first.counts() && new_at.is_some());
    let resources = role.map(|role| role_resources(plan, role));
    let items = skills.iter().map(|target| {
        view! { <PlanSkill plan=plan.clone() target=target.clone() /> }
    });
    let items: Vec<_> = items.collect();
    let mark_all = mark_all_button(plan, skills, &heading);
    Some(view! {
        <section class="plan-group" data-hue=hue>
            <header><h3>{heading}</h3> {mark_all}</header>
            {resources}
            <ul class="skills">{items}</ul>
        </section>
    })
}

/// The first resources of a role, with a link to the others.
fn role_resources(plan: &PlanContext, role: RoleIx) -> impl IntoView + use<> {
    let (role, resources) = (&plan.ladder[role], &plan.ladder[role].resources);
    let shown = resources.get(..MAX_RESOURCES).unwrap_or(resources);
    let more = (resources.len() > shown.len()).then(|| {
        let href = plan.ladder.href(&Route::Role(role.id.clone()));
        let text = messages::more_resources(resources.len() - shown.len());
        view! { <p class="count"><a lang="en" href=href>{text}</a></p> }
    });
    view! { {resource_list(plan, shown)} {more} }
}

/// A button for a visitor who has all skills of a group at the level that its role requires.
fn mark_all_button(
    plan: &PlanContext,
    skills: &[TargetSkill],
    heading: &str,
) -> Option<impl IntoView + use<>> {
    if skills.len() < 2 {
        return None;
    }
    let stage = skills[0].new_at().unwrap_or(0);
    let (plan, skills) = (plan.clone(), skills.to_vec());
    let mark_all = move |_| {
        let ratings = plan.answers.with_untracked(|state| {
            plan.gap.ratings_at(&plan.ladder, &state.answers, &skills, stage)
        });
        if !ratings.is_empty() {
            let role = plan.gap.path.get(stage).copied().unwrap_or(plan.to);
            let message = messages::skills_marked(ratings.len(), &plan.ladder.distinct_title(role));
            plan.answers.set_answers(ratings, message);
            plan.make_current();
        }
    };
    Some(view! {
        <button type="button" lang="en" class="plain" on:click=mark_all>
            "I’ve got all of these" <span class="visually-hidden">{format!(" ({heading})")}</span>
        </button>
    })
}
