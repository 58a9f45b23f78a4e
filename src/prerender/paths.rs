//! Which routes have an HTML page of their own, and where each page lies.

use crate::router::{RolePair, Route, base};
use crate::stores::SharedLadder;
use ladder::{MatrixQuery, RoleIx};
use std::iter;

/// Every route of a ladder that has its own page, the ladder's page first.
#[must_use]
pub fn routes(ladder: &SharedLadder) -> Vec<Route> {
    let roles = ladder.roles.iter().map(|role| Route::Role(role.id.clone()));
    let skills = ladder.skills.iter().map(|skill| Route::Skill(skill.id.clone()));
    let fixed = [
        Route::default(),
        Route::Matrix(MatrixQuery::default()),
        Route::Compare(RolePair::default()),
        Route::Plan(RolePair::default()),
        Route::Open,
    ];
    fixed.into_iter().chain(roles).chain(skills).chain(comparisons(ladder)).collect()
}

/// The routes of roles, skills and comparisons under ids that they had before. Their pages keep old links alive
/// where the app does not run.
#[must_use]
pub fn former_routes(ladder: &SharedLadder) -> Vec<Route> {
    let roles = ladder.roles.iter().flat_map(|role| &role.formerly).cloned().map(Route::Role);
    let skills = ladder.skills.iter().flat_map(|skill| &skill.formerly).cloned().map(Route::Skill);
    let ids = |role: RoleIx| {
        let role = &ladder[role];
        iter::once(&role.id).chain(&role.formerly)
    };
    let comparisons = ladder.role_indices().flat_map(|from| {
        ladder.graph().edges_from(from).iter().flat_map(move |edge| {
            let pairs = ids(from).flat_map(move |from| ids(edge.to).map(move |to| (from, to)));
            // The first pair has no former id.
            pairs.skip(1).map(|(from, to)| {
                let (from, to) = (Some(from.clone()), Some(to.clone()));
                Route::Compare(RolePair { from, to, only: None })
            })
        })
    });
    roles.chain(skills).chain(comparisons).collect()
}

/// The comparisons of each role with each role it can lead to.
fn comparisons(ladder: &SharedLadder) -> impl Iterator<Item = Route> + '_ {
    ladder.role_indices().flat_map(move |from| {
        ladder.graph().edges_from(from).iter().map(move |edge| {
            let [from, to] = [from, edge.to].map(|role| Some(ladder[role].id.clone()));
            Route::Compare(RolePair { from, to, only: None })
        })
    })
}

/// The folder of a route's `index.html`: empty for the ladder's page, otherwise with a `/` at the end.
///
/// A file name cannot hold parameters, so a comparison has a path instead: `compare/FROM/TO/`, which
/// [`Route::read`] reads as the same route.
#[must_use]
pub fn folder(route: &Route) -> String {
    let address = match route {
        Route::Compare(RolePair { from: Some(from), to: Some(to), only: None }) => {
            format!("compare/{from}/{to}")
        }
        route => route.address(),
    };
    match address.trim_matches('/') {
        "" => String::new(),
        path => format!("{path}/"),
    }
}

/// The address of a route's page: absolute if `site`, such as `https://example.org`, is known,
/// otherwise a path.
#[must_use]
pub fn address(site: Option<&str>, route: &Route) -> String {
    format!("{}{}{}", site.unwrap_or_default(), base(), folder(route))
}
