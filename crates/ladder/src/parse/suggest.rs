//! Suggests a known word in place of an unknown one.

/// The longest words that are compared, in bytes.
const LONGEST: usize = 64;

/// The candidate that `word` was most likely meant to be; `None` if none is close enough.
#[must_use]
pub fn nearest<'a>(word: &str, candidates: &mut dyn Iterator<Item = &'a str>) -> Option<&'a str> {
    if word.len() > LONGEST {
        return None;
    }
    let word = word.to_ascii_lowercase();
    let mut best = None;
    // Up to a third of the word may be wrong, three letters at most.
    let mut limit = word.chars().count().div_ceil(3).min(3) + 1;
    for candidate in candidates {
        if candidate.len() > LONGEST || candidate.len().abs_diff(word.len()) >= limit {
            continue;
        }
        let distance = strsim::osa_distance(&word, &candidate.to_ascii_lowercase());
        if distance < limit.min(candidate.len()) {
            best = Some(candidate);
            limit = distance;
        }
    }
    best
}

/// The end of a message that suggests what was meant, if that is known.
pub(super) fn did_you_mean(meant: Option<&str>) -> String {
    meant.map_or_else(String::new, |meant| format!("; did you mean `{meant}`?"))
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn misspelled_words_get_the_intended_suggestion() {
        let known = ["python", "sql", "title", "skills", "short_title", "id"];
        for (word, expected) in [
            ("pyhton", Some("python")),
            ("Python", Some("python")),
            ("pythons", Some("python")),
            ("skill", Some("skills")),
            ("shorttitle", Some("short_title")),
            ("slq", Some("sql")),
            ("ID", Some("id")),
            ("x", None),
            ("rust", None),
            ("", None),
        ] {
            assert_eq!(nearest(word, &mut known.into_iter()), expected, "{word}");
        }
    }
}
