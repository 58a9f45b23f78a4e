//! Reads texts, names, ids, dates, language tags and addresses.

use super::super::address::Address;
use super::super::id::Id;
use super::super::quote::{is_bidi_control, shown};
use super::cursor::{Cursor, Value};
use super::form::{is_date, is_language_tag};
use super::ids::Thing;
use super::limits::CHARACTERS;
use super::tape::At;
use std::borrow::Cow;

impl<'a> Cursor<'_, 'a> {
    /// Any text, within the limit.
    #[inline(never)]
    pub fn string(&mut self, at: At) -> Option<Cow<'a, str>> {
        let Some(text) = self.tape.string(at) else {
            self.wrong(at, "text");
            return None;
        };
        if text.len() > CHARACTERS && text.chars().count() > CHARACTERS {
            self.field_error(at, "must not be longer than 10,000 characters");
            return None;
        }
        Some(text)
    }

    /// Plain text.
    pub fn text(&mut self, value: Value) -> Option<String> {
        self.text_at(value?)
    }

    /// Plain text.
    #[inline(never)]
    pub fn text_at(&mut self, at: At) -> Option<String> {
        self.string(at).map(Cow::into_owned)
    }

    /// A list of texts.
    pub fn texts(&mut self, value: Value) -> Vec<String> {
        self.each(value, Self::text_at)
    }

    /// A name or title: one that changes no direction and is not blank.
    pub fn name(&mut self, value: Value) -> Option<String> {
        let at = value?;
        let name = self.plain(at)?;
        if name.chars().all(is_unseen) {
            self.field_error(at, "must not be blank");
            return None;
        }
        Some(name)
    }

    /// A list of names.
    pub fn names(&mut self, value: Value) -> Vec<String> {
        self.each(value, Self::plain)
    }

    /// Text without what changes the direction of the text after it.
    #[inline(never)]
    fn plain(&mut self, at: At) -> Option<String> {
        let mut text = self.text_at(at)?;
        if !text.is_ascii() {
            text.retain(|c| !is_bidi_control(c));
        }
        Some(text)
    }

    /// An id.
    pub fn id(&mut self, value: Value) -> Option<Id> {
        let at = value?;
        let text = self.string(at)?;
        let id = Id::new(&text);
        if id.is_none() {
            let near = slug(&text);
            let example = if near.is_empty() { "senior-engineer" } else { &near };
            let form = "at most 64 lower-case letters, digits and hyphens";
            self.error(at, format!("{} is not an id: {form}, as in `{example}`", shown(&text)));
        }
        id
    }

    /// The id of a thing that stands at `place` among its own kind.
    pub fn own_id(&mut self, value: Value, thing: Thing, place: usize) -> Option<Id> {
        let id = self.id(value)?;
        let first = self.ids.of(thing).names.get(id.as_str());
        if let (Some(first), Some(at)) = (first, value)
            && (first as usize) < place
        {
            let (noun, field) = (thing.noun(), thing.field());
            self.error(at, format!("`{id}` is already the id of the {noun} at /{field}/{first}"));
        }
        Some(id)
    }

    /// An ISO date, kept as it is written.
    pub fn date(&mut self, value: Value) -> Option<String> {
        let (at, text) = (value?, self.text(value)?);
        if !is_date(&text) {
            self.warning(at, format!("{} is not a date as in `2026-01-31`", shown(&text)));
        }
        Some(text)
    }

    /// A language tag; nothing where it has not the form of one.
    pub fn language(&mut self, at: At) -> Option<String> {
        let text = self.text_at(at)?;
        if is_language_tag(&text) {
            return Some(text);
        }
        self.report.leaves_out = true;
        let form = "is not a language tag as in `en` or `pt-BR`";
        self.warning(at, format!("{} {form}", shown(&text)));
        None
    }

    /// An address.
    pub fn address(&mut self, value: Value) -> Option<Address> {
        let at = value?;
        let text = self.string(at)?;
        let address = Address::parse(&text);
        address.map_err(|fault| self.error(at, format!("{} {fault}", shown(&text)))).ok()
    }
}

/// Whether a character leaves nothing to be seen.
fn is_unseen(c: char) -> bool {
    let no_width = matches!(c, '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}');
    no_width || c.is_whitespace() || c.is_control()
}

/// The id that `text` may be meant to be; empty where none is near.
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
