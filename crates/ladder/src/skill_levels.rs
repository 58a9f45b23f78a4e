//! The levels that each skill can have.

use crate::document::{Document, LevelIx, ScaleIx, SkillIx, scales_of_categories};
use std::ops::Range;

/// The levels of each skill: those of its scale, or only the lowest ones, if the skill has names of its own for
/// these, says nothing of higher ones, and no role requires one. The highest of four levels should not look like
/// the fourth of five.
#[derive(Debug, PartialEq)]
pub struct SkillLevels {
    /// The scale of each category's skills; `None` for the ladder's own.
    scales_of_categories: Vec<Option<ScaleIx>>,
    /// By skill.
    levels: Vec<Range<u32>>,
}

impl SkillLevels {
    /// Derives the levels of all skills.
    pub fn new(document: &Document) -> Self {
        let categories = document.categories.iter();
        let categories: Vec<_> = categories
            .map(|category| (category.scale, category.parent.map(|parent| parent.index())))
            .collect();
        let scales_of_categories = scales_of_categories(&categories);
        let mut found = Self { scales_of_categories, levels: Vec::new() };
        let whole = document.skill_indices().map(|skill| {
            let mut levels = document.level_indices(found.scale_of(document, skill));
            let len = levels.len() as u32;
            levels.next().map_or(0..0, |first| first.0..first.0 + len)
        });
        found.levels = whole.collect();
        let highest = highest_required(document);
        for ((levels, skill), highest) in found.levels.iter_mut().zip(&document.skills).zip(highest)
        {
            let names = |level: &u32| {
                skill.level(LevelIx(*level)).is_some_and(|level| level.name.is_some())
            };
            let end = levels.start + levels.clone().take_while(names).count() as u32;
            let goes_further = skill.levels.iter().any(|(level, _)| level.0 >= end);
            if end > levels.start && !goes_further && highest.is_none_or(|level| level.0 < end) {
                levels.end = end;
            }
        }
        found
    }

    /// The scale of a skill: its own, or else that of its category, or else (`None`) the ladder's.
    pub fn scale_of(&self, document: &Document, skill: SkillIx) -> Option<ScaleIx> {
        let skill = &document[skill];
        let category = skill.category.map(|category| category.index());
        skill.scale.or_else(|| self.scales_of_categories.get(category?).copied().flatten())
    }

    /// The levels of a skill, lowest first.
    pub fn of(&self, skill: SkillIx) -> Range<u32> {
        self.levels.get(skill.index()).cloned().unwrap_or_default()
    }
}

/// The highest level that any role requires of each skill.
fn highest_required(document: &Document) -> Vec<Option<LevelIx>> {
    let mut highest = vec![None; document.skills.len()];
    for requirement in document.roles.iter().flat_map(|role| &role.skills) {
        if let Some(highest) = highest.get_mut(requirement.skill.index()) {
            *highest = requirement.level.max(*highest);
        }
    }
    highest
}
