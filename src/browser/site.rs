//! The site that the page is on, its clock, and addresses as the browser reads them.

use crate::router::BASE;
use js_sys::Date;
use ladder::Address;
use web_sys::Url;

/// The whole address of a file of this site.
#[must_use]
pub fn address_of(file: &str) -> String {
    format!("{}{BASE}{file}", origin())
}

/// Whether an address is on this very site.
#[must_use]
pub fn holds(address: &Address) -> bool {
    Url::new(address.as_str()).is_ok_and(|url| url.origin() == origin())
}

/// The host of an address in plain letters, as in `xn--bcher-kva.example`: letters of other scripts
/// can be made to look like those of a host one trusts.
#[must_use]
pub fn plain_host(address: &str) -> String {
    Url::new(address).map(|url| url.host()).unwrap_or_default()
}

/// The other hosts that pages of this site may ask for a ladder, as its publisher names them; none
/// where nobody says.
#[must_use]
pub fn may_ask() -> Option<String> {
    super::document()?.get_element_by_id("app")?.get_attribute("data-connect")
}

/// Today where the visitor is, as `2026-03-03`.
#[must_use]
pub fn today() -> String {
    let now = Date::new_0();
    format!("{:04}-{:02}-{:02}", now.get_full_year(), now.get_month() + 1, now.get_date())
}

fn origin() -> String {
    super::window().and_then(|window| window.location().origin().ok()).unwrap_or_default()
}
