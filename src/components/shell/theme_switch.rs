//! Switches between the light theme, the dark theme and the system's.

use crate::browser::tab;
use crate::browser::theme::{self, Theme};
use crate::ui::{Icon, IconShape};
use leptos::prelude::*;

/// A button that shows the current theme and switches to the next.
#[component]
pub fn ThemeSwitch() -> impl IntoView {
    let current = RwSignal::new(Theme::System);
    Effect::new(move |_| {
        current.set(theme::stored());
        tab::on_storage_change(theme::KEY.to_owned(), move || {
            current.set(theme::stored());
            theme::show(current.get_untracked());
        });
    });
    let switch = move |_| {
        current.update(|theme| *theme = theme.next(theme::system_is_dark()));
        theme::apply(current.get_untracked());
    };
    let label = move || match current.get() {
        Theme::System => "Theme: system",
        Theme::Light => "Theme: light",
        Theme::Dark => "Theme: dark",
    };
    let shape = move || match current.get() {
        Theme::System => IconShape::HalfCircle,
        Theme::Light => IconShape::Sun,
        Theme::Dark => IconShape::Moon,
    };
    view! {
        <button type="button" class="round" aria-label=label title=label on:click=switch>
            {move || view! { <Icon shape=shape() /> }}
        </button>
    }
}
