//! What is seen while a file is held over the page: that it may be dropped.

use crate::browser::drop;
use crate::stores::use_ladder_store;
use crate::ui::{Icon, Shape};
use leptos::prelude::*;

/// Takes files dropped anywhere on the page, and lies over it while one is held there.
#[component]
pub fn DropVeil() -> impl IntoView {
    let store = use_ladder_store();
    let dragging = RwSignal::new(false);
    Effect::new(move |_| drop::listen(dragging, move |file| store.open_dropped(file)));
    view! {
        <Show when=move || dragging.get()>
            <div class="drop-veil">
                <p><Icon shape=Shape::Download /> "Drop your file to open it"</p>
            </div>
        </Show>
    }
}
