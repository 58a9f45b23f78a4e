//! Starts the page: the bundled ladder, the parts of the first page, the app.

// Rust's own way to start a program brings threads, a standard output and the words for what can go wrong with it.
#![cfg_attr(target_arch = "wasm32", no_main)]

use career_ladder::browser::navigation::{self, Navigation};
use career_ladder::browser::{later::later, start};
use career_ladder::opening::Opening;
use career_ladder::route::{Location, Origin, Route};
use career_ladder::state::Shared;
use career_ladder::{app, bundled, pages};
use std::sync::Arc;
use wasm_bindgen::prelude::wasm_bindgen;

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    start();
}

#[wasm_bindgen(start)]
fn start() {
    start::tell_why_when_broken();
    bundled::unpacked(|unpacked| match unpacked {
        Ok(ladder) => begin(Arc::new(ladder)),
        Err(why) => leptos::logging::error!("{why}"),
    });
}

fn begin(ladder: Shared) {
    later(async move {
        let shown = navigation::shown();
        let mut come = app::part(&shown).await;
        if matches!(shown, Location { route: Route::Ladder(_), origin: Origin::Default }) {
            come = come.and(pages::beside_ladder(&ladder).await);
        }
        if come.is_err() {
            return start::say_what_is_missing();
        }
        start::mount(move || {
            let navigation = Navigation::follow_address_bar(app::part);
            app::app(Opening::fixed(&ladder, navigation).follow())
        });
    });
}
