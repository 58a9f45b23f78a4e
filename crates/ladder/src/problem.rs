//! Problems of a document: what is wrong, where, and how to correct it.

use serde::{Deserialize, Serialize};
use std::fmt;

/// The severity of a problem.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Severity {
    /// The document is refused.
    Error,
    /// The document is accepted.
    Warning,
}

impl Severity {
    /// Its name in lower case.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
        }
    }
}

impl fmt::Display for Severity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.word())
    }
}

/// A place in the text, both counted from 1; columns count Unicode scalar values.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Place {
    /// The line.
    pub line: u32,
    /// The column.
    pub column: u32,
}

/// A problem of a document.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Problem {
    /// Its severity.
    pub severity: Severity,
    /// The value it is about, as a JSON Pointer; empty for the document as a whole.
    pub pointer: String,
    /// Its place in the text; `None` if there is no single one.
    pub place: Option<Place>,
    /// What is wrong and how to correct it, as a sentence without a full stop.
    pub message: String,
}

/// Severity, message and place on one line.
impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.severity, self.message)?;
        match (self.place, self.pointer.as_str()) {
            (None, "") => Ok(()),
            (None, pointer) => write!(f, " ({pointer})"),
            (Some(Place { line, column }), "") => write!(f, " (line {line}, column {column})"),
            (Some(Place { line, column }), pointer) => {
                write!(f, " ({pointer}, line {line}, column {column})")
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Place, Problem, Severity};

    #[test]
    fn a_problem_is_displayed_on_one_line() {
        let display = |pointer: &str, place| {
            let (severity, message) = (Severity::Error, "it is blank".into());
            Problem { severity, pointer: pointer.into(), place, message }.to_string()
        };
        let place = Some(Place { line: 2, column: 3 });
        assert_eq!(display("", None), "error: it is blank");
        assert_eq!(display("/title", None), "error: it is blank (/title)");
        assert_eq!(display("", place), "error: it is blank (line 2, column 3)");
        assert_eq!(display("/title", place), "error: it is blank (/title, line 2, column 3)");
    }
}
