//! The part of an address behind the `?`, read and written.

use super::LONGEST_TEXT;
use ladder::Id;
use percent_encoding::{AsciiSet, CONTROLS, percent_decode_str, utf8_percent_encode};

/// The parameters of an address, decoded, in their order.
pub struct Query<'a>(Vec<(&'a str, String)>);

impl<'a> Query<'a> {
    /// Decodes what follows the `?`. Fails with `"address"` where it is not UTF-8 once decoded.
    pub fn read(text: &'a str) -> Result<Self, &'static str> {
        let pairs = text.trim_start_matches('?').split('&').filter(|pair| !pair.is_empty());
        let decoded = pairs.map(|pair| {
            let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
            let value = value.replace('+', " ");
            let value = percent_decode_str(&value).decode_utf8().map_err(|_| "address")?;
            Ok((name, value.into_owned()))
        });
        decoded.collect::<Result<_, _>>().map(Self)
    }

    /// The first value of a parameter; an empty one counts as left out.
    pub fn get(&self, name: &str) -> Option<&str> {
        let found = self.0.iter().find(|(key, _)| *key == name);
        found.map(|(_, value)| value.as_str()).filter(|value| !value.is_empty())
    }

    /// A text that a visitor typed, empty where it is left out. Fails with the name where it is
    /// longer than [`LONGEST_TEXT`].
    pub fn limited(&self, name: &'static str) -> Result<String, &'static str> {
        let text = self.get(name).unwrap_or_default();
        if text.chars().count() > LONGEST_TEXT { Err(name) } else { Ok(text.to_owned()) }
    }

    /// The ids in a list with commas, each once. Fails with the name where one is not an id.
    pub fn ids(&self, name: &'static str) -> Result<Vec<Id>, &'static str> {
        let mut ids = Vec::new();
        for part in self.get(name).unwrap_or_default().split(',').filter(|part| !part.is_empty()) {
            let id = Id::new(part).ok_or(name)?;
            if !ids.contains(&id) {
                ids.push(id);
            }
        }
        Ok(ids)
    }

    /// A single id. Fails with the name where it is not one.
    pub fn id(&self, name: &'static str) -> Result<Option<Id>, &'static str> {
        self.get(name).map(|text| Id::new(text).ok_or(name)).transpose()
    }

    /// One of a list of words. Fails with the name where it is another.
    pub fn one_of<T: Copy>(
        &self,
        name: &'static str,
        words: &[(&str, T)],
    ) -> Result<Option<T>, &'static str> {
        let find = |text| words.iter().find(|(word, _)| *word == text).map(|(_, value)| *value);
        self.get(name).map(|text| find(text).ok_or(name)).transpose()
    }
}

/// The characters of a value that are percent-encoded, besides those that are not ASCII. Commas stay
/// readable.
const ENCODED: &AsciiSet = &CONTROLS
    .add(b' ')
    .add(b'"')
    .add(b'#')
    .add(b'%')
    .add(b'&')
    .add(b'+')
    .add(b'<')
    .add(b'=')
    .add(b'>');

/// Writes parameters; those at their default are left out.
#[derive(Default)]
pub struct Writer {
    written: String,
    goes_on: bool,
}

impl Writer {
    /// Writes parameters that follow `address`, which may have some already.
    pub fn after(address: &str) -> Self {
        Self { written: String::new(), goes_on: address.contains('?') }
    }

    /// Writes a text, unless it is empty.
    pub fn text(&mut self, name: &str, value: &str) {
        if !value.is_empty() {
            self.push(name, &utf8_percent_encode(value, ENCODED).to_string());
        }
    }

    /// Writes a list of ids, unless it is empty.
    pub fn ids(&mut self, name: &str, ids: &[Id]) {
        let list: Vec<&str> = ids.iter().map(Id::as_str).collect();
        self.text(name, &list.join(","));
    }

    /// Writes the word for a value, unless there is none.
    pub fn one_of<T: PartialEq>(&mut self, name: &str, words: &[(&str, T)], value: Option<T>) {
        let word = words.iter().find(|(_, known)| value.as_ref() == Some(known));
        self.text(name, word.map_or("", |(word, _)| word));
    }

    /// Writes a word where it applies.
    pub fn flag(&mut self, name: &str, word: &str, applies: bool) {
        self.text(name, if applies { word } else { "" });
    }

    /// The query with its `?`, or nothing.
    pub fn finish(self) -> String {
        self.written
    }

    fn push(&mut self, name: &str, value: &str) {
        let goes_on = std::mem::replace(&mut self.goes_on, true);
        self.written.push(if goes_on { '&' } else { '?' });
        self.written.push_str(name);
        self.written.push('=');
        self.written.push_str(value);
    }
}
