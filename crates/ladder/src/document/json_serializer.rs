//! A serde serializer that writes compact JSON in the form of the format: ids for references, no empty
//! fields, short forms.

use super::rich_text::RichText;
use super::shape::shape_of;
use super::text_form::FormatVersion;
use crate::markup::escape_text;
use serde::ser::{
    Error, Impossible, Serialize, SerializeMap, SerializeSeq, SerializeStruct, Serializer,
};
use std::fmt;

/// Why a document cannot be written.
#[derive(Debug, thiserror::Error)]
#[error("the document cannot be written as JSON: {0}")]
pub struct WriteError(String);

impl Error for WriteError {
    fn custom<T: fmt::Display>(message: T) -> Self {
        Self(message.to_string())
    }
}

/// Finds the id of the item that a reference of this type and index stands for.
type IdOf<'a> = dyn Fn(&str, usize) -> Option<&'a str> + 'a;

/// How texts are written that may have markup.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Texts {
    /// As the document has them.
    AsWritten,
    /// As markup that says what a plain text says, in a document of the latest version.
    Upgraded,
    /// As what they say, with the addresses of links.
    Spoken,
}

/// Appends one value to the JSON.
pub struct JsonSerializer<'w, 'a> {
    json: &'w mut String,
    id_of: &'w IdOf<'a>,
    texts: Texts,
    /// The name of the newtype that the value is in; empty if in none.
    form: &'static str,
}

impl<'w, 'a> JsonSerializer<'w, 'a> {
    /// Writes to the end of `json`.
    pub fn new(json: &'w mut String, id_of: &'w IdOf<'a>, texts: Texts) -> Self {
        Self { json, id_of, texts, form: "" }
    }

    /// Opens a list or object.
    fn open(self, bracket: char) -> Items<'w, 'a> {
        let start = self.json.len();
        self.json.push(bracket);
        let Self { json, id_of, texts, form } = self;
        Items { json, id_of, texts, form, start, count: 0, short: None, short_value: None }
    }
}

/// The items of a list, or the members of an object.
pub struct Items<'w, 'a> {
    json: &'w mut String,
    id_of: &'w IdOf<'a>,
    texts: Texts,
    form: &'static str,
    start: usize,
    count: usize,
    /// The field that may stand for the whole object.
    short: Option<&'static str>,
    /// Where the value of that field begins.
    short_value: Option<usize>,
}

impl Items<'_, '_> {
    fn begin_item(&mut self) {
        if self.count > 0 {
            self.json.push(',');
        }
        self.count += 1;
    }

    fn write<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), WriteError> {
        value.serialize(JsonSerializer::new(self.json, self.id_of, self.texts))
    }
}

impl SerializeSeq for Items<'_, '_> {
    type Ok = ();
    type Error = WriteError;

    fn serialize_element<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), WriteError> {
        self.begin_item();
        self.write(value)
    }

    fn end(self) -> Result<(), WriteError> {
        if self.form == "LanguageTags" && self.count == 1 {
            self.json.remove(self.start);
        } else {
            self.json.push(']');
        }
        Ok(())
    }
}

impl SerializeMap for Items<'_, '_> {
    type Ok = ();
    type Error = WriteError;

    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Result<(), WriteError> {
        self.begin_item();
        self.write(key)
    }

    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), WriteError> {
        self.json.push(':');
        self.write(value)
    }

    fn end(self) -> Result<(), WriteError> {
        if self.count == 0 {
            self.json.truncate(self.start);
            self.json.push_str("null");
        } else {
            self.json.push('}');
        }
        Ok(())
    }
}

impl SerializeStruct for Items<'_, '_> {
    type Ok = ();
    type Error = WriteError;

    fn serialize_field<T: Serialize + ?Sized>(
        &mut self,
        key: &'static str,
        value: &T,
    ) -> Result<(), WriteError> {
        let before = self.json.len();
        self.begin_item();
        self.write(key)?;
        self.json.push(':');
        let start = self.json.len();
        self.write(value)?;
        if matches!(&self.json[start..], "null" | "[]") {
            self.json.truncate(before);
            self.count -= 1;
        } else if self.short == Some(key) {
            self.short_value = Some(start);
        }
        Ok(())
    }

    fn end(self) -> Result<(), WriteError> {
        match self.short_value.filter(|_| self.count == 1) {
            Some(value) => drop(self.json.drain(self.start..value)),
            None => self.json.push('}'),
        }
        Ok(())
    }
}

/// Methods for types that documents do not contain.
macro_rules! unsupported {
    ($($method:ident($($kind:ty),*) -> $ok:ty;)*) => {$(
        fn $method(self $(, _: $kind)*) -> Result<$ok, WriteError> {
            Err(WriteError::custom(concat!(stringify!($method), " is not supported")))
        }
    )*};
}

impl<'w, 'a> Serializer for JsonSerializer<'w, 'a> {
    type Ok = ();
    type Error = WriteError;
    type SerializeSeq = Items<'w, 'a>;
    type SerializeTuple = Impossible<(), WriteError>;
    type SerializeTupleStruct = Impossible<(), WriteError>;
    type SerializeTupleVariant = Impossible<(), WriteError>;
    type SerializeMap = Items<'w, 'a>;
    type SerializeStruct = Items<'w, 'a>;
    type SerializeStructVariant = Impossible<(), WriteError>;

    fn serialize_bool(self, value: bool) -> Result<(), WriteError> {
        self.json.push_str(if value { "true" } else { "false" });
        Ok(())
    }

    fn serialize_u32(self, value: u32) -> Result<(), WriteError> {
        if self.form.ends_with("Ix") {
            let id = (self.id_of)(self.form, value as usize);
            return Self { form: "", ..self }
                .serialize_str(id.ok_or_else(|| WriteError::custom("a reference to nothing"))?);
        }
        let is_upgraded = self.form == "FormatVersion" && self.texts == Texts::Upgraded;
        let value = if is_upgraded { FormatVersion::LATEST.number() } else { value };
        self.json.push_str(&value.to_string());
        Ok(())
    }

    fn serialize_str(self, value: &str) -> Result<(), WriteError> {
        if self.form == "RawJson" {
            self.json.push_str(value);
            return Ok(());
        }
        let value = match (self.form, self.texts) {
            ("RichText", Texts::Upgraded) => &escape_text(value),
            ("RichText", Texts::Spoken) => &RichText::from_markup(value).with_addresses(),
            _ => value,
        };
        self.json.push_str(&serde_json::to_string(value).map_err(WriteError::custom)?);
        Ok(())
    }

    fn serialize_none(self) -> Result<(), WriteError> {
        self.json.push_str("null");
        Ok(())
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<(), WriteError> {
        value.serialize(self)
    }

    fn serialize_unit_variant(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
    ) -> Result<(), WriteError> {
        self.serialize_str(variant)
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(
        self,
        name: &'static str,
        value: &T,
    ) -> Result<(), WriteError> {
        value.serialize(Self { form: name, ..self })
    }

    fn serialize_seq(self, _: Option<usize>) -> Result<Self::SerializeSeq, WriteError> {
        Ok(self.open('['))
    }

    fn serialize_map(self, _: Option<usize>) -> Result<Self::SerializeMap, WriteError> {
        Ok(self.open('{'))
    }

    fn serialize_struct(
        self,
        name: &'static str,
        _: usize,
    ) -> Result<Self::SerializeStruct, WriteError> {
        Ok(Items { short: shape_of(name).short, ..self.open('{') })
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: &T,
    ) -> Result<(), WriteError> {
        Err(WriteError::custom("a variant with data is not supported"))
    }

    unsupported! {
        serialize_i8(i8) -> ();
        serialize_i16(i16) -> ();
        serialize_i32(i32) -> ();
        serialize_i64(i64) -> ();
        serialize_u8(u8) -> ();
        serialize_u16(u16) -> ();
        serialize_u64(u64) -> ();
        serialize_f32(f32) -> ();
        serialize_f64(f64) -> ();
        serialize_char(char) -> ();
        serialize_bytes(&[u8]) -> ();
        serialize_unit() -> ();
        serialize_unit_struct(&'static str) -> ();
        serialize_tuple(usize) -> Self::SerializeTuple;
        serialize_tuple_struct(&'static str, usize) -> Self::SerializeTupleStruct;
        serialize_tuple_variant(&'static str, u32, &'static str, usize) -> Self::SerializeTupleVariant;
        serialize_struct_variant(&'static str, u32, &'static str, usize) -> Self::SerializeStructVariant;
    }
}
