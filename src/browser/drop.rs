//! Files dropped anywhere on the page.

use super::event::Event;
use super::file::File;
use super::listen::listen_anywhere;
use crate::signal::RwSignal;
use wasm_bindgen::JsCast;
use web_sys::MouseEvent;

/// Keeps `dragging` in step with whether a file is held over the page, and calls `act` with one
/// that is dropped, until the owner that called this is gone.
pub fn listen(dragging: RwSignal<bool>, act: impl Fn(File) + 'static) {
    let mark = move |now: bool| {
        if dragging.get_untracked() != now {
            dragging.set(now);
        }
    };
    for event in ["dragenter", "dragover"] {
        listen_anywhere(event, move |event: Event| {
            if event.drags_files() {
                // Says that the page takes it; without that the browser would open the file itself.
                event.prevent_default();
                mark(true);
            }
        });
    }
    listen_anywhere("dragleave", move |event| {
        if leaves_the_window(&event) {
            mark(false);
        }
    });
    listen_anywhere("drop", move |event| {
        if event.drags_files() {
            event.prevent_default();
            mark(false);
            event.dropped_file().into_iter().for_each(&act);
        }
    });
}

/// A pointer that goes from one element to the next leaves the first for the second.
fn leaves_the_window(event: &Event) -> bool {
    event.inner().dyn_ref::<MouseEvent>().is_some_and(|event| event.related_target().is_none())
}
