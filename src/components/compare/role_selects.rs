//! The two choosers of a comparison, "From" and "To", and the ways to the pairs beside it.

use super::role_select::{Chooser, role_chooser};
use crate::browser::navigation::use_navigation;
use crate::router::{RolePair, Route};
use crate::stores::SharedLadder;
use crate::ui::{Icon, Shape, english};
use ladder::{Id, Ladder, RoleIx};
use leptos::prelude::*;

const FROM: Chooser = Chooser { label: "From", id: "compare-from", none: "Choose a role" };

const TO: Chooser = Chooser { label: "To", id: "compare-to", none: "Choose a role" };

/// The choosers and the link to swap them. They need the program: an address with parameters is no
/// page of a host of files.
#[component]
pub fn RoleChoosers(
    /// The open ladder.
    ladder: SharedLadder,
    /// What the address holds.
    ends: Memo<RolePair>,
) -> impl IntoView {
    let swapped = {
        let ladder = ladder.clone();
        move || {
            let RolePair { from, to } = ends.get();
            ladder.href(&Route::Compare(RolePair { from: to, to: from }))
        }
    };
    let is_empty = move || ends.with(|ends| *ends == RolePair::default());
    let navigation = use_navigation();
    let go = move |ends: RolePair| navigation.push(Route::Compare(ends));
    let from =
        Callback::new(move |id: Option<Id>| go(RolePair { from: id, ..ends.get_untracked() }));
    let to = Callback::new(move |id: Option<Id>| go(RolePair { to: id, ..ends.get_untracked() }));
    let chosen_from = Memo::new(move |_| ends.with(|ends| ends.from.clone()));
    let chosen_to = Memo::new(move |_| ends.with(|ends| ends.to.clone()));
    view! {
        <div class="role-choosers">
            {role_chooser(&ladder, FROM, chosen_from, from)}
            <a lang="en" class="quiet swap" href=swapped hidden=is_empty><Icon shape=Shape::Swap /> "Swap"</a>
            {role_chooser(&ladder, TO, chosen_to, to)}
        </div>
    }
}

/// The links to the pair one step down and the pair one step up, where there are such steps.
#[must_use]
pub fn pair_links(ladder: &SharedLadder, ends: Memo<RolePair>) -> AnyView {
    let link = |is_next: bool| {
        let pair = {
            let ladder = ladder.clone();
            Memo::new(move |_| ends.with(|ends| beside(&ladder, ends, is_next)))
        };
        let href = {
            let ladder = ladder.clone();
            move || {
                pair.get()
                    .map(|(from, to)| ladder.href(&Route::Compare(RolePair::of(&ladder, from, to))))
            }
        };
        let title = {
            let ladder = ladder.clone();
            move || {
                let (from, to) = pair.get()?;
                Some(format!("{} to {}", ladder[from].short(), ladder[to].short()))
            }
        };
        let (class, word, shape) = match is_next {
            true => ("next-pair", "Next step", Shape::Forward),
            false => ("previous-pair", "Previous step", Shape::Back),
        };
        let is_hidden = move || pair.get().is_none();
        view! {
            <a class=class href=href hidden=is_hidden>
                <Icon shape=shape /> <span>{word} <small>{move || english(title())}</small></span>
            </a>
        }
        .into_any()
    };
    view! { <nav class="pair-links" aria-label="Neighbouring comparisons">{link(false)} {link(true)}</nav> }.into_any()
}

/// The pair that goes on from the second role, or that leads to the first.
fn beside(ladder: &Ladder, ends: &RolePair, is_next: bool) -> Option<(RoleIx, RoleIx)> {
    let (from, to) = ends.roles(ladder)?;
    if is_next {
        let onward = ladder.graph().edges_from(to).iter().map(|edge| edge.to);
        onward.filter(|&next| next != from).map(|next| (to, next)).next()
    } else {
        let below = ladder.graph().predecessors(from).iter();
        below.filter(|&&under| under != to).map(|&under| (under, from)).next()
    }
}
