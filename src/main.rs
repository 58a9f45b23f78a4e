//! Starts the page: the bundled ladder, the parts of the first page, the app.

use career_ladder::browser::navigation::{self, Navigation};
use career_ladder::browser::{later::later, start};
use career_ladder::opening::Opening;
use career_ladder::route::{Location, Origin, Route};
use career_ladder::stores::SharedLadder;
use career_ladder::{app, bundled, pages};
use std::sync::Arc;

fn main() {
    start::tell_why_when_broken();
    bundled::unpacked(|unpacked| match unpacked {
        Ok(ladder) => begin(Arc::new(ladder)),
        // Excluded by a test; and what arrives damaged has another digest.
        Err(_) => start::say_what_is_missing(),
    });
}

fn begin(ladder: SharedLadder) {
    later(async move {
        let shown = navigation::shown();
        let mut come = app::part(&shown).await;
        if matches!(shown, Location { route: Route::Ladder(_), origin: Origin::Default }) {
            come = come.and(pages::beside_ladder(&ladder).await);
        }
        if come.is_err() {
            return start::say_what_is_missing();
        }
        if shown.origin != Origin::Default {
            // As for every other attempt (`app`); this one begins before anything is drawn.
            pages::ask_beside_any_ladder();
        }
        let own = ladder.clone();
        start::mount(move |place| {
            let navigation = Navigation::follow_address_bar(app::part);
            let opening = Opening::fixed(&ladder, navigation).follow();
            opening.once_known(move || place.fill(|| app::app(opening)));
        });
        // Who comes to the ladder from another page finds it there; where it does not come, that page says so.
        let _ = pages::beside_ladder(&own).await;
    });
}
