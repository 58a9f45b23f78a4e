//! The section of a skill: what it is, and what its levels mean.

use super::block::{Block, joined, joined_blocks, list_text};
use super::label::labelled;
use super::sections::Section;
use crate::layout::Reading;
use crate::text::Text;

/// Reads the section of a skill. List items with a label say what a level means.
pub(super) fn read(section: &Section, reading: &mut Reading<'_>) {
    let index = reading.draft.skill(&section.name, section.location, reading.mapping);
    let mut description = Vec::new();
    for block in &section.blocks {
        let Block::List(first, items) = block else {
            description.push(block.to_text());
            continue;
        };
        let mut rest = Vec::new();
        for item in items {
            let label = item.lines.first().and_then(|line| labelled(line, reading.mapping));
            let Some(label) = label else {
                rest.push(item.clone());
                continue;
            };
            let location = label.rest.location;
            let level = reading.draft.level(&label.label, index, location);
            let lines: Vec<_> =
                std::iter::once(label.rest).chain(item.lines[1..].iter().cloned()).collect();
            let below = item.children.iter().map(Block::to_text);
            let texts: Vec<Text> = std::iter::once(joined(&lines)).chain(below).collect();
            let meaning = joined_blocks(&texts, location);
            reading.draft.skills.items[index].levels.push((level, meaning));
        }
        description.push(list_text(*first, &rest));
    }
    let text = joined_blocks(&description, section.location);
    reading.draft.skills.items[index].item.set("description", text);
}
