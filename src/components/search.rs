//! The search dialog.

pub mod dialog;
pub mod panel;
pub mod results;
