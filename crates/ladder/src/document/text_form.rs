//! The forms of values that the format knows beyond plain text, each with its schema.
//!
//! A field takes one as `#[serde(with = "Name")]`. Its value is then wrapped in a serde newtype of
//! that name, which binary formats ignore and which tells the parser what to check.

use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde::de::{Deserialize, Deserializer, Visitor};
use serde::ser::{Serialize, Serializer};
use std::borrow::Cow;
use std::fmt;
use std::marker::PhantomData;

/// The language of a document that does not say.
pub const DEFAULT_LANGUAGE: &str = "en";

/// A schema that is written out wherever its type is used.
macro_rules! inline_schema {
    ($name:ident: $schema:tt) => {
        impl schemars::JsonSchema for $name {
            fn schema_name() -> std::borrow::Cow<'static, str> {
                stringify!($name).into()
            }

            fn inline_schema() -> bool {
                true
            }

            fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
                schemars::json_schema!($schema)
            }
        }
    };
}
pub(crate) use inline_schema;

/// A text type that holds only what its own `parse` accepts, wherever it is deserialized from.
macro_rules! validated {
    ($name:ident: $schema:tt) => {
        crate::document::text_form::inline_schema!($name: $schema);

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let text: String =
                    crate::document::text_form::newtype(stringify!($name), deserializer)?;
                Self::parse(&text).map_err(serde::de::Error::custom)
            }
        }
    };
}
pub(crate) use validated;

/// Deserializes a newtype of this name and returns what is in it.
pub fn newtype<'de, T: Deserialize<'de>, D: Deserializer<'de>>(
    name: &'static str,
    deserializer: D,
) -> Result<T, D::Error> {
    struct Inner<T>(PhantomData<T>);

    impl<'de, T: Deserialize<'de>> Visitor<'de> for Inner<T> {
        type Value = T;

        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("a value of a known form")
        }

        fn visit_newtype_struct<D: Deserializer<'de>>(self, inner: D) -> Result<T, D::Error> {
            T::deserialize(inner)
        }
    }

    deserializer.deserialize_newtype_struct(name, Inner(PhantomData))
}

macro_rules! text_forms {
    ($($(#[$doc:meta])* $name:ident: $schema:tt)*) => {$(
        $(#[$doc])*
        pub struct $name;

        inline_schema!($name: $schema);

        impl $name {
            pub(crate) fn serialize<T: Serialize, S: Serializer>(value: &T, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_newtype_struct(stringify!($name), value)
            }

            pub(crate) fn deserialize<'de, T: Deserialize<'de>, D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error> {
                newtype(stringify!($name), deserializer)
            }
        }
    )*};
}

text_forms! {
    /// A name or title: plain text on one line that is not blank.
    Name: { "type": "string", "maxLength": 10_000, "pattern": "\\S" }

    /// A list of short texts that are shown inside a line.
    Names: { "type": "array", "items": { "type": "string" } }

    /// A day, as in `2026-01-31`.
    Date: { "type": "string", "format": "date", "pattern": "^\\d{4}-\\d{2}-\\d{2}$" }

    /// The BCP 47 tag of a language, as in `en` or `pt-BR`.
    LanguageTag: { "type": "string", "pattern": "^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$" }

    /// One language tag or a list of them.
    LanguageTags: {
        "anyOf": [
            { "type": "string", "pattern": "^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$" },
            {
                "type": "array",
                "items": { "type": "string", "pattern": "^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$" }
            }
        ]
    }

    /// Any JSON object, kept as its text.
    RawJson: { "type": "object" }
}

/// The version of the format that a document is written in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum FormatVersion {
    /// All texts are plain.
    #[default]
    One,
    /// Texts may have markup.
    Two,
}

impl FormatVersion {
    /// The latest version.
    pub const LATEST: Self = Self::Two;

    /// The version with this number.
    #[must_use]
    pub fn with_number(number: u32) -> Option<Self> {
        match number {
            1 => Some(Self::One),
            2 => Some(Self::Two),
            _ => None,
        }
    }

    /// Its number in documents.
    #[must_use]
    pub fn number(self) -> u32 {
        match self {
            Self::One => 1,
            Self::Two => 2,
        }
    }
}

inline_schema!(FormatVersion: { "type": "integer", "enum": [1, 2] });

impl Serialize for FormatVersion {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_newtype_struct("FormatVersion", &self.number())
    }
}

impl<'de> Deserialize<'de> for FormatVersion {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let number = newtype("FormatVersion", deserializer)?;
        // The parser reports other numbers.
        Ok(Self::with_number(number).unwrap_or_default())
    }
}

/// A field whose default value is left out of the document.
pub struct OrDefault<T>(PhantomData<T>);

impl<T: Default + PartialEq> OrDefault<T> {
    pub(crate) fn serialize<S: Serializer>(value: &T, serializer: S) -> Result<S::Ok, S::Error>
    where
        T: Serialize,
    {
        (*value != T::default()).then_some(value).serialize(serializer)
    }

    pub(crate) fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error>
    where
        T: Deserialize<'de>,
    {
        Option::<T>::deserialize(deserializer).map(Option::unwrap_or_default)
    }
}

impl<T: JsonSchema> JsonSchema for OrDefault<T> {
    fn schema_name() -> Cow<'static, str> {
        T::schema_name()
    }

    fn inline_schema() -> bool {
        T::inline_schema()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        T::json_schema(generator)
    }
}

/// A flag that is true where it is left out.
pub struct OrTrue;

inline_schema!(OrTrue: { "type": "boolean" });

impl OrTrue {
    pub(crate) fn serialize<S: Serializer>(value: &bool, serializer: S) -> Result<S::Ok, S::Error> {
        (!value).then_some(value).serialize(serializer)
    }

    pub(crate) fn deserialize<'de, D: Deserializer<'de>>(
        deserializer: D,
    ) -> Result<bool, D::Error> {
        Option::deserialize(deserializer).map(|value| value.unwrap_or(true))
    }
}

/// A language tag that is English where it is left out.
pub struct OrEnglish;

impl OrEnglish {
    pub(crate) fn serialize<S: Serializer>(value: &str, serializer: S) -> Result<S::Ok, S::Error> {
        LanguageTag::serialize(&(value != DEFAULT_LANGUAGE).then_some(value), serializer)
    }

    pub(crate) fn deserialize<'de, D: Deserializer<'de>>(
        deserializer: D,
    ) -> Result<String, D::Error> {
        let tag: Option<String> = LanguageTag::deserialize(deserializer)?;
        Ok(tag.unwrap_or_else(|| DEFAULT_LANGUAGE.into()))
    }
}

impl JsonSchema for OrEnglish {
    fn schema_name() -> Cow<'static, str> {
        LanguageTag::schema_name()
    }

    fn inline_schema() -> bool {
        true
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        LanguageTag::json_schema(generator)
    }
}
