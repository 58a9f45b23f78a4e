//! A large ladder: its roles in groups, page by page. A single track may be small enough for a
//! picture.

use super::picture::LadderPicture;
use super::role_finder::{DirectoryPager, RoleFinder};
use super::summary_table::SummaryTable;
use crate::browser::text::NORMALIZER;
use crate::components::hue;
use crate::components::journey::rung_mark::{RungMark, place_attr};
use crate::messages;
use crate::messages::ladder::directory_summary;
use crate::router::Route;
use crate::stores::{SharedLadder, use_journey};
use crate::ui::{Heading, english, paragraph};
use ladder::{
    Directory, DirectoryPage, FilterResult, LadderLayout, RoleIx, RowLayout, SkillFilter,
};
use leptos::prelude::*;
use std::sync::Arc;

/// The roles that match the filters in the URL, with the controls to find others.
#[component]
pub fn RoleList(
    ladder: SharedLadder,
    /// The filter in the URL.
    filter: Memo<SkillFilter>,
    /// The result of the filter by skill.
    filtered: Memo<Option<FilterResult>>,
) -> impl IntoView {
    let directory = Arc::new(Directory::new(&ladder, NORMALIZER));
    let page = {
        let directory = directory.clone();
        move || filter.with(|f| filtered.with(|found| directory.page(&f.directory, found.as_ref())))
    };
    let summary = {
        let (page, len) = (page.clone(), ladder.roles.len());
        move || english(directory_summary(&page(), len))
    };
    let finder = view! { <RoleFinder ladder=ladder.clone() directory=directory.clone() filter /> };
    let list = move || {
        let page = page();
        let roles: Vec<_> = page.roles().collect();
        let content = match track_layout(&ladder, &page, filter, &roles) {
            Some(layout) => {
                view! { <LadderPicture ladder=ladder.clone() layout filtered /> }.into_any()
            }
            None => groups(&ladder, &directory, &page).into_any(),
        };
        view! {
            {content}
            <DirectoryPager
                ladder=ladder.clone()
                filter=filter.get()
                page=page.page
                pages=page.pages
            />
            <SummaryTable ladder=ladder.clone() roles />
        }
    };
    view! {
        {finder}
        <p class="outcome" role="status">{summary}</p>
        {list}
    }
}

/// The layout of the chosen group, if all of its roles are visible and form a picture.
fn track_layout(
    ladder: &SharedLadder,
    page: &DirectoryPage,
    filter: Memo<SkillFilter>,
    roles: &[RoleIx],
) -> Option<LadderLayout> {
    let is_whole_group = filter.with(|filter| {
        filter.skills.is_empty()
            && filter.directory.text.is_empty()
            && !filter.directory.group.is_empty()
    });
    let layout = (is_whole_group && page.pages == 1 && page.groups.len() == 1)
        .then(|| LadderLayout::of_roles(ladder, roles));
    layout.filter(|layout| {
        !matches!(layout, LadderLayout::List | LadderLayout::Row(RowLayout::Cards(_)))
    })
}

fn groups(
    ladder: &SharedLadder,
    directory: &Directory,
    page: &DirectoryPage,
) -> impl IntoView + use<> {
    let is_grouped = directory.groups.len() > 1;
    let shape = match (is_grouped, ladder.ordered) {
        (true, true) => "short-tracks",
        (true, false) => "families",
        (false, _) => "one-list",
    };
    let group = |(index, roles): &(usize, Vec<RoleIx>)| {
        let group = &directory.groups[*index];
        let rungs: Vec<_> = roles.iter().map(|&role| rung(ladder, role, is_grouped)).collect();
        if !is_grouped {
            return rungs.into_any();
        }
        let name = if group.name.is_empty() { "Other roles" } else { &group.name };
        let is_continued = roles.first() != group.roles.first();
        view! {
            <li class="role-group">
                <h2>{name.to_owned()}{is_continued.then(|| view! { <small lang="en">" (continued)"</small> })}</h2>
                <ol>{rungs}</ol>
            </li>
        }
        .into_any()
    };
    let groups: Vec<_> = page.groups.iter().map(group).collect();
    view! { <ol class="role-list" aria-label="Career ladder" data-shape=shape>{groups}</ol> }
}

/// A role in a few lines.
fn rung(ladder: &SharedLadder, ix: RoleIx, is_in_group: bool) -> impl IntoView + use<> {
    let role = &ladder[ix];
    let level = if is_in_group { 3 } else { 2 };
    let link = ladder.href(&Route::Role(role.id.clone()));
    let title = ladder.distinct_title(ix);
    let facts: Vec<String> =
        role.stage.clone().into_iter().chain(messages::role::grade(role)).collect();
    let journey = use_journey();
    let place = move || journey.with(|journey| place_attr(journey, ix));
    view! {
        <li data-hue=hue::of_role(ladder, ix) data-place=place>
            <Heading level><a href=link>{title}</a></Heading>
            <RungMark journey role=ix />
            {(!facts.is_empty()).then(|| view! { <p class="facts-line">{facts.join(" · ")}</p> })}
            {role.summary.as_ref().map(|text| paragraph("summary", text))}
        </li>
    }
}
