//! Starts the app in the browser: unpacks the bundled ladder, loads the chunks of the first page, mounts.

use any_spawner::Executor;
use career_ladder::app::{self, App};
use career_ladder::browser::history;
use career_ladder::browser::navigation::Navigation;
use career_ladder::browser::start;
use career_ladder::router::{Location, Origin, Route};
use career_ladder::stores::LadderStore;
use career_ladder::stores::SharedLadder;
use career_ladder::{bundled, pages};
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::sync::Arc;

fn main() {
    start::log_panics();
    // Needed before the first effect; mounting would do it later.
    let _ = Executor::init_wasm_bindgen();
    bundled::unpack_in_slices(|unpacked| match unpacked {
        Ok(ladder) => spawn_local(begin(Arc::new(ladder))),
        Err(_) => start::report_missing_part(),
    });
}

async fn begin(ladder: SharedLadder) {
    let shown = history::current_location();
    let mut loaded = app::load(&shown).await;
    if matches!(shown, Location { route: Route::Ladder(_), origin: Origin::Default }) {
        loaded = loaded.and(pages::chunks_for_ladder(&ladder).await);
    }
    if loaded.is_err() {
        return start::report_missing_part();
    }
    if shown.origin != Origin::Default {
        pages::preload_any_ladder();
    }
    // Navigation and the open ladder last as long as the page.
    let owner = Owner::new();
    owner.with(|| {
        let navigation = Navigation::follow_address_bar(app::load);
        let store = LadderStore::new(&ladder, navigation).follow_address();
        store.render_when_known(move || start::mount(move || view! { <App store /> }));
    });
    std::mem::forget(owner);
    // So that the ladder page is ready when the visitor comes to it from another page.
    let _ = pages::chunks_for_ladder(&ladder).await;
}
