//! The site that serves the page, and URLs as the browser parses them.

use crate::router::BASE;
use ladder::Address;
use leptos::prelude::{document, window};
use web_sys::Url;

/// The absolute URL of a file of this site.
#[must_use]
pub fn file_url(file: &str) -> String {
    format!("{}{BASE}{file}", origin())
}

/// Whether a URL belongs to this site.
#[must_use]
pub fn is_same_origin(address: &Address) -> bool {
    Url::new(address.as_str()).is_ok_and(|url| url.origin() == origin())
}

/// The host of a URL in ASCII, as in `xn--bcher-kva.example`, because letters of other scripts can
/// imitate those of a trusted host.
#[must_use]
pub fn ascii_host(url: &str) -> String {
    Url::new(url).map(|url| url.host()).unwrap_or_default()
}

/// The other hosts from which ladders can be loaded, if the publisher named any.
#[must_use]
pub fn allowed_hosts() -> Option<String> {
    document().get_element_by_id("app")?.get_attribute("data-connect")
}

fn origin() -> String {
    window().location().origin().unwrap_or_default()
}
