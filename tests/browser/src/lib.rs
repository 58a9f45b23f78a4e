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
mod chromium;
mod console;
mod downloads;
mod driver;
mod element;
mod elsewhere;
mod faults;
mod find;
mod headers_file;
mod host;
mod look;
mod media_type;
mod page;
mod paper;
mod pieces;
mod policy;
pub mod project;
mod requests;
mod server;
mod tabs;
mod until;
mod version;
mod visit;
mod wait;

pub use element::Element;
pub use elsewhere::{Answer, Elsewhere};
pub use host::Host;
pub use look::Scheme;
pub use page::Page;
pub use policy::connecting_to;
pub use server::Server;
pub use tabs::Tab;
pub use thirtyfour::Key;
pub use version::{Version, addresses};
pub use visit::{on_empty_page, on_site, on_site_alone, visit};
