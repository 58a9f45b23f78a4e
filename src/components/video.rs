//! Videos and other resources.

pub mod card;
pub mod poster;
pub mod resource_facts;
pub mod seen_checkbox;
