//! A valid document and what follows from it.

use crate::distinct_names::DistinctNames;
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
    distinct_names: DistinctNames,
}

impl Ladder {
    /// Derives what follows from a document whose references are all valid.
    #[inline(never)]
    pub(crate) fn new(document: Document) -> Self {
        let graph = RoleGraph::new(&document);
        let requirement_index = RequirementIndex::new(&document);
        let distinct_names = DistinctNames::new(&document);
        Self { document, graph, requirement_index, distinct_names }
    }

    /// The steps between roles, and the skills carried over.
    #[must_use]
    pub fn graph(&self) -> &RoleGraph {
        &self.graph
    }

    /// What tells apart roles, skills and categories of the same name.
    pub(crate) fn distinct_names(&self) -> &DistinctNames {
        &self.distinct_names
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
