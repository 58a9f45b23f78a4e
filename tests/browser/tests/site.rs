//! Every page of the site, in a browser. One program, so that it is linked once.
#![allow(missing_docs, clippy::panic, clippy::unwrap_used, clippy::expect_used, reason = "tests")]

mod harness;
mod start;
