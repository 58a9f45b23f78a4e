//! Every page of the site, in a browser. One program, so that it is linked once.
#![allow(missing_docs, clippy::panic, clippy::unwrap_used, clippy::expect_used, reason = "tests")]

mod accessibility;
mod addresses;
mod bundled;
mod compare;
mod every_page;
mod filter;
mod harness;
mod hostile;
mod keyboard;
mod ladder;
mod large_matrix;
mod matrix;
mod matrix_filters;
mod new_version;
mod offline;
mod open;
mod open_elsewhere;
mod open_file;
mod plan;
mod plan_kept;
mod policy;
mod print;
mod published;
mod role;
mod search;
mod shapes;
mod skill;
mod start;
mod take_over;
mod targets;
mod theme;
mod video;
mod without_program;
