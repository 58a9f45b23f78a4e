//! Videos and other resources.

pub mod card;
pub mod poster;
pub mod seen_checkbox;
