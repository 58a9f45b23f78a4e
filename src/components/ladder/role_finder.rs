//! Finding a role in a large ladder: by a word, by its track or family, page by page.

use crate::browser::navigation::use_navigation;
use crate::router::{LONGEST_TEXT, Route};
use crate::stores::SharedLadder;
use crate::ui::{Icon, Shape};
use ladder::{Directory, DirectoryPage, DirectoryQuery, SkillFilter};
use leptos::prelude::*;

/// The most groups that a choice among them can hold and still be looked through.
const CHOICES: usize = 200;

/// The field, and the choice of a group; both stand in the address.
#[must_use]
pub fn role_finder(
    directory: &Directory,
    label: &'static str,
    all: &'static str,
    filter: Memo<SkillFilter>,
) -> AnyView {
    let navigation = use_navigation();
    let type_text = move |text: String| {
        let mut other = filter.get_untracked();
        other.directory = DirectoryQuery { text, page: 0, ..other.directory };
        navigation.replace(Route::Ladder(other));
    };
    let choose = move |group: String| {
        let mut other = filter.get_untracked();
        other.directory = DirectoryQuery { group, page: 0, ..other.directory };
        navigation.push(Route::Ladder(other));
    };
    // The select is built before its options, so its first value has to be set on the option.
    let first = filter.with_untracked(|filter| filter.directory.group.clone());
    let option = |group: &ladder::RoleGroup| {
        let name = if group.name.is_empty() { "Other roles" } else { &group.name };
        let text = format!("{name} ({})", group.roles.len());
        view! { <option value=group.key.clone() selected=group.key == first>{text}</option> }
            .into_any()
    };
    let groups = directory.groups.iter().filter(|group| !group.key.is_empty());
    let options: Vec<_> = groups.map(option).collect();
    let choice = (2..=CHOICES).contains(&options.len()).then(|| {
        view! {
            <label class="select">
                {label}
                <select
                    prop:value=move || filter.with(|filter| filter.directory.group.clone())
                    on:change=move |event| choose(event_target_value(&event))
                >
                    <option value="">{all}</option>
                    {options}
                </select>
            </label>
        }
        .into_any()
    });
    view! {
        <search class="role-finder" aria-label="Find a role">
            <div class="text-filter">
                <label lang="en" for="find-role">"Find a role"</label>
                <div class="field">
                    <Icon shape=Shape::Search />
                    <input
                        id="find-role"
                        type="search"
                        autocomplete="off"
                        spellcheck="false"
                        maxlength=LONGEST_TEXT
                        placeholder="Title, level or grade"
                        prop:value=move || filter.with(|filter| filter.directory.text.clone())
                        on:input=move |event| type_text(event_target_value(&event))
                    />
                </div>
            </div>
            {choice}
        </search>
    }
    .into_any()
}

/// The pages before and after, the first and the last; nothing where there is one.
#[must_use]
pub fn pager(
    ladder: &SharedLadder,
    shown: &DirectoryPage,
    filter: &SkillFilter,
) -> Option<AnyView> {
    let to = |page: usize| {
        let mut other = filter.clone();
        other.directory.page = page;
        ladder.href(&Route::Ladder(other))
    };
    let last = shown.pages - 1;
    let near = shown.page.saturating_sub(2)..=(shown.page + 2).min(last);
    let number = |page: usize| {
        let current = (page == shown.page).then_some("page");
        let label = format!("Page {}", page + 1);
        view! {
            <li><a href=to(page) aria-label=label aria-current=current>{page + 1}</a></li>
        }
        .into_any()
    };
    let gap = || view! { <li aria-hidden="true">"…"</li> }.into_any();
    let first = (*near.start() > 0).then(|| number(0));
    let before = (*near.start() > 1).then(gap);
    let after = (*near.end() + 1 < last).then(gap);
    let end = (*near.end() < last).then(|| number(last));
    let previous = shown.page.checked_sub(1).map(to);
    let next = (shown.page < last).then(|| to(shown.page + 1));
    let numbers: Vec<_> = near.map(number).collect();
    (last > 0).then(|| {
        view! {
            <nav class="pager" aria-label="Pages">
                {previous.map(|link| view! { <a lang="en" href=link rel="prev">"Previous"</a> })}
                <ol>{first}{before}{numbers}{after}{end}</ol>
                {next.map(|link| view! { <a lang="en" href=link rel="next">"Next"</a> })}
            </nav>
        }
        .into_any()
    })
}
