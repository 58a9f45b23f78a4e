//! Every page of the site, in a browser. One program, so that it is linked once.
#![allow(missing_docs, clippy::panic, clippy::unwrap_used, clippy::expect_used, reason = "tests")]

mod bundled;
mod every_page;
mod filter;
mod harness;
mod ladder;
mod matrix;
mod role;
