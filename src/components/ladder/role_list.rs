//! A large ladder: its roles in groups, page by page, instead of a picture that no one could take in.
//! A single track that is chosen is small enough for a picture again.

use super::picture::LadderPicture;
use super::role_finder::{pager, role_finder};
use super::summary_table::summary_table;
use crate::components::hue;
use crate::messages;
use crate::messages::ladder::directory_summary;
use crate::router::Route;
use crate::stores::SharedLadder;
use crate::ui::Heading;
use crate::ui::english;
use ladder::{
    Directory, DirectoryPage, FilterResult, LadderLayout, RoleIx, RowLayout, SkillFilter,
};
use leptos::prelude::*;
use std::sync::Arc;

/// The roles that the address asks for.
#[component]
pub fn RoleList(
    /// The open ladder.
    ladder: SharedLadder,
    /// What the address holds.
    filter: Memo<SkillFilter>,
    /// The outcome of the filter by skill.
    filtered: Memo<Option<FilterResult>>,
) -> impl IntoView {
    let directory = Arc::new(Directory::new(&ladder));
    let (label, all) = match ladder.tracks.is_empty() {
        true => ("Family", "All families"),
        false => ("Track", "All tracks"),
    };
    let finder = role_finder(&directory, label, all, filter);
    let of_page = {
        let directory = directory.clone();
        move || filter.with(|f| filtered.with(|found| directory.page(&f.directory, found.as_ref())))
    };
    let sentence = {
        let (of_page, all) = (of_page.clone(), ladder.roles.len());
        move || directory_summary(&of_page(), all)
    };
    let list = move || {
        let page = of_page();
        let roles: Vec<_> = page.roles().collect();
        let table = summary_table(&ladder, &roles);
        let pager = filter.with(|filter| pager(&ladder, &page, filter));
        let shown = match picture_of_one(&ladder, &page, filter, &roles) {
            Some(picture) => {
                view! { <LadderPicture ladder=ladder.clone() picture filtered /> }.into_any()
            }
            None => groups(&ladder, &directory, &page),
        };
        view! { {shown} {pager} {table} }
    };
    view! {
        {finder}
        <p class="outcome" role="status">{move || english(sentence())}</p>
        {list}
    }
}

/// The picture of the group that was chosen, where all of it is shown and it makes one.
fn picture_of_one(
    ladder: &SharedLadder,
    page: &DirectoryPage,
    filter: Memo<SkillFilter>,
    roles: &[RoleIx],
) -> Option<LadderLayout> {
    let is_whole = filter.with(|filter| {
        filter.skills.is_empty()
            && filter.directory.text.is_empty()
            && !filter.directory.group.is_empty()
    });
    let picture = (is_whole && page.pages == 1 && page.groups.len() == 1)
        .then(|| LadderLayout::of_roles(ladder, roles));
    picture.filter(|picture| {
        !matches!(picture, LadderLayout::List | LadderLayout::Row(RowLayout::Cards(_)))
    })
}

fn groups(ladder: &SharedLadder, directory: &Directory, page: &DirectoryPage) -> AnyView {
    let is_grouped = directory.groups.len() > 1;
    let shape = match (is_grouped, ladder.ordered) {
        (true, true) => "short-tracks",
        (true, false) => "families",
        (false, _) => "one-list",
    };
    let group = |(at, roles): &(usize, Vec<RoleIx>)| {
        let group = &directory.groups[*at];
        let rungs: Vec<_> = roles.iter().map(|&role| rung(ladder, role, is_grouped)).collect();
        if !is_grouped {
            return rungs.into_any();
        }
        let name = if group.name.is_empty() {
            "Other roles".into_any()
        } else {
            group.name.clone().into_any()
        };
        let goes_on = roles.first() != group.roles.first();
        view! {
            <li class="role-group">
                <h2>{name}{goes_on.then(|| view! { <small lang="en">" (continued)"</small> })}</h2>
                <ol>{rungs}</ol>
            </li>
        }
        .into_any()
    };
    let groups: Vec<_> = page.groups.iter().map(group).collect();
    view! { <ol class="role-list" aria-label="Career ladder" data-shape=shape>{groups}</ol> }
        .into_any()
}

/// A role in a few lines.
fn rung(ladder: &SharedLadder, role: RoleIx, is_in_group: bool) -> AnyView {
    let texts = &ladder[role];
    let link = ladder.href(&Route::Role(texts.id.clone()));
    let level = if is_in_group { 3 } else { 2 };
    let title = texts.title.clone();
    let facts: Vec<String> =
        texts.stage.clone().into_iter().chain(messages::role::grade(texts)).collect();
    let facts = (!facts.is_empty())
        .then(|| view! { <p class="facts-line">{facts.join(" · ")}</p> }.into_any());
    let summary =
        texts.summary.clone().map(|text| view! { <p class="summary">{text}</p> }.into_any());
    view! { <li data-hue=hue::of_role(ladder, role)><Heading level><a href=link>{title}</a></Heading>{facts}{summary}</li> }.into_any()
}
