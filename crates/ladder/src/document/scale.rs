//! Scales, and the levels on them.

use super::Document;
use super::id::Id;
use super::index::{LevelIx, ScaleIx};
use super::rich_text::RichText;
use super::text_form::Name;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::ops::Index;

/// One step of a scale.
#[derive(Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Level {
    /// Its id, unique on its scale.
    pub id: Id,
    /// Its name, such as "Working knowledge".
    #[serde(with = "Name")]
    pub name: String,
    /// What it means for any skill.
    pub description: Option<RichText>,
}

/// A scale for some of the skills.
#[derive(Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Scale {
    /// Its id, unique among scales.
    pub id: Id,
    /// Its name, such as "Languages".
    #[serde(default, with = "Name")]
    pub name: Option<String>,
    /// Its levels, lowest first.
    #[schemars(length(min = 1))]
    pub levels: Vec<Level>,
}

/// Where a level stands among those of a scale or of a skill.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LevelPosition {
    /// Its index; 0 is the lowest level.
    pub index: usize,
    /// The number of levels.
    pub scale_len: usize,
}

impl Document {
    /// The scales that have levels, the ladder's own (`None`) first.
    #[must_use]
    pub fn scales_with_levels(&self) -> Vec<Option<ScaleIx>> {
        let all = std::iter::once(None).chain(ScaleIx::all(self.scales.len()).map(Some));
        all.filter(|scale| !self.levels(*scale).is_empty()).collect()
    }

    /// The levels of a scale, lowest first. `None` stands for the ladder's own scale.
    #[must_use]
    pub fn levels(&self, scale: Option<ScaleIx>) -> &[Level] {
        scale.map_or(&self.scale, |scale| &self[scale].levels)
    }

    /// The indices of the levels of a scale, lowest first.
    pub fn level_indices(
        &self,
        scale: Option<ScaleIx>,
    ) -> impl DoubleEndedIterator<Item = LevelIx> + ExactSizeIterator + use<> {
        let before = scale.map_or(0, |scale| {
            let others = self.scales[..scale.index()].iter().map(|scale| scale.levels.len());
            self.scale.len() + others.sum::<usize>()
        });
        (before..before + self.levels(scale).len()).map(LevelIx::from)
    }

    /// The levels with this id, of every scale.
    pub fn levels_by_id<'a>(&'a self, id: &'a Id) -> impl Iterator<Item = LevelIx> + 'a {
        let all = (0..).map(LevelIx).zip(self.all_levels());
        all.filter(|(_, level)| level.id == *id).map(|(index, _)| index)
    }

    /// Every level of every scale, in the order of their indices.
    pub fn all_levels(&self) -> impl Iterator<Item = &Level> {
        self.scale.iter().chain(self.scales.iter().flat_map(|scale| &scale.levels))
    }

    /// The scale that a level is on, and the index of the level there.
    pub(super) fn scale_with(&self, level: LevelIx) -> (usize, &[Level]) {
        let (mut index, mut scale) = (level.index(), &*self.scale);
        for next in &self.scales {
            if index < scale.len() {
                break;
            }
            (index, scale) = (index - scale.len(), &next.levels);
        }
        (index, scale)
    }
}

impl Index<LevelIx> for Document {
    type Output = Level;

    fn index(&self, level: LevelIx) -> &Level {
        let (index, scale) = self.scale_with(level);
        &scale[index]
    }
}

/// The scale of each category: its own, or else that of the category it is part of. Takes each category's own
/// scale and the index of the category it is part of; categories may form a loop.
pub(crate) fn scales_of_categories<S: Copy>(
    categories: &[(Option<S>, Option<usize>)],
) -> Vec<Option<S>> {
    let mut scales: Vec<Option<S>> = categories.iter().map(|(own, _)| *own).collect();
    let mut is_known: Vec<bool> = scales.iter().map(Option::is_some).collect();
    for start in 0..categories.len() {
        let mut path = Vec::new();
        let mut at = Some(start);
        while let Some(open) = at.filter(|at| is_known.get(*at) == Some(&false)) {
            is_known[open] = true;
            path.push(open);
            at = categories[open].1;
        }
        let found = at.and_then(|at| scales.get(at).copied().flatten());
        for category in path {
            scales[category] = found;
        }
    }
    scales
}

#[cfg(test)]
mod tests {
    use super::scales_of_categories;

    #[test]
    fn a_category_has_the_scale_of_the_nearest_one_around_it_that_has_one() {
        let categories = [
            (None, Some(2)),
            (Some('a'), None),
            (None, Some(1)),
            (Some('b'), Some(0)),
            (None, None),
            (None, Some(6)),
            (None, Some(5)),
            (None, Some(9)),
        ];
        let scales: Vec<_> = scales_of_categories(&categories);
        let expected = [Some('a'), Some('a'), Some('a'), Some('b'), None, None, None, None];
        assert_eq!(scales, expected);
    }
}
