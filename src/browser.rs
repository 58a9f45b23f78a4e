//! The only code that uses browser APIs.
//!
//! Call it from event handlers, effects and `main.rs` only: it does not work while prerendering. These also work
//! there: [`print::is_printing`], [`resize::use_max_width`], [`disclosure::close_from_outside`],
//! [`focus::leave_main`], [`text::NORMALIZER`] and `navigation`.

pub mod canvas;
pub mod clipboard;
pub mod clock;
pub mod dialog;
pub mod disclosure;
pub mod dom;
pub mod download;
pub mod drop;
#[cfg(feature = "csr")]
mod early_input;
pub mod file;
pub mod focus;
pub mod fragment;
pub mod grid_cell;
pub mod grid_nodes;
pub mod grid_position;
pub mod head;
pub mod history;
pub mod idle;
pub mod keys;
pub mod local_storage;
pub mod locale;
pub mod navigation;
pub mod offscreen;
pub mod print;
pub mod reader;
pub mod resize;
pub mod search_key;
pub mod settings;
pub mod share;
pub mod site;
pub mod start;
mod start_script;
pub mod stored_documents;
pub mod styles;
pub mod tab;
pub mod tab_locks;
pub mod text;
pub mod theme;
pub mod time_slicing;
mod title_motion;

use leptos::ev::EventDescriptor;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::Storage;

/// Calls `handler` for a window event until the current owner is disposed.
fn on_window_event<E>(event: E, handler: impl Fn(E::EventType) + 'static)
where
    E: EventDescriptor + 'static,
    E::EventType: JsCast,
{
    let listener = window_event_listener(event, handler);
    on_cleanup(move || listener.remove());
}

/// The local storage. `None` if the visitor blocks it: even reading the property can fail.
fn storage() -> Option<Storage> {
    window().local_storage().ok()?
}
