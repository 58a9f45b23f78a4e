//! The details of a skill in a plan: learning resources, the target date and a note.

use super::context::PlanContext;
use crate::components::video::seen_checkbox::SeenCheckbox;
use crate::messages::plan as messages;
use crate::messages::resource::resource_type;
use crate::ui::{Icon, Shape};
use ladder::{Id, ResourceRef};
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
    let label = messages::details_label(plan.gap.resources(&plan.ladder, &target).len());
    let name = plan.ladder.distinct_skill_name(target.skill);
    view! {
        <details class="plan-more" on:toggle=move |_| was_opened.set(true)>
            <summary>{label} <span class="visually-hidden">" for " {name}</span></summary>
            {move || was_opened.get().then(|| content(&plan, &target))}
        </details>
    }
}

fn content(plan: &PlanContext, target: &TargetSkill) -> impl IntoView + use<> {
    let skill = &plan.ladder[target.skill];
    let name = plan.ladder.distinct_skill_name(target.skill);
    let resources = plan.gap.resources(&plan.ladder, target);
    let items: Vec<_> = resources.iter().map(|reference| resource(plan, reference)).collect();
    view! {
        <div class="fields">
            {(!items.is_empty()).then(|| view! { <ul class="learn">{items}</ul> })}
            {due_field(plan, &skill.id, &name)}
            {note_field(plan, &skill.id, &name)}
        </div>
    }
}

fn resource(plan: &PlanContext, reference: &ResourceRef) -> impl IntoView + use<> {
    let resource = &plan.ladder[reference.resource];
    let url = resource.url.as_str().to_owned();
    let note = reference.note.clone().map(|note| view! { <span class="note">{note}</span> });
    view! {
        <li>
            <span class="kind">{resource_type(resource.kind())}</span>
            <a href=url rel="noopener noreferrer" target="_blank">
                {resource.title.clone()} <Icon shape=Shape::External />
            </a>
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
    let answers = plan.answers;
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
    };
    view! {
        <label class="due">
            "Target date" <input type="date" aria-label=label max="9999-12-31" prop:value=value on:change=on_change />
        </label>
    }
}

fn note_field(plan: &PlanContext, id: &Id, name: &str) -> impl IntoView + use<> {
    let answers = plan.answers;
    let label = format!("Note: {name}");
    let value = {
        let id = id.clone();
        move || answers.with(|state| state.answers.note(&id).to_owned())
    };
    let id = id.clone();
    let on_input = move |event: Event| {
        answers.set_answer_while_typing(&id, AnswerValue::Note(event_target_value(&event)));
    };
    view! {
        <label class="note-field">
            "Note" <textarea aria-label=label rows="2" dir="auto" maxlength=MAX_NOTE_LENGTH prop:value=value on:input=on_input></textarea>
        </label>
    }
}
