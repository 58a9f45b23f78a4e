//! Blocks of a page: paragraphs, lists and tables, with plain text and links.

use crate::draft::Text;
use crate::source::Location;
use crate::table::Table;

/// A block of a page.
#[derive(Clone, Debug)]
pub(super) enum Block {
    Heading(u8, Line),
    /// The lines of a paragraph, as they are broken in the source.
    Paragraph(Vec<Line>),
    List(Vec<ListItem>),
    Table(Table),
}

/// An item of a list: its lines, and the blocks below them.
#[derive(Clone, Debug, Default)]
pub(super) struct ListItem {
    pub lines: Vec<Line>,
    pub children: Vec<Block>,
}

/// A line of text.
#[derive(Clone, Debug)]
pub(super) struct Line {
    pub pieces: Vec<Piece>,
    pub location: Location,
    /// Whether the source breaks the line here on purpose.
    pub is_hard_break: bool,
}

/// A piece of a line.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Piece {
    Text(String),
    Strong(String),
    Link { title: String, url: Text },
}

impl Piece {
    pub fn text(&self) -> &str {
        match self {
            Self::Text(text) | Self::Strong(text) => text,
            Self::Link { title, .. } => title,
        }
    }
}

impl Line {
    /// The text without markup.
    pub fn text(&self) -> String {
        self.pieces.iter().map(Piece::text).collect::<String>().trim().to_owned()
    }

    /// Its links.
    pub fn links(&self) -> Vec<(String, Text)> {
        let link = |piece: &Piece| match piece {
            Piece::Link { title, url } => Some((title.clone(), url.clone())),
            _ => None,
        };
        self.pieces.iter().filter_map(link).collect()
    }
}

impl Block {
    /// All lines in it.
    pub fn lines(&self) -> Vec<&Line> {
        match self {
            Self::Heading(_, line) => vec![line],
            Self::Paragraph(lines) => lines.iter().collect(),
            Self::List(items) => items
                .iter()
                .flat_map(|item| {
                    item.lines.iter().chain(item.children.iter().flat_map(Self::lines))
                })
                .collect(),
            Self::Table(_) => Vec::new(),
        }
    }

    /// Its text, with a dash before the items of a list.
    pub fn text(&self) -> String {
        match self {
            Self::Heading(_, line) => line.text(),
            Self::Paragraph(lines) => joined(lines),
            Self::List(items) => {
                let item = |item: &ListItem| {
                    let below: Vec<String> = item.children.iter().map(Self::text).collect();
                    let text = format!("- {}\n{}", joined(&item.lines), below.join("\n"));
                    text.trim_end().replace('\n', "\n  ")
                };
                items.iter().map(item).collect::<Vec<_>>().join("\n")
            }
            Self::Table(table) => {
                let row = |row: &Vec<crate::table::Cell>| {
                    row.iter().map(|cell| cell.text.as_str()).collect::<Vec<_>>().join(" · ")
                };
                table.rows.iter().map(row).collect::<Vec<_>>().join("\n")
            }
        }
    }
}

/// Lines as one text: a line break where the source has one on purpose, else a space.
pub(super) fn joined(lines: &[Line]) -> String {
    let mut text = String::new();
    let mut is_hard_break = false;
    for line in lines {
        if !text.is_empty() {
            text.push(if is_hard_break { '\n' } else { ' ' });
        }
        text.push_str(&line.text());
        is_hard_break = line.is_hard_break;
    }
    text
}
