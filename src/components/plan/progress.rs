//! The progress of a plan, and the skills that are still to do.

use super::context::{PlanContext, plan_route, skill_anchor};
use super::skills::SkillPager;
use crate::components::hue;
use crate::messages::date::format_date;
use crate::messages::plan as messages;
use ladder::Edge;
use leptos::ev::MouseEvent;
use leptos::prelude::*;
use plan::{Answers, Progress, TargetSkill};

/// The most skills or roles in a list.
const MAX_ITEMS: usize = 12;

/// The progress bar and its text.
#[component]
pub fn PlanProgress(
    /// The plan.
    plan: PlanContext,
) -> impl IntoView {
    let progress = Memo::new(move |_| {
        plan.answers.with(|state| plan.gap.progress(&plan.ladder, &state.answers))
    });
    let total = progress.with_untracked(|progress| progress.total);
    let is_done = move || {
        let progress = progress.get();
        (progress.met == progress.total).then_some("yes")
    };
    // The bar shows three tones; `<progress>` tells screen readers the first.
    let tone = move |name: &'static str,
                     start: fn(Progress) -> usize,
                     len: fn(Progress) -> usize| {
        view! {
            <rect data-tone=name x=move || start(progress.get()) width=move || len(progress.get()) height="1"></rect>
        }
    };
    view! {
        <div class="plan-progress" data-done=is_done>
            <progress class="visually-hidden" aria-label="Skills done" max=total.max(1) prop:value=move || progress.get().met></progress>
            <svg viewBox=format!("0 0 {} 1", total.max(1)) preserveAspectRatio="none" aria-hidden="true">
                {tone("met", |_| 0, |progress| progress.met)}
                {tone("learning", |progress| progress.met, |progress| progress.learning)}
                {tone("not-yet", |progress| progress.met + progress.learning, |progress| progress.not_yet)}
            </svg>
            <p lang="en">{move || messages::progress(progress.get())}</p>
            <span lang="en" class="open-skills">{move || messages::open_skills(progress.get())}</span>
        </div>
    }
}

/// The skills that are still to do, in the order of the path, as links to their place on the page.
#[component]
pub fn RemainingSkills(
    /// The plan.
    plan: PlanContext,
    /// The page of skills that is shown.
    page: SkillPager,
) -> impl IntoView {
    let list = move || plan.answers.with(|state| remaining(&plan, page, &state.answers));
    view! {
        <section class="plan-left" aria-labelledby="plan-left">
            <h2 lang="en" id="plan-left">"Still to do"</h2>
            {list}
        </section>
    }
}

fn remaining(plan: &PlanContext, page: SkillPager, answers: &Answers) -> AnyView {
    let remaining = plan.gap.remaining(&plan.ladder, answers);
    if remaining.is_empty() {
        return view! {
            <p lang="en" class="nothing-left">"Nothing left. You have every skill for this role."</p>
            {next_roles(plan)}
        }
        .into_any();
    }
    let mut items = Vec::new();
    let mut previous_stage = None;
    for &(stage, target) in remaining.iter().take(MAX_ITEMS) {
        let role = (previous_stage != Some(stage)).then(|| plan.stage_title(stage));
        previous_stage = Some(stage);
        items.push(item(plan, target, role, page, answers));
    }
    let hidden = remaining.len().saturating_sub(MAX_ITEMS);
    let more = (hidden > 0)
        .then(|| view! { <p lang="en" class="count">{messages::more_skills(hidden)}</p> });
    view! { <ol>{items}</ol> {more} }.into_any()
}

/// Links to the plans from the target to the roles after it.
fn next_roles(plan: &PlanContext) -> Option<impl IntoView + use<>> {
    let link = |edge: &Edge| {
        let href = plan.ladder.href(&plan_route(&plan.ladder, Some(plan.to), edge.to));
        let title = plan.ladder.distinct_title(edge.to);
        view! { <li data-hue=hue::of_role(&plan.ladder, edge.to)><a href=href>{title}</a></li> }
    };
    let edges = plan.ladder.graph().edges_from(plan.to).iter();
    let links: Vec<_> = edges.take(MAX_ITEMS).map(link).collect();
    (!links.is_empty())
        .then(|| view! { <p lang="en">"Ready for the next step?"</p> <ul>{links}</ul> })
}

/// A skill. `role` is the title of its stage, for the first skill of each stage.
fn item(
    plan: &PlanContext,
    target: &TargetSkill,
    role: Option<String>,
    page: SkillPager,
    answers: &Answers,
) -> impl IntoView + use<> {
    let skill = &plan.ladder[target.skill];
    let role = role.map(|role| view! { <span lang="en" class="stage">"For " {role}</span> });
    let due = answers
        .due(&skill.id)
        .map(|due| view! { <span lang="en" class="due">{format_date(due.as_str())}</span> });
    let href = format!("#{}", skill_anchor(&skill.id));
    let name = plan.ladder.distinct_skill_name(target.skill);
    let (plan, skill_ix) = (plan.clone(), target.skill);
    let reveal = move |event: MouseEvent| {
        event.prevent_default();
        page.reveal(&plan, skill_ix);
    };
    view! {
        <li>
            {role}
            <a href=href on:click=reveal>{name}</a>
            {due}
        </li>
    }
}
