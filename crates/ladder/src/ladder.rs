//! A valid document and what follows from it.

use crate::document::Document;
use crate::graph::{RequirementIndex, RoleGraph};
use std::ops::Deref;

/// A valid document and what follows from it; derefs to the [`Document`]. Every reference in it leads to
/// an item, because only the parser makes one.
#[derive(Debug, PartialEq)]
pub struct Ladder {
    document: Document,
    graph: RoleGraph,
    requirement_index: RequirementIndex,
}

impl Ladder {
    /// Derives what follows from a document whose references are all valid.
    #[inline(never)]
    pub(crate) fn new(document: Document) -> Self {
        let graph = RoleGraph::new(&document);
        let requirement_index = RequirementIndex::new(&document);
        Self { document, graph, requirement_index }
    }

    /// The steps between roles, and the skills carried over along promotions.
    #[must_use]
    pub fn graph(&self) -> &RoleGraph {
        &self.graph
    }

    /// The requirements of all roles by skill.
    pub(crate) fn requirement_index(&self) -> &RequirementIndex {
        &self.requirement_index
    }

    /// The document as it was parsed.
    #[must_use]
    pub fn document(&self) -> &Document {
        &self.document
    }

    /// Returns the document.
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
