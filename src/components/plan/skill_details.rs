//! The details of a skill in a plan: learning resources, the target date and a note.

use super::context::PlanContext;
use crate::components::facts::join_names;
use crate::components::video::resource_title::resource_title;
use crate::components::video::seen_checkbox::SeenCheckbox;
use crate::messages::plan as messages;
use crate::messages::resource::resource_type;
use crate::ui::{paragraph, phrase, rich_text};
use ladder::{Id, LevelIx, Requirement, ResourceRef};
use leptos::ev::Event;
use leptos::prelude::*;
use plan::{AnswerValue, Date, TargetSkill};

/// The longest note that can be typed. Backup files may have longer ones.
const MAX_NOTE_LENGTH: usize = 4000;

/// The details, collapsed. They are rendered when they are first expanded.
#[component]
pub fn SkillDetails(
    /// The plan.
    plan: PlanContext,
    /// The skill, as required by the target.
    target: TargetSkill,
) -> impl IntoView {
    let was_opened = RwSignal::new(false);
    let label = messages::details_label(plan.ladder[target.skill].resources.len());
    let name = plan.ladder.distinct_skill_name(target.skill);
    let planned = due_and_note(&plan, &plan.ladder[target.skill].id);
    view! {
        <details class="plan-more" on:toggle=move |_| was_opened.set(true)>
            <summary><span lang="en">{label} <span class="visually-hidden">" for " {name}</span></span> {planned}</summary>
            {move || was_opened.get().then(|| content(&plan, &target))}
        </details>
    }
}

/// The target date and the note in short.
fn due_and_note(plan: &PlanContext, id: &Id) -> impl IntoView + use<> {
    let (answers, id) = (plan.answers, id.clone());
    let text = Memo::new(move |_| {
        answers
            .with(|state| messages::due_and_note(state.answers.due(&id), state.answers.note(&id)))
    });
    view! {
        <span class="planned" dir="auto" hidden=move || text.with(String::is_empty)>{move || text.get()}</span>
    }
}

fn content(plan: &PlanContext, target: &TargetSkill) -> impl IntoView + use<> {
    let skill = &plan.ladder[target.skill];
    let name = plan.ladder.distinct_skill_name(target.skill);
    view! {
        <div class="fields">
            {about(plan, target)}
            {levels(plan, target)}
            {resource_list(plan, &skill.resources)}
            {due_field(plan, &skill.id, &name)}
            {note_field(plan, &skill.id, &name)}
        </div>
    }
}

/// The most statements shown here. The page of the role has the others.
const MAX_STATEMENTS: usize = 6;

/// The requirement of the highest role on the path that requires the skill: the most specific one.
fn requirement<'a>(plan: &'a PlanContext, target: &TargetSkill) -> Option<&'a Requirement> {
    plan.gap.path.iter().rev().find_map(|&role| plan.ladder[role].requirement(target.skill))
}

/// The statements of the requirement, or a description of the skill.
fn about(plan: &PlanContext, target: &TargetSkill) -> Option<AnyView> {
    let requirement = requirement(plan, target);
    let statements = requirement.map_or(&[][..], |requirement| &requirement.statements);
    if !statements.is_empty() {
        let items = statements.iter().take(MAX_STATEMENTS);
        let items: Vec<_> =
            items.map(|statement| view! { <li>{rich_text(&statement.text)}</li> }).collect();
        return Some(view! { <ul class="statements">{items}</ul> }.into_any());
    }
    let skill = &plan.ladder[target.skill];
    let note = requirement.and_then(|requirement| requirement.note.clone());
    let text = note.or(skill.description.clone()).or_else(|| join_names(&skill.includes))?;
    Some(paragraph("about", &text))
}

/// What each level means, if any of them is described.
fn levels(plan: &PlanContext, target: &TargetSkill) -> Option<impl IntoView + use<>> {
    let item = |level: LevelIx| {
        let text = messages::level_text(&plan.ladder, target.skill, level)?;
        let name = plan.ladder.level_name(target.skill, level).to_owned();
        let is_goal = target.level == Some(level);
        let goal = is_goal.then(|| view! { " " <span lang="en" class="mark">"goal"</span> });
        Some(view! { <div><dt>{name} {goal}</dt><dd>{rich_text(&text)}</dd></div> })
    };
    let items: Vec<_> = plan.ladder.levels_of(target.skill).filter_map(item).collect();
    (!items.is_empty()).then(|| view! { <dl class="level-list">{items}</dl> })
}

/// Learning resources with a checkbox each. `None` without any.
pub fn resource_list(
    plan: &PlanContext,
    resources: &[ResourceRef],
) -> Option<impl IntoView + use<>> {
    let items: Vec<_> = resources.iter().map(|reference| resource(plan, reference)).collect();
    (!items.is_empty()).then(|| view! { <ul class="learn">{items}</ul> })
}

fn resource(plan: &PlanContext, reference: &ResourceRef) -> impl IntoView + use<> {
    let resource = &plan.ladder[reference.resource];
    let note = reference.note.as_ref().map(|note| phrase("note", note));
    view! {
        <li>
            <span lang="en" class="kind">{resource_type(resource.kind())}</span>
            {resource_title(&plan.ladder, reference.resource)}
            <SeenCheckbox
                answers=plan.answers
                ladder=plan.ladder.clone()
                resource=reference.resource
            />
            {note}
        </li>
    }
}

fn due_field(plan: &PlanContext, id: &Id, name: &str) -> impl IntoView + use<> {
    let (plan, answers) = (plan.clone(), plan.answers);
    let label = format!("Target date for {name}");
    let value = {
        let id = id.clone();
        move || {
            let due = answers.with(|state| state.answers.due(&id).map(ToString::to_string));
            due.unwrap_or_default()
        }
    };
    let id = id.clone();
    let on_change = move |event: Event| {
        answers.set_answer(&id, AnswerValue::Due(Date::new(&event_target_value(&event))));
        plan.make_current();
    };
    view! {
        <label lang="en" class="due">
            "Target date" <input type="date" aria-label=label max="9999-12-31" prop:value=value on:change=on_change />
        </label>
    }
}

fn note_field(plan: &PlanContext, id: &Id, name: &str) -> impl IntoView + use<> {
    let (plan, answers) = (plan.clone(), plan.answers);
    let label = format!("Note: {name}");
    let value = {
        let id = id.clone();
        move || answers.with(|state| state.answers.note(&id).to_owned())
    };
    let id = id.clone();
    let on_input = move |event: Event| {
        answers.set_answer_while_typing(&id, AnswerValue::Note(event_target_value(&event)));
        plan.make_current();
    };
    view! {
        <label class="note-field">
            <span lang="en">"Note"</span> <textarea aria-label=label rows="2" dir="auto" maxlength=MAX_NOTE_LENGTH prop:value=value on:input=on_input></textarea>
        </label>
    }
}
