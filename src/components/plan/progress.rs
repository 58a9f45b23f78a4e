//! How far one has come, and what is left in the order in which the way needs it.

use super::context::{Planning, plan_route};
use super::skills::Shown;
use crate::components::hue;
use crate::messages::date::format_date;
use crate::messages::plan as messages;
use crate::ui::count;
use ladder::Edge;
use leptos::prelude::*;
use plan::{Progress, TargetSkill};

/// As many of what is left are named at once.
const NAMED: usize = 12;

/// The bar and its words.
#[must_use]
pub fn plan_progress(plan: &Planning) -> AnyView {
    let progress = {
        let plan = plan.clone();
        move || plan.answers.with(|state| plan.gap.progress(&plan.ladder, &state.answers))
    };
    let value = {
        let progress = progress.clone();
        move || progress().met
    };
    let Progress { total, .. } = progress();
    let is_done = {
        let progress = progress.clone();
        move || (progress().met == progress().total).then_some("yes")
    };
    view! {
        <div class="plan-progress" data-done=is_done>
            <progress aria-label="Skills done" max=total.max(1) prop:value=value></progress>
            <p>{move || messages::progress(progress())}</p>
        </div>
    }
    .into_any()
}

/// What is left, each a way to its place on the page.
#[must_use]
pub fn plan_left(plan: &Planning, shown: Shown) -> AnyView {
    let list = {
        let plan = plan.clone();
        move || left(&plan, shown)
    };
    view! {
        <section class="plan-left" aria-labelledby="plan-left">
            <h2 lang="en" id="plan-left">"Still to do"</h2>
            {list}
        </section>
    }
    .into_any()
}

fn left(plan: &Planning, shown: Shown) -> AnyView {
    plan.answers.with(|state| {
        let left = plan.gap.left(&plan.ladder, &state.answers);
        if left.is_empty() {
            return view! {
                <p lang="en" class="nothing-left">"Nothing left. You have every skill for this role."</p>
                {onward(plan)}
            }.into_any();
        }
        let mut items = Vec::new();
        let mut stage = None;
        for &(at, target) in left.iter().take(NAMED) {
            let role = (stage != Some(at)).then(|| stage_title(plan, at));
            stage = Some(at);
            items.push(item(plan, target, role, shown, &state.answers));
        }
        let more = left.len().saturating_sub(NAMED);
        let more = (more > 0).then(|| {
            view! { <p class="count">"And " {count(more, "more skill", "more skills")} "."</p> }.into_any()
        });
        view! { <ol>{items}</ol> {more} }.into_any()
    })
}

/// Where one can plan to go from where one has arrived.
fn onward(plan: &Planning) -> Option<AnyView> {
    let link = |edge: &Edge| {
        let link = plan.ladder.href(&plan_route(&plan.ladder, Some(plan.to), edge.to));
        let title = plan.ladder[edge.to].title.clone();
        view! { <li data-hue=hue::of_role(&plan.ladder, edge.to)><a href=link>{title}</a></li> }
            .into_any()
    };
    let links: Vec<_> =
        plan.ladder.graph().edges_from(plan.to).iter().take(NAMED).map(link).collect();
    (!links.is_empty())
        .then(|| view! { <p lang="en">"Ready for the next step?"</p> <ul>{links}</ul> }.into_any())
}

/// The title of the role that a stage of the way leads to.
#[must_use]
pub fn stage_title(plan: &Planning, stage: usize) -> String {
    plan.gap.path.get(stage).map_or_else(String::new, |&role| plan.ladder[role].title.clone())
}

fn item(
    plan: &Planning,
    target: &TargetSkill,
    role: Option<String>,
    shown: Shown,
    answers: &plan::Answers,
) -> AnyView {
    let skill = &plan.ladder[target.skill];
    let role = role.map(|role| view! { <span class="stage">"For " {role}</span> }.into_any());
    let due = answers
        .due(&skill.id)
        .map(|due| view! { <span class="due">{format_date(due.as_str())}</span> }.into_any());
    let anchor = Planning::anchor(&skill.id);
    let link = format!("#{anchor}");
    let (plan, skill_ix) = (plan.clone(), target.skill);
    let go = move |event: leptos::ev::MouseEvent| {
        event.prevent_default();
        shown.reveal(&plan, skill_ix);
    };
    view! {
        <li>
            {role}
            <a href=link on:click=go>{skill.name.clone()}</a>
            {due}
        </li>
    }
    .into_any()
}
