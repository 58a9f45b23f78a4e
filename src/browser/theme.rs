//! Light or dark, as the system has it or as the visitor chose; remembered on this device.

/// What the page looks like.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    /// As the system has it.
    #[default]
    System,
    /// Always light.
    Light,
    /// Always dark.
    Dark,
}

/// Where the choice is kept; `public/start.js` reads it before the first paint.
const KEY: &str = "career-ladder:theme";

impl Theme {
    /// The next one on the switch: first the opposite of what the system has, so that every first
    /// press shows.
    #[must_use]
    pub fn next(self, system_is_dark: bool) -> Self {
        match (self, system_is_dark) {
            (Self::System, true) | (Self::Dark, false) => Self::Light,
            (Self::System, false) | (Self::Light, true) => Self::Dark,
            (Self::Light, false) | (Self::Dark, true) => Self::System,
        }
    }

    /// Its word, as it is stored and as it stands in `data-theme`.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::System => "system",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }
}

/// Whether the system asks for dark pages.
#[must_use]
pub fn system_is_dark() -> bool {
    let query = super::window().and_then(|w| w.match_media("(prefers-color-scheme: dark)").ok()?);
    query.is_some_and(|query| query.matches())
}

/// The theme the visitor chose before. The system's where none is kept or storage is blocked.
#[must_use]
pub fn remembered() -> Theme {
    let word = super::storage().and_then(|storage| storage.get_item(KEY).ok()?);
    match word.as_deref() {
        Some("light") => Theme::Light,
        Some("dark") => Theme::Dark,
        _ => Theme::System,
    }
}

/// Shows a theme, and remembers it where storage can be had; where not, it lasts for this visit.
pub fn choose(theme: Theme) {
    let root = super::document().and_then(|document| document.document_element());
    if let Some(root) = root {
        let _ = match theme {
            Theme::System => root.remove_attribute("data-theme"),
            chosen => root.set_attribute("data-theme", chosen.word()),
        };
    }
    if let Some(storage) = super::storage() {
        let _ = match theme {
            Theme::System => storage.remove_item(KEY),
            chosen => storage.set_item(KEY, chosen.word()),
        };
    }
}
