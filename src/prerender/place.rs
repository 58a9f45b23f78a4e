//! Where each route's page lies in the folder to host, and its address there.

use crate::router::{BASE, RolePair, Route};
use crate::stores::SharedLadder;
use ladder::MatrixQuery;

/// Every route of a ladder that gets a page of its own, the ladder's first.
#[must_use]
pub fn routes(ladder: &SharedLadder) -> Vec<Route> {
    let roles = ladder.roles.iter().map(|role| Route::Role(role.id.clone()));
    let skills = ladder.skills.iter().map(|skill| Route::Skill(skill.id.clone()));
    let ends = RolePair::default();
    let own = [
        Route::default(),
        Route::Matrix(MatrixQuery::default()),
        Route::Compare(ends.clone()),
        Route::Plan(ends),
        Route::Open,
    ];
    own.into_iter().chain(roles).chain(skills).chain(comparisons(ladder)).collect()
}

/// The comparisons of neighbours: from each role to each that it leads to.
fn comparisons(ladder: &SharedLadder) -> impl Iterator<Item = Route> + '_ {
    ladder.role_places().flat_map(move |from| {
        ladder.graph().edges_from(from).iter().map(move |edge| {
            let [from, to] = [from, edge.to].map(|role| Some(ladder[role].id.clone()));
            Route::Compare(RolePair { from, to })
        })
    })
}

/// The folder of a route's page: empty for the ladder's, else it ends with `/`. Hosts show the
/// `index.html` in it for its address with a `/` at the end and without one.
///
/// Parameters are no part of a file's name, so a comparison has a path in their place, which
/// [`Route::read`] reads as the same route.
#[must_use]
pub fn folder(route: &Route) -> String {
    let address = match route {
        Route::Compare(RolePair { from: Some(from), to: Some(to) }) => {
            format!("compare/{from}/{to}")
        }
        route => route.address(),
    };
    match address.trim_matches('/') {
        "" => String::new(),
        path => format!("{path}/"),
    }
}

/// The address of a route's page on this site: a path, behind the site's own where that is known.
#[must_use]
pub fn address(site: Option<&str>, route: &Route) -> String {
    format!("{}{BASE}{}", site.unwrap_or_default(), folder(route))
}
