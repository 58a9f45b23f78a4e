//! Opens files that are dropped on the page.

use crate::browser::drop;
use crate::stores::use_ladder_store;
use crate::ui::{Icon, IconShape};
use leptos::prelude::*;

/// An overlay that is shown while a file is dragged over the page.
#[component]
pub fn DropOverlay() -> impl IntoView {
    let store = use_ladder_store();
    let dragging = RwSignal::new(false);
    Effect::new(move |_| drop::listen(dragging, move |file| store.open_dropped(file)));
    view! {
        <Show when=move || dragging.get()>
            <div class="drop-overlay">
                <p><Icon shape=IconShape::Download /> "Drop your file to open it"</p>
            </div>
        </Show>
    }
}
