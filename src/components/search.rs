//! Search.

pub mod dialog;
pub mod panel;
pub mod results;
