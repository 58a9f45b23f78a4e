//! The skills to rate, grouped by the stage of the path that needs them first, in pages.

use super::context::{PlanContext, skill_anchor};
use super::skill::PlanSkill;
use crate::browser::{focus, print};
use crate::components::hue;
use crate::messages::plan as messages;
use ladder::SkillIx;
use leptos::prelude::*;
use plan::TargetSkill;

/// A skill takes about 30 elements, and a page should have less than 1,500.
const SKILLS_PER_PAGE: usize = 24;

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
    let key = |target: &TargetSkill| (!target.counts(), target.first_stage());
    let groups = skills.chunk_by(|a, b| key(a) == key(b));
    groups.filter_map(|skills| group(plan, skills)).collect()
}

fn group(plan: &PlanContext, skills: &[TargetSkill]) -> Option<impl IntoView + use<>> {
    let first = skills.first()?;
    let stage = first.first_stage();
    let role = plan.stage_title(stage);
    let heading = match (first.counts(), plan.from.is_some() && stage == 0) {
        (false, _) => "Nice to have".to_owned(),
        (true, true) => format!("Skills you need today as {role}"),
        (true, false) => format!("New for {role}"),
    };
    let hue = plan.gap.path.get(stage).map(|&role| hue::of_role(&plan.ladder, role));
    let items = skills.iter().map(|target| {
        view! { <PlanSkill plan=plan.clone() target=target.clone() /> }
    });
    let items: Vec<_> = items.collect();
    Some(view! {
        <section class="plan-group" data-hue=hue>
            <header><h3>{heading}</h3> {mark_all_button(plan, skills)}</header>
            <ul>{items}</ul>
        </section>
    })
}

/// A button for a visitor who has all skills of a group at the level that its role requires.
fn mark_all_button(plan: &PlanContext, skills: &[TargetSkill]) -> Option<impl IntoView + use<>> {
    if skills.len() < 2 {
        return None;
    }
    let stage = skills[0].first_stage();
    let (plan, skills) = (plan.clone(), skills.to_vec());
    let mark_all = move |_| {
        let ratings = plan.answers.with_untracked(|state| {
            plan.gap.ratings_at(&plan.ladder, &state.answers, &skills, stage)
        });
        if !ratings.is_empty() {
            let message = messages::skills_marked(ratings.len());
            plan.answers.set_answers(ratings, message);
            plan.make_current();
        }
    };
    Some(view! {
        <button type="button" lang="en" class="plain" on:click=mark_all>"I’ve got all of these"</button>
    })
}
