//! The colour theme: light, dark, or the system's. The choice is stored on this device.

use super::settings;
use leptos::prelude::{document, window};

/// A colour theme.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    /// Follows the system.
    #[default]
    System,
    /// Always light.
    Light,
    /// Always dark.
    Dark,
}

/// The storage key; a script in `index.html` reads it before the first paint.
pub const KEY: &str = "career-ladder:theme";

impl Theme {
    /// The next theme on the switch: first the opposite of the system's, so that the first click
    /// always has a visible effect.
    #[must_use]
    pub fn next(self, system_is_dark: bool) -> Self {
        match (self, system_is_dark) {
            (Self::System, true) | (Self::Dark, false) => Self::Light,
            (Self::System, false) | (Self::Light, true) => Self::Dark,
            (Self::Light, false) | (Self::Dark, true) => Self::System,
        }
    }

    /// The stored value, which is also the value of `data-theme`; none for the system's theme.
    fn value(self) -> Option<&'static str> {
        match self {
            Self::System => None,
            Self::Light => Some("light"),
            Self::Dark => Some("dark"),
        }
    }
}

/// Whether the system prefers dark pages.
#[must_use]
pub fn system_is_dark() -> bool {
    let query = window().match_media("(prefers-color-scheme: dark)").ok().flatten();
    query.is_some_and(|query| query.matches())
}

/// The stored theme. The system's if none is stored or storage is blocked.
#[must_use]
pub fn stored() -> Theme {
    let value = super::storage().and_then(|storage| storage.get_item(KEY).ok()?);
    let is_stored = |theme: &Theme| theme.value() == value.as_deref();
    [Theme::Light, Theme::Dark].into_iter().find(is_stored).unwrap_or_default()
}

/// Applies a theme and stores it. If storage is blocked, it lasts until the page is unloaded.
pub fn apply(theme: Theme) {
    show(theme);
    if let Some(storage) = super::storage() {
        let stored = match theme.value() {
            None => storage.remove_item(KEY),
            Some(value) => storage.set_item(KEY, value),
        };
        if stored.is_ok() {
            settings::tell_this_tab();
        }
    }
}

/// Applies a theme that is stored already.
pub fn show(theme: Theme) {
    if let Some(root) = document().document_element() {
        let _ = match theme.value() {
            None => root.remove_attribute("data-theme"),
            Some(value) => root.set_attribute("data-theme", value),
        };
    }
}
