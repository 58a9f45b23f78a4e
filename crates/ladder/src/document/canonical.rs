//! Writes a document as JSON in its canonical form.

use super::indent::indented;
use super::json_serializer::{JsonSerializer, WriteError};
use super::{Document, Id};
use serde::Serialize;

/// A document as JSON text: fields in the order of the format, defaults left out, short forms where
/// possible, two spaces per level, a line break at the end. Parsing it again gives an
/// equal document.
///
/// # Errors
/// If a reference is out of range, which never happens in a parsed document.
pub fn to_json(document: &Document) -> Result<String, WriteError> {
    let mut json = String::new();
    let id_of = |reference: &str, index| id_of(document, reference, index).map(Id::as_str);
    document.serialize(JsonSerializer::new(&mut json, &id_of))?;
    Ok(indented(&json))
}

/// As [`to_json`], on one line and with the ids in references replaced: `present` takes the type of a reference
/// and the id.
pub(crate) fn to_json_with<'a>(
    document: &'a Document,
    present: &'a dyn Fn(&str, &'a str) -> &'a str,
) -> Result<String, WriteError> {
    let mut json = String::new();
    let id_of = |reference: &str, index| {
        Some(present(reference, id_of(document, reference, index)?.as_str()))
    };
    document.serialize(JsonSerializer::new(&mut json, &id_of))?;
    Ok(json)
}

/// The id that a reference of this type stands for.
fn id_of<'a>(document: &'a Document, reference: &str, index: usize) -> Option<&'a Id> {
    match reference {
        "RoleIx" => document.roles.get(index).map(|role| &role.id),
        "SkillIx" => document.skills.get(index).map(|skill| &skill.id),
        "LevelIx" => document.scale.get(index).map(|level| &level.id),
        "CategoryIx" => document.categories.get(index).map(|category| &category.id),
        "TrackIx" => document.tracks.get(index).map(|track| &track.id),
        "ResourceIx" => document.resources.get(index).map(|resource| &resource.id),
        _ => None,
    }
}
