//! The filters over the skills matrix. Each stands in the address; one that could not narrow
//! anything in this ladder is left out.

use super::role_filter::RoleChoice;
use crate::browser::focus;
use crate::browser::navigation::use_navigation;
use crate::messages::matrix::{CARRIED_OVER, requirement_kind};
use crate::router::{LONGEST_TEXT, Route};
use crate::stores::SharedLadder;
use crate::ui::{Icon, Shape};
use ladder::{Id, Ladder, MatrixQuery, RequirementFilter, RequirementKind, SkillKind};
use leptos::prelude::*;

/// The filters, as `query` has them.
#[component]
pub fn MatrixFilters(
    /// The open ladder.
    ladder: SharedLadder,
    /// What the address holds.
    query: Memo<MatrixQuery>,
) -> impl IntoView {
    let navigation = use_navigation();
    let push = move |query: MatrixQuery| navigation.push(Route::Matrix(query));
    let type_text = move |text: String| {
        navigation.replace(Route::Matrix(MatrixQuery { text, ..query.get_untracked() }));
    };
    let choose = move |change: &dyn Fn(&mut MatrixQuery)| {
        let mut other = query.get_untracked();
        change(&mut other);
        push(other);
    };
    let selects = selects(&ladder, query, push);
    // The button goes away with the press: the focus stays in the filters.
    let region = NodeRef::<leptos::html::Search>::new();
    let clear = move |_| {
        if let Some(region) = region.get_untracked() {
            focus::without_scrolling(&region);
        }
        push(MatrixQuery::default());
    };
    let is_narrowed = move || query.with(|query| *query != MatrixQuery::default());
    view! {
        <search class="matrix-filters" aria-label="Filters" tabindex="-1" node_ref=region>
            <div class="text-filter">
                <label lang="en" for="filter-skills">"Filter skills"</label>
                <div class="field">
                    <Icon shape=Shape::Search />
                    <input
                        id="filter-skills"
                        type="search"
                        autocomplete="off"
                        spellcheck="false"
                        maxlength=LONGEST_TEXT.to_string()
                        placeholder="Search skills and tools"
                        prop:value=move || query.with(|query| query.text.clone())
                        on:input=move |event| type_text(event_target_value(&event))
                    />
                </div>
            </div>
            {selects}
            <RoleChoice ladder query />
            <label class="check">
                <input
                    type="checkbox"
                    prop:checked=move || query.with(|query| query.only_differences)
                    on:change=move |event| {
                        let checked = event_target_checked(&event);
                        choose(&|query| query.only_differences = checked);
                    }
                />
                <span lang="en">"Differences only"</span>
            </label>
            <Show when=is_narrowed>
                <button lang="en" class="quiet" on:click=clear>"Clear filters"</button>
            </Show>
        </search>
    }
}

fn selects(
    ladder: &Ladder,
    query: Memo<MatrixQuery>,
    push: impl Fn(MatrixQuery) + Copy + 'static,
) -> AnyView {
    let category = ladder.categories.iter().map(|c| (Some(c.id.clone()), c.name.clone())).collect();
    let level = ladder.scale.iter().map(|l| (Some(l.id.clone()), l.name.clone())).collect();
    let set = move |change: fn(&mut MatrixQuery, Option<Id>)| {
        move |id| {
            let mut other = query.get_untracked();
            change(&mut other, id);
            push(other);
        }
    };
    let by_kind = move |kind| push(MatrixQuery { kind, ..query.get_untracked() });
    let by_asked = move |requirement| push(MatrixQuery { requirement, ..query.get_untracked() });
    view! {
        {select("Category", category, move || query.with(|q| q.category.clone()), set(|q, id| q.category = id))}
        {select("Type", kinds(ladder), move || query.with(|q| q.kind), by_kind)}
        {select("Level", level, move || query.with(|q| q.level.clone()), set(|q, id| q.level = id))}
        {select("Requirement", ways(ladder), move || query.with(|q| q.requirement), by_asked)}
    }.into_any()
}

/// A choice among `options`, or any; nothing where there is only one.
fn select<T: Clone + PartialEq + Send + Sync + 'static>(
    label: &'static str,
    options: Vec<(Option<T>, String)>,
    chosen: impl Fn() -> Option<T> + Copy + Send + 'static,
    choose: impl Fn(Option<T>) + 'static,
) -> Option<AnyView> {
    if options.len() < 2 {
        return None;
    }
    let any = (None, "Any".to_owned());
    let options: Vec<_> = std::iter::once(any).chain(options).collect();
    let values: Vec<Option<T>> = options.iter().map(|(value, _)| value.clone()).collect();
    let place = {
        let values = values.clone();
        move || values.iter().position(|value| *value == chosen()).unwrap_or_default().to_string()
    };
    // The select is built before its options, so its first value has to be set on the option.
    let first = untrack(chosen);
    let items: Vec<_> = options
        .into_iter()
        .enumerate()
        .map(|(at, (value, name))| {
            let is_chosen = value == first;
            view! { <option value=at.to_string() selected=is_chosen>{name}</option> }
        })
        .collect();
    let on_change = move |text: String| {
        let at: usize = text.parse().unwrap_or_default();
        choose(values.get(at).cloned().flatten());
    };
    Some(view! {
        <label class="select">
            <span>{label}</span>
            <select prop:value=place on:change=move |event| on_change(event_target_value(&event))>
                {items}
            </select>
        </label>
    }.into_any())
}

fn kinds(ladder: &Ladder) -> Vec<(Option<SkillKind>, String)> {
    let names = [
        (SkillKind::Skill, "Skill"),
        (SkillKind::Knowledge, "Knowledge"),
        (SkillKind::Tool, "Tool"),
        (SkillKind::Behaviour, "Behaviour"),
    ];
    let used = names.into_iter().filter(|(kind, _)| ladder.skills.iter().any(|s| s.kind == *kind));
    used.map(|(kind, name)| (Some(kind), name.to_owned())).collect()
}

fn ways(ladder: &Ladder) -> Vec<(Option<RequirementFilter>, String)> {
    let asks = |kind| ladder.roles.iter().any(|role| role.skills.iter().any(|r| r.kind == kind));
    let carries =
        ladder.role_places().any(|role| ladder.graph().carried_over(role).next().is_some());
    let kinds = [
        (RequirementKind::Core, requirement_kind(RequirementKind::Core)),
        (RequirementKind::Required, requirement_kind(RequirementKind::Required)),
        (RequirementKind::Optional, requirement_kind(RequirementKind::Optional)),
    ];
    let used = kinds.into_iter().filter(|(kind, _)| asks(*kind));
    let used = used.map(|(kind, word)| (Some(RequirementFilter::Kind(kind)), word.to_owned()));
    used.chain(carries.then(|| (Some(RequirementFilter::CarriedOver), CARRIED_OVER.to_owned())))
        .collect()
}
