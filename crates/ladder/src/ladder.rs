//! A valid document and what follows from it.

use crate::distinct_names::DistinctNames;
use crate::document::{Document, Id, LevelIx, ScaleIx, SkillIx, scales_of_categories};
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
    /// The scale of each category's skills; `None` for the ladder's own.
    scales_of_categories: Vec<Option<ScaleIx>>,
}

impl Ladder {
    /// Derives what follows from a document whose references are all valid.
    #[inline(never)]
    pub(crate) fn new(document: Document) -> Self {
        let graph = RoleGraph::new(&document);
        let requirement_index = RequirementIndex::new(&document);
        let distinct_names = DistinctNames::new(&document);
        let categories: Vec<_> = document
            .categories
            .iter()
            .map(|category| (category.scale, category.parent.map(|parent| parent.index())))
            .collect();
        let scales_of_categories = scales_of_categories(&categories);
        Self { document, graph, requirement_index, distinct_names, scales_of_categories }
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

    /// The scale of a skill: its own, or else that of its category, or else (`None`) the ladder's.
    #[must_use]
    pub fn scale_of(&self, skill: SkillIx) -> Option<ScaleIx> {
        let skill = &self[skill];
        let of_category = |category: crate::CategoryIx| self.scales_of_categories[category.index()];
        skill.scale.or_else(|| skill.category.and_then(of_category))
    }

    /// The levels of a skill's scale, lowest first; empty if the skill is simply required or not.
    pub fn levels_of(
        &self,
        skill: SkillIx,
    ) -> impl DoubleEndedIterator<Item = LevelIx> + ExactSizeIterator + use<> {
        self.level_indices(self.scale_of(skill))
    }

    /// The level with this id on a skill's scale.
    #[must_use]
    pub fn level_of(&self, skill: SkillIx, id: &Id) -> Option<LevelIx> {
        self.levels_of(skill).find(|level| self[*level].id == *id)
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
