//! Reads what people write: JSON, YAML and TOML become one document. Every problem keeps its place in
//! the source. Pure: no files, no clock.

mod decode;
mod format;
mod json_writer;
mod node;
mod source;
mod source_document;
mod toml_reader;
mod yaml_reader;
mod yaml_scalar;

pub use format::SourceFormat;
pub use source::{Location, Source};
pub use source_document::{
    SourceDocument, SourceProblem, SourceReading, read_and_check, read_document,
};
