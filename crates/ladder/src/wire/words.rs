//! The words of a document, each with the form it has to have.

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::Serialize;
use serde_json::value::RawValue;
use std::borrow::Cow;

macro_rules! words {
    ($($(#[$doc:meta])* $name:ident: $schema:tt)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Serialize)]
        #[serde(transparent)]
        pub struct $name<'a>(pub &'a str);

        impl JsonSchema for $name<'_> {
            fn schema_name() -> Cow<'static, str> {
                stringify!($name).into()
            }

            fn inline_schema() -> bool {
                true
            }

            fn json_schema(_: &mut SchemaGenerator) -> Schema {
                json_schema!($schema)
            }
        }
    )*};
}

words! {
    /// A short name by which addresses, stored answers and other parts of the document refer to
    /// something; unique among its own kind.
    Id: { "type": "string", "pattern": "^[a-z0-9][a-z0-9-]{0,63}$" }

    /// Plain text, never read as HTML or Markdown.
    Text: { "type": "string", "maxLength": 10_000 }

    /// A name or title: plain text that is not blank.
    Name: { "type": "string", "maxLength": 10_000, "pattern": "\\S" }

    /// An address on the web.
    Address: {
        "type": "string", "maxLength": 10_000,
        "pattern": "^[Hh][Tt][Tt][Pp][Ss]?://[^\\s/?#\\\\@]+([/?#]\\S*)?$"
    }

    /// A day, as in `2026-01-31`.
    Date: { "type": "string", "format": "date", "pattern": "^\\d{4}-\\d{2}-\\d{2}$" }

    /// The BCP 47 tag of a language, as in `en` or `pt-BR`.
    LanguageTag: {
        "type": "string", "pattern": "^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$"
    }
}

impl LanguageTag<'_> {
    /// What a document is written in that does not say.
    pub const DEFAULT: LanguageTag<'static> = LanguageTag("en");

    pub(super) fn is_default(&self) -> bool {
        self.0 == Self::DEFAULT.0
    }
}

/// Anything a publisher wants to keep with a ladder.
#[derive(Clone, Copy, Serialize)]
#[serde(transparent)]
pub struct Ext<'a>(pub &'a RawValue);

impl JsonSchema for Ext<'_> {
    fn schema_name() -> Cow<'static, str> {
        "Ext".into()
    }

    fn inline_schema() -> bool {
        true
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "object" })
    }
}
