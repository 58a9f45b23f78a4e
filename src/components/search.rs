//! The search dialog.

pub mod dialog;
mod index;
pub mod panel;
pub mod results;
