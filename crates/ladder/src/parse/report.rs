//! Collects problems while a document is parsed, and finds their lines and columns at the end.

use super::limits::LISTED;
use crate::problem::{Place, Problem, Severity};
use crate::quote::grouped;

/// The problems found so far.
#[derive(Default)]
pub(super) struct Report {
    /// Each with its offset in the text, and in that order.
    listed: Vec<(usize, Problem)>,
    errors: usize,
    warnings: usize,
    /// Whether the document has content that the ladder does not keep.
    pub is_lossy: bool,
}

impl Report {
    /// Counts a problem. Returns whether to list it, too.
    pub fn admits(&mut self, severity: Severity) -> bool {
        let count = match severity {
            Severity::Error => &mut self.errors,
            Severity::Warning => &mut self.warnings,
        };
        *count += 1;
        *count <= LISTED
    }

    /// Adds a problem that was admitted.
    pub fn add(&mut self, severity: Severity, at: usize, pointer: String, message: String) {
        let problem = Problem { severity, pointer, place: None, message };
        let place = self.listed.partition_point(|(before, _)| *before <= at);
        self.listed.insert(place, (at, problem));
    }

    /// Counts an error and adds it if it is admitted.
    pub fn error(&mut self, at: usize, pointer: String, message: String) {
        if self.admits(Severity::Error) {
            self.add(Severity::Error, at, pointer, message);
        }
    }

    /// Counts a warning and adds it if it is admitted.
    pub fn warning(&mut self, at: usize, pointer: String, message: String) {
        if self.admits(Severity::Warning) {
            self.add(Severity::Warning, at, pointer, message);
        }
    }

    /// Whether there is any error.
    pub fn has_errors(&self) -> bool {
        self.errors > 0
    }

    /// The problems in the order of the text, each with its line and column; a last one says how many
    /// more there are.
    #[inline(never)]
    pub fn finish(self, text: &str) -> Vec<Problem> {
        let mut counter = PositionCounter { text, at: 0, line: 1, column: 1 };
        let mut problems = Vec::with_capacity(self.listed.len() + 1);
        for (at, mut problem) in self.listed {
            problem.place = Some(counter.advance_to(at));
            problems.push(problem);
        }
        let more = |count: usize| count.saturating_sub(LISTED);
        let (errors, warnings) = (more(self.errors), more(self.warnings));
        if errors + warnings > 0 {
            problems.push(Problem {
                severity: if errors > 0 { Severity::Error } else { Severity::Warning },
                pointer: String::new(),
                place: None,
                message: and_more(errors, warnings),
            });
        }
        problems
    }
}

/// A last problem that counts those that are not listed.
fn and_more(errors: usize, warnings: usize) -> String {
    let counted = |count: usize, noun: &str| match count {
        0 => None,
        1 => Some(format!("1 more {noun}")),
        _ => Some(format!("{} more {noun}s", grouped(count))),
    };
    let counts = [counted(errors, "error"), counted(warnings, "warning")];
    format!("and {}", counts.into_iter().flatten().collect::<Vec<_>>().join(" and "))
}

/// Counts lines and columns along the text, once.
struct PositionCounter<'a> {
    text: &'a str,
    at: usize,
    line: u32,
    column: u32,
}

impl PositionCounter<'_> {
    fn advance_to(&mut self, at: usize) -> Place {
        let mut slice = self.text.get(self.at..at).unwrap_or_default();
        self.at = self.at.max(at);
        let line_breaks = slice.bytes().filter(|&b| b == b'\n').count();
        if line_breaks > 0 {
            self.line += line_breaks as u32;
            self.column = 1;
            slice = slice.rsplit('\n').next().unwrap_or_default();
        }
        self.column += slice.chars().count() as u32;
        Place { line: self.line, column: self.column }
    }
}
