//! Videos and other resources.

pub mod card;
pub mod now_playing;
mod poster;
pub mod seen_checkbox;
