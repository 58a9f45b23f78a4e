//! The place of a position in a text that is JSON only up to there.

use super::token_tree::{push_step, unescaped};

/// A list or object that is open.
enum Open {
    /// A list, and the index of the current item.
    List(usize),
    /// An object, and the key of the current member.
    Object(String),
}

/// The JSON Pointer to the value at `offset`, in a text that is JSON before it.
pub(super) fn pointer_at(text: &str, offset: usize) -> String {
    let mut open: Vec<Open> = Vec::new();
    // The last complete text, which is a key if a colon follows.
    let mut last = "";
    let mut at = 0;
    while let Some(byte) = text.as_bytes().get(at).filter(|_| at < offset) {
        match byte {
            b'{' => open.push(Open::Object(String::new())),
            b'[' => open.push(Open::List(0)),
            b'}' | b']' => drop(open.pop()),
            b':' => {
                if let Some(Open::Object(key)) = open.last_mut() {
                    *key = unescaped(last);
                }
            }
            b',' => match open.last_mut() {
                Some(Open::List(index)) => *index += 1,
                Some(Open::Object(key)) => key.clear(),
                None => {}
            },
            b'"' => {
                let start = at + 1;
                let end = start + length_of_text(&text.as_bytes()[start..]);
                if end >= offset {
                    break;
                }
                (last, at) = (text.get(start..end).unwrap_or_default(), end);
            }
            _ => {}
        }
        at += 1;
    }
    let mut pointer = String::new();
    for step in open {
        match step {
            Open::List(index) => push_step(&mut pointer, &index.to_string()),
            // The position is in a key.
            Open::Object(key) if key.is_empty() => {}
            Open::Object(key) => push_step(&mut pointer, &key),
        }
    }
    pointer
}

/// The number of bytes before the closing quote.
fn length_of_text(bytes: &[u8]) -> usize {
    let mut is_escaped = false;
    let end = bytes.iter().position(|byte| {
        let is_end = *byte == b'"' && !is_escaped;
        is_escaped = *byte == b'\\' && !is_escaped;
        is_end
    });
    end.unwrap_or(bytes.len())
}

#[cfg(test)]
mod tests {
    use super::pointer_at;

    #[test]
    fn the_pointer_leads_to_the_value_at_the_position() {
        for (text, pointer) in [
            (r#"{"title": "X"#, "/title"),
            (r#"{"a": "{[\"", "b/c": {"d": 1, "e": "X"#, "/b~1c/e"),
            (r#"{"roles": [{"id": "a"}, {"title": "\u0041X"#, "/roles/1/title"),
            (r#"{"a": [1, [2, "X"#, "/a/1/1"),
            (r#"{"a": {"X"#, "/a"),
            (r#"{"a": 1, "X"#, ""),
            (r#""X"#, ""),
        ] {
            let offset = text.rfind('X').unwrap_or_default();
            assert_eq!(pointer_at(text, offset), pointer, "{text}");
        }
    }
}
