//! The skill page.

pub mod levels;
