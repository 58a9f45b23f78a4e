//! A rung of the ladder: the whole card opens its role.

use crate::components::hue;
use crate::messages;
use crate::router::Route;
use crate::stores::SharedLadder;
use crate::ui::count;
use ladder::{FilterResult, RequirementStatus, Role, RoleIx, RoleMatch, SkillIx};
use leptos::prelude::*;

/// The most key skills that a card names.
const TAGS: usize = 6;

/// The card of `role`; marked or quiet as `filtered` has it.
#[component]
pub fn RoleCard(
    /// The open ladder.
    ladder: SharedLadder,
    /// The role.
    role: RoleIx,
    /// The outcome of the visitor's filter.
    filtered: Memo<Option<FilterResult>>,
) -> impl IntoView {
    let texts = &ladder[role];
    let hue = hue::of_role(&ladder, role);
    let link = ladder.href(&Route::Role(texts.id.clone()));
    let standing = move || filtered.with(|f| f.as_ref().map(|f| f.role_match(role)));
    let standing_word = move || standing().map(standing_word);
    let tags = {
        let ladder = ladder.clone();
        let core: Vec<_> = texts.core().map(|requirement| requirement.skill).collect();
        move || key_skills(&ladder, &core, filtered)
    };
    let marks = {
        let ladder = ladder.clone();
        move || filtered.with(|f| f.as_ref().map(|f| chosen_here(&ladder, role, f.skills())))
    };
    view! {
        <article class="role-card" data-standing=standing_word data-hue=hue>
            {texts.icon.clone().map(|icon| view! { <span class="icon-text" aria-hidden="true">{icon}</span> })}
            {texts.stage.clone().map(|stage| view! { <p class="stage">{stage}</p> })}
            <h2>
                <a href=link>{texts.title.clone()}</a>
            </h2>
            {grade(texts)}
            {texts.summary.clone().map(|summary| view! { <p class="summary">{summary}</p> })}
            <div class="foot">
                {asks(texts)}
                {tags}
                {texts
                    .impact
                    .clone()
                    .map(|impact| view! { <p class="impact"><span lang="en">"Impact"</span> {impact}</p> })}
                {marks}
            </div>
        </article>
    }
}

/// "G4 · Engineering".
fn grade(texts: &Role) -> Option<AnyView> {
    let parts: Vec<String> =
        messages::role::grade(texts).into_iter().chain(texts.family.clone()).collect();
    (!parts.is_empty()).then(|| view! { <p class="facts-line">{parts.join(" · ")}</p> }.into_any())
}

/// How many skills a role asks for, where none of them is a key skill that would be named.
fn asks(texts: &Role) -> Option<AnyView> {
    let len = if texts.core().next().is_some() { 0 } else { texts.skills.len() };
    (len > 0)
        .then(|| view! { <p class="facts-line">{count(len, "skill", "skills")}</p> }.into_any())
}

/// The word for a standing in `data-standing`.
fn standing_word(standing: RoleMatch) -> &'static str {
    match standing {
        RoleMatch::Requires => "asks",
        RoleMatch::CarriesOver => "builds-on",
        RoleMatch::NoMatch => "apart",
    }
}

fn key_skills(
    ladder: &SharedLadder,
    core: &[SkillIx],
    filtered: Memo<Option<FilterResult>>,
) -> Option<AnyView> {
    let is_chosen =
        |skill| filtered.with(|f| f.as_ref().is_some_and(|f| f.skills().contains(&skill)));
    // A chosen skill is shown however far down it stands.
    let shown = core.iter().enumerate().filter(|&(at, &skill)| at < TAGS || is_chosen(skill));
    let tags: Vec<_> = shown
        .map(|(_, &skill)| {
            let chosen = is_chosen(skill).then_some("true");
            view! { <li class="tag" data-chosen=chosen>{ladder[skill].short().to_owned()}</li> }
                .into_any()
        })
        .collect();
    let more = core.len() - tags.len();
    let more =
        (more > 0).then(|| view! { <li class="tag">{format!("+{more} more")}</li> }.into_any());
    (!tags.is_empty())
        .then(|| view! { <ul class="tags" aria-label="Key skills">{tags}{more}</ul> }.into_any())
}

/// Which of the chosen skills are new on this rung and which it carries.
fn chosen_here(ladder: &SharedLadder, role: RoleIx, skills: &[SkillIx]) -> Option<AnyView> {
    let lines = skills.iter().filter_map(|&skill| {
        let (word, how) = match ladder.requirement_status(role, skill) {
            RequirementStatus::New(_) => ("new", "New at this level"),
            RequirementStatus::Again(_) => ("again", "Needed again"),
            RequirementStatus::CarriedOver => ("carried", "Carried over"),
            RequirementStatus::NotRequired => return None,
        };
        let name = ladder[skill].name.clone();
        Some(view! { <li data-how=word><b>{how}</b> " " {name}</li> }.into_any())
    });
    let lines: Vec<_> = lines.collect();
    (!lines.is_empty()).then(|| view! { <ul class="chosen-here">{lines}</ul> }.into_any())
}
