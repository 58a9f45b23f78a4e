//! Formats the problems of a document that was read from any kind of source.

use crate::report::{as_json, as_text, summary};
use import::{Remark, RemarkKind, Source, SourceReading, cell_name};
use ladder::Problem;
use std::path::Path;

/// The most remarks that commands print which have more to say than how a file was read.
pub const FEW_REMARKS: usize = 20;

/// The problems of a document as readable text, source by source.
#[must_use]
pub fn source_text(reading: &SourceReading, colours: bool) -> String {
    let sources = reading.sources.iter().enumerate();
    let shown = sources.map(|(index, source)| {
        let problems = reading.problems.iter().filter(|problem| problem.source == index);
        let problems: Vec<Problem> = problems.map(|problem| problem.problem.clone()).collect();
        as_text(&source.name, &source.text, &problems, colours)
    });
    shown.collect()
}

/// The number of errors and warnings, as text.
#[must_use]
pub fn source_summary(file: &str, reading: &SourceReading) -> String {
    summary(file, &problems(reading))
}

/// The report of an import, one remark a line. Of more than `most`, the last line says how many are missing.
#[must_use]
pub fn remarks_text(remarks: &[Remark], sources: &[Source], most: usize) -> String {
    let line = |remark: &Remark| {
        let place = remark.location.and_then(|location| {
            let source = sources.get(location.source)?;
            let file = Path::new(&source.name).file_name().map(|name| name.to_string_lossy());
            let file = file.unwrap_or_default();
            Some(match &source.sheet {
                Some(sheet) => format!("{file}, {sheet}!{}: ", cell_name(location.place)),
                None => format!("{file}:{}:{}: ", location.place.line, location.place.column),
            })
        });
        format!("{}{}: {}\n", place.unwrap_or_default(), remark.kind.word(), remark.message)
    };
    let mut text: String = remarks.iter().take(most).map(line).collect();
    if let Some(more @ 1..) = remarks.len().checked_sub(most) {
        text.push_str(&format!("and {more} more; run `career-ladder import` to see all\n"));
    }
    text
}

/// What was guessed and left out when a document was made of a table or Markdown, at most `most` of it.
#[must_use]
pub fn doubts_text(reading: &SourceReading, most: usize) -> String {
    remarks_text(&doubts(reading), &reading.sources, most)
}

/// The remarks that a reader has to check. What was understood leaves no doubt.
fn doubts(reading: &SourceReading) -> Vec<Remark> {
    let remarks = reading.remarks.iter();
    remarks.filter(|remark| remark.kind != RemarkKind::Understood).cloned().collect()
}

/// The problems, and what was guessed and left out, as JSON on one line, for other programs.
///
/// # Errors
/// Never in practice: strings and numbers can always be serialized.
pub fn source_json(file: &str, reading: &SourceReading) -> serde_json::Result<String> {
    as_json(file, &problems(reading), &doubts(reading), &reading.sources)
}

fn problems(reading: &SourceReading) -> Vec<Problem> {
    reading.problems.iter().map(|problem| problem.problem.clone()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_many_remarks_the_last_line_says_how_many_are_missing() {
        let remark = |message: &str| Remark {
            kind: RemarkKind::LeftOut,
            location: None,
            message: message.to_owned(),
        };
        let remarks = ["a", "b", "c"].map(remark);
        let all = "left out: a\nleft out: b\nleft out: c\n";
        assert_eq!(remarks_text(&remarks, &[], 3), all);
        let two = "left out: a\nleft out: b\nand 1 more; run `career-ladder import` to see all\n";
        assert_eq!(remarks_text(&remarks, &[], 2), two);
    }
}
