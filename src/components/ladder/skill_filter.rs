//! Filter by skill: type-ahead, the chosen skills, how they combine, and what matches.

use crate::browser::focus;
use crate::browser::navigation::use_navigation;
use crate::messages::ladder::filter_summary;
use crate::router::Route;
use crate::stores::SharedLadder;
use crate::ui::{Choice, Combobox, Icon, Shape, count, english};
use ladder::{
    FilterResult, Id, MatchMode, SearchQuery, SkillFilter, SkillIx, SkillNameIndex, ranked,
};
use leptos::prelude::*;
use std::sync::OnceLock;

/// The field, the chosen skills and the sentence. What is chosen stands in the address.
#[component]
pub fn SkillFilterBar(
    /// The open ladder.
    ladder: SharedLadder,
    /// What the address holds.
    filter: Memo<SkillFilter>,
    /// What it matches.
    filtered: Memo<Option<FilterResult>>,
) -> impl IntoView {
    let navigation = use_navigation();
    let go = move |filter: SkillFilter| navigation.push(Route::Ladder(filter));
    // What is pressed here goes away with the press: the focus stays in the filter.
    let region = NodeRef::<leptos::html::Section>::new();
    let go_from_within = move |filter: SkillFilter| {
        if let Some(region) = region.get_untracked() {
            focus::without_scrolling(&region);
        }
        go(filter);
    };
    let choose = move |id: Id| go(filter.get_untracked().with(&id));
    let choices = {
        let ladder = ladder.clone();
        // A large ladder has many: they are folded when the field is first used.
        let texts = OnceLock::new();
        move |typed: String| {
            let texts = texts.get_or_init(|| SkillNameIndex::new(&ladder));
            choices(&ladder, texts, &typed, &filter.get().skills)
        }
    };
    let chips = {
        let ladder = ladder.clone();
        move || {
            let ids = filter.get().skills.into_iter();
            let known = ids.filter_map(|id| Some((ladder.skill_by_id(&id)?, id)));
            known
                .map(|(skill, id)| {
                    let remove = move |_| go_from_within(filter.get_untracked().without(&id));
                    chip(&ladder, skill, Callback::new(remove))
                })
                .collect::<Vec<_>>()
        }
    };
    let several = move || filter.with(|f| f.skills.len() > 1);
    let any = move || filter.with(|f| !f.skills.is_empty());
    let sentence = {
        let ladder = ladder.clone();
        move || filtered.with(|f| f.as_ref().map(|f| english(filter_summary(&ladder, f))))
    };
    let unknown = move || unknown(&ladder, &filter.get());
    view! {
        <section class="skill-filter" aria-label="Filter" tabindex="-1" node_ref=region>
            <Combobox
                label="Filter by skill"
                id="filter-by-skill"
                placeholder="Search skills and tools"
                no_matches="No matching skills."
                choices
                on_choose=choose
            />
            <Show when=any>
                <div class="chosen">
                    <ul aria-label="Chosen skills">{chips.clone()}</ul>
                    <Show when=several><MatchingChoice filter /></Show>
                    <button lang="en" class="quiet" on:click=move |_| go_from_within(filter.get_untracked().without_skills())>
                        "Clear filters"
                    </button>
                </div>
            </Show>
            <p class="outcome" role="status">{sentence}</p>
            {unknown}
        </section>
    }
}

fn chip(ladder: &SharedLadder, skill: SkillIx, remove: Callback<()>) -> AnyView {
    let name = ladder[skill].name.clone();
    let holding = ladder
        .role_places()
        .filter(|&role| ladder.requirement_status(role, skill).applies())
        .count();
    view! {
        <li class="chip">
            <button aria-label=format!("Remove {name}") on:click=move |_| remove.run(())>
                {name.clone()}
                <Icon shape=Shape::Close />
            </button>
            " "
            <span class="count">{count(holding, "role", "roles")}</span>
        </li>
    }
    .into_any()
}

/// Any of them, or all of them.
#[component]
fn MatchingChoice(filter: Memo<SkillFilter>) -> impl IntoView {
    let navigation = use_navigation();
    let option = move |mode, label: &'static str| {
        let choose = move |_| {
            navigation.push(Route::Ladder(SkillFilter { mode, ..filter.get_untracked() }));
        };
        view! {
            <label>
                <input
                    type="radio"
                    name="match"
                    prop:checked=move || filter.with(|f| f.mode == mode)
                    on:change=choose
                />
                <span>{label}</span>
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

/// The skills that answer what is typed, best first, without those already chosen.
fn choices(
    ladder: &SharedLadder,
    texts: &SkillNameIndex,
    typed: &str,
    chosen: &[Id],
) -> Vec<Choice<Id>> {
    /// More would not be read; typing on narrows them.
    const LISTED: usize = 50;
    let needle = SearchQuery::new(typed);
    let found = ranked(ladder.skills.len(), |at| {
        let is_chosen = chosen.contains(&ladder.skills[at].id);
        if is_chosen { None } else { texts.score(at, &needle) }
    });
    let choice = |at: usize| {
        let (skill, texts) = (SkillIx::from(at), &ladder.skills[at]);
        let others = texts.short_name.iter().chain(&texts.also_known_as).chain(&texts.includes);
        let through =
            others.filter(|_| !needle.is_empty() && needle.highlights(&texts.name).is_empty());
        let through = through.into_iter().find(|other| !needle.highlights(other).is_empty());
        let asking = ladder.roles_requiring(skill).count();
        let asking = count(asking, "role", "roles");
        Choice {
            value: texts.id.clone(),
            name: texts.name.clone(),
            highlights: needle.highlights(&texts.name),
            detail: through.map_or(asking, |other| format!("also called {other}")),
        }
    };
    found.into_iter().take(LISTED).map(choice).collect()
}

/// Says which ids of the address name no skill.
fn unknown(ladder: &SharedLadder, filter: &SkillFilter) -> Option<AnyView> {
    let ids: Vec<&str> = filter.unknown_ids(ladder).map(Id::as_str).collect();
    let ids = ids.join(", ");
    (!ids.is_empty()).then(|| {
        view! {
            <p class="notice">
                "We couldn’t find a skill called " <code>{ids}</code>
                ". Pick a skill above or clear the filter."
            </p>
        }
        .into_any()
    })
}
