//! Printing the page.

use leptos::prelude::window;

/// Opens the browser's print dialog. Does nothing if the visitor has blocked dialogs.
pub fn open_dialog() {
    let _ = window().print();
}
