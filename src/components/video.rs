//! Videos and other resources.

pub mod card;
pub mod now_playing;
pub mod seen_checkbox;
