//! The fields "From" and "To" of a comparison, and the links to neighbouring comparisons.

use crate::browser::navigation::use_navigation;
use crate::components::role_select::{RoleSelect, start_role};
use crate::router::{RolePair, Route};
use crate::stores::SharedLadder;
use crate::ui::{Icon, IconShape};
use ladder::{Id, Ladder, RoleIx};
use leptos::prelude::*;

/// The two fields, collapsed if two roles are selected already.
#[component]
pub fn RoleSelects(
    ladder: SharedLadder,
    /// The roles in the address.
    pair: Memo<RolePair>,
) -> impl IntoView {
    // Only at first, so that the fields stay while they are in use.
    let is_incomplete =
        pair.with_untracked(|pair| pair.roles(&ladder)).is_none_or(|(from, to)| from == to);
    let navigation = use_navigation();
    let go = move |pair: RolePair| navigation.push(Route::Compare(pair));
    let from = start_role(&ladder, pair);
    let on_select_from =
        Callback::new(move |from: Option<Id>| go(RolePair { from, ..pair.get_untracked() }));
    let on_select_to = Callback::new(move |to: Option<Id>| {
        go(RolePair { from: from.get_untracked(), to, ..pair.get_untracked() });
    });
    let to = Memo::new(move |_| pair.with(|pair| pair.to.clone()));
    view! {
        <details class="change-roles" open=is_incomplete>
            <summary lang="en" class="quiet">"Change roles"</summary>
            <div class="role-selects">
            <RoleSelect
                ladder=ladder.clone()
                label="From"
                id="compare-from"
                empty_label="Choose a role"
                selected=from
                on_select=on_select_from
            />
            <RoleSelect
                ladder
                label="To"
                id="compare-to"
                empty_label="Choose a role"
                selected=to
                on_select=on_select_to
            />
            </div>
        </details>
    }
}

/// A link to the comparison in the other direction.
#[component]
pub fn SwapLink(
    ladder: SharedLadder,
    /// The roles in the address.
    pair: Memo<RolePair>,
) -> impl IntoView {
    let href = move || {
        let RolePair { from, to, .. } = pair.get();
        ladder.href(&Route::Compare(RolePair { from: to, to: from, only: None }))
    };
    let is_empty = move || pair.with(|pair| *pair == RolePair::default());
    view! {
        <a lang="en" class="quiet swap" href=href hidden=is_empty><Icon shape=IconShape::Swap /> "Swap"</a>
    }
}

/// Links to the comparisons one step down and one step up, if the ladder has such steps.
#[component]
pub fn NeighbourLinks(
    ladder: SharedLadder,
    /// The roles in the address.
    pair: Memo<RolePair>,
) -> impl IntoView {
    let link = |is_next: bool| {
        let neighbour = {
            let ladder = ladder.clone();
            Memo::new(move |_| pair.with(|pair| neighbour(&ladder, pair, is_next)))
        };
        let href = {
            let ladder = ladder.clone();
            move || {
                let (from, to) = neighbour.get()?;
                Some(ladder.href(&Route::Compare(RolePair::of(&ladder, from, to))))
            }
        };
        let title = {
            let ladder = ladder.clone();
            move || {
                let (from, to) = neighbour.get()?;
                Some(format!(
                    "{} to {}",
                    ladder.distinct_short_title(from),
                    ladder.distinct_short_title(to)
                ))
            }
        };
        let (class, label, shape) = if is_next {
            ("next-pair", "Next step", IconShape::Forward)
        } else {
            ("previous-pair", "Previous step", IconShape::Back)
        };
        view! {
            <a class=class href=href hidden=move || neighbour.get().is_none()>
                <Icon shape=shape /> <span lang="en">{label} <small>{title}</small></span>
            </a>
        }
    };
    view! { <nav class="pair-links" aria-label="Neighbouring comparisons">{link(false)} {link(true)}</nav> }
}

/// The pair that starts at the second role, or the one that ends at the first.
fn neighbour(ladder: &Ladder, pair: &RolePair, is_next: bool) -> Option<(RoleIx, RoleIx)> {
    let (from, to) = pair.roles(ladder)?;
    if is_next {
        let mut next = ladder.graph().edges_from(to).iter().map(|edge| edge.to);
        next.find(|&next| next != from).map(|next| (to, next))
    } else {
        let mut previous = ladder.graph().predecessors(from).iter().copied();
        previous.find(|&previous| previous != to).map(|previous| (previous, from))
    }
}
