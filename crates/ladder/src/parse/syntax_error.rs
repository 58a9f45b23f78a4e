//! Why a text is not JSON, and how to correct it.

use crate::quote::shown;

/// The text cannot be scanned any further.
pub(super) struct Stopped;

/// The first thing that makes a text not JSON, and where.
pub(super) struct SyntaxError {
    pub at: usize,
    pub message: String,
    /// Whether the text is complete except for the content of one value, so that the value has a place.
    pub is_in_text: bool,
}

impl SyntaxError {
    fn new(at: usize, message: impl Into<String>) -> Self {
        Self { at, message: message.into(), is_in_text: false }
    }

    pub fn empty() -> Self {
        Self::new(0, "the document is empty; a ladder begins with `{`")
    }

    pub fn too_deep(at: usize) -> Self {
        Self::new(at, "nested too deeply (more than 64 levels)")
    }

    pub fn trailing_comma(at: usize, close: u8) -> Self {
        Self::new(
            at,
            format!(
                "remove this comma: trailing commas aren’t allowed before `{}`",
                closing(close)
            ),
        )
    }

    pub fn missing_comma(text: &str, at: usize, close: u8) -> Self {
        if let Some(foreign) = foreign(text, at) {
            return foreign;
        }
        Self::new(at, format!("expected a comma or `{}` before this", closing(close)))
    }

    pub fn missing_colon(at: usize) -> Self {
        Self::new(at, "expected a colon `:` between the field name and its value")
    }

    pub fn unclosed(text: &str, opened: usize) -> Self {
        let list = text.as_bytes().get(opened) == Some(&b'[');
        let message = if list {
            "this list is never closed; add `]`"
        } else {
            "this object is never closed; add `}`"
        };
        Self::new(opened, message)
    }

    pub fn unclosed_text(opened: usize) -> Self {
        Self::new(opened, "this text is missing its closing quote `\"`")
    }

    pub fn control(text: &str, at: usize) -> Self {
        match text.as_bytes().get(at) {
            Some(b'\n' | b'\r') => Self::new(
                at,
                "this text is missing its closing quote `\"`; write line breaks inside text as `\\n`",
            ),
            Some(b'\t') => Self::new(at, "write tabs inside text as `\\t`"),
            _ => Self::new(at, "escape this control character"),
        }
    }

    pub fn escape(text: &str, at: usize) -> Self {
        let escape: String = text[at..].chars().take(2).collect();
        let message = match escape.as_str() {
            "\\u" => "`\\u` needs four hexadecimal digits after it, as in `\\u00e9`".into(),
            _ => [&shown(&escape), " is not a valid escape; write a backslash as `\\\\`"].concat(),
        };
        Self::new(at, message)
    }

    pub fn unpaired_surrogate(at: usize) -> Self {
        let message = "this escape is only half of a character (unpaired surrogate)";
        Self { is_in_text: true, ..Self::new(at, message) }
    }

    pub fn number(text: &str, at: usize) -> Self {
        let right = "digits without a leading zero, as in `10` or `-0.5`";
        let word = shown(word_at(text, at));
        Self::new(at, format!("{word} is not a valid JSON number; use {right}"))
    }

    pub fn missing_key(text: &str, at: usize) -> Self {
        if let Some(foreign) = foreign(text, at) {
            return foreign;
        }
        let word = word_at(text, at);
        if word.is_empty() {
            return Self::new(at, "expected a field name in double quotes");
        }
        Self::new(at, format!("put field names in double quotes: `\"{word}\"`"))
    }

    pub fn missing_value(text: &str, at: usize) -> Self {
        if let Some(foreign) = foreign(text, at) {
            return foreign;
        }
        let word = word_at(text, at);
        if word.is_empty() {
            return Self::new(at, "expected a value");
        }
        let message = match word.to_ascii_lowercase().as_str() {
            right @ ("true" | "false" | "null") => format!("{} should be `{right}`", shown(word)),
            "none" | "nil" | "undefined" => format!("{} should be `null`", shown(word)),
            _ => format!("{} is not a JSON value; put text in double quotes", shown(word)),
        };
        Self::new(at, message)
    }

    pub fn trailing_content(text: &str, at: usize) -> Self {
        foreign(text, at)
            .unwrap_or_else(|| Self::new(at, "unexpected content after the end of the document"))
    }
}

/// Notation from other languages that JSON does not have.
fn foreign(text: &str, at: usize) -> Option<SyntaxError> {
    let mut rest = text[at..].chars();
    let message = match (rest.next()?, rest.next()) {
        ('\'', _) => "use double quotes `\"`, not single quotes",
        ('“' | '”' | '„' | '‘' | '’' | '«' | '»', _) => {
            "use straight quotes `\"`, not curly ones"
        }
        ('/', Some('/' | '*')) | ('#', _) => "JSON has no comments; remove this one",
        ('<', _) if at == 0 => "this is a web page or XML, not a JSON document",
        (c, _) if c.is_whitespace() => "this isn’t an ordinary space; replace it with one",
        _ => return None,
    };
    Some(SyntaxError::new(at, message))
}

/// The run of letters, digits and number characters that starts at `at`.
fn word_at(text: &str, at: usize) -> &str {
    let rest = &text[at..];
    let end = rest.find(|c: char| !(c.is_alphanumeric() || "_-+.$".contains(c)));
    &rest[..end.unwrap_or(rest.len())]
}

fn closing(close: u8) -> &'static str {
    if close == b']' { "]" } else { "}" }
}
