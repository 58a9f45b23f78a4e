//! Reads a document slice by slice.

use super::super::model::{Document, Ladder};
use super::super::packed::pack_ahead;
use super::super::problem::Problem;
use super::super::quote::grouped;
use super::Reading;
use super::beginning::{Beginning, without_mark};
use super::cursor::Cursor;
use super::document::Lists;
use super::ids::Thing;
use super::index::{Index, Member};
use super::report::Report;
use super::scan::{Scan, Scanner};
use super::tape::{Kind, Tape};
use super::web::Web;
use super::{limits, sense};
use std::mem;

/// Reads a document in slices.
pub struct Reader<'a> {
    scanner: Scanner<'a>,
    index: Index,
    lists: Lists,
    web: Web,
    report: Report,
    comparisons: usize,
    stage: Stage,
    document: Option<Document>,
}

/// What is done next.
#[derive(Clone, Copy)]
enum Stage {
    /// The first way through the text.
    Index,
    /// The second: the next top-level field.
    Field(usize),
    /// The second: the next item of the list that is this field, and its place in the list.
    Item(usize, usize),
    /// The document's own fields, and the whole.
    Whole,
    Done,
}

impl<'a> Reader<'a> {
    /// Begins to read. A byte-order mark before the document is skipped.
    #[must_use]
    pub fn new(text: &'a str) -> Self {
        Self::resumed(text, Beginning::default())
    }

    /// Goes on with a text of which this was the beginning.
    #[must_use]
    pub fn resumed(text: &'a str, beginning: Beginning) -> Self {
        let text = without_mark(text);
        let mut reader = Self {
            scanner: Scanner::resumed(text, &beginning.place),
            index: beginning.index,
            lists: Lists::default(),
            web: Web::default(),
            report: Report::default(),
            comparisons: limits::COMPARISONS,
            stage: Stage::Index,
            document: None,
        };
        if text.len() > limits::TEXT_BYTES {
            let message = "the document is larger than 16 MiB, the most that is read";
            reader.report.error(0, String::new(), message.into());
            reader.stage = Stage::Done;
        }
        reader
    }

    /// Reads on for about `bytes` of text, at least one item. False once everything is read.
    ///
    /// The text is gone through twice. 64 KiB take a browser a few thousandths of a second.
    pub fn step(&mut self, bytes: usize) -> bool {
        let until = self.passed().saturating_add(bytes.max(1));
        while self.passed() < until {
            if self.step_once().is_err() {
                self.refuse_flaw();
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
            Stage::Whole | Stage::Done => 1.0,
            _ => self.passed() as f64 / (2 * self.scanner.text.len()).max(1) as f64,
        }
    }

    /// The skills and roles that were read since this was last asked, packed for another program; none
    /// where there are none, or where the document is refused. They are then missing in what the reader
    /// finishes with (see `Unpacker::ahead`).
    pub fn take_packed(&mut self) -> Option<Vec<u8>> {
        let Lists { skills, roles, .. } = &mut self.lists;
        if skills.is_empty() && roles.is_empty() || self.report.refuses() {
            return None;
        }
        let packed = pack_ahead(skills, roles).ok()?;
        skills.clear();
        roles.clear();
        Some(packed)
    }

    /// What came of it. Reads the rest first, where there is one.
    #[must_use]
    pub fn finish(mut self) -> Reading {
        while self.step(usize::MAX) {}
        let complete = self.document.is_some() && !self.report.leaves_out;
        let problems = self.report.finish(self.scanner.text);
        Reading { ladder: self.document.map(Ladder::new), problems, complete }
    }

    /// The same for another program: the document packed, and everything that is wrong with it.
    #[must_use]
    pub fn finish_packed(mut self) -> (Option<Vec<u8>>, Vec<Problem>) {
        while self.step(usize::MAX) {}
        let packed = self.document.and_then(|document| document.pack().ok());
        (packed, self.report.finish(self.scanner.text))
    }

    /// Bytes gone through, counting both ways.
    fn passed(&self) -> usize {
        match self.stage {
            Stage::Index => self.scanner.at,
            _ => self.scanner.text.len() + self.scanner.at,
        }
    }

    fn step_once(&mut self) -> Scan<()> {
        match self.stage {
            Stage::Index => {
                if !self.index.step(&mut self.scanner)? {
                    self.indexed()?;
                }
            }
            Stage::Field(nth) => match self.index.members.get(nth) {
                Some(&Member { value, list: Some(_), .. }) => {
                    self.scanner.jump(value);
                    self.scanner.enter()?;
                    self.stage = Stage::Item(nth, 0);
                }
                Some(_) => self.stage = Stage::Field(nth + 1),
                None => self.stage = Stage::Whole,
            },
            Stage::Item(nth, place) => self.item(nth, place)?,
            Stage::Whole => {
                self.whole()?;
                self.stage = Stage::Done;
            }
            Stage::Done => {}
        }
        Ok(())
    }

    /// Goes on to the second way, where the text is a document of this format.
    #[inline(never)]
    fn indexed(&mut self) -> Scan<()> {
        self.web.fit(&self.index.ids);
        self.stage = Stage::Field(0);
        let Some(&Member { value, .. }) = self.index.member("format", &self.scanner) else {
            return Ok(());
        };
        self.scanner.jump(value);
        self.scanner.value()?;
        let format = self.scanner.text.get(value..self.scanner.at).unwrap_or_default();
        self.scanner.jump(0);
        if format != "1" && format.starts_with(|c: char| c == '-' || c.is_ascii_digit()) {
            let message = format!("this ladder uses format {format}; this page reads format 1");
            self.report.error(value, "/format".into(), message);
            self.stage = Stage::Done;
        }
        Ok(())
    }

    #[inline(never)]
    fn item(&mut self, nth: usize, place: usize) -> Scan<()> {
        let Some(&Member { list: Some(list), .. }) = self.index.members.get(nth) else {
            return Ok(());
        };
        self.stage = Stage::Field(nth + 1);
        if !self.scanner.more(place == 0, b']')? {
            return Ok(());
        }
        let limit = Thing::listed_in(list).map_or(usize::MAX, Thing::limit);
        if place >= limit {
            let message = format!("there are more than {} {list}", grouped(limit));
            let pointer = format!("/{list}/{place}");
            self.report.error(self.scanner.at, pointer, message);
            return Ok(());
        }
        self.scanner.tape.clear();
        self.scanner.keep = true;
        self.scanner.value()?;
        self.scanner.keep = false;
        self.lists.read(
            list,
            place,
            &mut Cursor {
                tape: Tape { text: self.scanner.text, nodes: &self.scanner.tape },
                base: Some((list, place)),
                ids: &self.index.ids,
                web: &mut self.web,
                report: &mut self.report,
                comparisons: &mut self.comparisons,
            },
        );
        self.stage = Stage::Item(nth, place + 1);
        Ok(())
    }

    /// Reads the document's own fields and looks at it as a whole.
    #[inline(never)]
    fn whole(&mut self) -> Scan<()> {
        self.skim_own_fields()?;
        let own = Cursor {
            tape: Tape { text: self.scanner.text, nodes: &self.scanner.tape },
            base: None,
            ids: &self.index.ids,
            web: &mut self.web,
            report: &mut self.report,
            comparisons: &mut self.comparisons,
        }
        .document(mem::take(&mut self.lists));
        if let Some(own) = own {
            sense::check(&self.index.ids, &self.web, own.ordered, &mut self.report);
            self.document = own.document.filter(|_| !self.report.refuses());
        }
        Ok(())
    }

    /// Puts the document on the tape as if the lists that were read item by item were empty.
    fn skim_own_fields(&mut self) -> Scan<()> {
        let scanner = &mut self.scanner;
        scanner.jump(0);
        scanner.space();
        scanner.tape.clear();
        scanner.put(scanner.kind_here());
        for member in &self.index.members {
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
        let end = scanner.tape.len() as u32;
        if let Some(document) = scanner.tape.first_mut() {
            document.next = end;
        }
        Ok(())
    }

    /// Tells why the text is not JSON, and nothing else.
    fn refuse_flaw(&mut self) {
        self.stage = Stage::Done;
        if let Some(flaw) = self.scanner.flaw.take() {
            self.report.error(flaw.at, String::new(), flaw.message);
        }
    }
}
