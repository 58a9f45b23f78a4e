//! The query of an address: parsing and writing its parameters.

use super::LONGEST_TEXT;
use ladder::Id;
use percent_encoding::{AsciiSet, CONTROLS, percent_decode_str, utf8_percent_encode};

/// The decoded parameters of an address, in their order.
pub struct Query<'a>(Vec<(&'a str, String)>);

impl<'a> Query<'a> {
    /// Decodes a query. Fails with `"address"` if it is not UTF-8 once decoded.
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

    /// The first value of a parameter. An empty value counts as missing.
    pub fn get(&self, name: &str) -> Option<&str> {
        let found = self.0.iter().find(|(key, _)| *key == name);
        found.map(|(_, value)| value.as_str()).filter(|value| !value.is_empty())
    }

    /// A text that a visitor typed, empty if it is missing. Fails with the name if it is longer than
    /// [`LONGEST_TEXT`].
    pub fn limited(&self, name: &'static str) -> Result<String, &'static str> {
        let text = self.get(name).unwrap_or_default();
        if text.chars().count() > LONGEST_TEXT { Err(name) } else { Ok(text.to_owned()) }
    }

    /// The ids in a comma-separated list, without duplicates. Fails with the name if one is invalid.
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

    /// An id. Fails with the name if it is invalid.
    pub fn id(&self, name: &'static str) -> Result<Option<Id>, &'static str> {
        self.get(name).map(|text| Id::new(text).ok_or(name)).transpose()
    }

    /// The value for one of the listed words. Fails with the name for any other word.
    pub fn one_of<T: Copy>(
        &self,
        name: &'static str,
        words: &[(&str, T)],
    ) -> Result<Option<T>, &'static str> {
        let find = |text| words.iter().find(|(word, _)| *word == text).map(|(_, value)| *value);
        self.get(name).map(|text| find(text).ok_or(name)).transpose()
    }
}

/// The ASCII characters that are percent-encoded in values. Commas stay readable.
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

/// Writes a query. Parameters at their default are left out.
#[derive(Default)]
pub struct QueryWriter {
    written: String,
    has_query: bool,
}

impl QueryWriter {
    /// Continues the query of `address`, which may have one already.
    pub fn after(address: &str) -> Self {
        Self { written: String::new(), has_query: address.contains('?') }
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

    /// Writes the word for a value, if there is one.
    pub fn one_of<T: PartialEq>(&mut self, name: &str, words: &[(&str, T)], value: Option<T>) {
        let word = words.iter().find(|(_, known)| value.as_ref() == Some(known));
        self.text(name, word.map_or("", |(word, _)| word));
    }

    /// Writes a word if `applies` is true.
    pub fn flag(&mut self, name: &str, word: &str, applies: bool) {
        self.text(name, if applies { word } else { "" });
    }

    /// The query with its `?`; empty if there are no parameters.
    pub fn finish(self) -> String {
        self.written
    }

    fn push(&mut self, name: &str, value: &str) {
        let has_query = std::mem::replace(&mut self.has_query, true);
        self.written.push(if has_query { '&' } else { '?' });
        self.written.push_str(name);
        self.written.push('=');
        self.written.push_str(value);
    }
}
