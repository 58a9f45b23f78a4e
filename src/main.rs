//! Starts the page: a sentence should it break, the part of the first page, the bundled ladder, the app.

use career_ladder::browser::navigation::{self, Navigation};
use career_ladder::browser::{later::later, start};
use career_ladder::opening::Opening;
use career_ladder::{app, bundled};
use std::sync::Arc;

fn main() {
    start::say_when_broken();
    later(async {
        if app::part(&navigation::shown().route).await.is_err() {
            return start::say_what_is_missing();
        }
        match bundled::ladder() {
            Ok(ladder) => {
                let ladder = Arc::new(ladder);
                start::mount(move || {
                    let navigation = Navigation::follow_address_bar(app::part);
                    app::app(Opening::fixed(&ladder, navigation).follow())
                });
            }
            Err(why) => leptos::logging::error!("{why}"),
        }
    });
}
