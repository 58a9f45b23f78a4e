//! The sentences of the interface, by feature, as functions with typed arguments.

pub mod compare;
pub mod compare_markdown;
pub mod date;
pub mod failures;
pub mod journey;
pub mod ladder;
pub mod list;
pub mod matrix;
pub mod matrix_csv;
pub mod not_found;
pub mod open;
pub mod plan;
pub mod resource;
pub mod role;
pub mod search;
pub mod skill;
#[cfg(feature = "ssr")]
pub mod social_card;

pub use crate::ui::count;

/// Shown until a page has loaded.
pub const LOADING: &str = "Loading…";
/// What a suggestion says that was chosen before.
pub const ALREADY_CHOSEN: &str = "already chosen";
