//! Writes texts with markup as the format has it.

use crate::text::{TextRun, links, plain_text};
use ladder::{MarkKind, RichText, escape_run};

/// The markup of a text, or `None` if it cannot have its markup in a document: what is read again must say the
/// same.
pub(crate) fn markup(runs: &[TextRun]) -> Option<String> {
    let words = |text: &str| text.split_whitespace().collect::<String>();
    let expected = words(&runs.iter().map(shown).collect::<String>());
    let mut writer = Writer { source: String::new(), is_line_start: true };
    writer.write(runs, &[]);
    let read = RichText::from_markup(&writer.source);
    let found = read.marks().iter().filter(|mark| matches!(mark.kind, MarkKind::Link(_))).count();
    let is_same = words(&read) == expected && found == links(runs).len();
    (is_same && !read.marks().is_empty()).then_some(writer.source)
}

/// What a run says where it is read: lists have other bullets.
fn shown(run: &TextRun) -> String {
    if run.style.is_marker { run.text.replace("- ", "• ") } else { run.text.clone() }
}

/// Markup around one or several runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Delimiter {
    Emphasis,
    Strong,
    Link,
}

impl Delimiter {
    /// The number of runs from the first one on that are within the same markup of this kind.
    fn extent(self, runs: &[TextRun]) -> usize {
        let first = runs.first();
        let is_within = |run: &&TextRun| match self {
            Self::Emphasis => run.style.emphasis,
            Self::Strong => run.style.strong,
            Self::Link => run.link.is_some() && first.is_some_and(|first| first.link == run.link),
        };
        runs.iter().take_while(is_within).count()
    }
}

struct Writer {
    source: String,
    /// Whether a list could begin here.
    is_line_start: bool,
}

impl Writer {
    /// Writes runs that are inside of `open` already.
    fn write(&mut self, runs: &[TextRun], open: &[Delimiter]) {
        let mut rest = runs;
        while let Some(first) = rest.first() {
            let kinds = [Delimiter::Emphasis, Delimiter::Strong, Delimiter::Link];
            let extents = kinds.into_iter().filter(|kind| !open.contains(kind));
            let longest = extents.map(|kind| (kind.extent(rest), kind)).max_by_key(|found| found.0);
            match longest.filter(|(count, _)| *count > 0) {
                Some((count, kind)) => {
                    let (inside, after) = rest.split_at(count);
                    self.delimited(inside, kind, open);
                    rest = after;
                }
                None => {
                    self.text(first);
                    rest = &rest[1..];
                }
            }
        }
    }

    fn delimited(&mut self, runs: &[TextRun], kind: Delimiter, open: &[Delimiter]) {
        let url = runs.first().and_then(|run| run.link.as_ref()).map_or("", |url| &url.text);
        let (before, after) = match kind {
            Delimiter::Emphasis => ("*", "*".to_owned()),
            Delimiter::Strong => ("**", "**".to_owned()),
            Delimiter::Link if plain_text(runs) == url => {
                self.push(&format!("<{url}>"));
                return;
            }
            Delimiter::Link => ("[", format!("]({})", destination(url))),
        };
        // An exclamation mark before a link would make it an image.
        if kind == Delimiter::Link && self.source.ends_with('!') {
            self.source.insert(self.source.len() - 1, '\\');
        }
        self.push(before);
        let open: Vec<Delimiter> = open.iter().copied().chain([kind]).collect();
        self.write(runs, &open);
        self.push(&after);
    }

    fn text(&mut self, run: &TextRun) {
        if run.style.is_marker {
            self.source.push_str(&run.text);
            self.is_line_start = true;
        } else if run.style.code {
            let written = code(&run.text);
            self.push(&written);
        } else {
            let escaped = escape_run(&run.text, self.is_line_start);
            self.push(&escaped);
        }
    }

    fn push(&mut self, text: &str) {
        self.source.push_str(text);
        if !text.is_empty() {
            self.is_line_start = text.ends_with('\n');
        }
    }
}

/// A span of code, between more backticks than are in it.
fn code(text: &str) -> String {
    let longest = text.split(|c| c != '`').map(str::len).max().unwrap_or(0);
    let fence = "`".repeat(longest + 1);
    let needs_space = |c| matches!(c, '`' | ' ');
    let space = if text.starts_with(needs_space) || text.ends_with(needs_space) { " " } else { "" };
    format!("{fence}{space}{text}{space}{fence}")
}

/// The address of a link as markup.
fn destination(url: &str) -> String {
    let mut escaped = String::with_capacity(url.len());
    let has_entity = url.contains(';');
    for c in url.chars() {
        if matches!(c, '(' | ')' | '<' | '>' | '\\') || c == '&' && has_entity {
            escaped.push('\\');
        }
        escaped.push(c);
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Location;
    use crate::text::{RunStyle, Text};
    use proptest::prelude::*;

    fn run(text: &str, marks: &str) -> TextRun {
        let location = Location::at(1, 1);
        let style = RunStyle {
            strong: marks.contains('s'),
            emphasis: marks.contains('e'),
            code: marks.contains('c'),
            is_marker: marks.contains('-'),
        };
        let url = || Box::new(Text::new("https://example.org/a_(b)?c&copy;", location));
        let link = marks.contains('l').then(url);
        TextRun { style, link, ..TextRun::plain(text, location) }
    }

    #[test]
    fn markup_is_written_as_people_write_it() {
        for (runs, expected) in [
            (vec![run("a ", ""), run("b", "e")], "a *b*"),
            (vec![run("a ", "s"), run("b", "se"), run(" c", "s")], "**a *b* c**"),
            (vec![run("a", "s"), run("b", "e"), run(" c", "")], "**a***b* c"),
            (vec![run("a`b", "c"), run(" c", "")], "``a`b`` c"),
            (vec![run("2 * 3 <b> ", ""), run("b", "e")], "2 \\* 3 \\<b> *b*"),
            (vec![run("- a\n1. ", ""), run("b", "e")], "\\- a\n1\\. *b*"),
            (
                vec![run("- ", "-"), run("- a", ""), run("\n1. ", "-"), run("b", "")],
                "- \\- a\n1. b",
            ),
            (
                vec![run("Look!", ""), run("a ", "l"), run("b", "sl")],
                "Look\\[a **b**](https://example.org/a_\\(b\\)?c\\&copy;)",
            ),
        ] {
            assert_eq!(
                markup(&runs).as_deref(),
                Some(expected.replace("Look\\[", "Look\\![").as_str())
            );
        }
    }

    #[test]
    fn markup_that_would_not_be_read_again_is_not_written() {
        let many: Vec<_> = (0..201).flat_map(|_| [run("a", "s"), run(" b ", "")]).collect();
        assert_eq!(markup(&many), None);
        assert_eq!(markup(&[run("a", ""), run(".", "s"), run("b", "")]), None);
    }

    proptest! {
        #[test]
        fn what_is_written_says_the_same(parts in prop::collection::vec(("[a-c *_`\\[\\]()<>&;#!1.+\\\\\n-]{1,6}", "[secl]{0,2}"), 1..6)) {
            let runs: Vec<_> = parts.iter().map(|(text, marks)| run(text, marks)).collect();
            if let Some(source) = markup(&runs) {
                let words = |text: &str| text.split_whitespace().collect::<String>();
                prop_assert_eq!(words(&RichText::from_markup(&source)), words(&plain_text(&runs)));
            }
        }
    }
}
