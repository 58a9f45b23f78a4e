//! Labels in front of a text, such as `Skill focus:`, and pictures in front of a name.

use super::block::{Line, Piece};
use crate::column::RowKind;
use crate::mapping::Mapping;
use crate::split::without_number;

/// A line whose text begins with a label.
pub(super) struct Labelled {
    pub label: String,
    /// The field that the label stands for; `None` if it is not known.
    pub field: Option<&'static str>,
    /// What comes after it.
    pub rest: Line,
}

/// Splits a label from the line it begins: bold text, or a known name, before a colon.
pub(super) fn labelled(line: &Line, mapping: &Mapping) -> Option<Labelled> {
    let field = |label: &str| RowKind::Role.field(label, mapping);
    let mut pieces = line.pieces.clone();
    let (label, rest) = match pieces.first()? {
        Piece::Strong(strong) => {
            let after = pieces.get(1).map_or("", Piece::text).to_owned();
            match (strong.trim_end().strip_suffix(':'), after.trim_start().strip_prefix(':')) {
                (Some(label), _) => (label.to_owned(), after),
                (None, Some(rest)) => (strong.clone(), rest.to_owned()),
                // Bold text alone on a line is a label for what comes below.
                (None, None) if pieces.len() == 1 && field(strong).is_some() => {
                    (strong.clone(), String::new())
                }
                _ => return None,
            }
        }
        Piece::Text(text) => {
            let (label, rest) = text.split_once(':')?;
            let is_label = field(label).is_some() || label.split_whitespace().count() <= 3;
            if !is_label || rest.starts_with("//") {
                return None;
            }
            let rest = rest.to_owned();
            let label = label.to_owned();
            pieces.insert(0, Piece::Text(String::new()));
            (label, rest)
        }
        Piece::Link { .. } => return None,
    };
    let label = label.trim().to_owned();
    let rest_pieces = std::iter::once(Piece::Text(rest.trim_start().to_owned()))
        .chain(pieces.into_iter().skip(2));
    let rest = Line { pieces: rest_pieces.collect(), ..line.clone() };
    Some(Labelled { field: field(&label), label, rest })
}

/// A name without a number and a picture in front, and the picture.
pub(super) fn without_icon(text: &str) -> (Option<String>, String) {
    let text = without_number(text.trim());
    let (icon, rest) = split_icon(text);
    let name = without_number(rest).trim().to_owned();
    if name.is_empty() { (None, text.trim().to_owned()) } else { (icon.map(str::to_owned), name) }
}

/// Splits pictures from the start of a text.
pub(super) fn split_icon(text: &str) -> (Option<&str>, &str) {
    let is_picture =
        |c: char| !c.is_ascii() && !c.is_alphanumeric() && !"“”‘’«»¿¡–—…（「".contains(c);
    let rest = text.trim_start_matches(is_picture);
    let icon = text[..text.len() - rest.len()].trim();
    (Some(icon).filter(|icon| !icon.is_empty()), rest)
}

/// A text with a capital in front, for a name that stood within a sentence.
pub(super) fn capitalised(text: &str) -> String {
    let mut chars = text.chars();
    let first = chars.next().into_iter().flat_map(char::to_uppercase);
    first.chain(chars).collect()
}
