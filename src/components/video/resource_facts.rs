//! What a resource is about, the languages it is in, and when someone last saw it work.

use crate::messages::date::format_date;
use ladder::{Ladder, Resource};
use leptos::prelude::*;

/// Languages by their first subtag, with the names they have in English.
const LANGUAGES: [(&str, &str); 16] = [
    ("ar", "Arabic"),
    ("de", "German"),
    ("en", "English"),
    ("es", "Spanish"),
    ("fr", "French"),
    ("he", "Hebrew"),
    ("hi", "Hindi"),
    ("it", "Italian"),
    ("ja", "Japanese"),
    ("ko", "Korean"),
    ("nl", "Dutch"),
    ("pl", "Polish"),
    ("pt", "Portuguese"),
    ("ru", "Russian"),
    ("uk", "Ukrainian"),
    ("zh", "Chinese"),
];

/// Only what the document says, and the language only where it is not the ladder's.
#[must_use]
pub fn resource_facts(ladder: &Ladder, resource: &Resource) -> AnyView {
    let about = resource
        .description
        .clone()
        .map(|text| view! { <p class="about-it">{text}</p> }.into_any());
    let others = resource.languages.iter().filter(|tag| first(tag) != first(&ladder.language));
    let languages: Vec<&str> = others.map(|tag| language(tag)).collect();
    let languages = (!languages.is_empty()).then(|| format!("In {}", languages.join(", ")));
    let checked = resource.checked.as_ref().map(|date| {
        view! { "Link checked " <time datetime=date.clone()>{format_date(date)}</time> }.into_any()
    });
    let between = (languages.is_some() && checked.is_some()).then_some(" · ");
    let facts = (languages.is_some() || checked.is_some()).then(|| {
        let parts = [languages.into_any(), between.into_any(), checked.into_any()];
        view! { <p class="facts-line">{parts}</p> }.into_any()
    });
    view! { {about} {facts} }.into_any()
}

fn first(tag: &str) -> &str {
    tag.split('-').next().unwrap_or_default()
}

fn language(tag: &str) -> &str {
    let known = LANGUAGES.iter().find(|(code, _)| *code == first(tag));
    known.map_or(tag, |(_, name)| name)
}

#[cfg(test)]
mod tests {
    use super::language;

    #[test]
    fn says_languages_in_words() {
        assert_eq!((language("pt-BR"), language("gsw")), ("Portuguese", "gsw"));
    }
}
