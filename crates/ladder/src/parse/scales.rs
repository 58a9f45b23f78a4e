//! Which scale each skill is on, and the ids of the levels there, known before any level is looked up.

use super::ids::{Declared, Ids, Thing};
use super::reference_graph::UNKNOWN;
use super::scanner::{ScanResult, Scanner, Span};
use crate::document::scales_of_categories;

/// What the first pass finds about scales.
#[derive(Default)]
pub(super) struct ScaleFields {
    categories: Vec<References>,
    skills: Vec<References>,
    /// The list of levels of each scale.
    levels: Vec<Option<Span>>,
}

/// Where a category or a skill says which scale it is on.
#[derive(Clone, Copy, Default)]
struct References {
    scale: Option<Span>,
    /// The category that it is in.
    category: Option<Span>,
}

impl ScaleFields {
    /// Adds a field of the item with this index, if it has to do with scales. The first field of a name counts.
    pub fn add(&mut self, thing: Thing, index: usize, field: &str, value: Span) {
        let slot = match (thing, field) {
            (Thing::Category, "scale") => &mut slot(&mut self.categories, index).scale,
            (Thing::Category, "parent") => &mut slot(&mut self.categories, index).category,
            (Thing::Skill, "scale") => &mut slot(&mut self.skills, index).scale,
            (Thing::Skill, "category") => &mut slot(&mut self.skills, index).category,
            (Thing::Scale, "levels") => slot(&mut self.levels, index),
            _ => return,
        };
        slot.get_or_insert(value);
    }

    /// Looks up what the fields refer to, once all ids are known.
    pub fn resolve(&self, ids: &Ids, scanner: &mut Scanner<'_>) -> ScanResult<Scales> {
        let count = ids.of(Thing::Scale).offsets.len();
        if count == 0 {
            return Ok(Scales::default());
        }
        let mut first = ids.of(Thing::Level).offsets.len() as u32;
        let mut levels = Vec::with_capacity(count);
        for index in 0..count {
            let mut declared = Declared::default();
            if let Some(list) = self.levels.get(index).copied().flatten() {
                declare_levels(list, scanner, &mut declared)?;
            }
            let len = declared.offsets.len() as u32;
            levels.push((declared, first));
            first += len;
        }
        let index = |thing, id: Option<Span>| {
            let id = id.filter(|id| scanner.text.as_bytes().get(id.start) == Some(&b'"'))?;
            Some(ids.of(thing).names.get(&scanner.string_in(id)).unwrap_or(UNKNOWN))
        };
        let category = |id| index(Thing::Category, id).map(|index| index as usize);
        let references = |of: &References| (index(Thing::Scale, of.scale), category(of.category));
        let categories: Vec<_> = self.categories.iter().map(references).collect();
        let of_categories = scales_of_categories(&categories);
        let of_skill =
            self.skills.iter().map(references).map(|(own, category)| {
                own.or_else(|| of_categories.get(category?).copied().flatten())
            });
        Ok(Scales { of_skill: of_skill.collect(), levels })
    }
}

/// The item at `index`, after filling the list up to it.
fn slot<T: Clone + Default>(list: &mut Vec<T>, index: usize) -> &mut T {
    if list.len() <= index {
        list.resize(index + 1, T::default());
    }
    &mut list[index]
}

/// Finds the ids of the levels in a list.
fn declare_levels(
    list: Span,
    scanner: &mut Scanner<'_>,
    declared: &mut Declared,
) -> ScanResult<()> {
    scanner.jump(list.start);
    if scanner.peek() != Some(b'[') {
        return Ok(());
    }
    scanner.enter()?;
    while scanner.more(declared.offsets.is_empty(), b']')? {
        let index = declared.offsets.len() as u32;
        declared.offsets.push(scanner.at as u32);
        if let Some(id) = scanner.item_with_id(&mut |_, _| {})? {
            declared.names.insert(id, index);
        }
    }
    Ok(())
}

/// The levels by id, scale by scale, and the scale of each skill. Empty if a document has one scale at most.
#[derive(Default)]
pub(super) struct Scales {
    /// By skill; [`UNKNOWN`] if the document does not have the scale that the skill or its category names.
    of_skill: Vec<Option<u32>>,
    /// The levels of each scale, and the index of the first one among those of all scales.
    levels: Vec<(Declared, u32)>,
}

impl Scales {
    /// Whether the document has scales besides its own.
    pub fn is_empty(&self) -> bool {
        self.levels.is_empty()
    }

    /// The scale of a skill; `None` if it is the ladder's own, [`UNKNOWN`] if it is not known.
    pub fn of_skill(&self, skill: usize) -> Option<u32> {
        self.of_skill.get(skill).copied().flatten()
    }

    /// The levels of a scale, and the index of the first one; `None` if the scale is not known.
    pub fn levels(&self, scale: u32) -> Option<&(Declared, u32)> {
        self.levels.get(scale as usize)
    }
}
