//! What an import understood, guessed and left out.

use crate::draft::Text;
use crate::source::Location;

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
    pub problems: Vec<crate::SourceProblem>,
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

    /// Reports the links to other sites that the document, as JSON, has not kept.
    pub fn report_lost_links(&mut self, json: &str) {
        for url in std::mem::take(&mut self.links) {
            let is_lost = !json.contains(&url.text);
            if is_lost && ladder::Address::new(&url.text).is_some() {
                let message = format!("the link to {}: texts are plain", url.text);
                self.left_out(url.location, message);
            }
        }
    }

    fn add(&mut self, kind: RemarkKind, location: Location, message: String) {
        self.remarks.push(Remark { kind, location: Some(location), message });
    }
}
