//! Ids: the short names by which documents, addresses and stored answers refer to things.

use std::fmt;

/// An id of the form `^[a-z0-9][a-z0-9-]{0,63}$`; it cannot hold anything else.
#[derive(
    Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize,
)]
pub struct Id(Box<str>);

impl Id {
    /// The longest an id may be, in bytes (and characters: ids are ASCII).
    pub const MAX_LEN: usize = 64;

    /// Reads an id; `None` where `text` has not the form of one.
    #[must_use]
    pub fn new(text: &str) -> Option<Self> {
        let bytes = text.as_bytes();
        let allowed = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit();
        let (first, rest) = bytes.split_first()?;
        let sound = bytes.len() <= Self::MAX_LEN
            && allowed(*first)
            && rest.iter().all(|&b| allowed(b) || b == b'-');
        sound.then(|| Self(text.into()))
    }

    /// The id as it is written in documents and addresses.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl super::packed::Packed for Id {
    fn read(bytes: &mut super::packed::Bytes) -> Self {
        Self(super::packed::Packed::read(bytes))
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
    fn reads_only_the_form_the_format_allows() {
        for good in ["a", "0", "ai-developer", "a--b", "a-", &"x".repeat(64)] {
            assert_eq!(Id::new(good).map(|id| id.to_string()).as_deref(), Some(good));
        }
        for bad in ["", "-a", "A", "a_b", "ä", "a b", "a/b", &"x".repeat(65)] {
            assert_eq!(Id::new(bad), None, "{bad:?}");
        }
    }
}
