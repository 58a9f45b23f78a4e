//! Tells what is wrong with a value, and where it stands.

use super::super::problem::Severity;
use super::super::quote::shown;
use super::cursor::Cursor;
use super::tape::{At, Kind, push_step};

impl Cursor<'_, '_> {
    /// Reports a value of a wrong type.
    pub fn wrong(&mut self, at: At, right: &str) {
        let found = match self.tape.kind(at) {
            Kind::Number => self.tape.written(at),
            kind => kind.noun(),
        };
        self.field_error(at, &format!("must be {right}, not {found}"));
    }

    /// Reports what is wrong with a field's value, in words that follow the field's name.
    pub fn field_error(&mut self, at: At, fault: &str) {
        if self.report.admits(Severity::Error) {
            let message = format!("{} {fault}", self.name_of(at));
            self.list_problem(Severity::Error, at, message);
        }
    }

    /// Reports an error at a node.
    pub fn error(&mut self, at: At, message: String) {
        if self.report.admits(Severity::Error) {
            self.list_problem(Severity::Error, at, message);
        }
    }

    /// Reports a warning at a node.
    pub fn warning(&mut self, at: At, message: String) {
        if self.report.admits(Severity::Warning) {
            self.list_problem(Severity::Warning, at, message);
        }
    }

    /// Lists a problem at a node that the report admitted.
    pub fn list_problem(&mut self, severity: Severity, at: At, message: String) {
        let pointer = self.pointer(at);
        self.report.list(severity, self.tape.offset(at) as usize, pointer, message);
    }

    /// The name of the field that holds a value, in quotes; of an item the field of its list.
    fn name_of(&self, at: At) -> String {
        let pointer = self.pointer(at);
        let is_name = |step: &&str| !step.bytes().all(|b| b.is_ascii_digit());
        let name = pointer.rsplit('/').find(is_name).unwrap_or_default();
        if pointer.ends_with(name) { shown(name) } else { format!("each item of {}", shown(name)) }
    }

    fn pointer(&self, at: At) -> String {
        let mut pointer = String::new();
        if let Some((field, place)) = self.base {
            push_step(&mut pointer, field);
            push_step(&mut pointer, &place.to_string());
        }
        pointer + &self.tape.pointer_to(at)
    }
}

/// The end of a sentence that suggests what was meant, where that is known.
pub(super) fn did_you_mean(meant: Option<&str>) -> String {
    meant.map_or_else(String::new, |meant| format!("; did you mean `{meant}`?"))
}
