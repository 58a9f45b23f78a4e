//! Facts about a resource: its description, its languages, and when its link was last checked.

use crate::messages::date::format_date;
use crate::stores::SharedLadder;
use ladder::ResourceIx;
use leptos::prelude::*;

/// English names of languages by their primary subtag.
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

/// The description of a resource and a line of facts. The language of the ladder is left out.
#[component]
pub fn ResourceFacts(
    /// The open ladder.
    ladder: SharedLadder,
    /// The resource.
    resource: ResourceIx,
) -> impl IntoView {
    let resource = &ladder[resource];
    let description = resource.description.clone();
    let description = description.map(|text| view! { <p class="about-it">{text}</p> });
    let is_other = |tag: &&String| primary_subtag(tag) != primary_subtag(&ladder.language);
    let languages = resource.languages.iter().filter(is_other);
    let languages: Vec<&str> = languages.map(|tag| language_name(tag)).collect();
    let languages = (!languages.is_empty()).then(|| format!("In {}", languages.join(", ")));
    let checked = resource.checked.as_ref().map(|date| {
        view! { "Link checked " <time datetime=date.clone()>{format_date(date)}</time> }
    });
    let separator = (languages.is_some() && checked.is_some()).then_some(" · ");
    let facts = (languages.is_some() || checked.is_some())
        .then(|| view! { <p class="facts-line">{languages}{separator}{checked}</p> });
    view! { {description} {facts} }
}

/// The language of a tag such as "pt-BR", without region or script.
fn primary_subtag(tag: &str) -> &str {
    tag.split('-').next().unwrap_or_default()
}

/// The English name of a language, or the tag if the name is unknown.
fn language_name(tag: &str) -> &str {
    let known = LANGUAGES.iter().find(|(code, _)| *code == primary_subtag(tag));
    known.map_or(tag, |(_, name)| name)
}

#[cfg(test)]
mod tests {
    use super::language_name;

    #[test]
    fn known_languages_have_names_and_others_keep_their_tag() {
        assert_eq!((language_name("pt-BR"), language_name("gsw")), ("Portuguese", "gsw"));
    }
}
