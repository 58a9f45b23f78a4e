//! What only a browser can show, seen in one.
//!
//! [`visit`] opens a page of the built folder in a browser profile of its own and hands it to the steps of
//! a test. A [`Page`] is driven the way a visitor does it: by role and accessible name, by keys, at
//! a width, in light or dark. Afterwards the console has to be clean.
//!
//! ```ignore
//! #[tokio::test]
//! async fn one_press_clears_every_filter() {
//!     visit("/?skills=python", async |page| {
//!         page.by_role("button", "Clear all").await.click().await;
//!         page.until_address("/").await;
//!     })
//!     .await;
//! }
//! ```
#![allow(
    clippy::panic,
    clippy::expect_used,
    reason = "this is test code: a failed expectation is how it speaks"
)]

mod axe;
mod browser;
mod by_role;
mod chromedriver;
mod chunked_body;
mod console;
mod csp;
mod downloads;
mod element;
mod emulation;
mod fixture;
mod headers_file;
mod media_type;
mod mock_site;
mod network;
mod page;
mod print;
pub mod project;
mod published_site;
mod requests;
mod server;
mod session;
mod site_version;
mod tabs;
mod until;
mod wait;

pub use csp::connecting_to;
pub use element::Element;
pub use emulation::Scheme;
pub use fixture::{on_empty_page, on_site, on_site_alone, visit};
pub use mock_site::{Answer, Elsewhere};
pub use page::Page;
pub use published_site::Host;
pub use server::Server;
pub use site_version::{Version, addresses};
pub use tabs::Tab;
pub use thirtyfour::Key;
