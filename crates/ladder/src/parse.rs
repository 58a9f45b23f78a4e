//! Parses a document and reports all its problems.
//!
//! There are two passes over the text, each value by value, so that a page can do other work in
//! between. The first checks whether it is JSON, where its fields are and which ids it declares. The
//! second turns one item of a list at a time into a [token tree](token_tree) and that into its type, by
//! a [serde deserializer](deserializer) that reports problems and continues.
//!
//! Functions that are called for every item or value are kept out of line (`inline(never)`). A browser
//! runs a function slowly until it has optimised it, which takes half a second for a large one: in that
//! time a document of 8 MB can be parsed twice
//! (<https://v8.dev/docs/wasm-compilation-pipeline>).

mod context;
mod deserializer;
mod form;
mod ids;
mod item_checks;
pub mod limits;
mod lists;
mod object_fields;
mod parser;
mod partial;
mod pointer_at;
mod reference_graph;
mod report;
mod scales;
mod scanner;
mod semantic_checks;
mod suggest;
mod syntax_error;
mod token_tree;
mod top_level;
mod value_text;

#[cfg(test)]
mod tests;

pub use parser::{Parser, Reading};
pub use partial::PartialScan;
pub use suggest::nearest;

/// Parses a whole document. A page that stays responsive uses a [`Parser`].
#[must_use]
pub fn read(text: &str) -> Reading {
    Parser::new(text).finish()
}
