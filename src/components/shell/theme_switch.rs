//! The switch between light, dark, and what the system has.

use crate::browser::theme::{self, Theme};
use crate::ui::{Icon, Shape};
use leptos::prelude::*;

/// A button that goes on to the next theme and says which one is shown.
#[component]
pub fn ThemeSwitch() -> impl IntoView {
    let shown = RwSignal::new(Theme::System);
    Effect::new(move |_| shown.set(theme::stored()));
    let next = move |_| {
        shown.update(|theme| *theme = theme.next(theme::system_is_dark()));
        theme::apply(shown.get_untracked());
    };
    let label = move || match shown.get() {
        Theme::System => "Theme: system",
        Theme::Light => "Theme: light",
        Theme::Dark => "Theme: dark",
    };
    let shape = move || match shown.get() {
        Theme::System => Shape::HalfCircle,
        Theme::Light => Shape::Sun,
        Theme::Dark => Shape::Moon,
    };
    view! {
        <button class="round" aria-label=label title=label on:click=next>
            {move || view! { <Icon shape=shape() /> }}
        </button>
    }
}
