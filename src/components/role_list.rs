//! A large ladder: its roles in groups, page by page, instead of a picture that no one could take in.
//! A single track that is chosen is small enough for a picture again.

use super::hue;
use super::ladder_picture::LadderPicture;
use super::role_finder::{pager, role_finder};
use super::summary_table::summary_table;
use crate::markup::{Element, IntoMarkup, Markup, view};
use crate::messages::ladder::directory_summary;
use crate::route::Route;
use crate::signal::Memo;
use crate::state::Shared;
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
    ladder: Shared,
    /// What the address holds.
    filter: Memo<SkillFilter>,
    /// The outcome of the filter by skill.
    filtered: Memo<Option<FilterResult>>,
) -> Markup {
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
                view! { <LadderPicture ladder=ladder.clone() picture filtered /> }
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
    ladder: &Shared,
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

fn groups(ladder: &Shared, directory: &Directory, page: &DirectoryPage) -> Markup {
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
            return rungs.into_markup();
        }
        let name = if group.name.is_empty() {
            "Others".into_markup()
        } else {
            group.name.clone().into_markup()
        };
        let goes_on = roles.first() != group.roles.first();
        view! {
            <li class="role-group">
                <h2>{name}{goes_on.then(|| view! { <small>" (continued)"</small> })}</h2>
                <ol>{rungs}</ol>
            </li>
        }
    };
    let groups: Vec<_> = page.groups.iter().map(group).collect();
    view! { <ol class="role-list" aria-label="Career ladder" data-shape=shape>{groups}</ol> }
}

/// A role in a few lines.
fn rung(ladder: &Shared, role: RoleIx, is_in_group: bool) -> Markup {
    let texts = &ladder[role];
    let link = ladder.href(&Route::Role(texts.id.clone()));
    let heading = Element::new(if is_in_group { "h3" } else { "h2" })
        .child(view! { <a href=link>{texts.title.clone()}</a> });
    let facts: Vec<String> =
        texts.stage.clone().into_iter().chain(texts.grade_in_words()).collect();
    let facts =
        (!facts.is_empty()).then(|| view! { <p class="facts-line">{facts.join(" · ")}</p> });
    let summary = texts.summary.clone().map(|text| view! { <p class="summary">{text}</p> });
    view! { <li data-hue=hue::of_role(ladder, role)>{heading}{facts}{summary}</li> }
}
