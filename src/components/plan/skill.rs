//! A skill of a plan: what is required, the visitor's rating, and the details.

use super::context::{PlanContext, skill_anchor};
use super::skill_details::SkillDetails;
use crate::browser::focus;
use crate::messages::plan as messages;
use crate::router::Route;
use ladder::{Id, Requirement};
use leptos::prelude::*;
use plan::{AnswerValue, Rating, TargetSkill};

/// The most statements shown here. The page of the skill has the others.
const MAX_STATEMENTS: usize = 3;

/// A skill, as a list item.
#[component]
pub fn PlanSkill(
    /// The plan.
    plan: PlanContext,
    /// The skill, as required by the target.
    target: TargetSkill,
) -> impl IntoView {
    let skill = &plan.ladder[target.skill];
    let (id, name) = (skill.id.clone(), plan.ladder.distinct_skill_name(target.skill));
    let is_met = {
        let (plan, target) = (plan.clone(), target.clone());
        move || {
            let is_met = plan.answers.with(|state| target.is_met(&plan.ladder, &state.answers));
            if is_met { "yes" } else { "no" }
        }
    };
    let href = plan.ladder.href(&Route::Skill(id.clone()));
    let anchor = skill_anchor(&id);
    let name_id = format!("{anchor}-name");
    view! {
        <li class="plan-skill" id=anchor data-met=is_met>
            <div class="what">
                <h4><a href=href id=name_id.clone()>{name.clone()}</a></h4>
                <span class="asked">{messages::requirement(&plan.ladder, &target)}</span>
            </div>
            {description(&plan, &target)}
            <div class="rate" role="radiogroup" aria-labelledby=name_id>
                {radios(&plan, &target)}
            </div>
            {clear_button(&plan, &id, name)}
            {due_and_note(&plan, &id)}
            <SkillDetails plan=plan.clone() target=target.clone() />
        </li>
    }
}

/// The requirement of the highest role on the path that requires the skill: the most specific one.
fn requirement<'a>(plan: &'a PlanContext, target: &TargetSkill) -> Option<&'a Requirement> {
    plan.gap.path.iter().rev().find_map(|&role| plan.ladder[role].requirement(target.skill))
}

/// The statements of the requirement, or a description of the skill.
fn description(plan: &PlanContext, target: &TargetSkill) -> Option<AnyView> {
    let requirement = requirement(plan, target);
    let statements = requirement.map_or(&[][..], |requirement| &requirement.statements);
    if !statements.is_empty() {
        let items = statements.iter().take(MAX_STATEMENTS);
        let items: Vec<_> =
            items.map(|statement| view! { <li>{statement.text.clone()}</li> }).collect();
        return Some(view! { <ul class="statements">{items}</ul> }.into_any());
    }
    let skill = &plan.ladder[target.skill];
    let note = requirement.and_then(|requirement| requirement.note.clone());
    let includes = (!skill.includes.is_empty()).then(|| skill.includes.join(", "));
    let text = note.or(skill.description.clone()).or(includes)?;
    Some(view! { <p class="about">{text}</p> }.into_any())
}

/// A radio button for each rating: in a row, or in a list if any of them has a description.
fn radios(plan: &PlanContext, target: &TargetSkill) -> impl IntoView + use<> {
    let ratings = Rating::choices(&plan.ladder);
    let descriptions = ratings.iter().map(|rating| level_description(plan, target, rating));
    let descriptions: Vec<_> = descriptions.collect();
    let class = if descriptions.iter().any(Option::is_some) { "levels" } else { "segments" };
    let radios = ratings.into_iter().zip(descriptions);
    let radios: Vec<_> =
        radios.map(|(rating, description)| radio(plan, target, rating, description)).collect();
    view! { <div class=class>{radios}</div> }
}

/// What a level means for the skill. If neither the skill nor the requirement explains it, what the
/// level means for all skills.
fn level_description(plan: &PlanContext, target: &TargetSkill, rating: &Rating) -> Option<String> {
    let Rating::Level(id) = rating else { return None };
    let level = plan.ladder.level_by_id(id)?;
    let of_skill = plan.ladder[target.skill].level(level).and_then(|text| text.summary.clone());
    let has_statements = requirement(plan, target).is_some_and(|it| !it.statements.is_empty());
    of_skill.or_else(|| match has_statements {
        true => None,
        false => plan.ladder[level].description.clone(),
    })
}

fn radio(
    plan: &PlanContext,
    target: &TargetSkill,
    rating: Rating,
    description: Option<String>,
) -> impl IntoView + use<> {
    let (ladder, answers) = (&plan.ladder, plan.answers);
    let id = ladder[target.skill].id.clone();
    let name = messages::rating(ladder, Some(target.skill), &rating);
    let level = match &rating {
        Rating::Level(level) => ladder.level_by_id(level),
        _ => None,
    };
    let is_target = level.is_some() && level == target.level;
    let mark = is_target.then(|| view! { <span lang="en" class="mark">"target"</span> });
    let has_text = is_target || description.is_some();
    let text_id = has_text.then(|| format!("plan-{id}-{}", rating.code().replace(':', "-")));
    let text = has_text
        .then(|| view! { <span class="text" id=text_id.clone()>{mark} " " {description}</span> });
    let group = format!("rate-{id}");
    let code = level.is_none().then(|| rating.code());
    let is_checked = {
        let (id, rating) = (id.clone(), rating.clone());
        move || answers.with(|state| state.answers.rating(&id) == Some(&rating))
    };
    let on_change = move |_| answers.set_answer(&id, AnswerValue::Rating(Some(rating.clone())));
    view! {
        <label data-asked=is_target.then_some("yes") data-rating=code>
            <input
                type="radio"
                name=group
                aria-label=name.clone()
                aria-describedby=text_id
                prop:checked=is_checked
                on:change=on_change
            />
            <span class="name">{name}</span>
            " "
            {text}
        </label>
    }
}

/// A button that removes the rating, hidden while there is none.
fn clear_button(plan: &PlanContext, id: &Id, name: String) -> impl IntoView + use<> {
    let answers = plan.answers;
    let is_unrated = {
        let id = id.clone();
        move || answers.with(|state| state.answers.rating(&id).is_none())
    };
    let id = id.clone();
    let clear = move |_| {
        answers.set_answer(&id, AnswerValue::Rating(None));
        // The button is hidden now; continue at the radio buttons.
        focus::on_next_frame(format!("#{} input", skill_anchor(&id)));
    };
    view! {
        <button class="plain clear" hidden=is_unrated on:click=clear>
            "Clear"
            <span class="visually-hidden">" rating for " {name}</span>
        </button>
    }
}

/// The target date and the note, read-only. [`SkillDetails`] has the fields.
fn due_and_note(plan: &PlanContext, id: &Id) -> impl IntoView + use<> {
    let (answers, id) = (plan.answers, id.clone());
    let text = Memo::new(move |_| {
        answers
            .with(|state| messages::due_and_note(state.answers.due(&id), state.answers.note(&id)))
    });
    view! {
        <p class="planned" dir="auto" hidden=move || text.with(String::is_empty)>{move || text.get()}</p>
    }
}
