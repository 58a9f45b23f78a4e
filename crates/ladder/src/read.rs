//! Reads a document and tells everything that is wrong with it.
//!
//! The text is gone through twice, each time value by value, so that a page can do something else
//! in between: first to learn whether it is JSON, what stands where and which ids there are; then
//! to read the lists item by item. Only one item is taken apart at a time.
//!
//! What is called for every item or value is kept out of line. A browser runs a function of a program
//! as it came until it has made it fast, and a large one takes it half a second, in which a document
//! of 8 MB can be read twice (<https://v8.dev/docs/wasm-compilation-pipeline>). The optimiser, left
//! alone, puts everything into two functions.

mod beginning;
mod cursor;
mod document;
mod flaw;
mod form;
mod ids;
mod index;
mod limits;
mod nearest;
mod parts;
mod reader;
mod report;
mod role;
mod scan;
mod sense;
mod skill;
mod tape;
mod tell;
mod web;
mod words;

#[cfg(test)]
mod tests;

use super::model::Ladder;
use super::problem::Problem;
pub use beginning::Beginning;
pub use form::is_date;
pub use nearest::nearest;
pub use reader::Reader;

/// What came of reading a document.
#[derive(Debug, PartialEq)]
pub struct Reading {
    /// The ladder; none where any problem is an error.
    pub ladder: Option<Ladder>,
    /// Everything that is wrong, in the order of the text.
    pub problems: Vec<Problem>,
    /// Whether the ladder says all that the document says. Not so where a field is unknown or a
    /// language tag has not the form of one: writing the ladder would leave these out.
    pub complete: bool,
}

/// Reads a document whole. A page that stays answerable takes a [`Reader`].
#[must_use]
pub fn read(text: &str) -> Reading {
    let mut reader = Reader::new(text);
    while reader.step(usize::MAX) {}
    reader.finish()
}
