//! Texts that may have links, emphasis, code, line breaks and lists.

use super::address::Address;
use super::text_form::inline_schema;
use crate::markup;
use serde::de::Visitor;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::fmt;
use std::ops::Deref;

/// A text that may have inline markup: what it says as plain text, and marks over parts of that. Derefs to the
/// plain text. JSON contains its source; the packed form contains the plain text and the marks.
#[derive(Clone, Default)]
pub struct RichText {
    plain: Box<str>,
    /// `None` for a text that is written as it reads.
    markup: Option<Box<Marked>>,
}

/// What a text has besides its plain text.
#[derive(Clone)]
struct Marked {
    marks: Vec<Mark>,
    /// The source text; `None` for a text that was unpacked.
    source: Option<Box<str>>,
}

/// A part of a text that has a meaning of its own. Of two marks, one is inside the other or they are apart.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mark {
    /// Where it begins in the plain text, in bytes.
    pub start: u32,
    /// Where it ends.
    pub end: u32,
    /// What it is.
    pub kind: MarkKind,
}

/// What a mark means.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum MarkKind {
    /// Emphasis.
    Emphasis,
    /// Strong emphasis.
    Strong,
    /// Code.
    Code,
    /// A link.
    Link(Address),
    /// A line break.
    Break,
    /// A list, with its first number if it is numbered. Between its items are only their markers.
    List(Option<u32>),
    /// An item of a list, without its marker.
    Item,
}

inline_schema!(RichText: { "type": "string" });

impl RichText {
    /// Parses a text with markup.
    #[must_use]
    pub fn from_markup(source: &str) -> Self {
        match markup::parse(source) {
            Some(found) if !found.marks.is_empty() || found.plain != source => Self {
                plain: found.plain.into(),
                markup: Some(Box::new(Marked { marks: found.marks, source: Some(source.into()) })),
            },
            _ => source.into(),
        }
    }

    fn new(plain: Box<str>, marks: Vec<Mark>) -> Self {
        let markup = (!marks.is_empty()).then(|| Box::new(Marked { marks, source: None }));
        Self { plain, markup }
    }

    /// The plain text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.plain
    }

    /// The marks, outer ones first.
    #[must_use]
    pub fn marks(&self) -> &[Mark] {
        self.markup.as_ref().map_or(&[], |markup| &markup.marks)
    }

    /// Whether a list is part of it.
    #[must_use]
    pub fn has_list(&self) -> bool {
        self.marks().iter().any(|mark| matches!(mark.kind, MarkKind::List(_)))
    }

    /// The text after other text.
    #[must_use]
    pub fn after(&self, before: &str) -> Self {
        let by = before.len() as u32;
        let moved =
            |Mark { start, end, kind }: Mark| Mark { start: start + by, end: end + by, kind };
        Self::new(
            format!("{before}{self}").into(),
            self.marks().iter().cloned().map(moved).collect(),
        )
    }

    /// The source text, or the plain text if this was unpacked.
    #[must_use]
    pub fn source(&self) -> &str {
        let source = self.markup.as_ref().and_then(|markup| markup.source.as_deref());
        source.unwrap_or(&self.plain)
    }

    /// The plain text, with the address after each link.
    #[must_use]
    pub fn with_addresses(&self) -> String {
        let mut text = String::from(self.as_str());
        for Mark { end, kind, .. } in self.marks().iter().rev() {
            if let MarkKind::Link(address) = kind {
                text.insert_str(*end as usize, &format!(" ({})", address.as_str()));
            }
        }
        text
    }
}

/// Texts are equal if they say the same with the same marks.
impl PartialEq for RichText {
    fn eq(&self, other: &Self) -> bool {
        self.plain == other.plain && self.marks() == other.marks()
    }
}

impl Eq for RichText {}

/// Compares what a text says.
impl PartialEq<str> for RichText {
    fn eq(&self, other: &str) -> bool {
        self.as_str() == other
    }
}

/// Compares what a text says.
impl PartialEq<&str> for RichText {
    fn eq(&self, other: &&str) -> bool {
        self.as_str() == *other
    }
}

impl Deref for RichText {
    type Target = str;
    fn deref(&self) -> &str {
        &self.plain
    }
}

impl fmt::Debug for RichText {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(self.source(), f)
    }
}

impl fmt::Display for RichText {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.plain)
    }
}

/// A text without markup.
impl From<&str> for RichText {
    fn from(plain: &str) -> Self {
        Self { plain: plain.into(), markup: None }
    }
}

/// A text without markup.
impl From<String> for RichText {
    fn from(plain: String) -> Self {
        Self { plain: plain.into(), markup: None }
    }
}

impl Serialize for RichText {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if serializer.is_human_readable() {
            serializer.serialize_newtype_struct("RichText", self.source())
        } else {
            (&self.plain, self.marks()).serialize(serializer)
        }
    }
}

impl<'de> Deserialize<'de> for RichText {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        /// A newtype is a text with markup. The parser passes text alone if the format has no markup.
        struct Written;

        impl<'de> Visitor<'de> for Written {
            type Value = RichText;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("text")
            }

            fn visit_str<E>(self, plain: &str) -> Result<RichText, E> {
                Ok(plain.into())
            }

            fn visit_newtype_struct<D: Deserializer<'de>>(
                self,
                source: D,
            ) -> Result<RichText, D::Error> {
                String::deserialize(source).map(|source| RichText::from_markup(&source))
            }
        }

        if deserializer.is_human_readable() {
            return deserializer.deserialize_newtype_struct("RichText", Written);
        }
        let (plain, marks): (Box<str>, Vec<Mark>) = Deserialize::deserialize(deserializer)?;
        Ok(Self::new(plain, marks))
    }
}
