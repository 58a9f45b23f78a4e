//! Parses inline markup: links, emphasis, code, line breaks and lists, a subset of CommonMark. Everything else,
//! including HTML, is left unchanged.
//!
//! Documents are parsed natively and in the reader's worker; the page only gets the result.

mod escape;

pub use escape::{escape_run, escape_text};

use crate::document::{Address, AddressFault, Mark, MarkKind};
use crate::quote::shown;
use pulldown_cmark::{Event, LinkType, Options, Parser, Tag, TagEnd};
use std::ops::Range;

/// How deep lists may be nested.
const MAX_LISTS: usize = 3;
/// How deep marks may be nested.
const MAX_DEPTH: usize = 12;
/// The most marks of a text. Each is an element of the page.
const MAX_MARKS: usize = 200;

/// A text with markup.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct ParsedMarkup {
    /// What it says.
    pub plain: String,
    /// The marks, outer ones first.
    pub marks: Vec<Mark>,
    /// What looks like markup but is shown unchanged.
    pub faults: Vec<MarkupFault>,
    /// The source of the first link, emphasis, code or `<br>`.
    pub first: Option<String>,
}

/// Why something that looks like markup is shown unchanged.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
pub(crate) enum MarkupFault {
    /// The address of a link that the format does not allow.
    #[error("{} {fault}; the link is shown as it is written", shown(.address))]
    Link { address: String, fault: AddressFault },
    /// The first tag or image.
    #[error("{} is shown as it is written; texts can have links, emphasis, code, line breaks and lists", shown(.0))]
    Html(String),
    /// More marks than a text may have.
    #[error(
        "this text is shown as it is written, because it has more than {MAX_MARKS} links, list items and the like"
    )]
    TooManyMarks,
}

/// Parses a text; `None` if it has neither markup nor HTML.
pub(crate) fn parse(source: &str) -> Option<ParsedMarkup> {
    if !may_have_markup(source) {
        return None;
    }
    let parser = Parser::new_ext(source, Options::empty());
    // Definitions of link targets are not part of the subset, and would vanish.
    if parser.reference_definitions().iter().next().is_some() {
        return None;
    }
    let mut reader = Reader { source, ..Reader::default() };
    for (event, range) in parser.into_offset_iter() {
        reader.event(event, range);
    }
    let mut found = reader.found;
    found.plain.truncate(found.plain.trim_end().len());
    let end = found.plain.len() as u32;
    found.marks.iter_mut().for_each(|mark| mark.end = mark.end.min(end));
    found.marks.retain(|mark| mark.start < mark.end);
    if found.marks.len() > MAX_MARKS {
        found.marks.clear();
        found.plain.clear();
        found.faults.push(MarkupFault::TooManyMarks);
    }
    let words = |text: &str| text.split_whitespace().collect::<String>();
    let is_as_written = found.plain.is_empty() || words(&found.plain) == words(source);
    if found.marks.is_empty() && is_as_written {
        source.clone_into(&mut found.plain);
        return (!found.faults.is_empty()).then_some(found);
    }
    Some(found)
}

/// Whether a text has a character that markup could begin with.
fn may_have_markup(text: &str) -> bool {
    let is_inline = |b| matches!(b, b'\\' | b'`' | b'*' | b'_' | b'[' | b'<' | b'&');
    text.bytes().any(is_inline)
        || text.contains("  \n")
        || text.split(['\n', '\r']).any(|line| {
            let line = line.trim_start();
            line.starts_with(['-', '+']) || line.starts_with(|c: char| c.is_ascii_digit())
        })
}

/// Whether a tag is a line break.
fn is_break(html: &str) -> bool {
    let inside = html.trim().strip_prefix('<').and_then(|html| html.strip_suffix('>'));
    inside.is_some_and(|tag| tag.trim_end_matches('/').trim().eq_ignore_ascii_case("br"))
}

/// Collects the text and its marks from the events of the parser.
#[derive(Default)]
struct Reader<'a> {
    source: &'a str,
    found: ParsedMarkup,
    /// The open marks by their index; `None` for one that is not kept.
    open: Vec<Option<usize>>,
    /// The number of the next item of each open list; `None` for bullets.
    lists: Vec<Option<u64>>,
    /// How many elements are open inside one that is left unchanged.
    literal: usize,
    /// Where the content of the current item begins.
    item_start: usize,
    /// Where the last line of the source that was broken ends.
    line_end: usize,
}

impl Reader<'_> {
    fn event(&mut self, event: Event<'_>, range: Range<usize>) {
        if self.literal > 0 {
            match event {
                Event::Start(_) => self.literal += 1,
                Event::End(_) => self.literal -= 1,
                _ => {}
            }
            return;
        }
        match event {
            Event::Start(tag) => self.start(tag, range),
            Event::End(end) => self.end(end),
            Event::Code(code) => {
                self.inline(MarkKind::Code, &range);
                self.found.plain.push_str(&code);
                self.close();
            }
            Event::Html(html) | Event::InlineHtml(html) => self.html(&html, &range),
            Event::SoftBreak => {
                if !self.is_after_break() {
                    self.found.plain.push('\n');
                    self.line_end = self.found.plain.len();
                }
            }
            Event::HardBreak => {
                if !self.is_after_break() {
                    self.break_line();
                }
            }
            Event::Rule => {
                self.begin_block(range.start);
                self.found.plain.push_str(self.source[range].trim_end());
            }
            Event::Text(text) => self.found.plain.push_str(&text),
            _ => self.found.plain.push_str(&self.source[range]),
        }
    }

    fn start(&mut self, tag: Tag<'_>, range: Range<usize>) {
        match tag {
            Tag::Paragraph => self.begin_block(range.start),
            Tag::List(first) if self.lists.len() < MAX_LISTS => {
                self.begin_block(range.start);
                self.lists.push(first);
                let first = first.map(|first| u32::try_from(first).unwrap_or(u32::MAX));
                self.open(MarkKind::List(first));
            }
            Tag::Item => self.begin_item(),
            Tag::Emphasis => self.inline(MarkKind::Emphasis, &range),
            Tag::Strong => self.inline(MarkKind::Strong, &range),
            Tag::Link { link_type: LinkType::Inline | LinkType::Autolink, dest_url, .. } => {
                match Address::parse(&dest_url) {
                    Ok(address) => self.inline(MarkKind::Link(address), &range),
                    Err(fault) => {
                        self.note_first(&range);
                        let address = dest_url.into_string();
                        self.found.faults.push(MarkupFault::Link { address, fault });
                        self.keep_literally(&range);
                    }
                }
            }
            Tag::Link { .. } => self.keep_literally(&range),
            Tag::Image { .. } => {
                self.note_html(&self.source[range.clone()]);
                self.keep_literally(&range);
            }
            Tag::HtmlBlock => {
                self.begin_block(range.start);
                self.open.push(None);
            }
            _ => {
                self.begin_block(range.start);
                self.keep_literally(&range);
            }
        }
    }

    fn end(&mut self, end: TagEnd) {
        match end {
            TagEnd::Item | TagEnd::Emphasis | TagEnd::Strong | TagEnd::Link | TagEnd::HtmlBlock => {
                self.close();
            }
            TagEnd::List(_) => {
                self.lists.pop();
                self.close();
            }
            _ => {}
        }
    }

    /// Separates a block from what stands before it, by as many lines as the source does.
    fn begin_block(&mut self, start: usize) {
        let plain = &mut self.found.plain;
        let is_first = plain.is_empty() || !self.lists.is_empty() && plain.len() == self.item_start;
        if !is_first {
            let before = &self.source[..start];
            let gap = &before[before.trim_end().len()..];
            plain.truncate(plain.trim_end_matches('\n').len());
            plain.push_str(&"\n".repeat(gap.matches('\n').count().max(1)));
        }
    }

    fn begin_item(&mut self) {
        let depth = self.lists.len();
        let marker = match self.lists.last_mut() {
            Some(Some(number)) => {
                *number += 1;
                format!("{}. ", *number - 1)
            }
            _ => "• ".to_owned(),
        };
        let plain = &mut self.found.plain;
        if !plain.is_empty() && !plain.ends_with('\n') {
            plain.push('\n');
        }
        plain.push_str(&"  ".repeat(depth.saturating_sub(1)));
        plain.push_str(&marker);
        self.item_start = plain.len();
        self.open(MarkKind::Item);
    }

    fn inline(&mut self, kind: MarkKind, range: &Range<usize>) {
        self.note_first(range);
        self.open(kind);
    }

    fn open(&mut self, kind: MarkKind) {
        let is_kept = self.open.len() < MAX_DEPTH;
        self.open.push(is_kept.then_some(self.found.marks.len()));
        if is_kept {
            let start = self.found.plain.len() as u32;
            self.found.marks.push(Mark { start, end: start, kind });
        }
    }

    fn close(&mut self) {
        let end = self.found.plain.trim_end_matches('\n').len() as u32;
        let marks = &mut self.found.marks;
        // A line break at the end shows nothing.
        while marks.pop_if(|mark| mark.kind == MarkKind::Break && mark.start >= end).is_some() {}
        if let Some(mark) = self.open.pop().flatten().and_then(|at| marks.get_mut(at)) {
            mark.end = end;
        }
    }

    /// Leaves an element unchanged.
    fn keep_literally(&mut self, range: &Range<usize>) {
        self.literal = 1;
        self.found.plain.push_str(self.source[range.clone()].trim_end());
    }

    fn html(&mut self, html: &str, range: &Range<usize>) {
        if is_break(html) {
            self.note_first(range);
            // A line of the source that ends just before the tag is broken once.
            if self.line_end == self.found.plain.len() && self.found.plain.ends_with('\n') {
                self.found.plain.pop();
            }
            self.break_line();
        } else {
            self.note_html(html);
            self.found.plain.push_str(html);
        }
    }

    fn break_line(&mut self) {
        let start = self.found.plain.len() as u32;
        self.found.plain.push('\n');
        self.found.marks.push(Mark { start, end: start + 1, kind: MarkKind::Break });
    }

    fn is_after_break(&self) -> bool {
        let end = self.found.plain.len() as u32;
        self.found.marks.last().is_some_and(|mark| mark.kind == MarkKind::Break && mark.end == end)
    }

    fn note_first(&mut self, range: &Range<usize>) {
        self.found.first.get_or_insert_with(|| self.source[range.clone()].to_owned());
    }

    fn note_html(&mut self, html: &str) {
        let is_known = |fault: &MarkupFault| matches!(fault, MarkupFault::Html(_));
        if !self.found.faults.iter().any(is_known) {
            self.found.faults.push(MarkupFault::Html(html.trim().to_owned()));
        }
    }
}

#[cfg(test)]
mod tests;
