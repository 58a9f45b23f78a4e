//! The scanner accepts exactly what `serde_json` accepts.

#![allow(clippy::unwrap_used)]

use super::Scanner;
use crate::parse::token_tree::{NodeId, TokenTree};
use proptest::prelude::*;

fn accepts(text: &str) -> bool {
    let mut scanner = Scanner::new(text);
    scanner.space();
    let scanned = scanner.value().is_ok();
    scanner.space();
    scanned && scanner.peek().is_none()
}

fn string(text: &str) -> Option<String> {
    let mut scanner = Scanner::new(text);
    scanner.keep = true;
    scanner.value().ok()?;
    scanner.space();
    let tokens = TokenTree { text, nodes: &scanner.tokens };
    (scanner.at == text.len()).then(|| tokens.string(NodeId::ROOT).map(Into::into))?
}

fn assert_agreement(text: &str) {
    // `IgnoredAny` does not check surrogate pairs; `String` does.
    let expected = serde_json::from_str::<serde::de::IgnoredAny>(text);
    let may_have_surrogates = text.contains("\\u");
    if !may_have_surrogates {
        assert_eq!(accepts(text), expected.is_ok(), "{text}");
    }
    if text.starts_with('"') {
        assert_eq!(string(text), serde_json::from_str(text).ok(), "{text}");
    }
}

#[test]
fn known_edge_cases_are_accepted_like_serde_json_does() {
    let cases = r#"
        0 -0 00 01 -01 1. .5 1.5 1.5e 1e5 1E+5 1e-5 +1 - -- 1e1.5 0x1 1_000 Infinity NaN nan
        true false null True nul nulls truex "" "a" "a 'a' [] [[]] [,] [1,] [,1] [1,2] [1;2] [1 ]
        {} {,} {"a"} {"a":} {"a":1} {"a":1,} {"a":1,"b":2} {a:1} {1:1} {"a":1}} {"a" :1} ] } : ,
        "\n" "\/" "\x" "\" "\\" "\"" "\u0041" "\u004" "\u00zz" "\ud83d\udea2" "\ud83d" "\udea2" "\ud83d\u0041"
        "\ud83dx" "\ud83d\n" "\ud83d\ud83d" "\u0000" "é" é "\u+041" "\ud83d\u+ea2" "\"#;
    for case in cases.split_whitespace() {
        assert_agreement(case);
        assert_agreement(&format!(" [{case}, 1]\n"));
        assert_agreement(&format!("{{\"a\":{case}}}"));
    }
    for case in [
        "",
        " ",
        "\u{feff}1",
        "1\u{a0}",
        "\"\n\"",
        "\"\t\"",
        "\"\u{7f}\"",
        "\"\0\"",
        "1 1",
        "\u{c}1",
    ] {
        assert_agreement(case);
    }
}

proptest! {
    #[test]
    fn any_text_is_accepted_like_serde_json_does(text in r#"[\[\]{}:,"\\ \n\t0-9abdefnrtulsx+.E/é🗼\-]{0,24}"#) {
        assert_agreement(&text);
    }

    #[test]
    fn any_string_is_accepted_like_serde_json_does(inside in r#"([a-f0-9 é]|\\[ubfnrt/\\"x]|\\u[dD][89aAbB][0-9a-f]{2}|\\u[dD][c-fC-F][0-9a-f]{2}|\\u[0-9a-f]{4}){0,8}"#) {
        assert_agreement(&format!("\"{inside}\""));
    }

    #[test]
    fn strings_written_by_serde_json_are_read_back(text in any::<String>()) {
        prop_assert_eq!(string(&serde_json::to_string(&text).unwrap()), Some(text));
    }
}
