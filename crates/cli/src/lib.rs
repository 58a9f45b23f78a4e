//! The `career-ladder` command: checks ladders, and builds sites from them and the app.

#[cfg(feature = "site")]
pub mod build;
#[cfg(feature = "site")]
pub mod built_app;
pub mod check;
#[cfg(feature = "site")]
pub mod compress;
pub mod diff_command;
mod diff_markdown;
#[cfg(feature = "site")]
mod digest;
pub mod headers;
pub mod import_command;
pub mod new;
#[cfg(feature = "site")]
pub mod offline;
pub mod outcome;
#[cfg(feature = "site")]
pub mod prerender;
#[cfg(feature = "site")]
pub mod preview;
pub mod report;
pub mod site_ladders;
#[cfg(feature = "site")]
pub mod site_options;
#[cfg(feature = "site")]
pub mod social_card;
pub mod source_report;
#[cfg(feature = "site")]
pub mod theme;
