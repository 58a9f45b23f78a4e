//! What makes a text not JSON, in the words of one who writes it by hand.

use super::super::quote::shown;

/// The text cannot be stepped through any further.
pub(super) struct Unscanned;

/// The first thing that makes a text not JSON, and where.
pub(super) struct Flaw {
    pub at: usize,
    pub message: String,
}

impl Flaw {
    fn new(at: usize, message: impl Into<String>) -> Self {
        Self { at, message: message.into() }
    }

    pub fn empty() -> Self {
        Self::new(0, "the document is empty; a ladder begins with `{`")
    }

    pub fn too_deep(at: usize) -> Self {
        Self::new(at, "lists and objects are nested more than 64 deep here")
    }

    pub fn comma_too_many(at: usize, close: u8) -> Self {
        Self::new(at, format!("remove this comma: no comma stands before `{}`", closing(close)))
    }

    pub fn comma_missing(text: &str, at: usize, close: u8) -> Self {
        if let Some(foreign) = foreign(text, at) {
            return foreign;
        }
        Self::new(at, format!("a comma or `{}` is missing before this", closing(close)))
    }

    pub fn colon_missing(at: usize) -> Self {
        Self::new(at, "a colon `:` is missing between the field's name and its value")
    }

    pub fn unclosed(text: &str, opened: usize) -> Self {
        let list = text.as_bytes().get(opened) == Some(&b'[');
        let message = if list {
            "the text ends before the list that begins here is closed with `]`"
        } else {
            "the text ends before the object that begins here is closed with `}`"
        };
        Self::new(opened, message)
    }

    pub fn unclosed_text(opened: usize) -> Self {
        Self::new(opened, "the closing quote `\"` of the text that begins here is missing")
    }

    pub fn control(text: &str, at: usize) -> Self {
        match text.as_bytes().get(at) {
            Some(b'\n' | b'\r') => Self::new(
                at,
                "the closing quote `\"` is missing before this line break; a line break inside a text is written `\\n`",
            ),
            Some(b'\t') => Self::new(at, "a tab inside a text is written `\\t`"),
            _ => Self::new(at, "a control character inside a text is written as an escape"),
        }
    }

    pub fn escape(text: &str, at: usize) -> Self {
        let escape: String = text[at..].chars().take(2).collect();
        let message = match escape.as_str() {
            "\\u" => "`\\u` is followed by four hexadecimal digits, as in `\\u00e9`".into(),
            _ => [&shown(&escape), " is not an escape; a backslash itself is written `\\\\`"]
                .concat(),
        };
        Self::new(at, message)
    }

    pub fn half_character(at: usize) -> Self {
        Self::new(at, "this escape is half of a character; the other half is missing")
    }

    pub fn number(text: &str, at: usize) -> Self {
        let right = "digits without a leading zero, as in `10` or `-0.5`";
        let word = shown(word_at(text, at));
        Self::new(at, format!("{word} is not a number as JSON writes it: {right}"))
    }

    pub fn no_key(text: &str, at: usize) -> Self {
        if let Some(foreign) = foreign(text, at) {
            return foreign;
        }
        let word = word_at(text, at);
        if word.is_empty() {
            return Self::new(at, "a field's name in double quotes is missing here");
        }
        Self::new(at, format!("a field's name stands in double quotes: `\"{word}\"`"))
    }

    pub fn no_value(text: &str, at: usize) -> Self {
        if let Some(foreign) = foreign(text, at) {
            return foreign;
        }
        let word = word_at(text, at);
        if word.is_empty() {
            return Self::new(at, "a value is missing here");
        }
        let message = match word.to_ascii_lowercase().as_str() {
            right @ ("true" | "false" | "null") => format!("{} is written `{right}`", shown(word)),
            "none" | "nil" | "undefined" => format!("{} is written `null`", shown(word)),
            _ => format!("{} is no JSON value; text stands in double quotes", shown(word)),
        };
        Self::new(at, message)
    }

    pub fn trailing(text: &str, at: usize) -> Self {
        foreign(text, at)
            .unwrap_or_else(|| Self::new(at, "nothing may follow the end of the document"))
    }
}

/// What other notations have and JSON has not.
fn foreign(text: &str, at: usize) -> Option<Flaw> {
    let mut rest = text[at..].chars();
    let message = match (rest.next()?, rest.next()) {
        ('\'', _) => "text stands in double quotes `\"`, not in single ones",
        ('“' | '”' | '„' | '‘' | '’' | '«' | '»', _) => {
            "text stands in straight double quotes `\"`, not in curly ones"
        }
        ('/', Some('/' | '*')) | ('#', _) => "JSON has no comments; remove this one",
        ('<', _) if at == 0 => "this is a web page or XML, not a JSON document",
        (c, _) if c.is_whitespace() => "this space is not one that JSON knows; use an ordinary one",
        _ => return None,
    };
    Some(Flaw::new(at, message))
}

/// The run of letters, digits and what numbers are made of that begins at `at`.
fn word_at(text: &str, at: usize) -> &str {
    let rest = &text[at..];
    let end = rest.find(|c: char| !(c.is_alphanumeric() || "_-+.$".contains(c)));
    &rest[..end.unwrap_or(rest.len())]
}

fn closing(close: u8) -> &'static str {
    if close == b']' { "]" } else { "}" }
}
