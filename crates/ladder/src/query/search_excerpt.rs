//! The part of a long text that shows why it was found.

use super::search_query::SearchQuery;
use crate::grapheme;
use std::ops::Range;

/// The most characters of an excerpt.
const MAX_LEN: usize = 160;

/// How many characters before the first match are shown.
const LEAD: usize = 40;

/// A text, cut to what was found in it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Excerpt {
    /// The text; "…" stands where something was left out.
    pub text: String,
    /// The byte ranges to highlight in it.
    pub highlights: Vec<Range<usize>>,
}

impl Excerpt {
    /// The part of `text` around the first match of `query`; a short text is not cut.
    #[must_use]
    pub fn new(text: &str, query: &SearchQuery) -> Self {
        let highlights = query.highlights(text);
        let starts: Vec<usize> = grapheme::clusters(text).map(|cluster| cluster.start).collect();
        if starts.len() <= MAX_LEN {
            return Self { text: text.to_owned(), highlights };
        }
        let first = highlights.first().map_or(0, |range| range.start);
        let first = starts.partition_point(|start| *start < first);
        let from = if first <= LEAD { 0 } else { word_start(text, &starts, first - LEAD, first) };
        let start = starts[from];
        let end = starts.get(from + MAX_LEN).copied().unwrap_or(text.len());
        let (before, after) =
            (if start > 0 { "…" } else { "" }, if end < text.len() { "…" } else { "" });
        let offset = before.len();
        let shown = highlights.into_iter().filter(|range| range.start < end);
        let highlights = shown
            .map(|range| range.start - start + offset..range.end.min(end) - start + offset)
            .collect();
        Self { text: format!("{before}{}{after}", &text[start..end]), highlights }
    }
}

/// The index of the first cluster in `from..to` that starts a word, or `from` if none does.
fn word_start(text: &str, starts: &[usize], from: usize, to: usize) -> usize {
    let is_space = |at: usize| text[starts[at]..].starts_with(char::is_whitespace);
    (from..to).find(|&at| is_space(at)).map_or(from, |at| at + 1)
}

#[cfg(test)]
mod tests {
    use super::super::normalizer::tests::NORMALIZER;
    use super::*;

    fn excerpt(text: &str, typed: &str) -> Excerpt {
        Excerpt::new(text, &SearchQuery::new(typed, NORMALIZER))
    }

    #[test]
    fn a_short_text_is_shown_whole() {
        let found = excerpt("Writes pseudocode", "code");
        assert_eq!(found.text, "Writes pseudocode");
        assert_eq!(found.highlights.first(), Some(&(13..17)));
    }

    #[test]
    fn a_long_text_is_cut_around_the_first_match() {
        let text = format!("{} pseudocódigo {}", "word ".repeat(60), "after ".repeat(60));
        let found = excerpt(&text, "pseudocodigo");
        assert!(found.text.starts_with("…word ") && found.text.ends_with('…'), "{}", found.text);
        assert_eq!(found.text.chars().count(), MAX_LEN + 2);
        assert_eq!(&found.text[found.highlights[0].clone()], "pseudocódigo");
        let found = excerpt(&text, "nothing");
        assert!(found.text.starts_with("word ") && found.text.ends_with('…'));
    }

    #[test]
    fn a_highlight_at_the_cut_stays_inside_the_text() {
        let text = "a".repeat(400);
        let found = excerpt(&text, &"a".repeat(400));
        assert_eq!(&found.text[found.highlights[0].clone()], "a".repeat(MAX_LEN));
    }
}
