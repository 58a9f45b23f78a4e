//! What an import understood, guessed and left out.

use crate::node::{Node, Value};
use crate::source::Location;
use crate::text::Text;
use std::collections::HashSet;

/// What a remark is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum RemarkKind {
    /// How something was read, where the source leaves no doubt.
    Understood,
    /// How something was read, where the source leaves doubt. Check it.
    Guessed,
    /// Something that is not part of the ladder.
    LeftOut,
}

impl RemarkKind {
    /// Its name.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Understood => "understood",
            Self::Guessed => "guessed",
            Self::LeftOut => "left out",
        }
    }
}

/// One line of the report of an import.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Remark {
    /// What it is about.
    pub kind: RemarkKind,
    /// Where in the source; `None` for all of it.
    pub location: Option<Location>,
    /// A sentence without a full stop.
    pub message: String,
}

/// The remarks of an import and the problems that make it fail.
#[derive(Debug, Default)]
pub(crate) struct Report {
    pub remarks: Vec<Remark>,
    /// The addresses of links in texts, which a document may or may not have kept.
    pub links: Vec<Text>,
    /// Where emphasis begins, and where the part of a text stands that has it.
    pub emphasis: Vec<(Location, Location)>,
    pub problems: Vec<crate::SourceProblem>,
}

/// The markup that a document has kept.
#[derive(Debug, Default)]
pub(crate) struct Kept {
    /// The addresses of links.
    pub links: HashSet<String>,
    /// Where the parts of texts stand that have emphasis.
    pub emphasis: HashSet<Location>,
}

impl Kept {
    /// Adds the addresses of all links and resources.
    pub fn add_addresses(&mut self, node: &Node) {
        match &node.value {
            Value::Object(fields) => {
                for (key, node) in fields {
                    match &node.value {
                        Value::Text(url) if key.name == "url" => {
                            self.links.insert(url.clone());
                        }
                        _ => self.add_addresses(node),
                    }
                }
            }
            Value::List(items) => items.iter().for_each(|item| self.add_addresses(item)),
            _ => {}
        }
    }
}

impl Report {
    pub fn understood(&mut self, location: Location, message: impl Into<String>) {
        self.add(RemarkKind::Understood, location, message.into());
    }

    pub fn guessed(&mut self, location: Location, message: impl Into<String>) {
        self.add(RemarkKind::Guessed, location, message.into());
    }

    pub fn left_out(&mut self, location: Location, message: impl Into<String>) {
        self.add(RemarkKind::LeftOut, location, message.into());
    }

    pub fn problem(&mut self, location: Location, message: impl Into<String>) {
        self.problems.push(crate::SourceProblem::error(location, message));
    }

    /// Reports the links to other sites and the emphasis that the document has not kept.
    pub fn report_lost_markup(&mut self, kept: &Kept) {
        for url in std::mem::take(&mut self.links) {
            if !kept.links.contains(&url.text) && ladder::Address::new(&url.text).is_some() {
                self.left_out(url.location, format!("the link to {}", url.text));
            }
        }
        for (location, run) in std::mem::take(&mut self.emphasis) {
            if !kept.emphasis.contains(&run) {
                self.left_out(location, "emphasis: names and labels are plain");
            }
        }
    }

    fn add(&mut self, kind: RemarkKind, location: Location, message: String) {
        self.remarks.push(Remark { kind, location: Some(location), message });
    }
}
