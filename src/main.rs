//! Starts the page: a sentence should it break, the bundled ladder, the app.

use career_ladder::app;
use career_ladder::browser::{navigation::Navigation, start};
use career_ladder::bundled;
use career_ladder::opening::Opening;
use std::sync::Arc;

fn main() {
    start::say_when_broken();
    match bundled::ladder() {
        Ok(ladder) => {
            let ladder = Arc::new(ladder);
            start::mount(move || {
                let navigation = Navigation::follow_address_bar();
                app::app(Opening::fixed(&ladder, navigation).follow())
            });
        }
        Err(why) => leptos::logging::error!("{why}"),
    }
}
