//! Reads what people write: documents, tables, workbooks and Markdown become one document. Every
//! problem keeps its place in the source. Pure: no files, no clock.

mod cell_error;
mod column;
mod comments;
mod csv_table;
mod decode;
mod document_writer;
mod draft;
mod format;
mod import;
mod json_writer;
mod known_ids;
mod layout;
mod level_order;
mod mapping;
mod markdown;
mod markup_writer;
mod merged;
mod node;
mod node_fields;
mod remark;
mod requirement_cell;
mod rich_fields;
mod role_match;
mod slug;
mod source;
mod source_document;
mod split;
mod table;
mod text;
mod toml_reader;
mod toml_writer;
mod update;
mod workbook;
mod yaml_reader;
mod yaml_scalar;
mod yaml_writer;

pub use comments::has_comments;
pub use document_writer::{WriteDocumentError, write_document};
pub use format::SourceFormat;
pub use import::{Imported, SourceFile, import};
pub use mapping::Mapping;
pub use remark::{Remark, RemarkKind};
pub use source::{Location, Source};
pub use source_document::{
    RefusedSource, SourceDocument, SourceProblem, SourceReading, read_and_check, read_document,
};
pub use update::{UpdateError, Updated, update};
pub use workbook::cell_name;
