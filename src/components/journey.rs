//! The visitor's place on the ladder: where they are now, the next step, and the marks on the rungs.

pub mod fields;
pub mod rung_mark;
pub mod search_fields;

/// The id of the field "Where are you now?".
pub const WHERE_NOW_ID: &str = "where-now";
