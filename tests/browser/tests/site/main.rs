//! Tests of every page in a browser, in one binary so that they are linked once.
#![allow(missing_docs, clippy::panic, clippy::unwrap_used, clippy::expect_used, reason = "tests")]

mod accessibility;
mod bundled_ladder;
mod compare;
mod content_security_policy;
mod every_page;
mod harness;
mod hostile_ladder;
mod invalid_urls;
mod journey;
mod keyboard;
mod ladder;
mod large_matrix;
mod matrix;
mod matrix_filters;
mod mount;
mod new_version;
mod offline;
mod open_bundled;
mod open_file;
mod open_url;
mod phone;
mod plan;
mod plan_storage;
mod print;
mod published_site;
mod role;
mod search;
mod shapes;
mod skill;
mod skill_filter;
mod startup_errors;
mod target_size;
mod theme;
mod video;
mod without_javascript;
