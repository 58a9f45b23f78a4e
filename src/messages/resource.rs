//! Words of a resource: its type, its source and its languages.

use ladder::{Address, Resource, ResourceType};

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

/// The word for a type of resource.
#[must_use]
pub fn resource_type(kind: ResourceType) -> &'static str {
    match kind {
        ResourceType::Video => "Video",
        ResourceType::Article => "Article",
        ResourceType::Course => "Course",
        ResourceType::Book => "Book",
        ResourceType::Tool => "Tool",
        ResourceType::Other => "Link",
    }
}

/// The type of a resource and its provider: "Article · Example Press".
#[must_use]
pub fn source(resource: &Resource) -> String {
    let kind = resource_type(resource.kind());
    match resource.provider.as_deref().or_else(|| resource.url.link().map(Address::host)) {
        Some(provider) => format!("{kind} · {provider}"),
        None => kind.to_owned(),
    }
}

/// Where a video comes from and starts: "YouTube, starts at 0:22".
#[must_use]
pub fn video_source(provider: Option<&str>, start: Option<&str>) -> String {
    let provider = provider.unwrap_or("YouTube");
    match start {
        Some(start) => format!("{provider}, starts at {start}"),
        None => provider.to_owned(),
    }
}

/// The languages of a resource other than the ladder's: "In German, French". `None` if there are none.
#[must_use]
pub fn other_languages(resource: &Resource, ladder_language: &str) -> Option<String> {
    let is_other = |tag: &&String| primary_subtag(tag) != primary_subtag(ladder_language);
    let names = resource.languages.iter().filter(is_other).map(|tag| language_name(tag));
    let names: Vec<&str> = names.collect();
    (!names.is_empty()).then(|| format!("In {}", names.join(", ")))
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
