//! Checks the texts of a document: names, ids, addresses, dates, language tags.

use super::context::Context;
use super::token_tree::{Kind, NodeId};
use crate::document::language_tag::is_language_tag;
use crate::document::{Address, Id, is_date};
use crate::markup;
use crate::quote::{is_bidi_control, shown};
use std::borrow::Cow;

impl<'a> Context<'_, 'a> {
    /// A name or title: not blank, without characters that change the direction of the text.
    #[inline(never)]
    pub fn name(&mut self, node: NodeId) -> Option<Cow<'a, str>> {
        let name = self.inline_text(node)?;
        if name.chars().all(is_invisible) {
            self.field_error(node, "can’t be empty");
            return None;
        }
        Some(name)
    }

    /// Text without characters that change the direction of the text after it.
    #[inline(never)]
    pub fn inline_text(&mut self, node: NodeId) -> Option<Cow<'a, str>> {
        let text = self.string(node)?;
        if text.is_ascii() {
            return Some(text);
        }
        Some(Cow::Owned(text.chars().filter(|c| !is_bidi_control(*c)).collect()))
    }

    /// A text that may have markup. Warns about what looks like markup but is shown unchanged.
    #[inline(never)]
    pub fn rich_text(&mut self, node: NodeId) -> Option<Cow<'a, str>> {
        let text = self.string(node)?;
        let Some(found) = markup::parse(&text) else { return Some(text) };
        if self.has_markup {
            for fault in found.faults {
                self.warning(node, fault.to_string());
            }
        } else if let Some(first) = found.first {
            let reason = "format 1 has no markup; set `format` to 2 to use it";
            self.warning(node, format!("{} is shown as it is written: {reason}", shown(&first)));
        }
        Some(text)
    }

    /// An id.
    #[inline(never)]
    pub fn id(&mut self, node: NodeId) -> Option<Cow<'a, str>> {
        let text = self.string(node)?;
        if let Err(fault) = Id::parse(&text) {
            let near = slug(&text);
            let example = if near.is_empty() { "senior-engineer" } else { &near };
            self.error(node, format!("{} {fault}, for example `{example}`", shown(&text)));
            return None;
        }
        Some(text)
    }

    /// An address.
    #[inline(never)]
    pub fn address(&mut self, node: NodeId) -> Option<Cow<'a, str>> {
        let text = self.string(node)?;
        if let Err(fault) = Address::parse(&text) {
            self.error(node, format!("{} {fault}", shown(&text)));
            return None;
        }
        Some(text)
    }

    /// The address of a resource. An invalid address is kept as written and reported as a warning.
    #[inline(never)]
    pub fn resource_address(&mut self, node: NodeId) -> Option<Cow<'a, str>> {
        let text = self.string(node)?;
        if let Err(fault) = Address::parse(&text) {
            let result = "the resource is shown without a link";
            self.warning(node, format!("{} {fault}; {result}", shown(&text)));
        }
        Some(text)
    }

    /// A date; one of another form is kept as it is, with a warning.
    pub fn date(&mut self, node: NodeId) -> Option<Cow<'a, str>> {
        let text = self.string(node)?;
        if !is_date(&text) {
            let message = format!("{} is not a date; use the form `2026-01-31`", shown(&text));
            self.warning(node, message);
        }
        Some(text)
    }

    /// Whether a value is a language tag. Warns about text that is not, which is left out.
    pub fn is_language_tag(&mut self, node: NodeId) -> bool {
        let Some(text) = self.string(node) else { return false };
        let is_tag = is_language_tag(&text);
        if !is_tag {
            self.report.is_lossy = true;
            let form = "is not a language tag; use one like `en` or `pt-BR`";
            self.warning(node, format!("{} {form}", shown(&text)));
        }
        is_tag
    }

    /// Any JSON object, without the white space between its tokens.
    pub fn raw_json(&mut self, node: NodeId) -> Option<Cow<'a, str>> {
        if self.tree.kind(node) != Kind::Object {
            self.wrong_type(node, "an object");
            return None;
        }
        self.duplicate_keys_below(node);
        Some(Cow::Owned(compact(self.tree.written(node))))
    }
}

/// Whether a character cannot be seen.
fn is_invisible(c: char) -> bool {
    let no_width = matches!(c, '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}');
    no_width || c.is_whitespace() || c.is_control()
}

/// A valid id that is close to `text`; empty if there is none.
fn slug(text: &str) -> String {
    let mut slug = String::new();
    if !text.is_ascii() {
        return slug;
    }
    for c in text.chars() {
        if c.is_ascii_alphanumeric() {
            slug.push(c.to_ascii_lowercase());
        } else if !slug.is_empty() && !slug.ends_with('-') {
            slug.push('-');
        }
    }
    slug.truncate(Id::MAX_LEN);
    slug.truncate(slug.trim_end_matches('-').len());
    slug
}

/// JSON without the white space between its tokens.
fn compact(json: &str) -> String {
    let mut inside = false;
    let mut escaped = false;
    let keep = |c: &char| {
        let keep = inside || !matches!(c, ' ' | '\n' | '\r' | '\t');
        if *c == '"' && !escaped {
            inside = !inside;
        }
        escaped = inside && *c == '\\' && !escaped;
        keep
    };
    json.chars().filter(keep).collect()
}
