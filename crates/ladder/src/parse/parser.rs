//! Parses a document slice by slice.

use super::context::Context;
use super::deserializer::deserialize;
use super::ids::Thing;
use super::limits;
use super::lists::Lists;
use super::partial::{PartialScan, without_byte_order_mark};
use super::pointer_at::pointer_at;
use super::reference_graph::ReferenceGraph;
use super::report::Report;
use super::scanner::{ScanResult, Scanner};
use super::semantic_checks;
use super::token_tree::{Kind, NodeId, TokenTree};
use super::top_level::{Member, TopLevel};
use crate::document::{Document, FormatVersion};
use crate::ladder::Ladder;
use crate::problem::Problem;
use crate::quote::grouped;
use crate::transport::{pack, pack_partial};
use std::mem;

/// The result of parsing a document.
#[derive(Debug, PartialEq)]
pub struct Reading {
    /// The ladder; `None` if any problem is an error.
    pub ladder: Option<Ladder>,
    /// All problems, in the order of the text.
    pub problems: Vec<Problem>,
    /// Whether the ladder has all the content of the document. False if a field is unknown or a language
    /// tag is invalid: writing the ladder would lose these.
    pub complete: bool,
}

/// Parses a document in slices.
pub struct Parser<'a> {
    scanner: Scanner<'a>,
    top_level: TopLevel,
    lists: Lists,
    graph: ReferenceGraph,
    report: Report,
    /// How many more ids may be compared with unknown ones, for suggestions.
    comparisons: usize,
    stage: Stage,
    format: FormatVersion,
    document: Option<Document>,
}

/// The next step.
#[derive(Clone, Copy)]
enum Stage {
    /// The first pass over the text.
    Scan,
    /// The second pass: the next top-level field.
    Field(usize),
    /// The second pass: the next item of the list that is this field, and its index.
    Item(usize, usize),
    /// The document's own fields, and the checks between its parts.
    Document,
    Done,
}

impl<'a> Parser<'a> {
    /// Starts to parse. A byte-order mark before the document is skipped.
    #[must_use]
    pub fn new(text: &'a str) -> Self {
        Self::resume(text, PartialScan::default())
    }

    /// Continues with the whole text, of which the beginning was scanned already.
    #[must_use]
    pub fn resume(text: &'a str, scanned: PartialScan) -> Self {
        let text = without_byte_order_mark(text);
        let mut parser = Self {
            scanner: Scanner::resumed(text, &scanned.position),
            top_level: scanned.top_level,
            lists: Lists::default(),
            graph: ReferenceGraph::default(),
            report: Report::default(),
            comparisons: limits::COMPARISONS,
            stage: Stage::Scan,
            format: FormatVersion::One,
            document: None,
        };
        if text.len() > limits::TEXT_BYTES {
            let message = "the file is larger than the 16 MiB limit";
            parser.report.error(0, String::new(), message.into());
            parser.stage = Stage::Done;
        }
        parser
    }

    /// Parses about `bytes` more of the text, at least one item. False once everything is parsed.
    ///
    /// There are two passes over the text. 64 KiB take a browser a few milliseconds.
    pub fn step(&mut self, bytes: usize) -> bool {
        let until = self.passed().saturating_add(bytes.max(1));
        while self.passed() < until {
            if self.step_once().is_err() {
                self.report_syntax_error();
            }
            if matches!(self.stage, Stage::Done) {
                return false;
            }
        }
        true
    }

    /// How much of the work is done, from 0 to 1.
    #[must_use]
    pub fn progress(&self) -> f64 {
        match self.stage {
            Stage::Document | Stage::Done => 1.0,
            _ => self.passed() as f64 / (2 * self.scanner.text.len()).max(1) as f64,
        }
    }

    /// Takes the skills and roles parsed since the last call, packed for the page (see
    /// `Unpacker::unpack_partial`); the result of the parser then lacks them. `None` if there are none, or if the
    /// document has an error.
    pub fn take_packed(&mut self) -> Option<Vec<u8>> {
        let Lists { skills, roles, .. } = &mut self.lists;
        if skills.is_empty() && roles.is_empty() || self.report.has_errors() {
            return None;
        }
        let packed = pack_partial(skills, roles).ok()?;
        skills.clear();
        roles.clear();
        Some(packed)
    }

    /// The result. Parses the rest first, if there is one.
    #[must_use]
    pub fn finish(mut self) -> Reading {
        while self.step(usize::MAX) {}
        let complete = self.document.is_some() && !self.report.is_lossy;
        let problems = self.report.finish(self.scanner.text);
        Reading { ladder: self.document.map(Ladder::new), problems, complete }
    }

    /// The result for the page: the packed document, and its problems.
    #[must_use]
    pub fn finish_packed(mut self) -> (Option<Vec<u8>>, Vec<Problem>) {
        while self.step(usize::MAX) {}
        let packed = self.document.and_then(|document| pack(document).ok());
        (packed, self.report.finish(self.scanner.text))
    }

    /// Bytes scanned, over both passes.
    fn passed(&self) -> usize {
        match self.stage {
            Stage::Scan => self.scanner.at,
            _ => self.scanner.text.len() + self.scanner.at,
        }
    }

    fn step_once(&mut self) -> ScanResult<()> {
        match self.stage {
            Stage::Scan => {
                if !self.top_level.step(&mut self.scanner)? {
                    self.begin_second_pass()?;
                }
            }
            Stage::Field(nth) => match self.top_level.members.get(nth) {
                Some(&Member { value, list: Some(_), .. }) => {
                    self.scanner.jump(value);
                    self.scanner.enter()?;
                    self.stage = Stage::Item(nth, 0);
                }
                Some(_) => self.stage = Stage::Field(nth + 1),
                None => self.stage = Stage::Document,
            },
            Stage::Item(nth, index) => self.parse_item(nth, index)?,
            Stage::Document => {
                self.parse_document()?;
                self.stage = Stage::Done;
            }
            Stage::Done => {}
        }
        Ok(())
    }

    /// Goes on to the second pass, if the document is of a format that is supported.
    #[inline(never)]
    fn begin_second_pass(&mut self) -> ScanResult<()> {
        self.graph.resize(&self.top_level.ids);
        let scales = self.top_level.scale_fields.resolve(&self.top_level.ids, &mut self.scanner)?;
        self.top_level.ids.scales = scales;
        self.scanner.jump(0);
        self.stage = Stage::Field(0);
        let Some(&Member { value, .. }) = self.top_level.member("format", &self.scanner) else {
            return Ok(());
        };
        self.scanner.jump(value);
        self.scanner.value()?;
        let format = self.scanner.text.get(value..self.scanner.at).unwrap_or_default();
        self.scanner.jump(0);
        if let Some(known) = format.parse().ok().and_then(FormatVersion::with_number) {
            self.format = known;
        } else if format.starts_with(|c: char| c == '-' || c.is_ascii_digit()) {
            let supported = "only formats 1 and 2 are supported";
            let message = format!("this ladder uses format {format}; {supported}");
            self.report.error(value, "/format".into(), message);
            self.stage = Stage::Done;
        }
        Ok(())
    }

    #[inline(never)]
    fn parse_item(&mut self, nth: usize, index: usize) -> ScanResult<()> {
        let Some(&Member { list: Some(list), .. }) = self.top_level.members.get(nth) else {
            return Ok(());
        };
        self.stage = Stage::Field(nth + 1);
        if !self.scanner.more(index == 0, b']')? {
            return Ok(());
        }
        let limit = Thing::listed_in(list).map_or(usize::MAX, Thing::limit);
        if index >= limit {
            let message = format!("too many {list} (limit: {})", grouped(limit));
            let pointer = format!("/{list}/{index}");
            self.report.error(self.scanner.at, pointer, message);
            return Ok(());
        }
        self.scanner.tokens.clear();
        self.scanner.keep = true;
        self.scanner.value()?;
        self.scanner.keep = false;
        let mut lists = mem::take(&mut self.lists);
        lists.parse(list, index, &mut self.context(Some((list, index))));
        self.lists = lists;
        self.stage = Stage::Item(nth, index + 1);
        Ok(())
    }

    /// Parses the document's own fields and checks it as a whole.
    #[inline(never)]
    fn parse_document(&mut self) -> ScanResult<()> {
        self.scan_own_fields()?;
        let mut context = self.context(None);
        let document: Option<Document> = deserialize(&mut context);
        check_roles(&mut context);
        if let Some(document) = document {
            let (ids, graph) = (&self.top_level.ids, &self.graph);
            semantic_checks::check(ids, graph, &document, &mut self.report);
            if !self.report.has_errors() {
                self.document = Some(mem::take(&mut self.lists).complete(document));
            }
        }
        Ok(())
    }

    /// What the deserializer needs for the value that the scanner kept.
    fn context(&mut self, base: Option<(&'static str, usize)>) -> Context<'_, 'a> {
        Context {
            tree: TokenTree { text: self.scanner.text, nodes: &self.scanner.tokens },
            base,
            ids: &self.top_level.ids,
            scale: None,
            graph: &mut self.graph,
            report: &mut self.report,
            comparisons: &mut self.comparisons,
            has_markup: self.format != FormatVersion::One,
            list_is_full: false,
        }
    }

    /// Scans the document as if the lists that were parsed item by item were empty.
    fn scan_own_fields(&mut self) -> ScanResult<()> {
        let scanner = &mut self.scanner;
        scanner.jump(0);
        scanner.space();
        scanner.tokens.clear();
        scanner.put(scanner.kind_here());
        for member in &self.top_level.members {
            scanner.jump(member.key.start);
            scanner.keep = true;
            scanner.key()?;
            if member.list.is_some() {
                scanner.put(Kind::List);
            } else {
                scanner.value()?;
            }
        }
        scanner.keep = false;
        let end = scanner.tokens.len() as u32;
        if let Some(document) = scanner.tokens.first_mut() {
            document.next = end;
        }
        Ok(())
    }

    /// Reports why the text is not JSON, and nothing else.
    fn report_syntax_error(&mut self) {
        self.stage = Stage::Done;
        if let Some(error) = self.scanner.error.take() {
            let pointer = if error.is_in_text {
                pointer_at(self.scanner.text, error.at)
            } else {
                String::new()
            };
            self.report.error(error.at, pointer, error.message);
        }
    }
}

/// Reports a document without roles.
fn check_roles(context: &mut Context<'_, '_>) {
    let tree = context.tree;
    if tree.kind(NodeId::ROOT) != Kind::Object {
        return;
    }
    match tree.member(NodeId::ROOT, "roles") {
        None => context.missing_field(NodeId::ROOT, "a ladder", "roles"),
        Some(roles)
            if tree.kind(roles) == Kind::List && context.ids.of(Thing::Role).offsets.is_empty() =>
        {
            context.error(roles, "a ladder needs at least one role".into());
        }
        Some(_) => {}
    }
}
