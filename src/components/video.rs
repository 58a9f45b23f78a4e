//! Videos and other resources.

pub mod card;
pub mod now_playing;
pub mod resource_title;
pub mod seen_checkbox;
