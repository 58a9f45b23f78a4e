//! The section of a skill: what it is, and what its levels mean.

use super::block::{Block, joined};
use super::label::labelled;
use super::sections::Section;
use crate::draft::Text;
use crate::layout::Reading;

/// Reads the section of a skill. List items with a label say what a level means.
pub(super) fn read(section: &Section, reading: &mut Reading<'_>) {
    let index = reading.draft.skill(&section.name, section.location, reading.mapping);
    let mut description = Vec::new();
    for block in &section.blocks {
        let Block::List(items) = block else {
            description.push(block.text());
            continue;
        };
        for item in items {
            let Some(first) = item.lines.first() else { continue };
            match labelled(first, reading.mapping) {
                Some(label) => {
                    let level = reading.draft.levels.named(&label.label, first.location);
                    let rest: Vec<_> = std::iter::once(label.rest)
                        .chain(item.lines[1..].iter().cloned())
                        .collect();
                    let below: Vec<String> = item.children.iter().map(Block::text).collect();
                    let text = format!("{}\n{}", joined(&rest), below.join("\n"));
                    let meaning = Text::new(text.trim(), first.location);
                    reading.draft.skills.items[index].levels.push((level, meaning));
                }
                None => description.push(format!("- {}", joined(&item.lines))),
            }
        }
    }
    let text = Text::new(description.join("\n"), section.location);
    reading.draft.skills.items[index].item.set("description", text);
}
