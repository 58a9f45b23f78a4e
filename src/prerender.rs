//! Renders a route natively, with the same components as in the browser. `crates/cli` writes the
//! pages of a site with it.

mod paths;

pub use paths::{address, folder, former_routes, routes};

use crate::app::App;
use crate::browser::navigation::Navigation;
use crate::router::{Location, Route};
use crate::stores::LadderStore;
use crate::stores::SharedLadder;
use ladder::CatalogEntry;
use leptos::prelude::*;

/// The HTML inside `#app` for a route of a site with these ladders.
#[must_use]
pub fn content(ladder: &SharedLadder, catalog: &[CatalogEntry], route: &Route) -> String {
    let ladder = ladder.clone();
    let location = Location { origin: ladder.origin().clone(), route: route.clone() };
    let owner = Owner::new();
    let html = owner.with(|| {
        let navigation = Navigation::fixed(location);
        let store = LadderStore::new(&ladder, catalog.to_vec(), navigation);
        view! { <App store /> }.to_html()
    });
    owner.cleanup();
    html
}
