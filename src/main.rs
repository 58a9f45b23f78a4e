//! Starts the page: a sentence should it break, the bundled ladder, the app.

use career_ladder::app::App;
use career_ladder::browser::{navigation::Navigation, start};
use career_ladder::bundled;
use leptos::prelude::*;
use std::sync::Arc;

fn main() {
    start::say_when_broken();
    match bundled::ladder() {
        Ok(ladder) => {
            let ladder = Arc::new(ladder);
            start::mount(move || {
                view! { <App ladder navigation=Navigation::follow_address_bar() /> }
            });
        }
        Err(problems) => leptos::logging::error!("The bundled ladder has problems: {problems:?}"),
    }
}
