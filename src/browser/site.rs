//! The site that serves the page, and URLs as the browser parses them.

use super::start_script::{BASE, SITE_DATA, SITE_DATA_INTEGRITY};
use crate::router;
use gloo_net::http::Request;
use ladder::Address;
use leptos::prelude::{document, window};
use web_sys::{RequestCredentials, RequestMode, Url};

/// The absolute URL of a file of this site.
#[must_use]
pub fn file_url(file: &str) -> String {
    format!("{}{}{file}", origin(), router::base())
}

/// The path under which the site is hosted, as its pages say.
#[must_use]
pub fn base() -> String {
    script_attribute(BASE).unwrap_or_else(|| "/".to_owned())
}

/// Fetches the data of the site (`crate::stores::SiteData`), which every page preloads.
///
/// # Errors
/// If it does not arrive, or differs from what the page was built with.
pub async fn fetch_data() -> Result<Vec<u8>, gloo_net::Error> {
    let url = script_attribute(SITE_DATA).unwrap_or_default();
    // The mode and credentials of a preload without `crossorigin`, which every browser reuses.
    let request = Request::get(&url)
        .mode(RequestMode::NoCors)
        .credentials(RequestCredentials::Include)
        .integrity(&script_attribute(SITE_DATA_INTEGRITY).unwrap_or_default());
    let response = request.send().await?;
    if !response.ok() {
        return Err(gloo_net::Error::GlooError(format!("{url} returned {}", response.status())));
    }
    response.binary().await
}

/// An attribute of the script that started the app.
fn script_attribute(name: &str) -> Option<String> {
    let script = document().query_selector(&format!("script[{BASE}]")).ok()??;
    script.get_attribute(name)
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
