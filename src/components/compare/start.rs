//! Where a comparison can begin: pairs to choose, and what is near to a role that is not there.

use crate::components::hue;
use crate::router::{RolePair, Route};
use crate::stores::SharedLadder;
use crate::ui::english;
use ladder::{Id, RoleIx, nearest};
use leptos::prelude::*;

/// How many pairs are proposed: all neighbours of most ladders, and of the others no more than a page
/// holds.
const PAIRS: usize = 120;

/// What is wrong with what was chosen, if anything, and pairs to begin with.
#[must_use]
pub fn compare_start(ladder: &SharedLadder, ends: &RolePair) -> AnyView {
    let unknown: Vec<_> = [&ends.from, &ends.to]
        .into_iter()
        .flatten()
        .filter(|id| ladder.role_by_id(id).is_none())
        .map(|id| unknown(ladder, ends, id))
        .collect();
    let known = |id: &Option<Id>| id.as_ref().and_then(|id| ladder.role_by_id(id));
    let (heading, pairs) = match (known(&ends.from), known(&ends.to)) {
        (Some(from), _) => {
            (format!("Compare {} with…", ladder[from].title), pairs_of(ladder, from, true))
        }
        (None, Some(to)) => {
            (format!("Compare with {}", ladder[to].title), pairs_of(ladder, to, false))
        }
        (None, None) => {
            let neighbours = ladder.graph().role_pairs().take(PAIRS).collect();
            ("Popular comparisons".to_owned(), neighbours)
        }
    };
    let links: Vec<_> = pairs.into_iter().map(|(from, to)| pair_link(ladder, from, to)).collect();
    view! {
        {unknown}
        <p class="without-program">
            "Without JavaScript you can still open the comparisons below. Comparing any other pair needs it."
        </p>
        {(!links.is_empty()).then(|| view! {
            <section class="compare-part compare-start">
                <h2>{english(heading)}</h2>
                <ul class="pairs">{links}</ul>
            </section>
        })}
    }.into_any()
}

/// The pairs that `role` is one end of: along its steps, then with the roles that share most with it.
fn pairs_of(ladder: &SharedLadder, role: RoleIx, is_from: bool) -> Vec<(RoleIx, RoleIx)> {
    let onward = ladder.graph().edges_from(role).iter().map(|edge| edge.to);
    let below = ladder.graph().predecessors(role).iter().copied();
    let near = ladder.similar_roles(role).into_iter().map(|found| found.to);
    let mut others: Vec<RoleIx> = Vec::new();
    let all: Vec<RoleIx> = match is_from {
        true => onward.chain(below).chain(near).collect(),
        false => below.chain(onward).chain(near).collect(),
    };
    for other in all {
        if other != role && !others.contains(&other) {
            others.push(other);
        }
    }
    let pair = |other| if is_from { (role, other) } else { (other, role) };
    others.into_iter().map(pair).take(PAIRS).collect()
}

fn pair_link(ladder: &SharedLadder, from: RoleIx, to: RoleIx) -> AnyView {
    let (before, after) = (ladder[from].title.clone(), ladder[to].title.clone());
    view! {
        <li data-hue=hue::of_role(ladder, to)>
            <a href=ladder.href(&Route::Compare(RolePair::of(ladder, from, to)))>
                {english(view! { <bdi>{before}</bdi> " to " <strong><bdi>{after}</bdi></strong> })}
            </a>
        </li>
    }
    .into_any()
}

/// Says that an end is no role of this ladder, and leads to the one it is most likely meant to be.
fn unknown(ladder: &SharedLadder, ends: &RolePair, id: &Id) -> AnyView {
    let near = nearest(id.as_str(), &mut ladder.roles.iter().map(|role| role.id.as_str()));
    let near = near.and_then(Id::new).and_then(|near| ladder.role_by_id(&near));
    let near = near.map(|near| {
        let mended = |end: &Option<Id>| match end {
            Some(end) if end == id => Some(ladder[near].id.clone()),
            other => other.clone(),
        };
        let ends = RolePair { from: mended(&ends.from), to: mended(&ends.to) };
        let link = ladder.href(&Route::Compare(ends));
        view! { " Did you mean " <a href=link>{ladder[near].title.clone()}</a> "?" }.into_any()
    });
    view! {
        <p class="notice">"We couldn’t find a role called " <code>{id.to_string()}</code> "." {near}</p>
    }.into_any()
}
