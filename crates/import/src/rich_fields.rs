//! The texts of a document that may have markup, and how each format has them.

use crate::markup_writer::markup;
use crate::node::{Node, Value};
use crate::remark::{Kept, Report};
use crate::source::Location;
use crate::text::{Text, TextRun, links, plain_text};
use ladder::{Address, FormatVersion, escape_text, shown};

/// The fields that are such texts.
const TEXTS: [&str; 8] =
    ["summary", "license", "attribution", "text", "description", "focus", "impact", "note"];
/// The fields that are lists of such texts.
const LISTS: [&str; 4] = ["responsibilities", "statements", "signals", "examples"];

/// Whether a text in a field of this name may have markup.
pub(crate) fn is_rich_text(field: &str) -> bool {
    TEXTS.contains(&field)
}

/// Turns all texts into what a document of the format has: format 2 if one of them has markup, unless the mapping
/// says another. Returns the format.
pub(crate) fn write_texts(
    node: &mut Node,
    wanted: Option<FormatVersion>,
    kept: &mut Kept,
    report: &mut Report,
) -> FormatVersion {
    let mut has_markup = false;
    for_each_text(node, false, &mut |value, _| {
        if let Value::Marked(runs) = value {
            *value = without_bad_links(std::mem::take(runs), report);
            has_markup |= matches!(value, Value::Marked(_));
        }
    });
    let automatic = if has_markup { FormatVersion::Two } else { FormatVersion::One };
    let format = wanted.unwrap_or(automatic);
    for_each_text(node, false, &mut |value, location| {
        *value = Value::Text(match (&*value, format) {
            (Value::Marked(runs), format) => written(runs, format, location, kept, report),
            (Value::Text(plain), FormatVersion::Two) => escape_text(plain),
            (Value::Text(plain), FormatVersion::One) => plain.clone(),
            _ => return,
        });
    });
    format
}

/// Writes plain texts as a document of format 2 has them.
pub(crate) fn escape_texts(node: &mut Node) {
    for_each_text(node, false, &mut |value, _| {
        if let Value::Text(plain) = value {
            *plain = escape_text(plain);
        }
    });
}

/// A text with markup as the format has it.
fn written(
    runs: &[TextRun],
    format: FormatVersion,
    location: Location,
    kept: &mut Kept,
    report: &mut Report,
) -> String {
    let emphasis = runs.iter().filter(|run| run.style.strong || run.style.emphasis);
    kept.emphasis.extend(emphasis.map(|run| run.location));
    let plain = plain_text(runs);
    if format == FormatVersion::One {
        report.left_out(location, "the markup of this text: format 1 has none");
        return plain;
    }
    match markup(runs) {
        Some(markup) => {
            kept.links.extend(links(runs).into_iter().map(|(_, url)| url.text));
            markup
        }
        None => {
            report.left_out(location, "the markup of this text, because a ladder cannot have it");
            escape_text(&plain)
        }
    }
}

/// The text with links only where a document may have them.
fn without_bad_links(mut runs: Vec<TextRun>, report: &mut Report) -> Value {
    let location = runs.first().map_or(Location::at(1, 1), |run| run.location);
    let is_bad = |url: &Text| Address::new(&url.text).is_none();
    for (title, url) in links(&runs).into_iter().filter(|(_, url)| is_bad(url)) {
        report.left_out(url.location, format!("the address of {}", shown(&title)));
    }
    for run in &mut runs {
        run.link = run.link.take().filter(|url| !is_bad(url));
    }
    let text = Text::from_runs(runs, location);
    if text.has_markup() { Value::Marked(text.runs().into_owned()) } else { Value::Text(text.text) }
}

/// Changes every text that may have markup.
fn for_each_text(node: &mut Node, is_rich: bool, change: &mut dyn FnMut(&mut Value, Location)) {
    match &mut node.value {
        Value::Object(fields) => {
            for (key, node) in fields.iter_mut().filter(|(key, _)| key.name != "ext") {
                match &mut node.value {
                    Value::List(items) => {
                        let is_rich = LISTS.contains(&key.name.as_str());
                        items.iter_mut().for_each(|item| for_each_text(item, is_rich, change));
                    }
                    _ => for_each_text(node, is_rich_text(&key.name), change),
                }
            }
        }
        Value::Text(_) | Value::Marked(_) if is_rich => change(&mut node.value, node.location),
        _ => {}
    }
}
