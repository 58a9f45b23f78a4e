//! The filter by skill: a combobox, the chosen skills, how they are combined, and a result summary.

use crate::browser::focus;
use crate::browser::navigation::use_navigation;
use crate::browser::text::NORMALIZER;
use crate::messages::ALREADY_CHOSEN;
use crate::messages::ladder::filter_summary;
use crate::router::Route;
use crate::stores::SharedLadder;
use crate::ui::{Choice, Combobox, Icon, IconShape, count, english};
use ladder::{FilterResult, Id, MatchMode, RoleIx, SkillFilter, SkillIx, SkillNameIndex, ranked};
use leptos::prelude::*;
use std::sync::OnceLock;

/// The maximum number of suggestions.
const MAX_SUGGESTIONS: usize = 50;

/// The filter by skill. The chosen skills are part of the URL.
#[component]
pub fn SkillFilterBar(
    ladder: SharedLadder,
    /// The filter in the URL.
    filter: Memo<SkillFilter>,
    /// The result of the filter.
    filtered: Memo<Option<FilterResult>>,
) -> impl IntoView {
    let navigation = use_navigation();
    let apply = move |filter: SkillFilter| navigation.push(Route::Ladder(filter));
    // The pressed button disappears, so the focus moves to the filter.
    let region = NodeRef::<leptos::html::Section>::new();
    let apply_and_refocus = move |filter: SkillFilter| {
        if let Some(region) = region.get_untracked() {
            focus::without_scrolling(&region);
        }
        apply(filter);
    };
    let add = move |id: Id| {
        let chosen = filter.get_untracked();
        if !chosen.skills.contains(&id) {
            apply(chosen.with(&id));
        }
    };
    let suggestions = {
        let ladder = ladder.clone();
        // Indexing a large ladder takes time, so it waits until the field is first used.
        let index = OnceLock::new();
        move |typed: String| {
            let index = index.get_or_init(|| SkillNameIndex::new(&ladder, NORMALIZER));
            suggestions(&ladder, index, &typed, &filter.get().skills)
        }
    };
    let chips = {
        let ladder = ladder.clone();
        move || {
            let ids = filter.get().skills.into_iter();
            let known = ids.filter_map(|id| Some((ladder.skill_by_id(&id)?, id)));
            known
                .map(|(skill, id)| {
                    let remove = move |_| apply_and_refocus(filter.get_untracked().without(&id));
                    chip(&ladder, skill, Callback::new(remove))
                })
                .collect_view()
        }
    };
    let has_several = move || filter.with(|f| f.skills.len() > 1);
    let has_any = move || filter.with(|f| !f.skills.is_empty());
    let summary = {
        let ladder = ladder.clone();
        move || filtered.with(|f| f.as_ref().map(|f| english(filter_summary(&ladder, f))))
    };
    let notice = move || unknown_skills(&ladder, &filter.get());
    view! {
        <section class="skill-filter" aria-label="Filter" tabindex="-1" node_ref=region>
            <Combobox
                label="Filter by skill"
                id="filter-by-skill"
                placeholder="Search skills and tools"
                no_matches="No matching skills."
                choices=suggestions
                on_choose=add
            />
            <Show when=has_any>
                <div class="chosen">
                    <ul aria-label="Chosen skills">{chips.clone()}</ul>
                    <Show when=has_several><MatchModeSelect filter /></Show>
                    <button type="button" lang="en" class="quiet" on:click=move |_| apply_and_refocus(filter.get_untracked().without_skills())>
                        "Clear filters"
                    </button>
                </div>
            </Show>
            <p class="outcome" role="status">{summary}</p>
            {notice}
        </section>
    }
}

/// A chosen skill, with the number of roles that have it.
fn chip(ladder: &SharedLadder, skill: SkillIx, remove: Callback<()>) -> impl IntoView + use<> {
    let name = ladder.distinct_skill_name(skill);
    let has_skill = |&role: &RoleIx| ladder.requirement_status(role, skill).applies();
    let roles = ladder.role_indices().filter(has_skill).count();
    view! {
        <li class="chip">
            <button type="button" aria-label=format!("Remove {name}") on:click=move |_| remove.run(())>
                {name.clone()}
                <Icon shape=IconShape::Close />
            </button>
            " "
            <span lang="en" class="count">{count(roles, "role", "roles")}</span>
        </li>
    }
}

/// Whether a role has to match any or all of the chosen skills.
#[component]
fn MatchModeSelect(filter: Memo<SkillFilter>) -> impl IntoView {
    let navigation = use_navigation();
    let option = move |mode, label: &'static str| {
        let select = move |_| {
            navigation.push(Route::Ladder(SkillFilter { mode, ..filter.get_untracked() }));
        };
        view! {
            <label>
                <input
                    type="radio"
                    name="match"
                    prop:checked=move || filter.with(|f| f.mode == mode)
                    on:change=select
                />
                <span lang="en">{label}</span>
            </label>
        }
    };
    view! {
        <fieldset class="segments">
            <legend lang="en">"Match"</legend>
            {option(MatchMode::Any, "any")}
            {option(MatchMode::All, "all")}
        </fieldset>
    }
}

/// The skills that match the typed text, best first. Those already chosen are only listed if their names
/// are typed again.
fn suggestions(
    ladder: &SharedLadder,
    index: &SkillNameIndex,
    typed: &str,
    chosen: &[Id],
) -> Vec<Choice<Id>> {
    let query = index.query(typed);
    let is_chosen = |ix: usize| chosen.contains(&ladder.skills[ix].id);
    let found = ranked(ladder.skills.len(), |ix| {
        if query.is_empty() && is_chosen(ix) { None } else { index.score(ix, &query) }
    });
    let choice = |ix: usize| {
        let skill = &ladder.skills[ix];
        let name = ladder.distinct_skill_name(SkillIx::from(ix));
        let highlights = query.highlights(&name);
        // If the name does not contain the typed text, show the other name that does.
        let mut other_names =
            skill.short_name.iter().chain(&skill.also_known_as).chain(&skill.includes);
        let matching_name = if query.is_empty() || !highlights.is_empty() {
            None
        } else {
            other_names.find(|name| !query.highlights(name).is_empty())
        };
        let detail = match matching_name {
            _ if is_chosen(ix) => ALREADY_CHOSEN.to_owned(),
            Some(name) => format!("also called {name}"),
            None => count(ladder.roles_requiring(SkillIx::from(ix)).count(), "role", "roles"),
        };
        Choice { value: skill.id.clone(), name, highlights, detail }
    };
    found.into_iter().take(MAX_SUGGESTIONS).map(choice).collect()
}

/// A notice about ids in the URL that are not skills of this ladder.
fn unknown_skills(ladder: &SharedLadder, filter: &SkillFilter) -> Option<impl IntoView + use<>> {
    let ids: Vec<&str> = filter.unknown_ids(ladder).map(Id::as_str).collect();
    let ids = ids.join(", ");
    (!ids.is_empty()).then(|| {
        view! {
            <p lang="en" class="notice">
                "We couldn’t find a skill called " <code>{ids}</code>
                ". Pick a skill above or clear the filter."
            </p>
        }
    })
}
