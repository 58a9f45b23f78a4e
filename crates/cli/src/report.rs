//! Formats problems like a compiler, or as JSON for other programs. Native only.

use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet, Title};
use import::{Remark, Source};
use ladder::{Place, Problem, Severity};
use serde::Serialize;
use std::fmt::Write;

/// Longer lines, in bytes, are cut before rendering, which takes time for every byte.
const LONG: usize = 4_000;
/// The characters of a long line that are kept before and after the place of a problem.
const BEFORE: usize = 40;
const AFTER: usize = 60;

/// The problems of one file as readable text: each with its place, and the line with a caret under it.
/// `colours` adds terminal colours.
#[must_use]
pub fn as_text(file: &str, text: &str, problems: &[Problem], colours: bool) -> String {
    let renderer = if colours { Renderer::styled() } else { Renderer::plain() };
    let renderer = renderer.decor_style(DecorStyle::Ascii);
    let mut lines = Lines { rest: text.strip_prefix('\u{feff}').unwrap_or(text), number: 1 };
    let mut shown = String::new();
    for problem in problems {
        let level = match problem.severity {
            Severity::Error => Level::ERROR,
            Severity::Warning => Level::WARNING,
        };
        let title = level.primary_title(problem.message.as_str());
        let group = match problem.place {
            Some(place) => {
                let line = lines.go_to(place.line);
                pointing(title, file, line, place, &problem.pointer)
            }
            None => title.element(Origin::path(file)),
        };
        shown.push_str(&renderer.render(&[group]));
        shown.push_str("\n\n");
    }
    shown
}

/// The number of errors and warnings of a file, as text.
#[must_use]
pub fn summary(file: &str, problems: &[Problem]) -> String {
    let count = |severity| problems.iter().filter(|problem| problem.severity == severity).count();
    let mut summary = format!("{file}: ");
    let counted = [(count(Severity::Error), "error"), (count(Severity::Warning), "warning")];
    for (count, noun) in counted.into_iter().filter(|(count, _)| *count > 0) {
        let between = if summary.ends_with(": ") { "" } else { ", " };
        let plural = if count == 1 { "" } else { "s" };
        // Writing into a string does not fail.
        let _ = write!(summary, "{between}{count} {noun}{plural}");
    }
    if problems.is_empty() {
        summary.push_str("no problems");
    }
    summary
}

/// The problems of one file, and the remarks of its import if there are any, as JSON on one line, for other
/// programs.
///
/// # Errors
/// Never in practice: strings and numbers can always be serialized.
pub fn as_json(
    file: &str,
    problems: &[Problem],
    remarks: &[Remark],
    sources: &[Source],
) -> serde_json::Result<String> {
    #[derive(Serialize)]
    struct File<'a> {
        file: &'a str,
        problems: Vec<ProblemEntry<'a>>,
        #[serde(skip_serializing_if = "Vec::is_empty")]
        remarks: Vec<RemarkEntry<'a>>,
    }
    #[derive(Serialize)]
    struct ProblemEntry<'a> {
        severity: &'static str,
        pointer: &'a str,
        line: Option<u32>,
        column: Option<u32>,
        message: &'a str,
    }
    #[derive(Serialize)]
    struct RemarkEntry<'a> {
        kind: &'static str,
        sheet: Option<&'a str>,
        line: Option<u32>,
        column: Option<u32>,
        message: &'a str,
    }
    let problems = problems.iter().map(|problem| ProblemEntry {
        severity: problem.severity.word(),
        pointer: &problem.pointer,
        line: problem.place.map(|place| place.line),
        column: problem.place.map(|place| place.column),
        message: &problem.message,
    });
    let remarks = remarks.iter().map(|remark| RemarkEntry {
        kind: remark.kind.word(),
        sheet: remark.location.and_then(|at| sources.get(at.source)?.sheet.as_deref()),
        line: remark.location.map(|at| at.place.line),
        column: remark.location.map(|at| at.place.column),
        message: &remark.message,
    });
    serde_json::to_string(&File { file, problems: problems.collect(), remarks: remarks.collect() })
}

/// The line with a caret under the place, and the pointer beside it.
fn pointing<'a>(
    title: Title<'a>,
    file: &'a str,
    line: &'a str,
    place: Place,
    pointer: &'a str,
) -> Group<'a> {
    let (number, column) = (place.line as usize, place.column as usize);
    let byte = |nth: usize| line.char_indices().nth(nth).map_or(line.len(), |(at, _)| at);
    let at = byte(column - 1);
    let cut = line.len() > LONG;
    let window = if cut {
        byte((column - 1).saturating_sub(BEFORE))..byte(column + AFTER)
    } else {
        0..line.len()
    };
    let start = at - window.start;
    let shown = &line[window];
    let label = Some(pointer).filter(|pointer| !pointer.is_empty());
    let span = start..start + token_length(&shown[start..]);
    let snippet = Snippet::source(shown)
        .line_start(number)
        .annotation(AnnotationKind::Primary.span(span).label(label));
    if cut {
        let origin = Origin::path(file).line(number).char_column(column);
        title.element(origin).element(snippet)
    } else {
        title.element(snippet.path(file))
    }
}

/// The length of the string, number or word at the start of `text`. For lists and objects, only the
/// length of the bracket.
fn token_length(text: &str) -> usize {
    let Some(first) = text.chars().next() else { return 0 };
    if first == '"' {
        let mut escaped = false;
        let closing = text.char_indices().skip(1).find(|&(_, c)| {
            let closes = c == '"' && !escaped;
            escaped = c == '\\' && !escaped;
            closes
        });
        return closing.map_or(text.len(), |(at, _)| at + 1);
    }
    let word = text.find(|c: char| !(c.is_alphanumeric() || "+-._".contains(c)));
    word.unwrap_or(text.len()).max(first.len_utf8())
}

/// Steps through the lines of a text.
struct Lines<'a> {
    rest: &'a str,
    number: u32,
}

impl<'a> Lines<'a> {
    /// The line with this number. Numbers must not decrease from one call to the next.
    fn go_to(&mut self, number: u32) -> &'a str {
        while self.number < number {
            self.rest = self.rest.split_once('\n').map_or("", |(_, rest)| rest);
            self.number += 1;
        }
        let line = self.rest.split('\n').next().unwrap_or_default();
        line.trim_end_matches('\r')
    }
}
