//! How one means to get a skill: what to learn it from, by when, and a note.

use super::context::Planning;
use crate::components::video::seen_checkbox::SeenCheckbox;
use crate::messages::resource::resource_type;
use crate::ui::{Icon, Shape, count};
use ladder::{Id, ResourceRef};
use leptos::prelude::*;
use plan::{AnswerValue, Date, TargetSkill};

/// The longest note that can be typed; much longer ones are read where a file holds them.
const LONGEST_NOTE: usize = 4000;

/// Closed at first; its parts are drawn when it is opened.
#[must_use]
pub fn plan_more(plan: &Planning, target: &TargetSkill) -> AnyView {
    let was_opened = RwSignal::new(false);
    let learn = plan.gap.resources(&plan.ladder, target).len();
    let words = match learn {
        0 => "Notes and target date".to_owned(),
        n => format!("Notes, target date, {}", count(n, "resource", "resources")),
    };
    let name = plan.ladder[target.skill].name.clone();
    let content = {
        let (plan, target) = (plan.clone(), target.clone());
        move || was_opened.get().then(|| opened(&plan, &target))
    };
    view! {
        <details class="plan-more" on:toggle=move |_| was_opened.set(true)>
            <summary>{words} <span class="visually-hidden">" for " {name}</span></summary>
            {content}
        </details>
    }
    .into_any()
}

fn opened(plan: &Planning, target: &TargetSkill) -> AnyView {
    let skill = &plan.ladder[target.skill];
    let learn: Vec<AnyView> = plan
        .gap
        .resources(&plan.ladder, target)
        .iter()
        .map(|reference| resource(plan, reference))
        .collect();
    let learn = (!learn.is_empty()).then(|| view! { <ul class="learn">{learn}</ul> }.into_any());
    view! {
        <div class="fields">
            {learn}
            {due_field(plan, &skill.id, &skill.name)}
            {note_field(plan, &skill.id, &skill.name)}
        </div>
    }
    .into_any()
}

fn resource(plan: &Planning, reference: &ResourceRef) -> AnyView {
    let resource = &plan.ladder[reference.resource];
    let link = resource.url.as_str().to_owned();
    let note =
        reference.note.clone().map(|note| view! { <span class="note">{note}</span> }.into_any());
    view! {
        <li>
            <span class="kind">{resource_type(resource.kind())}</span>
            <a href=link rel="noopener noreferrer" target="_blank">
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
    .into_any()
}

fn due_field(plan: &Planning, id: &Id, name: &str) -> AnyView {
    let answers = plan.answers;
    let value = {
        let id = id.clone();
        move || {
            answers
                .with(|state| state.answers.due(&id).map(ToString::to_string).unwrap_or_default())
        }
    };
    let (id, name) = (id.clone(), format!("Target date for {name}"));
    let change = move |event: leptos::ev::Event| {
        answers.set_answer(&id, AnswerValue::Due(Date::new(&event_target_value(&event))));
    };
    view! {
           <label class="due">
    "Target date" <input type="date" aria-label=name max="9999-12-31" prop:value=value on:change=change />
           </label>
       }.into_any()
}

fn note_field(plan: &Planning, id: &Id, name: &str) -> AnyView {
    let answers = plan.answers;
    let value = {
        let id = id.clone();
        move || answers.with(|state| state.answers.note(&id).to_owned())
    };
    let (id, name) = (id.clone(), format!("Note: {name}"));
    let type_in = move |event: leptos::ev::Event| {
        answers.set_answer_while_typing(&id, AnswerValue::Note(event_target_value(&event)));
    };
    view! {
           <label class="note-field">
    "Note" <textarea aria-label=name rows="2" dir="auto" maxlength=LONGEST_NOTE prop:value=value on:input=type_in></textarea>
           </label>
       }.into_any()
}
