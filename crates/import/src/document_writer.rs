//! Writes a ladder in the format of a file.

use crate::format::SourceFormat;
use crate::source_document::RefusedSource;
use crate::toml_writer::to_toml;
use crate::yaml_writer::to_yaml;

/// Why a ladder cannot be written in a format.
#[derive(Debug, thiserror::Error)]
pub enum WriteDocumentError {
    /// The ladder is not JSON, which a written ladder always is.
    #[error("it is not JSON")]
    NotJson(RefusedSource),
    /// TOML has no null, which `ext` may have, and no large numbers.
    #[error("TOML cannot have all of its values")]
    NotToml,
}

/// A ladder in JSON as a file of this format: YAML or TOML, and JSON for all others.
///
/// # Errors
/// If the format cannot have a value of the ladder.
pub fn write_document(format: SourceFormat, json: &str) -> Result<String, WriteDocumentError> {
    match format {
        SourceFormat::Yaml => to_yaml(json).map_err(WriteDocumentError::NotJson),
        SourceFormat::Toml => to_toml(json).ok_or(WriteDocumentError::NotToml),
        _ => Ok(json.to_owned()),
    }
}
