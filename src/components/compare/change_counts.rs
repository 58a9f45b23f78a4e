//! How much changes, as counts. Each count filters the lists of the comparison.

use crate::browser::navigation::use_navigation;
use crate::messages::compare::{change_count, changed_things};
use crate::router::{RolePair, Route, change_group_word};
use ladder::{ChangeCount, ChangeGroup, Comparison};
use leptos::prelude::*;
use std::sync::Arc;

/// A button for each group of changes that the comparison has. Renders nothing without differences.
#[component]
pub fn ChangeCounts(
    /// The roles in the address, and the group to show.
    query: Memo<RolePair>,
    /// The comparison; `None` until both roles are chosen.
    comparison: Memo<Option<Arc<Comparison>>>,
) -> impl IntoView {
    let counts = Memo::new(move |_| {
        let comparison = comparison.get().filter(|it| it.from != it.to && !it.is_empty());
        let counts = comparison
            .map(|comparison| ChangeGroup::ALL.map(|group| (group, comparison.count(group))));
        counts.into_iter().flatten().filter(|(_, count)| count.total() > 0).collect::<Vec<_>>()
    });
    let navigation = use_navigation();
    let button = move |(group, count): (ChangeGroup, ChangeCount)| {
        let is_chosen = move || query.with(|query| query.only == Some(group));
        let toggle = move |_| {
            let only = (!is_chosen()).then_some(group);
            navigation.push(Route::Compare(RolePair { only, ..query.get_untracked() }));
        };
        // The headings of the lists have the details, so the name of the button is short.
        view! {
            <button type="button"
                lang="en"
                data-group=change_group_word(group)
                aria-pressed=move || if is_chosen() { "true" } else { "false" }
                on:click=toggle
            >
                <b>{count.total()}</b> " " {change_count(group)} <small aria-hidden="true">" " {changed_things(count)}</small>
            </button>
        }
    };
    let buttons = move || counts.get().into_iter().map(button).collect_view();
    let is_empty = move || counts.with(Vec::is_empty);
    view! {
        <div class="change-counts" role="group" aria-label="Changes to show" hidden=is_empty>
            {buttons}
        </div>
    }
}
