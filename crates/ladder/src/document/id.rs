//! Ids: the short names by which documents, addresses and stored answers refer to things.

use super::text_form::validated;
use std::fmt;

/// An id of the form `^[a-z0-9][a-z0-9-]{0,63}$`; it cannot hold anything else.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
pub struct Id(Box<str>);

validated!(Id: { "type": "string", "pattern": "^[a-z0-9][a-z0-9-]{0,63}$" });

/// The text is not of the form that ids have. Displays as the rest of a sentence that begins with the text.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
#[error("is not a valid id; use at most 64 lower-case letters, digits and hyphens")]
pub struct InvalidId;

impl Id {
    /// The longest an id may be, in bytes (and characters: ids are ASCII).
    pub const MAX_LEN: usize = 64;

    /// Parses an id; `None` if `text` is not of the form of one.
    #[must_use]
    pub fn new(text: &str) -> Option<Self> {
        Self::parse(text).ok()
    }

    /// Parses an id.
    ///
    /// # Errors
    /// If `text` is not of the form of an id.
    pub fn parse(text: &str) -> Result<Self, InvalidId> {
        let allowed = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit();
        let valid = text.len() <= Self::MAX_LEN
            && text.bytes().next().is_some_and(allowed)
            && text.bytes().all(|b| allowed(b) || b == b'-');
        if valid { Ok(Self(text.into())) } else { Err(InvalidId) }
    }

    /// The id as it is written in documents and addresses.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::Id;

    #[test]
    fn only_texts_in_the_form_of_an_id_are_accepted() {
        for good in ["a", "0", "ai-developer", "a--b", "a-", &"x".repeat(64)] {
            assert_eq!(Id::new(good).map(|id| id.to_string()).as_deref(), Some(good));
        }
        for bad in ["", "-a", "A", "a_b", "ä", "a b", "a/b", &"x".repeat(65)] {
            assert_eq!(Id::new(bad), None, "{bad:?}");
            assert!(serde_json::from_value::<Id>(bad.into()).is_err(), "{bad:?}");
        }
    }
}
