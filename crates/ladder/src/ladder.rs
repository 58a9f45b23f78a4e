//! A valid document and what follows from it.

use crate::asks::Asks;
use crate::document::Document;
use crate::steps::Steps;
use std::ops::Deref;

/// A valid document and what follows from it; derefs to the [`Document`]. Every reference in it leads to
/// an item, because only the parser makes one.
#[derive(Debug, PartialEq)]
pub struct Ladder {
    document: Document,
    steps: Steps,
    asks: Asks,
}

impl Ladder {
    /// Derives what follows from a document whose references are all valid.
    #[inline(never)]
    pub(crate) fn new(document: Document) -> Self {
        let (steps, asks) = (Steps::of(&document), Asks::of(&document));
        Self { document, steps, asks }
    }

    /// The steps between roles and what is carried up them.
    #[must_use]
    pub fn steps(&self) -> &Steps {
        &self.steps
    }

    /// Which roles require each skill.
    pub(crate) fn asks(&self) -> &Asks {
        &self.asks
    }

    /// The document as it was parsed.
    #[must_use]
    pub fn document(&self) -> &Document {
        &self.document
    }

    /// Gives the document back.
    #[must_use]
    pub fn into_document(self) -> Document {
        self.document
    }
}

impl Deref for Ladder {
    type Target = Document;
    fn deref(&self) -> &Document {
        &self.document
    }
}
