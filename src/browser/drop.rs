//! Files dropped anywhere on the page.

use super::file::File;
use super::on_window_event;
use leptos::ev::{self, DragEvent};
use leptos::prelude::*;

/// Sets `dragging` while files are held over the page and calls `open` with a dropped file. Listens
/// until the current owner is disposed.
pub fn listen(dragging: RwSignal<bool>, open: impl Fn(File) + 'static) {
    let mark = move |now: bool| {
        if dragging.get_untracked() != now {
            dragging.set(now);
        }
    };
    let on_drag = move |event: DragEvent| {
        if has_files(&event) {
            // Accepts the drop; otherwise the browser would open the file itself.
            event.prevent_default();
            mark(true);
        }
    };
    on_window_event(ev::dragenter, on_drag);
    on_window_event(ev::dragover, on_drag);
    on_window_event(ev::dragleave, move |event| {
        // Moving between elements has a related target; leaving the window has none.
        if event.related_target().is_none() {
            mark(false);
        }
    });
    on_window_event(ev::drop, move |event| {
        if has_files(&event) {
            event.prevent_default();
            mark(false);
            File::dropped(&event).into_iter().for_each(&open);
        }
    });
}

/// Whether files are dragged, rather than a link or text of the page.
fn has_files(event: &DragEvent) -> bool {
    event.data_transfer().is_some_and(|drag| drag.types().includes(&"Files".into(), 0))
}
