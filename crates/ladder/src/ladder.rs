//! A valid document and what follows from it.

use crate::distinct_names::DistinctNames;
use crate::document::{Document, Id, LevelIx, LevelPosition, ScaleIx, SkillIx};
use crate::graph::{RequirementIndex, RoleGraph};
use crate::query::Normalizer;
use crate::skill_levels::SkillLevels;
use std::ops::Deref;
use std::sync::OnceLock;

/// A valid document and what follows from it; derefs to the [`Document`]. Every reference in it leads to
/// an item, because only the parser makes one.
#[derive(Debug)]
pub struct Ladder {
    document: Document,
    graph: RoleGraph,
    requirement_index: RequirementIndex,
    normalizer: Option<Normalizer>,
    /// Derived at the first use.
    distinct_names: OnceLock<DistinctNames>,
    skill_levels: SkillLevels,
}

/// Everything else follows from the document.
impl PartialEq for Ladder {
    fn eq(&self, other: &Self) -> bool {
        self.document == other.document
    }
}

impl Ladder {
    /// Derives what follows from a document whose references are all valid.
    #[inline(never)]
    pub(crate) fn new(document: Document) -> Self {
        let graph = RoleGraph::new(&document);
        let requirement_index = RequirementIndex::new(&document);
        let skill_levels = SkillLevels::new(&document);
        let distinct_names = OnceLock::new();
        Self { document, graph, requirement_index, normalizer: None, distinct_names, skill_levels }
    }

    /// Sets the normalizer, so that names get a qualifier even if only the encoding of their accents differs.
    #[must_use]
    pub fn with_normalizer(self, normalizer: Normalizer) -> Self {
        Self { normalizer: Some(normalizer), distinct_names: OnceLock::new(), ..self }
    }

    /// The steps between roles, and the skills carried over.
    #[must_use]
    pub fn graph(&self) -> &RoleGraph {
        &self.graph
    }

    /// What tells apart roles, skills and categories of the same name.
    pub(crate) fn distinct_names(&self) -> &DistinctNames {
        self.distinct_names.get_or_init(|| DistinctNames::new(&self.document, self.normalizer))
    }

    /// The requirements of all roles by skill.
    pub(crate) fn requirement_index(&self) -> &RequirementIndex {
        &self.requirement_index
    }

    /// The levels that a skill can have, lowest first; empty if it is simply required or not. They are those of its
    /// scale, or only the lowest of them, if the skill has names for these and says nothing of higher ones.
    pub fn levels_of(
        &self,
        skill: SkillIx,
    ) -> impl DoubleEndedIterator<Item = LevelIx> + ExactSizeIterator + use<> {
        self.skill_levels.of(skill).map(LevelIx)
    }

    /// The scale of a skill: its own, or else that of its category; `None` for the ladder's.
    #[must_use]
    pub fn scale_of(&self, skill: SkillIx) -> Option<ScaleIx> {
        self.skill_levels.scale_of(self, skill)
    }

    /// The level with this id on a skill's scale.
    #[must_use]
    pub fn level_of(&self, skill: SkillIx, id: &Id) -> Option<LevelIx> {
        let mut scale = self.level_indices(self.scale_of(skill));
        scale.find(|level| self[*level].id == *id)
    }

    /// Where a level stands among those of a skill.
    #[must_use]
    pub fn level_position(&self, skill: SkillIx, level: LevelIx) -> LevelPosition {
        let levels = self.skill_levels.of(skill);
        let index = level.0.saturating_sub(levels.start) as usize;
        // A visitor may have rated a skill before it had fewer levels.
        LevelPosition { index: index.min(levels.len().saturating_sub(1)), scale_len: levels.len() }
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
