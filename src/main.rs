//! Starts the app in the browser: fetches the site's ladder, loads the chunks of the first page, mounts.

use any_spawner::Executor;
use career_ladder::app::{self, App};
use career_ladder::browser::navigation::Navigation;
use career_ladder::browser::{history, site, start};
use career_ladder::chunk::{LoadFuture, start_loading};
use career_ladder::pages;
use career_ladder::router::{self, Location, Origin, Route};
use career_ladder::stores::{LadderStore, SiteData};
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::sync::Arc;

fn main() {
    start::log_panics();
    // Needed before the first effect; mounting would do it later.
    let _ = Executor::init_wasm_bindgen();
    router::set_base(&site::base());
    let chunks = start_loading(app::load(&history::current_location()));
    spawn_local(async {
        let Ok(bytes) = site::fetch_data().await else { return start::report_missing_part() };
        SiteData::unpack(bytes, |data| match data {
            Ok(data) => spawn_local(begin(data, chunks)),
            Err(_) => start::report_missing_part(),
        });
    });
}

async fn begin(site: SiteData, chunks: LoadFuture) {
    let shown = history::current_location();
    let ladder = Arc::new(site.ladder);
    let mut loaded = chunks.await;
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
        let store = LadderStore::new(&ladder, site.catalog, navigation).follow_address();
        store.render_when_known(move || {
            spawn_local(async move {
                app::prepare(store).await;
                start::mount(move || view! { <App store /> });
            });
        });
    });
    std::mem::forget(owner);
    // So that the ladder page is ready when the visitor comes to it from another page.
    let _ = pages::chunks_for_ladder(&ladder).await;
}
