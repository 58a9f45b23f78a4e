//! What a skill is found by, folded once so that each key press is answered at once.

use super::fold::{Needle, fold};
use super::place_set::PlaceSet;
use crate::Ladder;

/// Each skill's names and what it includes, as one text.
#[derive(Debug)]
pub struct SkillTexts {
    /// A line a name, so that a word's beginning counts; no word runs over a line's end.
    text: String,
    /// Where each skill's lines end.
    ends: Vec<usize>,
}

impl SkillTexts {
    /// Folds every skill's texts.
    #[must_use]
    pub fn of(ladder: &Ladder) -> Self {
        let mut text = String::new();
        let mut ends = Vec::with_capacity(ladder.skills.len());
        for skill in &ladder.skills {
            let names = skill.short_name.iter().chain(&skill.also_known_as).chain(&skill.includes);
            for name in std::iter::once(&skill.name).chain(names) {
                text.push_str(&fold(name));
                text.push('\n');
            }
            ends.push(text.len());
        }
        Self { text, ends }
    }

    /// How well the skill at this place answers; `None` where a word is missing.
    #[must_use]
    pub fn score(&self, place: usize, needle: &Needle) -> Option<u32> {
        let start = place.checked_sub(1).map_or(0, |before| self.ends[before]);
        needle.score(&self.text[start..self.ends[place]])
    }

    /// The skills in whose texts each word stands somewhere.
    pub(super) fn with(&self, needle: &Needle) -> PlaceSet {
        let len = self.ends.len();
        let mut all = PlaceSet::none(len);
        (0..len).for_each(|place| all.add(place));
        for word in needle.words() {
            let mut found = PlaceSet::none(len);
            self.find(word.as_bytes(), &mut found);
            all.keep(&found);
        }
        all
    }

    /// Adds each skill in whose texts `word` stands. Goes through the text once, which is ten times
    /// as fast as a search of its own for each skill.
    fn find(&self, word: &[u8], found: &mut PlaceSet) {
        let [first, rest @ ..] = word else { return };
        let text = self.text.as_bytes();
        let mut at = 0;
        for (place, &end) in self.ends.iter().enumerate() {
            let lines = &text[at..end];
            let mut starts = lines.iter().enumerate().filter(|(_, byte)| *byte == first);
            if starts.any(|(start, _)| lines[start + 1..].starts_with(rest)) {
                found.add(place);
            }
            at = end;
        }
    }
}
