//! Printing the page.

use super::on_window_event;
use leptos::ev::Custom;
use leptos::prelude::*;
use std::time::Duration;
use web_sys::Event;

const BEFORE: &str = "beforeprint";
const AFTER: &str = "afterprint";

/// Opens the browser's print dialog. Does nothing if the visitor has blocked dialogs.
pub fn open_dialog() {
    // What is only shown in print has to be there before the browser looks at the page.
    if let Ok(event) = Event::new(BEFORE) {
        let _ = window().dispatch_event(&event);
    }
    set_timeout(|| drop(window().print()), Duration::ZERO);
}

/// Whether the page is being printed: then lists show all their pages.
#[must_use]
pub fn is_printing() -> ReadSignal<bool> {
    let printing = RwSignal::new(false);
    Effect::new(move |_| {
        on_window_event(Custom::<Event>::new(BEFORE), move |_| printing.set(true));
        on_window_event(Custom::<Event>::new(AFTER), move |_| printing.set(false));
    });
    printing.read_only()
}
