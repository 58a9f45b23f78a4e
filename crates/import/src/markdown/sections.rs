//! The sections of a page, and what each of them is.

use super::block::{Block, Line};
use super::label::{labelled, without_icon};
use crate::column::RowKind;
use crate::mapping::Mapping;
use crate::source::Location;
use crate::split::key;
use std::collections::HashMap;

/// A heading and what stands below it, up to the next one.
#[derive(Clone, Debug)]
pub(super) struct Section {
    pub level: u8,
    /// The heading without number and picture.
    pub name: String,
    pub icon: Option<String>,
    pub location: Location,
    pub blocks: Vec<Block>,
    /// The index of the section that it is below.
    pub parent: Option<usize>,
    pub kind: SectionKind,
}

/// What a section is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum SectionKind {
    Title,
    Role,
    /// Part of the role at this index.
    RolePart(usize),
    Skill,
    /// Holds other sections.
    Container,
    Track,
    Tables,
    Note,
    Nothing,
}

/// The sections of a page. What stands before the first heading is left to it.
pub(super) fn sections(blocks: Vec<Block>) -> Vec<Section> {
    let mut sections: Vec<Section> = Vec::new();
    let mut before = Vec::new();
    let mut open: Vec<usize> = Vec::new();
    for block in blocks {
        match block {
            Block::Heading(level, line) => {
                while open.last().is_some_and(|at| sections[*at].level >= level) {
                    open.pop();
                }
                let parent = open.last().copied();
                open.push(sections.len());
                sections.push(section(level, &line, parent, std::mem::take(&mut before)));
            }
            block => match sections.last_mut() {
                Some(section) => section.blocks.push(block),
                None => before.push(block),
            },
        }
    }
    if !before.is_empty() {
        let location = before
            .iter()
            .find_map(Block::first_line)
            .map_or(Location::at(1, 1), |line| line.location);
        let line = Line { runs: Vec::new(), location, is_hard_break: false };
        sections.push(section(1, &line, None, before));
    }
    sections
}

fn section(level: u8, line: &Line, parent: Option<usize>, blocks: Vec<Block>) -> Section {
    let (icon, name) = without_icon(&line.text());
    Section {
        level,
        name,
        icon,
        location: line.location,
        blocks,
        parent,
        kind: SectionKind::Nothing,
    }
}

/// Finds out what the sections are.
pub(super) fn classify(sections: &mut [Section], is_first_page: bool, mapping: &Mapping) {
    let repeated = repeated_names(sections);
    let mut children: Vec<Vec<usize>> = vec![Vec::new(); sections.len()];
    for (at, section) in sections.iter().enumerate() {
        if let Some(parent) = section.parent {
            children[parent].push(at);
        }
    }
    for at in 0..sections.len() {
        let below = &children[at];
        let section = &sections[at];
        let parent = section.parent.map(|parent| (parent, sections[parent].kind));
        let has_list = section.blocks.iter().any(|block| matches!(block, Block::List(..)))
            || section.blocks.iter().any(|block| is_labelled(block, mapping));
        let has_table = section.blocks.iter().any(|block| matches!(block, Block::Table(_)));
        let is_part = |name: &str| {
            RowKind::Role.field(name, mapping).is_some() || repeated.contains_key(&key(name))
        };
        let parts_below = below
            .iter()
            .any(|child| is_part(&sections[*child].name) && children[*child].is_empty());
        let is_within_skills = std::iter::successors(section.parent, |at| sections[*at].parent)
            .any(|at| RowKind::of_sheet(&sections[at].name) == Some(RowKind::Skill));
        let mapped = mapping.heading(&section.name);
        let kind = match (mapped, parent) {
            (Some("role"), _) => SectionKind::Role,
            (Some("skill"), _) => SectionKind::Skill,
            (Some("note"), _) => SectionKind::Note,
            (Some("track"), _) => SectionKind::Track,
            (Some("title"), _) => SectionKind::Title,
            (Some(_), _) => SectionKind::Nothing,
            (None, Some((role, SectionKind::Role) | (_, SectionKind::RolePart(role)))) => {
                let is_empty = section.blocks.is_empty() && below.is_empty();
                if is_empty { SectionKind::Nothing } else { SectionKind::RolePart(role) }
            }
            _ if at == 0 && is_first_page && !has_list && !parts_below => SectionKind::Title,
            _ if RowKind::of_sheet(&section.name).is_some() && !below.is_empty() => {
                SectionKind::Container
            }
            _ if is_within_skills && !section.blocks.is_empty() => SectionKind::Skill,
            _ if has_list || parts_below => SectionKind::Role,
            _ if has_table => SectionKind::Tables,
            _ if !below.is_empty() => container(at, sections, &children, mapping),
            _ if !section.blocks.is_empty() => SectionKind::Note,
            _ => SectionKind::Nothing,
        };
        sections[at].kind = kind;
    }
}

/// A heading that holds others: a track, if it and another heading hold several roles.
fn container(
    at: usize,
    sections: &[Section],
    children: &[Vec<usize>],
    mapping: &Mapping,
) -> SectionKind {
    let holds_several = |at: usize| {
        let has_list = |child: &&usize| {
            let blocks = &sections[**child].blocks;
            blocks
                .iter()
                .any(|block| matches!(block, Block::List(..)) || is_labelled(block, mapping))
        };
        children[at].iter().filter(has_list).nth(1).is_some()
    };
    let siblings = match sections[at].parent {
        Some(parent) => &children[parent][..],
        None => &[],
    };
    // The nearest headings suffice, however many there are.
    let nearest = siblings.iter().filter(|other| **other != at).take(20);
    let has_sibling = nearest.into_iter().any(|other| holds_several(*other));
    if has_sibling && holds_several(at) { SectionKind::Track } else { SectionKind::Container }
}

/// Names that headings on the same level share: parts of the headings above them.
fn repeated_names(sections: &[Section]) -> HashMap<String, usize> {
    let mut parents: HashMap<String, Vec<usize>> = HashMap::new();
    for section in sections {
        if let Some(parent) = section.parent {
            let known = parents.entry(key(&section.name)).or_default();
            if !known.contains(&parent) {
                known.push(parent);
            }
        }
    }
    let counted = parents.into_iter().map(|(name, parents)| (name, parents.len()));
    counted.filter(|(_, count)| *count > 1).collect()
}

fn is_labelled(block: &Block, mapping: &Mapping) -> bool {
    match block {
        Block::Paragraph(lines) => lines
            .iter()
            .any(|line| labelled(line, mapping).is_some_and(|labelled| labelled.field.is_some())),
        _ => false,
    }
}
