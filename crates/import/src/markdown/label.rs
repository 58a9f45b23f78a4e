//! Labels in front of a text, such as `Skill focus:`, and pictures in front of a name.

use super::block::Line;
use crate::column::RowKind;
use crate::mapping::Mapping;
use crate::split::without_number;
use crate::text::{TextRun, plain_text};

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
    let plain = line.plain();
    let is_strong = |run: &TextRun| run.link.is_none() && run.style.strong;
    let is_normal = |run: &TextRun| run.link.is_none() && !run.style.strong;
    let strong = plain_text(&line.runs[..line.leading(is_strong)]).len();
    let (label, rest) = if strong > 0 {
        let (strong, after) = plain.split_at(strong);
        match (strong.trim_end().strip_suffix(':'), after.trim_start().strip_prefix(':')) {
            (Some(label), _) => (label, after),
            (None, Some(rest)) => (strong, rest),
            // Bold text alone on a line is a label for what comes below.
            (None, None) if after.is_empty() && field(strong).is_some() => (strong, after),
            _ => return None,
        }
    } else {
        let normal = plain_text(&line.runs[..line.leading(is_normal)]).len();
        let (label, _) = plain[..normal].split_once(':')?;
        let rest = &plain[label.len() + 1..];
        let is_label = field(label).is_some() || label.split_whitespace().count() <= 3;
        if !is_label || rest.starts_with("//") {
            return None;
        }
        (label, rest)
    };
    let label = label.trim().to_owned();
    let rest = line.part(rest.trim_start(), &plain);
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
