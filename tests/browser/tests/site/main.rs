//! Every page of the site, in a browser. One program, so that it is linked once.
#![allow(missing_docs, clippy::panic, clippy::unwrap_used, clippy::expect_used, reason = "tests")]

mod accessibility;
mod addresses;
mod bundled;
mod every_page;
mod filter;
mod harness;
mod keyboard;
mod ladder;
mod matrix;
mod matrix_filters;
mod plan;
mod plan_kept;
mod print;
mod role;
mod search;
mod skill;
mod start;
mod targets;
mod theme;
mod video;
mod without_program;
