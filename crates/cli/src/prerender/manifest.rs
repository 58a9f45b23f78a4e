//! The web app manifest: the name and icons of the site when it is installed.

use career_ladder::pages;
use career_ladder::router::{Route, base};
use career_ladder::stores::SharedLadder;
use serde_json::json;

/// Its name. It is at the base because its addresses are relative.
pub(super) const FILE: &str = "manifest.webmanifest";

/// The tags for the manifest, and for the icon of systems that do not read it.
pub(super) fn tags() -> String {
    format!(
        "<link rel=\"manifest\" href=\"{base}{FILE}\">\
         <link rel=\"apple-touch-icon\" href=\"{base}icon-180.png\">",
        base = base()
    )
}

/// The manifest of a site for `ladder`; `background` is the background colour of its pages. It has no
/// `short_name`: systems shorten the ladder's title if needed, and any other name would be the same for
/// every publisher's site.
/// <https://www.w3.org/TR/appmanifest/>
#[must_use]
pub fn manifest(ladder: &SharedLadder, background: &str) -> String {
    let icon = |file: &str, size: u32, purpose: &str| json!({ "src": file, "sizes": format!("{size}x{size}"), "type": "image/png", "purpose": purpose });
    let description = pages::description(ladder, &Route::default());
    let manifest = json!({
        "id": base(),
        "name": ladder.title,
        "description": description,
        "lang": ladder.language,
        "dir": ladder.direction(),
        "start_url": "./",
        "scope": "./",
        "display": "standalone",
        "theme_color": background,
        "background_color": background,
        "icons": [
            // Chromium requests the first that fits while the page loads: this one is small, and the tab
            // has requested it already.
            json!({ "src": "favicon.svg", "sizes": "any", "type": "image/svg+xml", "purpose": "any" }),
            icon("icon-192.png", 192, "any"),
            icon("icon-512.png", 512, "any"),
            icon("icon-maskable-512.png", 512, "maskable"),
        ],
    });
    manifest.to_string()
}
