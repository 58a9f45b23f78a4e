//! Collects problems while a document is read, and finds their lines and columns at the end.

use super::super::problem::{Place, Problem, Severity};
use super::super::quote::grouped;
use super::limits::LISTED;

/// The problems found so far.
#[derive(Default)]
pub(super) struct Report {
    /// Each with its offset in the text, and in that order.
    listed: Vec<(usize, Problem)>,
    errors: usize,
    warnings: usize,
    /// Whether anything was met that the ladder does not keep.
    pub leaves_out: bool,
}

impl Report {
    /// Counts one more problem; whether it is to be listed too.
    pub fn admits(&mut self, severity: Severity) -> bool {
        let count = match severity {
            Severity::Error => &mut self.errors,
            Severity::Warning => &mut self.warnings,
        };
        *count += 1;
        *count <= LISTED
    }

    /// Lists a problem that was admitted.
    pub fn list(&mut self, severity: Severity, at: usize, pointer: String, message: String) {
        let problem = Problem { severity, pointer, place: None, message };
        let place = self.listed.partition_point(|(before, _)| *before <= at);
        self.listed.insert(place, (at, problem));
    }

    /// Counts and perhaps lists an error.
    pub fn error(&mut self, at: usize, pointer: String, message: String) {
        if self.admits(Severity::Error) {
            self.list(Severity::Error, at, pointer, message);
        }
    }

    /// Counts and perhaps lists a warning.
    pub fn warning(&mut self, at: usize, pointer: String, message: String) {
        if self.admits(Severity::Warning) {
            self.list(Severity::Warning, at, pointer, message);
        }
    }

    /// Whether the document is refused.
    pub fn refuses(&self) -> bool {
        self.errors > 0
    }

    /// The problems in the order of the text, each with its place; a last one tells how many more
    /// there are.
    #[inline(never)]
    pub fn finish(self, text: &str) -> Vec<Problem> {
        let mut walk = Walk { text, at: 0, line: 1, column: 1 };
        let mut problems = Vec::with_capacity(self.listed.len() + 1);
        for (at, mut problem) in self.listed {
            problem.place = Some(walk.walk_to(at));
            problems.push(problem);
        }
        let more = |count: usize| count.saturating_sub(LISTED);
        let (errors, warnings) = (more(self.errors), more(self.warnings));
        if errors + warnings > 0 {
            let (errors_told, warnings_told) = (grouped(errors), grouped(warnings));
            problems.push(Problem {
                severity: if errors > 0 { Severity::Error } else { Severity::Warning },
                pointer: String::new(),
                place: None,
                message: format!(
                    "not listed here: more errors ({errors_told}), more warnings ({warnings_told})"
                ),
            });
        }
        problems
    }
}

/// Counts lines and columns along the text, once.
struct Walk<'a> {
    text: &'a str,
    at: usize,
    line: u32,
    column: u32,
}

impl Walk<'_> {
    fn walk_to(&mut self, at: usize) -> Place {
        let mut stretch = self.text.get(self.at..at).unwrap_or_default();
        self.at = self.at.max(at);
        let breaks = stretch.bytes().filter(|&b| b == b'\n').count();
        if breaks > 0 {
            self.line += breaks as u32;
            self.column = 1;
            stretch = stretch.rsplit('\n').next().unwrap_or_default();
        }
        self.column += stretch.chars().count() as u32;
        Place { line: self.line, column: self.column }
    }
}
