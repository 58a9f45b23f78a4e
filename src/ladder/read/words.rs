//! Reads texts, names, ids, dates, language tags and addresses.

use super::super::address::Address;
use super::super::id::Id;
use super::super::quote::{is_bidi_control, shown};
use super::cursor::{Cursor, Field};
use super::form::{is_date, is_language_tag};
use super::ids::Thing;
use super::limits::CHARACTERS;
use std::borrow::Cow;

impl<'a> Cursor<'_, 'a> {
    /// Any text, within the limit.
    pub fn string(&mut self, at: usize, name: &str) -> Option<Cow<'a, str>> {
        let Some(text) = self.tape.string(at) else {
            self.wrong_named(name, at, "text");
            return None;
        };
        if text.len() > CHARACTERS && text.chars().count() > CHARACTERS {
            let message = ["`", name, "` is longer than 10,000 characters"].concat();
            self.error(at, message);
            return None;
        }
        Some(text)
    }

    /// Plain text.
    pub fn text(&mut self, field: Field) -> Option<String> {
        let at = field.value?;
        self.string(at, field.name).map(Cow::into_owned)
    }

    /// Plain text that has to be there.
    pub fn needed_text(&mut self, field: Field) -> Option<String> {
        self.needed(field)?;
        self.text(field)
    }

    /// A list of texts.
    pub fn texts(&mut self, field: Field) -> Vec<String> {
        self.each(field, |cursor, at| cursor.string(at, field.name).map(Cow::into_owned))
    }

    /// A name or title: one that changes no direction and is not blank.
    pub fn name(&mut self, field: Field) -> Option<String> {
        let at = field.value?;
        let name = plain(self.string(at, field.name)?);
        if name.chars().all(is_unseen) {
            self.error(at, ["`", field.name, "` must not be blank"].concat());
            return None;
        }
        Some(name)
    }

    /// A name or title that has to be there.
    pub fn needed_name(&mut self, field: Field) -> Option<String> {
        self.needed(field)?;
        self.name(field)
    }

    /// A list of names.
    pub fn names(&mut self, field: Field) -> Vec<String> {
        self.each(field, |cursor, at| cursor.string(at, field.name).map(plain))
    }

    /// An id that need not be there.
    pub fn id(&mut self, field: Field) -> Option<Id> {
        let at = field.value?;
        let text = self.string(at, field.name)?;
        let id = Id::new(&text);
        if id.is_none() {
            let near = slug(&text);
            let example = if near.is_empty() { "senior-engineer" } else { &near };
            let message = [
                &shown(&text),
                " is not an id: at most 64 lower-case letters, digits and hyphens, as in `",
                example,
                "`",
            ];
            self.error(at, message.concat());
        }
        id
    }

    /// The id of a thing that stands at `place` among its own kind.
    pub fn own_id(&mut self, field: Field, thing: Thing, place: usize) -> Option<Id> {
        let at = self.needed(field)?;
        let id = self.id(field)?;
        let first = self.ids.of(thing).names.get(id.as_str()).map(|&first| first as usize);
        if first.is_some_and(|first| first < place) {
            let first = first.unwrap_or_default().to_string();
            let (noun, field) = (thing.noun(), thing.field());
            let whose = [" is already the id of the ", noun, " at /", field, "/", &first].concat();
            self.error(at, shown(id.as_str()) + &whose);
        }
        Some(id)
    }

    /// An ISO date, kept as it is written.
    pub fn date(&mut self, field: Field) -> Option<String> {
        let text = self.text(field)?;
        if !is_date(&text)
            && let Some(at) = field.value
        {
            let message = [&shown(&text), " is not a date as in `2026-01-31`"].concat();
            self.warning(at, message);
        }
        Some(text)
    }

    /// A language tag; nothing where it has not the form of one.
    pub fn language(&mut self, at: usize, name: &str) -> Option<String> {
        let text = self.string(at, name)?;
        if !is_language_tag(&text) {
            let message = [&shown(&text), " is not a language tag as in `en` or `pt-BR`"].concat();
            self.warning(at, message);
            return None;
        }
        Some(text.into_owned())
    }

    /// An address that has to be there.
    pub fn address(&mut self, field: Field) -> Option<Address> {
        let at = self.needed(field)?;
        let text = self.string(at, field.name)?;
        if let Some(fault) = Address::fault(&text) {
            self.error(at, [&shown(&text), " ", fault].concat());
        }
        Address::new(&text)
    }
}

/// Leaves out what changes the direction of the text after it.
fn plain(text: Cow<'_, str>) -> String {
    if text.contains(is_bidi_control) {
        text.chars().filter(|c| !is_bidi_control(*c)).collect()
    } else {
        text.into_owned()
    }
}

/// Whether a character leaves nothing to be seen.
fn is_unseen(c: char) -> bool {
    c.is_whitespace()
        || c.is_control()
        || matches!(c, '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}')
}

/// The id that `text` may be meant to be; empty where nothing is left of it.
fn slug(text: &str) -> String {
    let mut slug = String::new();
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
