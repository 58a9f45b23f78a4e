//! A skill of a plan as one row: where the visitor stands, their rating, and the details.

use super::context::{PlanContext, skill_anchor};
use super::skill_details::SkillDetails;
use crate::browser::focus;
use crate::messages::plan as messages;
use crate::router::Route;
use leptos::prelude::*;
use plan::{Rating, TargetSkill};

/// A skill, as a list item. Nothing in it changes its size when the visitor chooses a rating.
#[component]
pub fn PlanSkill(
    /// The plan.
    plan: PlanContext,
    /// The skill, as required by the target.
    target: TargetSkill,
) -> impl IntoView {
    let skill = &plan.ladder[target.skill];
    let (id, name) = (skill.id.clone(), plan.ladder.distinct_skill_name(target.skill));
    let tone = {
        let (plan, target) = (plan.clone(), target.clone());
        move || plan.answers.with(|state| target.progress(&plan.ladder, &state.answers)).code()
    };
    let is_expected = {
        let (plan, target) = (plan.clone(), target.clone());
        move || plan.answers.with(|state| target.is_expected(&plan.ladder, &state.answers))
    };
    let standing = {
        let (plan, target) = (plan.clone(), target.clone());
        move || {
            let from = plan.from.map(|from| plan.ladder[from].short().to_owned());
            plan.answers.with(|state| {
                messages::standing(&plan.ladder, &target, &state.answers, from.as_deref())
            })
        }
    };
    let kind = plan.gap.kind(&plan.ladder, &target);
    let href = plan.ladder.href(&Route::Skill(id.clone()));
    let anchor = skill_anchor(&id);
    let name_id = format!("{anchor}-name");
    let standing_id = format!("{anchor}-standing");
    view! {
        <li class="plan-skill" id=anchor data-tone=tone data-expected=move || is_expected().then_some("yes")>
            <div class="what">
                <h4><a href=href id=name_id.clone()>{name.clone()}</a></h4>
                " "
                <span lang="en" class="requirement">{messages::requirement_kind(kind)}</span>
            </div>
            <p lang="en" class="standing" id=standing_id.clone()>{standing}</p>
            <div class="rate" role="radiogroup" aria-labelledby=name_id aria-describedby=standing_id>
                {radios(&plan, &target)}
            </div>
            {level_text(&plan, &target)}
            <SkillDetails plan=plan.clone() target=target.clone() />
            {take_back_button(&plan, &target, name)}
        </li>
    }
}

/// A radio button for each rating.
fn radios(plan: &PlanContext, target: &TargetSkill) -> impl IntoView + use<> {
    let ratings = Rating::choices(&plan.ladder, target.skill).into_iter();
    let radios: Vec<_> = ratings.map(|rating| radio(plan, target, rating)).collect();
    view! { <div class="segments">{radios}</div> }
}

fn radio(plan: &PlanContext, target: &TargetSkill, rating: Rating) -> impl IntoView + use<> {
    let ladder = &plan.ladder;
    let id = ladder[target.skill].id.clone();
    let name = messages::rating(ladder, Some(target.skill), &rating);
    let level = match &rating {
        Rating::Level(level) => ladder.level_of(target.skill, level),
        _ => None,
    };
    let is_goal = level.is_some() && level == target.level;
    let group = format!("rate-{id}");
    let code = level.is_none().then(|| rating.code());
    let is_checked = {
        let (plan, target, rating) = (plan.clone(), target.clone(), rating.clone());
        move || {
            plan.answers.with(|state| target.rating(&plan.ladder, &state.answers) == Some(&rating))
        }
    };
    let plan = plan.clone();
    let on_change = move |_| plan.rate(&id, Some(rating.clone()));
    view! {
        <label lang=level.is_none().then_some("en") data-goal=is_goal.then_some("yes") data-rating=code>
            <input type="radio" name=group aria-label=name.clone() prop:checked=is_checked on:change=on_change />
            <span class="name" data-name=name.clone()>{name.clone()}</span>
        </label>
    }
}

/// What the chosen level means for the skill, or else what the required one means. `None` if no level is
/// described. The details have all levels.
fn level_text(plan: &PlanContext, target: &TargetSkill) -> Option<impl IntoView + use<>> {
    let has_text = |level| messages::level_text(&plan.ladder, target.skill, level).is_some();
    let is_described = plan.ladder.levels_of(target.skill).any(has_text);
    let (plan, target) = (plan.clone(), target.clone());
    let text = move || {
        plan.answers.with(|state| {
            let level = match target.rating(&plan.ladder, &state.answers) {
                Some(Rating::Level(id)) => plan.ladder.level_of(target.skill, id),
                _ => target.level,
            };
            let text = messages::level_text(&plan.ladder, target.skill, level?)?;
            // Clamped to a line or two, which is no place for links and lists.
            Some(text.to_string())
        })
    };
    is_described.then(|| view! { <p class="level-text">{text}</p> })
}

/// A button that clears the rating, or, for a skill with levels, says that the visitor does not have a skill
/// that their role expects. Invisible, but in its place, while there is nothing to take back.
fn take_back_button(
    plan: &PlanContext,
    target: &TargetSkill,
    name: String,
) -> impl IntoView + use<> {
    let id = plan.ladder[target.skill].id.clone();
    let has_levels = plan.ladder.levels_of(target.skill).len() > 0;
    let answers = plan.answers;
    let is_expected = {
        let (plan, target) = (plan.clone(), target.clone());
        Memo::new(move |_| {
            let is_expected =
                plan.answers.with(|state| target.is_expected(&plan.ladder, &state.answers));
            is_expected && has_levels
        })
    };
    let is_idle = {
        let id = id.clone();
        move || !is_expected.get() && answers.with(|state| state.answers.rating(&id).is_none())
    };
    let plan = plan.clone();
    let take_back = move |_| {
        plan.rate(&id, is_expected.get_untracked().then_some(Rating::NotYet));
        // The button may be disabled now; continue at the radio buttons.
        focus::on_next_frame(format!("#{} input", skill_anchor(&id)));
    };
    let label = move || if is_expected.get() { "Not yet" } else { "Clear" };
    let about = move || if is_expected.get() { ": " } else { " rating for " };
    view! {
        <button type="button" lang="en" class="plain clear" disabled=is_idle on:click=take_back>
            {label} <span class="visually-hidden">{about} {name}</span>
        </button>
    }
}
