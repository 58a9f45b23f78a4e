//! Functions that build the parts of a document, and generated text.

use serde_json::{Value, json};

pub(crate) const NOUNS: [&str; 16] = [
    "garden", "harbour", "bridge", "letter", "orchard", "lantern", "meadow", "quarry", "river",
    "signal", "timber", "valley", "weather", "workshop", "yard", "engine",
];
pub(crate) const VERBS: [&str; 8] =
    ["Tends", "Plans", "Repairs", "Measures", "Explains", "Joins", "Keeps", "Draws"];

pub(crate) fn document(title: &str, mut fields: Value) -> String {
    if fields["format"].is_null() {
        fields["format"] = json!(1);
    }
    fields["id"] = json!("shape");
    fields["title"] = json!(title);
    fields.to_string()
}

pub(crate) fn role(id: &str, title: &str, mut fields: Value) -> Value {
    fields["id"] = json!(id);
    fields["title"] = json!(title);
    fields
}

pub(crate) fn skill(id: &str, name: &str) -> Value {
    json!({"id": id, "name": name, "description": sentence(id.len() + name.len())})
}

pub(crate) fn scale() -> Value {
    json!([
        {"id": "first", "name": "First steps", "description": "Knows what it is, and does it with guidance."},
        {"id": "steady", "name": "Steady", "description": "Does it alone in quiet weather."},
        {"id": "sure", "name": "Sure", "description": "Does it in any weather, and shows others how."},
        {"id": "free", "name": "Free", "description": "Finds new ways of doing it."}
    ])
}

pub(crate) fn statement(at: usize) -> Value {
    let mut statement = json!({"text": sentence(at)});
    if at.is_multiple_of(5) {
        statement["examples"] = json!([sentence(at + 1), sentence(at + 2)]);
        statement["links"] = json!([{"title": "How it is done", "url": "https://example.org/how"}]);
    }
    statement
}

pub(crate) fn note(at: usize) -> Value {
    let text: Vec<_> = (0..8).map(|nth| sentence(at + nth)).collect();
    json!({"title": format!("How do you {} the {}?", VERBS[at % 8].to_lowercase().trim_end_matches('s'), NOUNS[at % 16]),
           "text": format!("{}\n\n{}", text[..4].join(" "), text[4..].join(" ")),
           "links": if at.is_multiple_of(4) { json!([{"title": "More on this", "url": "https://example.org/more"}]) } else { json!([]) }})
}

pub(crate) fn sentence(at: usize) -> String {
    format!(
        "{} the {} by the {} and writes down what changed.",
        VERBS[at % 8],
        NOUNS[at % 16],
        NOUNS[(at * 3 + 1) % 16]
    )
}

pub(crate) fn capital(word: &str) -> String {
    word[..1].to_uppercase() + &word[1..]
}
