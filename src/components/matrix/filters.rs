//! The filters of the skills matrix. All are part of the URL; selects with fewer than two options are
//! left out.

use super::role_filter::RoleFilter;
use crate::browser::focus;
use crate::browser::navigation::use_navigation;
use crate::messages::matrix::{CARRIED_OVER, SHOW_RATINGS, requirement_kind};
use crate::router::{LONGEST_TEXT, Route};
use crate::stores::SharedLadder;
use crate::ui::{Icon, IconShape};
use ladder::{
    CategoryIx, Id, Ladder, LevelIx, MatrixQuery, RequirementFilter, RequirementKind, SkillKind,
};
use leptos::prelude::*;

/// The filters of the skills matrix.
#[component]
pub fn MatrixFilters(
    /// The open ladder.
    ladder: SharedLadder,
    /// The filters in the URL.
    query: Memo<MatrixQuery>,
) -> impl IntoView {
    let navigation = use_navigation();
    let push = move |query: MatrixQuery| navigation.push(Route::Matrix(query));
    let set_text = move |text: String| {
        navigation.replace(Route::Matrix(MatrixQuery { text, ..query.get_untracked() }));
    };
    let set_only_differences = move |only_differences| {
        push(MatrixQuery { only_differences, ..query.get_untracked() });
    };
    let set_ratings = move |with_ratings| {
        push(MatrixQuery { with_ratings, ..query.get_untracked() });
    };
    let selects = selects(&ladder, query, push);
    // The button disappears, so the focus moves to the filters.
    let region = NodeRef::<leptos::html::Search>::new();
    let clear = move |_| {
        if let Some(region) = region.get_untracked() {
            focus::without_scrolling(&region);
        }
        push(query.with_untracked(MatrixQuery::without_filters));
    };
    let is_filtered = move || query.with(|query| *query != query.without_filters());
    view! {
        <search class="matrix-filters" aria-label="Filters" tabindex="-1" node_ref=region>
            <div class="text-filter">
                <label lang="en" for="filter-skills">"Filter skills"</label>
                <div class="field">
                    <Icon shape=IconShape::Search />
                    <input
                        id="filter-skills"
                        type="search"
                        autocomplete="off"
                        spellcheck="false"
                        maxlength=LONGEST_TEXT.to_string()
                        placeholder="Search skills and tools"
                        prop:value=move || query.with(|query| query.text.clone())
                        on:input=move |event| set_text(event_target_value(&event))
                    />
                </div>
            </div>
            {selects}
            <RoleFilter ladder query />
            <div class="checks">
                <label class="check">
                    <input
                        type="checkbox"
                        prop:checked=move || query.with(|query| query.only_differences)
                        on:change=move |event| set_only_differences(event_target_checked(&event))
                    />
                    <span lang="en">"Differences only"</span>
                </label>
                <label class="check" data-live="">
                    <input
                        type="checkbox"
                        prop:checked=move || query.with(|query| query.with_ratings)
                        on:change=move |event| set_ratings(event_target_checked(&event))
                    />
                    <span lang="en">{SHOW_RATINGS}</span>
                </label>
            </div>
            <Show when=is_filtered>
                <button type="button" lang="en" class="quiet" on:click=clear>"Clear filters"</button>
            </Show>
        </search>
    }
}

/// The selects for category, type, level and requirement.
fn selects<F: Fn(MatrixQuery) + Copy + 'static>(
    ladder: &Ladder,
    query: Memo<MatrixQuery>,
    push: F,
) -> impl IntoView + use<F> {
    let categories = CategoryIx::all(ladder.categories.len());
    let category = categories
        .map(|ix| (Some(ladder[ix].id.clone()), ladder.distinct_category_name(ix)))
        .collect();
    let set = move |change: fn(&mut MatrixQuery, Option<Id>)| {
        move |id| {
            let mut query = query.get_untracked();
            change(&mut query, id);
            push(query);
        }
    };
    let set_kind = move |kind| push(MatrixQuery { kind, ..query.get_untracked() });
    let set_requirement =
        move |requirement| push(MatrixQuery { requirement, ..query.get_untracked() });
    view! {
        {select("Category", category, move || query.with(|q| q.category.clone()), set(|q, id| q.category = id))}
        {select("Type", kind_options(ladder), move || query.with(|q| q.kind), set_kind)}
        {select("Level", level_options(ladder), move || query.with(|q| q.level.clone()), set(|q, id| q.level = id))}
        {select("Requirement", requirement_options(ladder), move || query.with(|q| q.requirement), set_requirement)}
    }
}

/// A select with `options` and "Any". `None` if there are fewer than two options.
fn select<T: Clone + PartialEq + Send + Sync + 'static>(
    label: &'static str,
    options: Vec<(Option<T>, String)>,
    selected: impl Fn() -> Option<T> + Copy + Send + 'static,
    on_select: impl Fn(Option<T>) + 'static,
) -> Option<impl IntoView> {
    if options.len() < 2 {
        return None;
    }
    let any = (None, "Any".to_owned());
    let options: Vec<_> = std::iter::once(any).chain(options).collect();
    let values: Vec<Option<T>> = options.iter().map(|(value, _)| value.clone()).collect();
    let selected_index = {
        let values = values.clone();
        move || values.iter().position(|value| *value == selected()).unwrap_or_default().to_string()
    };
    // The select is created before its options, so its initial value has to be set on an option.
    let initial = untrack(selected);
    let items: Vec<_> = options
        .into_iter()
        .enumerate()
        .map(|(index, (value, name))| {
            let is_selected = value == initial;
            view! { <option value=index.to_string() selected=is_selected>{name}</option> }
        })
        .collect();
    let on_change = move |text: String| {
        let index: usize = text.parse().unwrap_or_default();
        on_select(values.get(index).cloned().flatten());
    };
    Some(view! {
        <label class="select">
            <span lang="en">{label}</span>
            <select prop:value=selected_index on:change=move |event| on_change(event_target_value(&event))>
                {items}
            </select>
        </label>
    })
}

/// An option for each level id of all scales. Names that occur twice get a qualifier.
fn level_options(ladder: &Ladder) -> Vec<(Option<Id>, String)> {
    let mut options: Vec<(Option<Id>, Vec<LevelIx>)> = Vec::new();
    for ix in LevelIx::all(ladder.all_levels().count()) {
        let id = Some(ladder[ix].id.clone());
        match options.iter_mut().find(|(known, _)| *known == id) {
            Some((_, levels)) => levels.push(ix),
            None => options.push((id, vec![ix])),
        }
    }
    let name = |levels: &[LevelIx]| {
        let mut names: Vec<&str> = Vec::new();
        for name in levels.iter().map(|ix| &*ladder[*ix].name) {
            if !names.contains(&name) {
                names.push(name);
            }
        }
        names.join(" / ")
    };
    let is_shared =
        |name: &str, all: &[String]| all.iter().filter(|other| *other == name).count() > 1;
    let names: Vec<String> = options.iter().map(|(_, levels)| name(levels)).collect();
    let options = options.into_iter().zip(&names);
    let option = |((id, levels), plain): ((Option<Id>, Vec<LevelIx>), &String)| {
        let name = if is_shared(plain, &names) {
            ladder.distinct_level_name(levels[0])
        } else {
            plain.clone()
        };
        (id, name)
    };
    options.map(option).collect()
}

/// The kinds of skills that the ladder has.
fn kind_options(ladder: &Ladder) -> Vec<(Option<SkillKind>, String)> {
    let names = [
        (SkillKind::Skill, "Skill"),
        (SkillKind::Knowledge, "Knowledge"),
        (SkillKind::Tool, "Tool"),
        (SkillKind::Behaviour, "Behaviour"),
    ];
    let used = names.into_iter().filter(|(kind, _)| ladder.skills.iter().any(|s| s.kind == *kind));
    used.map(|(kind, name)| (Some(kind), name.to_owned())).collect()
}

/// The kinds of requirements that the ladder has.
fn requirement_options(ladder: &Ladder) -> Vec<(Option<RequirementFilter>, String)> {
    let is_used = |kind| ladder.roles.iter().any(|role| role.skills.iter().any(|r| r.kind == kind));
    let carries_over =
        ladder.role_indices().any(|role| ladder.graph().carried_over(role).next().is_some());
    let kinds = [
        (RequirementKind::Core, requirement_kind(RequirementKind::Core)),
        (RequirementKind::Required, requirement_kind(RequirementKind::Required)),
        (RequirementKind::Optional, requirement_kind(RequirementKind::Optional)),
    ];
    let used = kinds.into_iter().filter(|(kind, _)| is_used(*kind));
    let used = used.map(|(kind, name)| (Some(RequirementFilter::Kind(kind)), name.to_owned()));
    used.chain(
        carries_over.then(|| (Some(RequirementFilter::CarriedOver), CARRIED_OVER.to_owned())),
    )
    .collect()
}
