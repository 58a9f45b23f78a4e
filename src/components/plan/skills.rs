//! Every skill that the target asks for, to be rated: by the stage of the way that needs it, so many
//! at a time.

use super::context::Planning;
use super::progress::stage_title;
use super::skill::plan_skill;
use crate::browser::focus;
use crate::ui::count;
use ladder::{Id, SkillIx};
use leptos::prelude::*;
use plan::{AnswerValue, Rating, TargetSkill};

/// So many skills are shown at a time: some 30 elements each, and a page stays under 1,500.
const AT_ONCE: usize = 24;

/// Which of the skills are shown: the first of them.
#[derive(Clone, Copy)]
pub struct Shown(RwSignal<usize>);

impl Shown {
    /// The first skills.
    #[must_use]
    pub fn first() -> Self {
        Self(RwSignal::new(0))
    }

    /// Shows a skill and gives it the focus.
    pub fn reveal(self, plan: &Planning, skill: SkillIx) {
        let place = plan.gap.skills.iter().position(|target| target.skill == skill).unwrap_or(0);
        let first = place - place % AT_ONCE;
        if self.0.get_untracked() != first {
            self.0.set(first);
        }
        let anchor = Planning::anchor(&plan.ladder[skill].id);
        focus::on_next_frame(format!("#{anchor} input"));
    }

    fn go(self, first: usize) {
        self.0.set(first);
        focus::on_next_frame("#plan-skills".to_owned());
    }
}

/// The skills, and the ways to those before and after them.
#[must_use]
pub fn plan_skills(plan: &Planning, shown: Shown) -> AnyView {
    let skills = {
        let plan = plan.clone();
        move || {
            let first = shown.0.get();
            let end = plan.gap.skills.len().min(first + AT_ONCE);
            untrack(|| {
                view! {
                    {range(first, end, plan.gap.skills.len())}
                    {groups(&plan, plan.gap.skills.get(first..end).unwrap_or_default())}
                    {ways(shown, first, plan.gap.skills.len())}
                }
                .into_any()
            })
        }
    };
    let what = match plan.ladder.scale.is_empty() {
        true => "How do you rate yourself?",
        false => "Pick your current level for each skill.",
    };
    view! {
        <section class="plan-skills">
            <h2 id="plan-skills" tabindex="-1">{format!("Skills for {}", plan.ladder[plan.to].title)}</h2>
            <p class="count">{what}</p>
            {skills}
        </section>
    }.into_any()
}

fn range(first: usize, end: usize, of: usize) -> Option<AnyView> {
    (of > AT_ONCE).then(|| {
        let range = format!("Skills {}–{end} of {of}", first + 1);
        view! { <p class="range">{range}</p> }.into_any()
    })
}

/// The ways to the skills before and after those that are shown.
fn ways(shown: Shown, first: usize, of: usize) -> Option<AnyView> {
    let back = first.checked_sub(AT_ONCE);
    let on = Some(first + AT_ONCE).filter(|next| *next < of);
    let way = |to: Option<usize>, word: &'static str| {
        to.map(|to| {
            view! { <button class="quiet" on:click=move |_| shown.go(to)>{word}</button> }
                .into_any()
        })
    };
    (of > AT_ONCE).then(|| {
        view! {
            <p class="ways">
                {way(back, "Previous skills")} {way(on, "Next skills")}
            </p>
        }
        .into_any()
    })
}

/// The skills under the stages that ask for them first.
fn groups(plan: &Planning, target: &[TargetSkill]) -> AnyView {
    let key = |target: &TargetSkill| (!target.counts(), target.first_stage());
    let groups = target.chunk_by(|a, b| key(a) == key(b));
    let groups: Vec<AnyView> = groups.map(|group| one_group(plan, group)).collect();
    groups.into_any()
}

fn one_group(plan: &Planning, group: &[TargetSkill]) -> AnyView {
    let Some(first) = group.first() else { return ().into_any() };
    let stage = first.first_stage();
    let role = stage_title(plan, stage);
    let heading = match (first.counts(), plan.from.is_some() && stage == 0) {
        (false, _) => "Nice to have".to_owned(),
        (true, true) => format!("Skills you need today as {role}"),
        (true, false) => format!("New for {role}"),
    };
    let hue =
        plan.gap.path.get(stage).map(|&role| crate::components::hue::of_role(&plan.ladder, role));
    let skills: Vec<AnyView> = group.iter().map(|target| plan_skill(plan, target)).collect();
    let all = have_all(plan, group);
    view! {
        <section class="plan-group" data-hue=hue>
            <header><h3>{heading}</h3> {all}</header>
            <ul>{skills}</ul>
        </section>
    }
    .into_any()
}

/// One press for someone who has a whole stage behind them.
fn have_all(plan: &Planning, group: &[TargetSkill]) -> Option<AnyView> {
    if group.len() < 2 {
        return None;
    }
    let top = plan.ladder.scale.last();
    let enough = |target: &TargetSkill| {
        let level = target.level.map(|level| &plan.ladder[level]).or(top);
        let rating = level.map_or(Rating::Have, |level| Rating::Level(level.id.clone()));
        (target.clone(), plan.ladder[target.skill].id.clone(), rating)
    };
    let all: Vec<(TargetSkill, Id, Rating)> = group.iter().map(enough).collect();
    let plan = plan.clone();
    let press = move |_| {
        let open = plan.answers.with_untracked(|state| {
            let open = all.iter().filter(|(w, ..)| !w.is_met(&plan.ladder, &state.answers));
            let said =
                open.map(|(_, id, rating)| (id.clone(), AnswerValue::Rating(Some(rating.clone()))));
            said.collect::<Vec<_>>()
        });
        if !open.is_empty() {
            let done = format!("{} marked as done.", count(open.len(), "skill", "skills"));
            plan.answers.set_answers(open, done);
        }
    };
    Some(
        view! { <button lang="en" class="plain" on:click=press>"I’ve got all of these"</button> }
            .into_any(),
    )
}
