//! The document's title and canonical link.

use leptos::prelude::{document, window};
use web_sys::Url;

/// Sets the title of the current page.
pub fn set_title(title: &str) {
    document().set_title(title);
    remove_outdated_canonical();
}

/// The canonical link was prerendered for one page without parameters. It is removed on any other
/// page, because sharing would use it.
fn remove_outdated_canonical() {
    let Ok(Some(link)) = document().query_selector("link[rel=canonical]") else { return };
    let location = window().location();
    let path = location.pathname().unwrap_or_default();
    let is_current = location.search().is_ok_and(|query| query.is_empty())
        && Url::new(&link.get_attribute("href").unwrap_or_default())
            .is_ok_and(|url| url.pathname().trim_end_matches('/') == path.trim_end_matches('/'));
    if !is_current {
        link.remove();
    }
}
