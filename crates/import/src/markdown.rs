//! Reads Markdown: a heading a role (or a skill), lists and tables below it.

mod block;
mod blocks;
mod label;
mod role_section;
mod sections;
mod skill_section;

use crate::draft::DraftNote;
use crate::layout::{Reading, read_table};
use crate::source::Location;
use crate::split::key;
use crate::text::Text;
use block::Block;
use ladder::shown;
use sections::{Section, SectionKind, classify, sections};

/// Reads the pages of an import, in their order.
pub(crate) fn read_pages(pages: &[(usize, &str)], reading: &mut Reading<'_>) {
    for (nth, (source, text)) in pages.iter().enumerate() {
        let page = blocks::blocks(text, *source);
        for (location, what) in &page.left_out {
            reading.report.left_out(*location, *what);
        }
        reading.report.links.extend(page.links);
        reading.report.emphasis.extend(page.emphasis);
        if let Some((location, front)) = &page.front_matter {
            front_matter(front, *location, reading);
        }
        let mut sections = sections(page.blocks);
        classify(&mut sections, nth == 0, reading.mapping);
        for at in 0..sections.len() {
            read_section(&sections, at, reading);
        }
    }
}

fn read_section(sections: &[Section], at: usize, reading: &mut Reading<'_>) {
    let section = &sections[at];
    match section.kind {
        SectionKind::Title => title(section, reading),
        SectionKind::Role => role_section::read(section, reading),
        SectionKind::RolePart(role) => role_section::read_part(&sections[role], section, reading),
        SectionKind::Skill => skill_section::read(section, reading),
        SectionKind::Container => {
            let message = format!("the heading {} above others", shown(&section.name));
            reading.report.left_out(section.location, message);
        }
        SectionKind::Track => {
            let track = reading.draft.tracks.named(&section.name, section.location);
            reading
                .report
                .guessed(section.location, format!("{} is a track", shown(&section.name)));
            let within =
                sections.iter().skip(at + 1).take_while(|below| below.level > section.level);
            let roles = within.filter(|below| below.kind == SectionKind::Role);
            for role in roles {
                let index = role_section::role(role, reading);
                reading.draft.roles.items[index].track = Some(track);
            }
        }
        SectionKind::Tables => tables(section, reading),
        SectionKind::Note => note(section, reading),
        SectionKind::Nothing => {
            let message =
                format!("the heading {} has nothing below it that is read", shown(&section.name));
            reading.report.left_out(section.location, message);
        }
    }
}

/// The first heading and what stands below it: the title and the summary.
fn title(section: &Section, reading: &mut Reading<'_>) {
    reading.report.understood(section.location, format!("{} is the title", shown(&section.name)));
    let title = Text::new(&section.name, section.location);
    reading.draft.set_first("title", title, reading.report);
    let mut paragraphs = section.blocks.iter().filter_map(|block| match block {
        Block::Paragraph(lines) => Some(block::joined(lines)),
        _ => None,
    });
    if let Some(text) = paragraphs.next() {
        let text = introduction(text, reading);
        reading.draft.set_first("summary", text, reading.report);
    }
    let rest: Vec<Text> = paragraphs.collect();
    if !rest.is_empty() {
        reading.draft.notes.push(DraftNote {
            title: Text::new(&section.name, section.location),
            text: Text::join(&rest, "\n\n", section.location),
        });
    }
    tables(section, reading);
}

/// A text that introduces what follows ends with a full stop here, because it stands alone.
fn introduction(text: Text, reading: &mut Reading<'_>) -> Text {
    match text.text.strip_suffix(':') {
        Some(before) => {
            let message = "the colon at the end of the summary is a full stop";
            reading.report.guessed(text.location, message);
            Text::join(&[text.part(before), Text::new(".", text.location)], "", text.location)
        }
        None => text,
    }
}

fn tables(section: &Section, reading: &mut Reading<'_>) {
    for block in &section.blocks {
        if let Block::Table(table) = block {
            read_table(table, &[], reading);
        }
    }
}

/// A heading with prose below it.
fn note(section: &Section, reading: &mut Reading<'_>) {
    for block in &section.blocks {
        if let Block::Table(table) = block {
            let message = "the layout of a table in a note; its rows are lines of the text";
            reading.report.left_out(table.start(), message);
        }
    }
    let blocks: Vec<Text> = section.blocks.iter().map(Block::to_text).collect();
    reading.report.understood(section.location, format!("{} is a note", shown(&section.name)));
    reading.draft.notes.push(DraftNote {
        title: Text::new(&section.name, section.location),
        text: Text::join(&blocks, "\n\n", section.location),
    });
}

/// The fields of the ladder between two lines `---` at the start.
fn front_matter(text: &str, location: Location, reading: &mut Reading<'_>) {
    const FIELDS: [&str; 7] =
        ["id", "title", "summary", "version", "updated", "license", "language"];
    for line in text.lines() {
        let Some((name, value)) = line.split_once(':') else { continue };
        let value = value.trim().trim_matches(['"', '\'']);
        match FIELDS.iter().find(|field| **field == key(name)) {
            Some(field) => {
                reading.draft.set_first(field, Text::new(value, location), reading.report);
            }
            None => reading
                .report
                .left_out(location, format!("{} of the front matter", shown(name.trim()))),
        }
    }
}
