//! One skill of a plan: what is asked for, how well one can do it, and how one means to get there.

use super::context::Planning;
use super::skill_details::plan_more;
use crate::browser::focus;
use crate::messages::date::format_date;
use crate::messages::plan as messages;
use crate::router::Route;
use ladder::{Id, Requirement};
use leptos::prelude::*;
use plan::{AnswerValue, Rating, TargetSkill};

/// Of more statements than these, the skill's own page tells the rest.
const STATEMENTS: usize = 3;

/// The skill, as an item of a list.
#[must_use]
pub fn plan_skill(plan: &Planning, target: &TargetSkill) -> AnyView {
    let skill = &plan.ladder[target.skill];
    let is_met = {
        let (plan, target) = (plan.clone(), target.clone());
        move || {
            let met = plan.answers.with(|state| target.is_met(&plan.ladder, &state.answers));
            if met { "yes" } else { "no" }
        }
    };
    let link = plan.ladder.href(&Route::Skill(skill.id.clone()));
    let anchor = Planning::anchor(&skill.id);
    let name_id = format!("{anchor}-name");
    let asked = messages::requirement(&plan.ladder, target);
    view! {
        <li class="plan-skill" id=anchor data-met=is_met>
            <div class="what">
                <h4><a href=link id=name_id.clone()>{skill.name.clone()}</a></h4>
                <span class="asked">{asked}</span>
            </div>
            {about(plan, target)}
            <div class="rate" role="radiogroup" aria-labelledby=name_id>
                {radios(plan, target)}
            </div>
            {clear(plan, &skill.id, &skill.name)}
            {planned(plan, &skill.id)}
            {plan_more(plan, target)}
        </li>
    }
    .into_any()
}

/// What the role highest on the way that asks for it itself asks for: it says best what is meant.
fn requirement<'a>(plan: &'a Planning, target: &TargetSkill) -> Option<&'a Requirement> {
    plan.gap.path.iter().rev().find_map(|&role| plan.ladder[role].requirement(target.skill))
}

/// What the role that asks for it says of it, else what it is.
fn about(plan: &Planning, target: &TargetSkill) -> Option<AnyView> {
    let requirement = requirement(plan, target);
    let statements = requirement.map_or(&[][..], |requirement| &requirement.statements);
    if !statements.is_empty() {
        let texts = statements.iter().take(STATEMENTS);
        let items: Vec<_> =
            texts.map(|text| view! { <li>{text.text.clone()}</li> }.into_any()).collect();
        return Some(view! { <ul class="statements">{items}</ul> }.into_any());
    }
    let skill = &plan.ladder[target.skill];
    let note = requirement.and_then(|requirement| requirement.note.clone());
    let includes = (!skill.includes.is_empty()).then(|| skill.includes.join(", "));
    let text = note.or(skill.description.clone()).or(includes)?;
    Some(view! { <p class="about">{text}</p> }.into_any())
}

/// A radio for each choice; beside one another, or below where the levels have texts.
fn radios(plan: &Planning, target: &TargetSkill) -> AnyView {
    let choices = Rating::choices(&plan.ladder);
    let texts: Vec<_> = choices.iter().map(|rating| level_text(plan, target, rating)).collect();
    let class = if texts.iter().any(Option::is_some) { "levels" } else { "segments" };
    let radios = choices.into_iter().zip(texts);
    let radios: Vec<_> = radios.map(|(rating, text)| radio(plan, target, rating, text)).collect();
    view! { <div class=class>{radios}</div> }.into_any()
}

/// What a level means for a skill; where neither that nor what is asked for is said, what it means
/// for any.
fn level_text(plan: &Planning, target: &TargetSkill, rating: &Rating) -> Option<String> {
    let Rating::Level(id) = rating else { return None };
    let level = plan.ladder.level_by_id(id)?;
    let own = plan.ladder[target.skill].level(level).and_then(|text| text.summary.clone());
    let is_told = requirement(plan, target).is_some_and(|asked| !asked.statements.is_empty());
    own.or_else(|| if is_told { None } else { plan.ladder[level].description.clone() })
}

fn radio(plan: &Planning, target: &TargetSkill, rating: Rating, text: Option<String>) -> AnyView {
    let (ladder, answers) = (&plan.ladder, plan.answers);
    let id = ladder[target.skill].id.clone();
    let name = messages::rating(ladder, Some(target.skill), &rating);
    let level = match &rating {
        Rating::Level(level) => ladder.level_by_id(level),
        _ => None,
    };
    let is_asked = (level.is_some() && level == target.level).then_some("yes");
    let mark = is_asked.map(|_| view! { <span lang="en" class="mark">"target"</span> }.into_any());
    let has_more = text.is_some() || mark.is_some();
    let text_id = has_more.then(|| format!("plan-{id}-{}", rating.code().replace(':', "-")));
    let more = has_more.then(|| {
        view! { <span class="text" id=text_id.clone()>{mark} " " {text}</span> }.into_any()
    });
    let group = format!("rate-{id}");
    let word = level.is_none().then(|| rating.code());
    let is_chosen = {
        let (id, rating) = (id.clone(), rating.clone());
        move || answers.with(|state| state.answers.rating(&id) == Some(&rating))
    };
    let choose = move |_| answers.set_answer(&id, AnswerValue::Rating(Some(rating.clone())));
    view! {
        <label data-asked=is_asked data-rating=word>
            <input
                type="radio"
                name=group
                aria-label=name.clone()
                aria-describedby=text_id
                prop:checked=is_chosen
                on:change=choose
            />
            <span class="name">{name}</span>
            " "
            {more}
        </label>
    }
    .into_any()
}

/// Takes the rating back; there only while there is one.
fn clear(plan: &Planning, id: &Id, name: &str) -> AnyView {
    let answers = plan.answers;
    let is_unrated = {
        let id = id.clone();
        move || answers.with(|state| state.answers.rating(&id).is_none())
    };
    let (id, name) = (id.clone(), name.to_owned());
    let press = move |_| {
        answers.set_answer(&id, AnswerValue::Rating(None));
        // The button goes; the choices are what one turns to next.
        focus::on_next_frame(format!("#{} input", Planning::anchor(&id)));
    };
    view! {
        <button class="plain clear" hidden=is_unrated on:click=press>
            "Clear"
            <span class="visually-hidden">" rating for " {name}</span>
        </button>
    }
    .into_any()
}

/// The date and the note, to be read; they are written below.
fn planned(plan: &Planning, id: &Id) -> AnyView {
    let answers = plan.answers;
    let words = {
        let id = id.clone();
        move || {
            answers.with(|state| {
                let due =
                    state.answers.due(&id).map(|due| format!("Due {}", format_date(due.as_str())));
                let note = Some(state.answers.note(&id).trim()).filter(|note| !note.is_empty());
                let parts: Vec<String> = due.into_iter().chain(note.map(str::to_owned)).collect();
                parts.join(". ")
            })
        }
    };
    let is_empty = {
        let words = words.clone();
        move || words().is_empty()
    };
    view! { <p class="planned" dir="auto" hidden=is_empty>{words}</p> }.into_any()
}
