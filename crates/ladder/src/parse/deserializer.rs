//! A serde deserializer that reports problems and continues.
//!
//! Ordinary deserializers fail at the first invalid value. This one reports the value with its place and
//! deserializes a placeholder instead, so that one pass finds every problem. Documents with errors are never
//! shown, so placeholders are not either.
//!
//! The checks follow from the types in [`crate::document`]: a struct defines the known fields, a field that
//! is not an `Option` or a list is required, and the name of a newtype determines the form of a text or the
//! kind of a reference.

use super::context::Context;
use super::form::Form;
use super::limits::REQUIREMENTS;
use super::object_fields::MOST_FIELDS;
use super::reference_graph::UNKNOWN;
use super::suggest::{did_you_mean, nearest};
use super::token_tree::{Items, Kind, NodeId};
use crate::document::shape::shape_of;
use crate::quote::{grouped, shown};
use serde::de::value::{Error, U32Deserializer};
use serde::de::{
    DeserializeOwned, DeserializeSeed, Deserializer, Error as _, IntoDeserializer, MapAccess,
    SeqAccess, Visitor,
};
use serde::forward_to_deserialize_any;
use std::borrow::Cow;
use std::iter::Zip;
use std::slice;

/// Deserializes the value that the context holds; `None` if it fails, which is reported.
pub(super) fn deserialize<T: DeserializeOwned>(context: &mut Context<'_, '_>) -> Option<T> {
    let value = Value::Node(NodeId::ROOT);
    match T::deserialize(ValueDeserializer { context: &mut *context, value, form: Form::Text }) {
        Ok(value) => Some(value),
        Err(error) => {
            context.error(NodeId::ROOT, error.to_string());
            None
        }
    }
}

/// The input to deserialize.
#[derive(Clone, Copy)]
enum Value {
    Node(NodeId),
    /// A field that the object `of` does not have.
    Missing {
        of: NodeId,
        noun: &'static str,
        field: &'static str,
    },
    /// A part of something that was reported already.
    Placeholder,
}

/// Deserializes one value.
struct ValueDeserializer<'c, 'r, 'a> {
    context: &'c mut Context<'r, 'a>,
    value: Value,
    form: Form,
}

impl<'r, 'a> ValueDeserializer<'_, 'r, 'a> {
    /// The node to deserialize. Reports a missing field, which is required if its type does not allow that.
    fn node(&mut self) -> Option<NodeId> {
        match self.value {
            Value::Node(node) => Some(node),
            Value::Missing { of, noun, field } => {
                self.context.missing_field(of, noun, field);
                None
            }
            Value::Placeholder => None,
        }
    }

    #[inline(never)]
    fn text(mut self) -> Cow<'a, str> {
        let text = self.node().and_then(|node| match self.form {
            Form::RichText => self.context.rich_text(node),
            Form::Id => self.context.id(node),
            Form::Address => self.context.address(node),
            Form::ResourceAddress => self.context.resource_address(node),
            Form::Name => self.context.name(node),
            Form::Names => self.context.inline_text(node),
            Form::Date => self.context.date(node),
            Form::RawJson => self.context.raw_json(node),
            _ => self.context.string(node),
        });
        text.unwrap_or(Cow::Borrowed(self.form.placeholder()))
    }

    #[inline(never)]
    fn number(mut self) -> u32 {
        let node = self.node();
        if let Form::Reference(thing) = self.form {
            return node.map_or(UNKNOWN, |node| self.context.reference(node, thing));
        }
        let Some(node) = node else { return 0 };
        let tree = self.context.tree;
        let number = (tree.kind(node) == Kind::Number).then(|| tree.written(node));
        let number = number.and_then(|number| number.parse().ok());
        number.unwrap_or_else(|| {
            let is_version = self.form == Form::FormatVersion;
            let expected =
                if is_version { "the number 1 or 2" } else { "a whole number of seconds" };
            self.context.wrong_type(node, expected);
            0
        })
    }

    #[inline(never)]
    fn flag(mut self) -> bool {
        let Some(node) = self.node() else { return false };
        let kind = self.context.tree.kind(node);
        if !matches!(kind, Kind::True | Kind::False) {
            self.context.wrong_type(node, "true or false");
        }
        kind == Kind::True
    }

    /// The index of a word in a list; the last index if the list does not contain it.
    #[inline(never)]
    fn choice(mut self, words: &'static [&'static str]) -> u32 {
        let word = self.node().and_then(|node| Some((node, self.context.string(node)?)));
        let chosen = word.and_then(|(node, word)| {
            let chosen = words.iter().position(|known| *known == word);
            if chosen.is_none() {
                let meant = did_you_mean(nearest(&word, &mut words.iter().copied()));
                let (last, others) = words.split_last()?;
                let right = format!("`{}` or `{last}`", others.join("`, `"));
                let fault = format!("must be {right}, not {}{meant}", shown(&word));
                self.context.field_error(node, &fault);
            }
            chosen
        });
        chosen.unwrap_or(words.len().saturating_sub(1)) as u32
    }

    /// The items of a list. One language tag is a list of it.
    fn items(&mut self) -> Items<'r> {
        let Value::Node(node) = self.value else { return Items::none() };
        let tree = self.context.tree;
        match tree.kind(node) {
            Kind::List => return tree.items(node),
            Kind::Text | Kind::Escaped if self.form == Form::LanguageTags => {
                return tree.only(node);
            }
            _ if self.form == Form::LanguageTags => {
                self.context.wrong_type(node, "a language tag or a list of them");
            }
            _ => self.context.wrong_type(node, "a list"),
        }
        Items::none()
    }

    /// Whether another requirement is within the limit.
    fn has_room_for(&mut self, type_name: &str) -> bool {
        let Value::Node(node) = self.value else { return true };
        if type_name != "Requirement" {
            return true;
        }
        self.context.graph.requirements += 1;
        let count = self.context.graph.requirements;
        if count == REQUIREMENTS + 1 {
            let limit = grouped(REQUIREMENTS);
            let message = format!("too many skill requirements in total (limit: {limit})");
            self.context.error(node, message);
        }
        count <= REQUIREMENTS
    }
}

impl<'de> Deserializer<'de> for ValueDeserializer<'_, '_, '_> {
    type Error = Error;

    fn deserialize_any<V: Visitor<'de>>(self, _: V) -> Result<V::Value, Error> {
        Err(Error::custom("no document has values of this type"))
    }

    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_bool(self.flag())
    }

    fn deserialize_u32<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_u32(self.number())
    }

    fn deserialize_str<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        self.deserialize_string(visitor)
    }

    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        match self.text() {
            Cow::Borrowed(text) => visitor.visit_str(text),
            Cow::Owned(text) => visitor.visit_string(text),
        }
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        match self.value {
            Value::Node(node) => {
                if self.form == Form::LanguageTag && !self.context.is_language_tag(node) {
                    return visitor.visit_none();
                }
                visitor.visit_some(self)
            }
            Value::Missing { .. } | Value::Placeholder => visitor.visit_none(),
        }
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        name: &'static str,
        visitor: V,
    ) -> Result<V::Value, Error> {
        let form = Form::of_newtype(name);
        if form == Form::RichText && !self.context.has_markup {
            return Self { form, ..self }.deserialize_string(visitor);
        }
        visitor.visit_newtype_struct(Self { form, ..self })
    }

    fn deserialize_seq<V: Visitor<'de>>(mut self, visitor: V) -> Result<V::Value, Error> {
        let items = self.items();
        visitor.visit_seq(List { context: self.context, items, form: self.form })
    }

    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        let mut keys = Items::none();
        if let Value::Node(node) = self.value {
            if self.context.tree.kind(node) == Kind::Object {
                self.context.duplicate_keys(node);
                keys = self.context.tree.keys(node);
            } else {
                let expected = "an object: a level's id, and what it means for this skill";
                self.context.wrong_type(node, expected);
            }
        }
        visitor.visit_map(Entries { context: self.context, keys, value: Value::Placeholder })
    }

    #[inline(never)]
    fn deserialize_struct<V: Visitor<'de>>(
        mut self,
        name: &'static str,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Error> {
        let shape = shape_of(name);
        let is_full = !self.has_room_for(name);
        let of = if is_full { None } else { self.node() };
        let mut values = [None; MOST_FIELDS];
        let of = of.filter(|node| self.context.fields(*node, shape, fields, &mut values));
        if name == "Requirement" {
            let skill = fields.iter().position(|field| *field == "skill");
            self.context.use_scale_of(skill.and_then(|skill| values[skill]));
        }
        let (context, values) = (&mut *self.context, fields.iter().zip(&values));
        let value = visitor.visit_seq(Fields { context, of, noun: shape.noun, values });
        self.context.list_is_full = is_full;
        value
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Error> {
        let chosen: U32Deserializer<Error> = self.choice(variants).into_deserializer();
        visitor.visit_enum(chosen)
    }

    forward_to_deserialize_any! {
        i8 i16 i32 i64 i128 u8 u16 u64 u128 f32 f64 char bytes byte_buf unit unit_struct tuple tuple_struct
        identifier ignored_any
    }
}

/// The items of a list.
struct List<'c, 'r, 'a> {
    context: &'c mut Context<'r, 'a>,
    items: Items<'r>,
    form: Form,
}

impl<'de> SeqAccess<'de> for List<'_, '_, '_> {
    type Error = Error;

    fn next_element_seed<T: DeserializeSeed<'de>>(
        &mut self,
        seed: T,
    ) -> Result<Option<T::Value>, Error> {
        if std::mem::take(&mut self.context.list_is_full) {
            return Ok(None);
        }
        for item in self.items.by_ref() {
            if self.form == Form::LanguageTags && !self.context.is_language_tag(item) {
                continue;
            }
            let (context, value, form) = (&mut *self.context, Value::Node(item), self.form);
            return seed.deserialize(ValueDeserializer { context, value, form }).map(Some);
        }
        Ok(None)
    }

    fn size_hint(&self) -> Option<usize> {
        Some(self.items.clone().count())
    }
}

/// The entries of an object whose keys are ids; those whose value is null count as left out.
struct Entries<'c, 'r, 'a> {
    context: &'c mut Context<'r, 'a>,
    keys: Items<'r>,
    value: Value,
}

impl<'de> MapAccess<'de> for Entries<'_, '_, '_> {
    type Error = Error;

    fn next_key_seed<K: DeserializeSeed<'de>>(
        &mut self,
        seed: K,
    ) -> Result<Option<K::Value>, Error> {
        let tree = self.context.tree;
        let Some(key) = self.keys.find(|key| tree.kind(key.after()) != Kind::Null) else {
            return Ok(None);
        };
        self.value = Value::Node(key.after());
        let (context, value) = (&mut *self.context, Value::Node(key));
        seed.deserialize(ValueDeserializer { context, value, form: Form::Text }).map(Some)
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, Error> {
        let (context, value) = (&mut *self.context, self.value);
        seed.deserialize(ValueDeserializer { context, value, form: Form::Text })
    }
}

/// The fields of a struct, in the order in which they are declared.
struct Fields<'c, 'r, 'a> {
    context: &'c mut Context<'r, 'a>,
    /// The object; `None` if all its fields are placeholders.
    of: Option<NodeId>,
    noun: &'static str,
    /// The names of the fields, and the values that the object has of them.
    values: Zip<slice::Iter<'static, &'static str>, slice::Iter<'c, Option<NodeId>>>,
}

impl<'de> SeqAccess<'de> for Fields<'_, '_, '_> {
    type Error = Error;

    fn next_element_seed<T: DeserializeSeed<'de>>(
        &mut self,
        seed: T,
    ) -> Result<Option<T::Value>, Error> {
        let Some((&field, &found)) = self.values.next() else { return Ok(None) };
        let value = match (found, self.of) {
            (Some(node), _) => Value::Node(node),
            (None, Some(of)) => Value::Missing { of, noun: self.noun, field },
            (None, None) => Value::Placeholder,
        };
        let context = &mut *self.context;
        seed.deserialize(ValueDeserializer { context, value, form: Form::Text }).map(Some)
    }
}
