//! The web app manifest: what the site is called and how it looks among a visitor's own programs.

use crate::pages;
use crate::router::{BASE, Route};
use crate::stores::SharedLadder;
use serde_json::json;

/// Its name in the built folder. It stands at the base, so that its addresses are relative to that.
pub const MANIFEST: &str = "manifest.webmanifest";

/// The tags that lead to the manifest and to the icon of systems that do not read it.
pub(super) fn tags() -> String {
    format!(
        "<link rel=\"manifest\" href=\"{BASE}{MANIFEST}\">\
         <link rel=\"apple-touch-icon\" href=\"{BASE}icon-180.png\">"
    )
}

/// The manifest of a site whose default is `ladder`; `paper` is the colour behind its pages. Without a
/// `short_name`: where there is no room for the ladder's title, a system cuts it, and any other name
/// would be the same for every publisher's site.
/// <https://www.w3.org/TR/appmanifest/>
#[must_use]
pub fn manifest(ladder: &SharedLadder, paper: &str) -> String {
    let icon = |file: &str, size: u32, purpose: &str| json!({ "src": file, "sizes": format!("{size}x{size}"), "type": "image/png", "purpose": purpose });
    let description = pages::description(ladder, &Route::default());
    let manifest = json!({
        "id": BASE,
        "name": ladder.title,
        "description": description,
        "lang": ladder.language,
        "dir": ladder.direction(),
        "start_url": "./",
        "scope": "./",
        "display": "standalone",
        "theme_color": paper,
        "background_color": paper,
        "icons": [
            // First for Chromium, which asks for one while the page comes, and takes a size of `any`: that is
            // there already, for the tab, and a twentieth of the others.
            json!({ "src": "favicon.svg", "sizes": "any", "type": "image/svg+xml", "purpose": "any" }),
            icon("icon-192.png", 192, "any"),
            icon("icon-512.png", 512, "any"),
            icon("icon-maskable-512.png", 512, "maskable"),
        ],
    });
    manifest.to_string()
}
