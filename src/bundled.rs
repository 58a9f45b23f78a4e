//! The ladder that comes with the page, compiled in so that the first view needs no request.

use crate::ladder::{Ladder, Problem, read};

/// The document, as it is also served.
pub const DOCUMENT: &str = include_str!("../public/ladders/ai-developer.json");

/// Reads the bundled ladder.
///
/// # Errors
/// The problems of the document. A test keeps it free of them.
pub fn ladder() -> Result<Ladder, Vec<Problem>> {
    let reading = read(DOCUMENT);
    reading.ladder.ok_or(reading.problems)
}
