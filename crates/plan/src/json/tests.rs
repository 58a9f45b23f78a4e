//! Reading held against another reader of JSON.

use super::*;
use proptest::prelude::*;

fn equal(ours: &Json, theirs: &serde_json::Value) -> bool {
    use serde_json::Value;
    match (ours, theirs) {
        (Json::Null, Value::Null) => true,
        (Json::Bool(a), Value::Bool(b)) => a == b,
        (Json::Number(a), Value::Number(b)) => {
            a.parse::<f64>().ok() == b.as_f64() || a.parse().ok() == b.as_u64()
        }
        (Json::Text(a), Value::String(b)) => a == b,
        (Json::List(a), Value::Array(b)) => {
            a.len() == b.len() && a.iter().zip(b).all(|(a, b)| equal(a, b))
        }
        (Json::Object(a), Value::Object(b)) => {
            b.iter().all(|(key, b)| ours.get(key).is_some_and(|a| equal(a, b)))
                && a.iter().all(|(key, _)| b.contains_key(key))
        }
        _ => false,
    }
}

fn agrees(text: &str) {
    match (Json::read(text), serde_json::from_str::<serde_json::Value>(text)) {
        (Some(ours), Ok(theirs)) => assert!(equal(&ours, &theirs), "{text}: {ours:?}"),
        (None, Err(_)) => {}
        // A number beyond the range of a double is well-formed; we never work with it.
        (Some(_), Err(why)) if why.to_string().starts_with("number out of range") => {}
        (ours, theirs) => panic!("{text}: {ours:?}, {theirs:?}"),
    }
}

proptest! {
    #[test]
    fn reads_exactly_what_others_read(
        text in r#"([\[\]{}:,"\\ \n0-9a-fu+.eE\-]|null|true|"a":|\\u[dD][89c-f][0-9]{2}|\\u00e9){0,14}"#
    ) {
        agrees(&text);
    }

    #[test]
    fn a_quoted_text_reads_back(text in "(\\PC|[\\x00-\\x1f\"\\\\]){0,20}") {
        let mut json = String::new();
        quote(&text, &mut json);
        prop_assert_eq!(Json::read(&json), Some(Json::Text(text)));
        agrees(&json);
    }
}

#[test]
fn reads_each_form_and_stops_at_depth() {
    for text in [
        r#"{"a":[1,-2.5e3,0.1,true,false,null],"b":{"c":"d\u00e9\ud83d\ude00\n"},"a":1}"#,
        "[1,]",
        "{\"a\"}",
        "[",
        "01",
        "1.",
        "-",
        "\"\t\"",
        "\"\\ud800\"",
        "\"\\ud800\\u0041\"",
        "nul",
        "1 2",
        "",
        " [ ] ",
        "\"\\u+123\"",
        "1e400",
    ] {
        agrees(text);
    }
    let nested = |depth: usize| "[".repeat(depth) + &"]".repeat(depth);
    assert!(Json::read(&nested(64)).is_some() && Json::read(&nested(65)).is_none());
}
