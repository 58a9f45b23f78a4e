//! Finding a role in a large ladder: a search field, a track or family filter, and a pager.

use crate::browser::navigation::use_navigation;
use crate::router::{LONGEST_TEXT, Route};
use crate::stores::SharedLadder;
use crate::ui::{Icon, IconShape};
use ladder::{Directory, DirectoryQuery, RoleGroup, SkillFilter};
use leptos::prelude::*;
use std::sync::Arc;

/// The maximum number of options in the group filter; with more groups it is left out.
const MAX_OPTIONS: usize = 200;

/// The search field and the group filter. Both are part of the URL.
#[component]
pub fn RoleFinder(
    ladder: SharedLadder,
    /// The roles of the ladder, in groups.
    directory: Arc<Directory>,
    /// The filter in the URL.
    filter: Memo<SkillFilter>,
) -> impl IntoView {
    let navigation = use_navigation();
    let set_text = move |text: String| {
        let mut filter = filter.get_untracked();
        filter.directory = DirectoryQuery { text, page: 0, ..filter.directory };
        navigation.replace(Route::Ladder(filter));
    };
    let set_group = move |group: String| {
        let mut filter = filter.get_untracked();
        filter.directory = DirectoryQuery { group, page: 0, ..filter.directory };
        navigation.push(Route::Ladder(filter));
    };
    let (label, all_label) =
        if ladder.tracks.is_empty() { ("Family", "All families") } else { ("Track", "All tracks") };
    // The select is created before its options, so its initial value has to be set on an option.
    let initial = filter.with_untracked(|filter| filter.directory.group.clone());
    let option = |group: &RoleGroup| {
        let name = if group.name.is_empty() { "Other roles" } else { &group.name };
        let text = format!("{name} ({})", group.roles.len());
        view! { <option value=group.key.clone() selected=group.key == initial>{text}</option> }
    };
    let groups = directory.groups.iter().filter(|group| !group.key.is_empty());
    let options: Vec<_> = groups.map(option).collect();
    let group_filter = (2..=MAX_OPTIONS).contains(&options.len()).then(|| {
        view! {
            <label class="select">
                {label}
                <select
                    prop:value=move || filter.with(|filter| filter.directory.group.clone())
                    on:change=move |event| set_group(event_target_value(&event))
                >
                    <option value="">{all_label}</option>
                    {options}
                </select>
            </label>
        }
    });
    view! {
        <search class="role-finder" aria-label="Find a role">
            <div class="text-filter">
                <label lang="en" for="find-role">"Find a role"</label>
                <div class="field">
                    <Icon shape=IconShape::Search />
                    <input
                        id="find-role"
                        type="search"
                        autocomplete="off"
                        spellcheck="false"
                        maxlength=LONGEST_TEXT
                        placeholder="Title, level or grade"
                        prop:value=move || filter.with(|filter| filter.directory.text.clone())
                        on:input=move |event| set_text(event_target_value(&event))
                    />
                </div>
            </div>
            {group_filter}
        </search>
    }
}

/// Links to the first, the last and the neighbouring pages. Renders nothing for a single page.
#[component]
pub fn DirectoryPager(
    ladder: SharedLadder,
    /// The filter in the URL.
    filter: SkillFilter,
    /// The current page, from 0.
    page: usize,
    /// The number of pages.
    pages: usize,
) -> impl IntoView {
    let href = |page: usize| {
        let mut filter = filter.clone();
        filter.directory.page = page;
        ladder.href(&Route::Ladder(filter))
    };
    let last = pages - 1;
    let near = page.saturating_sub(2)..=(page + 2).min(last);
    let number = |number: usize| {
        let current = (number == page).then_some("page");
        let label = format!("Page {}", number + 1);
        view! {
            <li><a href=href(number) aria-label=label aria-current=current>{number + 1}</a></li>
        }
    };
    let ellipsis = || view! { <li aria-hidden="true">"…"</li> };
    (last > 0).then(|| {
        let previous = page.checked_sub(1).map(href);
        let next = (page < last).then(|| href(page + 1));
        view! {
            <nav class="pager" aria-label="Pages">
                {previous.map(|link| view! { <a lang="en" href=link rel="prev">"Previous"</a> })}
                <ol>
                    {(*near.start() > 0).then(|| number(0))}
                    {(*near.start() > 1).then(ellipsis)}
                    {near.clone().map(number).collect_view()}
                    {(*near.end() + 1 < last).then(ellipsis)}
                    {(*near.end() < last).then(|| number(last))}
                </ol>
                {next.map(|link| view! { <a lang="en" href=link rel="next">"Next"</a> })}
            </nav>
        }
    })
}
