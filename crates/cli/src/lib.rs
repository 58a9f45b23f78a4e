//! The `career-ladder` command: checks ladders, and turns the app that Trunk built into a site to host.

pub mod check;
pub mod compress;
pub mod diff_command;
mod diff_markdown;
mod digest;
pub mod headers;
pub mod import_command;
pub mod new;
pub mod offline;
#[cfg(feature = "site")]
pub mod prerender;
pub mod report;
#[cfg(feature = "site")]
pub mod site;
pub mod site_options;
#[cfg(feature = "site")]
mod social_card;
pub mod source_report;
pub mod theme;
