//! What is seen while a file is held over the page: that it may be dropped.

use crate::browser::drop;
use crate::markup::{Markup, outward, view, while_true};
use crate::opening::use_opening;
use crate::signal::RwSignal;
use crate::ui::{Icon, Shape};
use leptos::prelude::*;

/// Takes files dropped anywhere on the page, and lies over it while one is held there.
#[component]
pub fn DropVeil() -> Markup {
    let opening = use_opening();
    let dragging = RwSignal::new(false);
    outward(move || drop::listen(dragging, move |file| opening.take(file)));
    while_true(
        move || dragging.get(),
        || {
            view! {
                <div class="drop-veil">
                    <p><Icon shape=Shape::Download /> "Drop the ladder to open it"</p>
                </div>
            }
        },
    )
}
