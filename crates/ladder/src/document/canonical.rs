//! Writes a document as JSON in its canonical form.

use super::indent::indented;
use super::json_serializer::{JsonSerializer, Texts, WriteError};
use super::{Document, FormatVersion, Id};
use serde::Serialize;

/// A document as JSON text: fields in the order of the format, defaults left out, short forms where
/// possible, two spaces per level, a line break at the end. Parsing it again gives an
/// equal document.
///
/// # Errors
/// If a reference is out of range, which never happens in a parsed document.
pub fn to_json(document: &Document) -> Result<String, WriteError> {
    canonical(document, Texts::AsWritten)
}

/// As [`to_json`], in the latest version of the format. Texts of an earlier version are escaped, so that they
/// read the same.
///
/// # Errors
/// As [`to_json`].
pub fn to_latest_json(document: &Document) -> Result<String, WriteError> {
    match document.format {
        FormatVersion::LATEST => to_json(document),
        FormatVersion::One => canonical(document, Texts::Upgraded),
    }
}

fn canonical(document: &Document, texts: Texts) -> Result<String, WriteError> {
    let mut json = String::new();
    let id_of = |reference: &str, index| id_of(document, reference, index).map(Id::as_str);
    document.serialize(JsonSerializer::new(&mut json, &id_of, texts))?;
    Ok(indented(&json))
}

/// As [`to_json`], on one line, with what texts say in place of their markup, and with the ids in references
/// replaced: `present` takes the type of a reference and the id.
pub(crate) fn to_spoken_json<'a>(
    document: &'a Document,
    present: &'a dyn Fn(&str, &'a str) -> &'a str,
) -> Result<String, WriteError> {
    let mut json = String::new();
    let id_of = |reference: &str, index| {
        Some(present(reference, id_of(document, reference, index)?.as_str()))
    };
    let texts = match document.format {
        FormatVersion::One => Texts::AsWritten,
        FormatVersion::Two => Texts::Spoken,
    };
    document.serialize(JsonSerializer::new(&mut json, &id_of, texts))?;
    Ok(json)
}

/// The id that a reference of this type stands for.
fn id_of<'a>(document: &'a Document, reference: &str, index: usize) -> Option<&'a Id> {
    match reference {
        "RoleIx" => document.roles.get(index).map(|role| &role.id),
        "SkillIx" => document.skills.get(index).map(|skill| &skill.id),
        "ScaleIx" => document.scales.get(index).map(|scale| &scale.id),
        "LevelIx" => {
            let (index, scale) = document.scale_with(index.into());
            scale.get(index).map(|level| &level.id)
        }
        "CategoryIx" => document.categories.get(index).map(|category| &category.id),
        "TrackIx" => document.tracks.get(index).map(|track| &track.id),
        "ResourceIx" => document.resources.get(index).map(|resource| &resource.id),
        _ => None,
    }
}
