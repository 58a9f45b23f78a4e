//! The document's title and description.

/// Sets both, as the page that is shown has them.
pub fn set(title: &str, description: &str) {
    let Some(document) = super::document() else { return };
    document.set_title(title);
    if let Ok(Some(meta)) = document.query_selector("meta[name=description]") {
        let _ = meta.set_attribute("content", description);
    }
}
