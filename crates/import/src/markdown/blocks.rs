//! Turns a page into blocks.

use super::block::{Block, Line, ListItem};
use crate::source::Location;
use crate::table::{Cell, Table};
use crate::text::{RunStyle, Text, TextRun};
use ladder::Place;
use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd};

/// The deepest nesting of lists that is kept; deeper ones are part of the last one that is.
const MAX_DEPTH: usize = 32;

/// What is left out of a list within a list whose items become items of the outer one.
pub(super) const NESTED_LIST: &str = "the indent of a list within a list";

/// The blocks of a page, what is no part of them, and the text before all.
#[derive(Default)]
pub(super) struct Page {
    pub blocks: Vec<Block>,
    pub left_out: Vec<(Location, &'static str)>,
    /// The addresses of all links in them.
    pub links: Vec<Text>,
    /// Where emphasis begins, and where the run stands that has it.
    pub emphasis: Vec<(Location, Location)>,
    pub front_matter: Option<(Location, String)>,
}

/// Reads a page.
pub(super) fn blocks(text: &str, source: usize) -> Page {
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_YAML_STYLE_METADATA_BLOCKS;
    let breaks = text.match_indices('\n').map(|(at, _)| at + 1);
    let mut builder = Builder {
        text,
        source,
        line_starts: std::iter::once(0).chain(breaks).collect(),
        page: Page::default(),
        lists: Vec::new(),
        lines: Vec::new(),
        strong: 0,
        emphasis: 0,
        new_emphasis: Vec::new(),
        link: None,
        table: None,
        in_metadata: false,
    };
    for (event, range) in Parser::new_ext(text, options).into_offset_iter() {
        builder.event(event, range.start);
    }
    builder.page
}

struct Builder<'a> {
    text: &'a str,
    source: usize,
    line_starts: Vec<usize>,
    page: Page,
    /// The lists that are open: their complete items.
    lists: Vec<(Option<u64>, Vec<ListItem>)>,
    /// The lines of the text that is being read.
    lines: Vec<Line>,
    /// How many elements of a kind are open.
    strong: usize,
    emphasis: usize,
    /// Where emphasis begins that has no text yet.
    new_emphasis: Vec<Location>,
    /// The address of the link that is open.
    link: Option<Text>,
    table: Option<Table>,
    in_metadata: bool,
}

impl Builder<'_> {
    fn location(&self, offset: usize) -> Location {
        let line = self.line_starts.partition_point(|start| *start <= offset);
        let start = self.line_starts[line.saturating_sub(1)];
        let before = self.text.get(start..offset).unwrap_or_default().chars().count();
        let number = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
        Location {
            source: self.source,
            place: Place { line: number(line), column: number(before + 1) },
        }
    }

    fn event(&mut self, event: Event<'_>, at: usize) {
        match event {
            Event::Start(tag) => self.start(tag, at),
            Event::End(tag) => self.end(tag),
            Event::Text(text) if self.in_metadata => {
                self.page.front_matter = Some((self.location(at), text.into_string()));
            }
            Event::Text(text) => self.push(&text, false, at),
            Event::Code(text) => self.push(&text, true, at),
            Event::TaskListMarker(_) => {
                self.page.left_out.push((self.location(at), "the box of a task"));
            }
            Event::SoftBreak => self.break_line(false),
            Event::HardBreak => self.break_line(true),
            Event::InlineHtml(html) if crate::split::with_line_breaks(&html) == "\n" => {
                self.break_line(true)
            }
            Event::InlineHtml(html) | Event::Html(html)
                if !html.trim().is_empty() && !html.trim_start().starts_with("<!--") =>
            {
                self.page.left_out.push((self.location(at), "HTML"));
            }
            _ => {}
        }
    }

    fn start(&mut self, tag: Tag<'_>, at: usize) {
        match tag {
            Tag::List(first) => {
                self.close_lines();
                if self.lists.len() < MAX_DEPTH {
                    self.lists.push((first, Vec::new()));
                } else {
                    self.page.left_out.push((self.location(at), NESTED_LIST));
                }
            }
            Tag::Item => {
                self.close_lines();
                if let Some((_, list)) = self.lists.last_mut() {
                    list.push(ListItem::default());
                }
            }
            Tag::Strong | Tag::Emphasis => {
                let is_label = self.lines.last().is_none_or(|line| line.runs.is_empty());
                if !is_label {
                    self.new_emphasis.push(self.location(at));
                }
                match tag {
                    Tag::Strong => self.strong += 1,
                    _ => self.emphasis += 1,
                }
            }
            Tag::Link { dest_url, .. } => {
                self.link = Some(Text::new(dest_url.into_string(), self.location(at)));
            }
            Tag::Strikethrough => self.page.left_out.push((self.location(at), "strikethrough")),
            Tag::BlockQuote(_) => {
                self.page.left_out.push((self.location(at), "the mark of a quotation"));
            }
            Tag::CodeBlock(_) => {
                self.page.left_out.push((self.location(at), "the layout of a block of code"));
            }
            Tag::Image { .. } => self.page.left_out.push((self.location(at), "a picture")),
            Tag::Table(_) => {
                self.table = Some(Table { source: self.source, ..Table::default() });
            }
            Tag::TableHead | Tag::TableRow => {
                if let Some(table) = &mut self.table {
                    table.rows.push(Vec::new());
                }
            }
            Tag::TableCell => self.new_line(at),
            Tag::MetadataBlock(_) => self.in_metadata = true,
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Heading(level) => {
                let mut lines = std::mem::take(&mut self.lines).into_iter();
                if let Some(mut heading) = lines.next() {
                    heading.runs.extend(lines.flat_map(|line| line.runs));
                    self.page.blocks.push(Block::Heading(level_number(level), heading));
                }
            }
            TagEnd::Paragraph | TagEnd::CodeBlock => self.close_lines(),
            TagEnd::Item => self.close_lines(),
            TagEnd::List(_) => {
                self.close_lines();
                if self.lists.len() <= MAX_DEPTH
                    && let Some((first, items)) = self.lists.pop()
                {
                    self.add(Block::List(first, items));
                }
            }
            TagEnd::Strong => self.strong = self.strong.saturating_sub(1),
            TagEnd::Emphasis => self.emphasis = self.emphasis.saturating_sub(1),
            TagEnd::Link => self.page.links.extend(self.link.take()),
            TagEnd::TableCell => {
                let lines = std::mem::take(&mut self.lines);
                if let Some(row) = self.table.as_mut().and_then(|table| table.rows.last_mut()) {
                    row.push(Cell::marked(super::block::joined(&lines)));
                }
            }
            TagEnd::Table => {
                if let Some(table) = self.table.take() {
                    self.add(Block::Table(table));
                }
            }
            TagEnd::MetadataBlock(_) => self.in_metadata = false,
            _ => {}
        }
    }

    fn new_line(&mut self, at: usize) {
        let location = self.location(at);
        self.lines.push(Line { runs: Vec::new(), location, is_hard_break: false });
    }

    fn break_line(&mut self, is_hard_break: bool) {
        let Some(line) = self.lines.last_mut() else { return };
        let location = line.location;
        // The text of a link is on one line.
        if self.link.is_some() {
            if let Some(run) = line.runs.last_mut() {
                run.text.push(' ');
            }
            return;
        }
        line.is_hard_break = is_hard_break;
        let place = Place { line: location.place.line + 1, column: 1 };
        let location = if is_hard_break { location } else { Location { place, ..location } };
        self.lines.push(Line { runs: Vec::new(), location, is_hard_break: false });
    }

    fn push(&mut self, text: &str, code: bool, at: usize) {
        if self.lines.is_empty() {
            self.new_line(at);
        }
        let location = self.location(at);
        let style = RunStyle {
            strong: self.strong > 0,
            emphasis: self.emphasis > 0,
            code,
            is_marker: false,
        };
        let link = self.link.clone().map(Box::new);
        let Some(line) = self.lines.last_mut() else { return };
        if line.runs.is_empty() {
            line.location = location;
        }
        match line.runs.last_mut().filter(|last| last.style == style && last.link == link) {
            Some(last) => last.text.push_str(text),
            None => line.runs.push(TextRun { style, link, ..TextRun::plain(text, location) }),
        }
        let run = line.runs.last().map_or(location, |run| run.location);
        self.page.emphasis.extend(self.new_emphasis.drain(..).map(|start| (start, run)));
    }

    /// Adds the text that has been read as a paragraph, or to the item it is in.
    fn close_lines(&mut self) {
        if self.table.is_some() || self.lines.is_empty() {
            return;
        }
        let lines = std::mem::take(&mut self.lines);
        match self.lists.last_mut().and_then(|(_, list)| list.last_mut()) {
            Some(item) if item.children.is_empty() && item.lines.is_empty() => item.lines = lines,
            Some(item) => item.children.push(Block::Paragraph(lines)),
            None => self.page.blocks.push(Block::Paragraph(lines)),
        }
    }

    fn add(&mut self, block: Block) {
        match self.lists.last_mut().and_then(|(_, list)| list.last_mut()) {
            Some(item) => item.children.push(block),
            None => self.page.blocks.push(block),
        }
    }
}

fn level_number(level: HeadingLevel) -> u8 {
    match level {
        HeadingLevel::H1 => 1,
        HeadingLevel::H2 => 2,
        HeadingLevel::H3 => 3,
        HeadingLevel::H4 => 4,
        HeadingLevel::H5 => 5,
        HeadingLevel::H6 => 6,
    }
}
