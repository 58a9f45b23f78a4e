//! Blocks of a page: paragraphs, lists and tables.

use crate::source::Location;
use crate::table::{Cell, Table};
use crate::text::{Text, TextRun, links, part_of_runs, plain_text, range_of};

/// A block of a page.
#[derive(Clone, Debug)]
pub(super) enum Block {
    Heading(u8, Line),
    /// The lines of a paragraph, as they are broken in the source.
    Paragraph(Vec<Line>),
    /// A list, with its first number if it is numbered.
    List(Option<u64>, Vec<ListItem>),
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
    pub runs: Vec<TextRun>,
    pub location: Location,
    /// Whether the source breaks the line here on purpose.
    pub is_hard_break: bool,
}

impl Line {
    /// The text without markup, with the white space around it.
    pub fn plain(&self) -> String {
        plain_text(&self.runs)
    }

    /// The text without markup.
    pub fn text(&self) -> String {
        self.plain().trim().to_owned()
    }

    /// Its links.
    pub fn links(&self) -> Vec<(String, Text)> {
        links(&self.runs)
    }

    /// A part of it: `part` is a slice of its plain text.
    pub fn part(&self, part: &str, plain: &str) -> Self {
        Self { runs: part_of_runs(&self.runs, range_of(part, plain)), ..self.clone() }
    }

    /// The number of runs at the start, up to the first one that does not fulfil the condition.
    pub fn leading(&self, condition: impl Fn(&TextRun) -> bool) -> usize {
        self.runs.iter().take_while(|run| condition(run)).count()
    }
}

impl Block {
    /// The first line in it.
    pub fn first_line(&self) -> Option<&Line> {
        match self {
            Self::Heading(_, line) => Some(line),
            Self::Paragraph(lines) => lines.first(),
            Self::List(_, items) => items.iter().find_map(|item| {
                item.lines.first().or_else(|| item.children.iter().find_map(Self::first_line))
            }),
            Self::Table(_) => None,
        }
    }

    /// Its text, with a marker before the items of a list.
    pub fn to_text(&self) -> Text {
        match self {
            Self::Heading(_, line) => joined(std::slice::from_ref(line)),
            Self::Paragraph(lines) => joined(lines),
            Self::List(first, items) => list_text(*first, items),
            Self::Table(table) => {
                let location = table.start();
                let row = |row: &Vec<Cell>| {
                    let cells: Vec<Text> = row.iter().map(Cell::to_text).collect();
                    Text::join(&cells, " · ", location)
                };
                let rows: Vec<Text> = table.rows.iter().map(row).collect();
                Text::join(&rows, "\n", location)
            }
        }
    }
}

/// A list, numbered from `first` on or with dashes.
pub(super) fn list_text(first: Option<u64>, items: &[ListItem]) -> Text {
    let mut runs = Vec::new();
    let mut number = first;
    for item in items {
        let marker = number.map_or("- ".to_owned(), |number| format!("{number}. "));
        number = number.map(|number| number.saturating_add(1));
        let text = joined(&item.lines);
        let location = text.location;
        let line_break = if runs.is_empty() { "" } else { "\n" };
        let indent = format!("\n{}", " ".repeat(marker.len()));
        runs.push(TextRun::marker(format!("{line_break}{marker}"), location));
        let mut within = text.runs().into_owned();
        for (at, child) in item.children.iter().enumerate() {
            let is_paragraph =
                matches!(child, Block::Paragraph(_)) && (at > 0 || !within.is_empty());
            within.push(TextRun::marker(if is_paragraph { "\n\n" } else { "\n" }, location));
            within.extend(child.to_text().runs().into_owned());
        }
        for run in &mut within {
            run.text = run.text.replace('\n', &indent);
        }
        runs.extend(within);
    }
    let location = runs.first().map_or(Location::at(1, 1), |run| run.location);
    Text::from_runs(runs, location)
}

/// Lines as one text: a line break where the source has one on purpose, else a space.
pub(super) fn joined(lines: &[Line]) -> Text {
    let location = lines.first().map_or(Location::at(1, 1), |line| line.location);
    let mut runs: Vec<TextRun> = Vec::new();
    let mut is_hard_break = false;
    for line in lines {
        if !runs.is_empty() {
            let separator = if is_hard_break { "\n" } else { " " };
            runs.push(TextRun::plain(separator, line.location));
        }
        let plain = line.plain();
        runs.extend(line.part(plain.trim(), &plain).runs);
        is_hard_break = line.is_hard_break;
    }
    Text::from_runs(runs, location)
}

/// Blocks as one text, each on lines of its own. A blank line separates lists, whose last item would go on.
pub(super) fn joined_blocks(blocks: &[Text], location: Location) -> Text {
    let mut runs = Vec::new();
    let mut is_after_list = false;
    for block in blocks.iter().filter(|block| !block.text.is_empty()) {
        if !runs.is_empty() {
            let separator = if is_after_list || block.has_list() { "\n\n" } else { "\n" };
            runs.push(TextRun::plain(separator, location));
        }
        runs.extend(block.runs().into_owned());
        is_after_list = block.has_list();
    }
    Text::from_runs(runs, location)
}
