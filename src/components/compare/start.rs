//! The compare page before two roles are selected: pairs to compare, and suggestions for unknown roles.

use crate::components::hue;
use crate::router::{RolePair, Route};
use crate::stores::{SharedLadder, use_journey};
use crate::ui::english;
use ladder::{Id, RoleIx};
use leptos::prelude::*;

/// Enough for all neighbouring roles of most ladders.
const MAX_PAIRS: usize = 120;

/// Notices for unknown roles in the address, and pairs to start with.
#[component]
pub fn CompareStart(
    ladder: SharedLadder,
    /// The roles in the address.
    pair: RolePair,
) -> impl IntoView {
    let unknown: Vec<_> = [&pair.from, &pair.to]
        .into_iter()
        .flatten()
        .filter(|id| ladder.role_by_id(id).is_none())
        .map(|id| unknown_role(&ladder, &pair, id))
        .collect();
    let journey = use_journey();
    let pairs = move || {
        let known = |id: &Option<Id>| id.as_ref().and_then(|id| ladder.role_by_id(id));
        // A visitor who has said where they are starts from there.
        let own = journey.with(|journey| journey.role).filter(|_| pair == RolePair::default());
        let (heading, pairs) = match (known(&pair.from).or(own), known(&pair.to)) {
            (Some(from), _) => (
                format!("Compare {} with…", ladder.distinct_title(from)),
                pairs_with(&ladder, from, true),
            ),
            (None, Some(to)) => (
                format!("Compare with {}", ladder.distinct_title(to)),
                pairs_with(&ladder, to, false),
            ),
            (None, None) => {
                let pairs = ladder.graph().role_pairs().take(MAX_PAIRS).collect();
                ("Popular comparisons".to_owned(), pairs)
            }
        };
        let links: Vec<_> =
            pairs.into_iter().map(|(from, to)| pair_link(&ladder, from, to)).collect();
        (!links.is_empty()).then(|| {
            view! {
                <section class="compare-part compare-start">
                    <h2>{english(heading)}</h2>
                    <ul class="pairs">{links}</ul>
                </section>
            }
        })
    };
    view! {
        {unknown}
        <p lang="en" class="without-javascript">
            "Without JavaScript you can still open the comparisons below. Comparing any other pair needs it."
        </p>
        {pairs}
    }
}

/// The pairs of `role` and its neighbours, followed by those of `role` and similar roles.
fn pairs_with(ladder: &SharedLadder, role: RoleIx, is_from: bool) -> Vec<(RoleIx, RoleIx)> {
    let next = ladder.graph().edges_from(role).iter().map(|edge| edge.to);
    let previous = ladder.graph().predecessors(role).iter().copied();
    let similar = ladder.similar_roles(role).into_iter().map(|found| found.to);
    let candidates: Vec<RoleIx> = if is_from {
        next.chain(previous).chain(similar).collect()
    } else {
        previous.chain(next).chain(similar).collect()
    };
    let mut others: Vec<RoleIx> = Vec::new();
    for other in candidates {
        if other != role && !others.contains(&other) {
            others.push(other);
        }
    }
    let pair = |other| if is_from { (role, other) } else { (other, role) };
    others.into_iter().map(pair).take(MAX_PAIRS).collect()
}

fn pair_link(ladder: &SharedLadder, from: RoleIx, to: RoleIx) -> impl IntoView + use<> {
    let (before, after) = (ladder.distinct_title(from), ladder.distinct_title(to));
    view! {
        <li data-hue=hue::of_role(ladder, to)>
            <a href=ladder.href(&Route::Compare(RolePair::of(ladder, from, to)))>
                {english(view! { <bdi>{before}</bdi> " to " <strong><bdi>{after}</bdi></strong> })}
            </a>
        </li>
    }
}

/// A notice that the ladder has no role `id`, with a link to the role with the most similar id.
fn unknown_role(ladder: &SharedLadder, pair: &RolePair, id: &Id) -> impl IntoView + use<> {
    let suggestion = ladder.nearest_role(id).map(|role| {
        let corrected = |end: &Option<Id>| match end {
            Some(end) if end == id => Some(ladder[role].id.clone()),
            other => other.clone(),
        };
        let pair = RolePair { from: corrected(&pair.from), to: corrected(&pair.to), only: None };
        let href = ladder.href(&Route::Compare(pair));
        view! { " Did you mean " <a href=href>{ladder.distinct_title(role)}</a> "?" }
    });
    view! {
        <p lang="en" class="notice">"We couldn’t find a role called " <code>{id.to_string()}</code> "." {suggestion}</p>
    }
}
