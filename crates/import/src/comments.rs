//! Whether a file has what is lost when its ladder is written again: comments and anchors.

use crate::format::SourceFormat;
use saphyr_parser::{Event, Parser};
use std::ops::Range;
use toml_parser::Source;
use toml_parser::lexer::TokenKind;

/// Whether a document in this format has comments, or anchors and aliases, that its value does not contain.
#[must_use]
pub fn has_comments(format: SourceFormat, text: &str) -> bool {
    match format {
        SourceFormat::Yaml => yaml_has_comments(text),
        SourceFormat::Toml => {
            Source::new(text).lex().any(|token| token.kind() == TokenKind::Comment)
        }
        _ => false,
    }
}

/// In YAML, `#` begins a comment at the start of a line or after a space, but not inside of a text.
fn yaml_has_comments(text: &str) -> bool {
    let mut texts: Vec<Range<usize>> = Vec::new();
    for event in Parser::new_from_str(text) {
        let Ok((event, span)) = event else { return false };
        let anchor = match &event {
            Event::Alias(anchor)
            | Event::SequenceStart(anchor, _)
            | Event::MappingStart(anchor, _)
            | Event::Scalar(_, _, anchor, _) => *anchor,
            _ => 0,
        };
        if anchor > 0 {
            return true;
        }
        if let Event::Scalar(..) = event {
            texts.push(span.start.index()..span.end.index());
        }
    }
    let mut texts = texts.into_iter().peekable();
    let mut before = '\n';
    for (at, c) in text.chars().enumerate() {
        while texts.next_if(|range| range.end <= at).is_some() {}
        let is_in_text = texts.peek().is_some_and(|range| range.contains(&at));
        if c == '#' && before.is_whitespace() && !is_in_text {
            return true;
        }
        before = c;
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_and_anchors_are_found_but_not_in_texts() {
        for (yaml, expected) in [
            ("a: 1\n", false),
            ("a: 1 # note\n", true),
            ("# note\na: 1\n", true),
            ("a: C#\nb: 'x # y'\nc: \"x # y\"\nd: x#y\n", false),
            ("a: |\n  # heading\n  text # more\nb: 1\n", false),
            ("a: >-\n\n    # heading\n\n  # more\n\n# note\n", true),
            ("- |\n # heading\n\n # more\n\n- b\n", false),
            ("a: |\n  # heading\n  text\nb: 1\n# note\n", true),
            ("a: |\n  # heading\n  text\n# note\nb: 1\n", true),
            ("a: >- # note\n  text\nb: 1\n", true),
            ("a: |\r\n  # heading\r\nb: 'x # y'\r\n", false),
            ("ä: ö\né: 'x # y'\nb: |\n  # z\n", false),
            ("- &x a\n- b\n", true),
            ("a: &x {b: 1}\nc: *x\n", true),
        ] {
            assert_eq!(has_comments(SourceFormat::Yaml, yaml), expected, "{yaml}");
        }
        for (toml, expected) in [
            ("a = 1\n", false),
            ("a = 1 # note\n", true),
            ("a = \"# x\"\nb = '''\n# y\n'''\n", false),
        ] {
            assert_eq!(has_comments(SourceFormat::Toml, toml), expected, "{toml}");
        }
        assert!(!has_comments(SourceFormat::Json, "{\"a\": \"# x\"}"));
    }
}
