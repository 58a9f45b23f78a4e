//! A harness for browser tests.
//!
//! [`visit`] opens a page of the built site in a new browser profile and passes it to the test. Tests use
//! a [`Page`] as a visitor does: elements by role and accessible name, the keyboard, viewport sizes,
//! color schemes. Afterwards `visit` asserts that the console has no errors.
//!
//! ```ignore
//! #[tokio::test]
//! async fn clear_all_removes_every_filter() {
//!     visit("/?skills=python", async |page| {
//!         page.by_role("button", "Clear all").await.click().await;
//!         page.wait_for_url("/").await;
//!     })
//!     .await;
//! }
//! ```
#![allow(clippy::panic, clippy::expect_used, reason = "test code: failures are panics")]

mod axe;
mod by_role;
mod chromedriver;
mod chromium;
mod chunked_body;
mod computed;
mod console;
mod csp;
mod devtools;
mod downloads;
mod element;
mod emulation;
mod engine;
mod firefox;
mod fixture;
mod headers_file;
mod marionette;
mod media_type;
mod mock_site;
mod network;
mod old_chromium;
mod page;
mod print;
pub mod project;
mod published_site;
mod requests;
mod screenshot;
mod server;
mod session;
mod site_version;
mod tabs;
mod wait;
mod webkit;

pub use csp::site_with_connect_src;
pub use element::Element;
pub use emulation::ColorScheme;
pub use engine::Engine;
pub use fixture::{visit, with_new_browser, with_page, with_service_worker, with_site};
pub use mock_site::{MockResponse, MockSite};
pub use old_chromium::OldChromium;
pub use page::Page;
pub use published_site::PublishedSite;
pub use server::{Corruption, Server};
pub use site_version::{SiteVersion, page_urls};
pub use tabs::Tab;
pub use thirtyfour::Key;
