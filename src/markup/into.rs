//! What may stand as a child or as an attribute's value in `view!`.

use super::{Attribute, Markup};
use std::borrow::Cow;

/// What may stand as a child.
pub trait IntoMarkup {
    /// The piece it is.
    fn into_markup(self) -> Markup;
}

impl IntoMarkup for Markup {
    fn into_markup(self) -> Markup {
        self
    }
}

impl IntoMarkup for super::Element {
    fn into_markup(self) -> Markup {
        Markup::Element(self)
    }
}

impl IntoMarkup for &'static str {
    fn into_markup(self) -> Markup {
        Markup::Text(Cow::Borrowed(self))
    }
}

impl IntoMarkup for String {
    fn into_markup(self) -> Markup {
        Markup::Text(Cow::Owned(self))
    }
}

impl IntoMarkup for usize {
    fn into_markup(self) -> Markup {
        self.to_string().into_markup()
    }
}

impl<T: IntoMarkup> IntoMarkup for Option<T> {
    fn into_markup(self) -> Markup {
        self.map_or(Markup::Nothing, T::into_markup)
    }
}

impl<T: IntoMarkup> IntoMarkup for Vec<T> {
    fn into_markup(self) -> Markup {
        Markup::Many(self.into_iter().map(T::into_markup).collect())
    }
}

impl<T: IntoMarkup, const N: usize> IntoMarkup for [T; N] {
    fn into_markup(self) -> Markup {
        Markup::Many(self.into_iter().map(T::into_markup).collect())
    }
}

impl<F: Fn() -> T + 'static, T: IntoMarkup> IntoMarkup for F {
    fn into_markup(self) -> Markup {
        Markup::Changing(Box::new(move || self().into_markup()))
    }
}

/// What an attribute may say: a text, a number, whether it is there, or nothing; or a closure that
/// gives one of these and is called again whenever a signal it reads changes.
pub trait IntoAttribute {
    /// The attribute it makes.
    fn into_attribute(self) -> Attribute;
}

/// A value that is not a closure.
pub trait AttributeValue {
    /// The attribute's text; none leaves it out.
    fn text(self) -> Option<Cow<'static, str>>;
}

impl AttributeValue for &'static str {
    fn text(self) -> Option<Cow<'static, str>> {
        Some(Cow::Borrowed(self))
    }
}

impl AttributeValue for String {
    fn text(self) -> Option<Cow<'static, str>> {
        Some(Cow::Owned(self))
    }
}

impl AttributeValue for usize {
    fn text(self) -> Option<Cow<'static, str>> {
        self.to_string().text()
    }
}

impl AttributeValue for bool {
    fn text(self) -> Option<Cow<'static, str>> {
        self.then_some(Cow::Borrowed(""))
    }
}

impl<T: AttributeValue> AttributeValue for Option<T> {
    fn text(self) -> Option<Cow<'static, str>> {
        self.and_then(T::text)
    }
}

macro_rules! fixed {
    ($($value:ty),*) => {$(
        impl IntoAttribute for $value {
            fn into_attribute(self) -> Attribute {
                Attribute::Fixed(self.text())
            }
        }
    )*};
}

fixed!(&'static str, String, usize, bool, Option<&'static str>, Option<String>);

impl<F: Fn() -> T + 'static, T: AttributeValue> IntoAttribute for F {
    fn into_attribute(self) -> Attribute {
        Attribute::Changing(Box::new(move || self().text()))
    }
}
