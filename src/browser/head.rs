//! The document's title and canonical address.

use web_sys::Document;

/// Sets the title of the page that is shown.
pub fn set(title: &str) {
    let Some(document) = super::document() else { return };
    document.set_title(title);
    forget_canonical(&document);
}

/// The canonical address was delivered for one page without parameters; anywhere else whoever shares
/// the page would share that one.
fn forget_canonical(document: &Document) {
    let Ok(Some(link)) = document.query_selector("link[rel=canonical]") else { return };
    let Some(location) = document.location() else { return };
    let shown = location.pathname().unwrap_or_default();
    let parameters = location.search().unwrap_or_default();
    let href = link.get_attribute("href").unwrap_or_default();
    if !parameters.is_empty() || path(&href).trim_end_matches('/') != shown.trim_end_matches('/') {
        link.remove();
    }
}

/// The path of a whole address.
fn path(address: &str) -> &str {
    let behind = address.split_once("://").map_or("", |(_, behind)| behind);
    behind.find('/').map_or("", |at| &behind[at..])
}
