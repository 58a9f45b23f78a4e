//! Writes a document as JSON in its canonical form.

use super::Ext;
use crate::Document;
use serde_json::value::RawValue;

/// Why a document cannot be written.
#[derive(Debug, thiserror::Error)]
#[error("the document cannot be written as JSON")]
pub struct WriteError(#[from] serde_json::Error);

/// A document as JSON text: fields in the order of the format, defaults left out, short forms where
/// nothing else is said, two spaces a level, a line break at the end. Reading it again gives an
/// equal document.
///
/// # Errors
/// Only where `ext` is not JSON, which reading never leaves behind.
pub fn write(document: &Document) -> Result<String, WriteError> {
    let ext = document.ext.as_deref().map(serde_json::from_str::<&RawValue>).transpose()?;
    let wire = super::Document::of(document, ext.map(Ext));
    Ok(indented(&serde_json::to_string(&wire)?))
}

/// Gives JSON without white space a line an item, two spaces a level.
fn indented(json: &str) -> String {
    let mut pretty = String::with_capacity(json.len() * 3 / 2);
    let mut depth = 0;
    let (mut inside, mut escaped) = (false, false);
    let mut chars = json.chars().peekable();
    while let Some(c) = chars.next() {
        if inside {
            pretty.push(c);
            inside = c != '"' || escaped;
            escaped = c == '\\' && !escaped;
            continue;
        }
        match c {
            '{' | '[' => {
                pretty.push(c);
                if let Some(close) = chars.next_if(|next| matches!(next, '}' | ']')) {
                    pretty.push(close);
                } else {
                    depth += 1;
                    new_line(&mut pretty, depth);
                }
            }
            '}' | ']' => {
                depth -= 1;
                new_line(&mut pretty, depth);
                pretty.push(c);
            }
            ',' => {
                pretty.push(c);
                new_line(&mut pretty, depth);
            }
            ':' => pretty.push_str(": "),
            _ => {
                inside = c == '"';
                pretty.push(c);
            }
        }
    }
    pretty.push('\n');
    pretty
}

fn new_line(pretty: &mut String, depth: usize) {
    pretty.push('\n');
    pretty.extend(std::iter::repeat_n("  ", depth));
}
