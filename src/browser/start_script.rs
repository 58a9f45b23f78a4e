//! Names shared with `public/start.js`, each declared once on this side.

/// The global with the worker that the script started: `{ worker, messages, requested }`.
pub(super) const EARLY_READER: &str = "earlyReader";

/// On the root element while the prerendered content belongs to another ladder than the one being opened.
pub(super) const OPENING: &str = "data-opening";

/// On the root element once the program has crashed.
pub(super) const BROKEN: &str = "data-broken";

/// On a style sheet's link while it is loading.
pub(super) const LOADING: &str = "data-loading";

/// On the script: the path under which the site is hosted.
pub(super) const BASE: &str = "data-base";

/// On the script: the address of the site's packed data.
pub(super) const SITE_DATA: &str = "data-site";

/// On the script: the digest of the site's packed data.
pub(super) const SITE_DATA_INTEGRITY: &str = "data-site-integrity";

#[cfg(test)]
mod tests {
    use super::{BROKEN, EARLY_READER, LOADING, OPENING};

    #[test]
    fn the_script_uses_the_same_names() {
        let script = include_str!("../../public/start.js");
        let property = |attribute: &str| attribute.replace("data-", ".");
        let names =
            [EARLY_READER.to_owned(), property(OPENING), property(BROKEN), property(LOADING)];
        let request = format!("\"{}\"", reader::RequestKind::FetchAndStore.name());
        for name in names.iter().chain([&request]) {
            assert!(script.contains(name.as_str()), "start.js does not use {name}");
        }
    }
}
