//! A text of a source, with its markup if it has any.

use crate::source::Location;
use crate::split;
use std::borrow::Cow;
use std::ops::Range;

/// A text and where it stands.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Text {
    /// What it says without markup.
    pub text: String,
    pub location: Location,
    /// Its parts, if one of them has markup; otherwise empty.
    runs: Vec<TextRun>,
}

/// A part of a text with the same markup.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct TextRun {
    pub text: String,
    pub style: RunStyle,
    /// The address that it links to.
    pub link: Option<Box<Text>>,
    pub location: Location,
}

/// The markup of a part besides its link.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct RunStyle {
    pub strong: bool,
    pub emphasis: bool,
    pub code: bool,
    /// Whether it is the marker of a list item or the space before one, which is written unchanged.
    pub is_marker: bool,
}

impl TextRun {
    pub fn plain(text: impl Into<String>, location: Location) -> Self {
        Self { text: text.into(), style: RunStyle::default(), link: None, location }
    }

    pub fn marker(text: impl Into<String>, location: Location) -> Self {
        let style = RunStyle { is_marker: true, ..RunStyle::default() };
        Self { style, ..Self::plain(text, location) }
    }

    /// Whether it looks different from plain text.
    pub fn has_markup(&self) -> bool {
        self.link.is_some() || self.style != RunStyle::default()
    }

    fn is_like(&self, other: &Self) -> bool {
        self.style == other.style && self.link == other.link
    }

    /// Whether it is no more than the space between two words.
    fn is_space(&self) -> bool {
        !self.has_markup() && self.text.trim().is_empty()
    }
}

impl Text {
    /// A text without markup.
    pub fn new(text: impl Into<String>, location: Location) -> Self {
        Self { text: text.into(), location, runs: Vec::new() }
    }

    /// A text of parts.
    pub fn from_runs(runs: Vec<TextRun>, location: Location) -> Self {
        let runs = joined_runs(runs);
        let text = plain_text(&runs);
        let runs = if runs.iter().any(TextRun::has_markup) { runs } else { Vec::new() };
        Self { text, location, runs }
    }

    /// Texts one after the other, with a separator between them.
    pub fn join(texts: &[Self], separator: &str, location: Location) -> Self {
        let mut runs: Vec<TextRun> = Vec::new();
        for (at, text) in texts.iter().enumerate() {
            if at > 0 {
                runs.push(TextRun::plain(separator, location));
            }
            runs.extend(text.runs().into_owned());
        }
        Self::from_runs(runs, location)
    }

    /// Its parts: one if it has no markup.
    pub fn runs(&self) -> Cow<'_, [TextRun]> {
        if self.runs.is_empty() && !self.text.is_empty() {
            return vec![TextRun::plain(&self.text, self.location)].into();
        }
        self.runs.as_slice().into()
    }

    pub fn has_markup(&self) -> bool {
        !self.runs.is_empty()
    }

    /// Whether a list is part of it.
    pub fn has_list(&self) -> bool {
        self.runs.iter().any(|run| run.style.is_marker)
    }

    /// A part of it: `part` is a slice of its plain text.
    pub fn part(&self, part: &str) -> Self {
        if self.runs.is_empty() {
            return Self::new(part, self.location);
        }
        Self::from_runs(part_of_runs(&self.runs, range_of(part, &self.text)), self.location)
    }

    /// Its lines, without bullets and numbers in front.
    pub fn lines(&self) -> Vec<Self> {
        split::lines(&self.text).into_iter().map(|line| self.part(line)).collect()
    }

    /// Its links: title and address.
    pub fn links(&self) -> Vec<(String, Self)> {
        links(&self.runs)
    }

    /// The text with links as plain text.
    pub fn without_links(&self) -> Self {
        let runs = self.runs().into_owned().into_iter().map(|run| TextRun { link: None, ..run });
        Self::from_runs(runs.collect(), self.location)
    }
}

/// What parts say without markup.
pub(crate) fn plain_text(runs: &[TextRun]) -> String {
    runs.iter().map(|run| run.text.as_str()).collect()
}

/// The links in parts: title and address.
pub(crate) fn links(runs: &[TextRun]) -> Vec<(String, Text)> {
    let same = runs.chunk_by(|before, after| before.link == after.link);
    let link =
        |runs: &[TextRun]| Some((plain_text(runs), (**runs.first()?.link.as_ref()?).clone()));
    same.filter_map(link).collect()
}

/// The parts of a range of their plain text, in bytes.
pub(crate) fn part_of_runs(runs: &[TextRun], range: Range<usize>) -> Vec<TextRun> {
    let mut end = 0;
    let part = |run: &TextRun| {
        let start = end;
        end += run.text.len();
        let from = range.start.max(start) - start;
        let to = range.end.min(end).saturating_sub(start);
        let text = run.text.get(from..to).filter(|text| !text.is_empty())?;
        Some(TextRun { text: text.to_owned(), ..run.clone() })
    };
    runs.iter().filter_map(part).collect()
}

/// Where a slice of a text is in it.
pub(crate) fn range_of(part: &str, whole: &str) -> Range<usize> {
    let start = part.as_ptr().addr().saturating_sub(whole.as_ptr().addr());
    start..start + part.len()
}

/// Joins neighbours with the same markup. Space between two parts belongs to the markup that both have.
fn joined_runs(mut runs: Vec<TextRun>) -> Vec<TextRun> {
    runs.retain(|run| !run.text.is_empty());
    for at in 1..runs.len().saturating_sub(1) {
        if runs[at].is_space() && !runs[at].text.contains("\n\n") {
            let (before, after) = (&runs[at - 1], &runs[at + 1]);
            let style = RunStyle {
                strong: before.style.strong && after.style.strong,
                emphasis: before.style.emphasis && after.style.emphasis,
                ..RunStyle::default()
            };
            let link = before.link.clone().filter(|_| before.link == after.link);
            runs[at] = TextRun { style, link, ..runs[at].clone() };
        }
    }
    runs.dedup_by(|run, before| {
        let is_like = run.is_like(before);
        if is_like {
            before.text.push_str(&run.text);
        }
        is_like
    });
    runs
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_of_a_text_keeps_its_markup() {
        let location = Location::at(1, 1);
        let strong = RunStyle { strong: true, ..RunStyle::default() };
        let runs = vec![
            TextRun::plain("Signs ", location),
            TextRun { style: strong, ..TextRun::plain("off; repairs", location) },
            TextRun::plain(" bicycles", location),
        ];
        let text = Text::from_runs(runs, location);
        let lines = text.lines();
        let shown = |text: &Text| -> Vec<_> {
            text.runs().iter().map(|run| (run.text.clone(), run.style.strong)).collect()
        };
        assert_eq!(shown(&lines[0]), [("Signs ".to_owned(), false), ("off".to_owned(), true)]);
        assert_eq!(
            shown(&lines[1]),
            [("repairs".to_owned(), true), (" bicycles".to_owned(), false)]
        );
        assert!(!text.part(&text.text[..3]).has_markup());
    }

    #[test]
    fn space_within_emphasis_is_part_of_it() {
        let location = Location::at(1, 1);
        let style = RunStyle { emphasis: true, ..RunStyle::default() };
        let word = |word: &str| TextRun { style, ..TextRun::plain(word, location) };
        let runs = vec![word("one"), TextRun::plain("\n", location), word("two")];
        let text = Text::from_runs(runs, location);
        assert_eq!((text.runs().len(), text.text.as_str()), (1, "one\ntwo"));
    }
}
