//! A sound document in few bytes: how ladders travel from where they are read to the page.
//!
//! Reading JSON with every problem told takes a program of its own size, which the page does not
//! hold. The form is no interface: both ends are one build. It is postcard's, written by it
//! (<https://postcard.jamesmunns.com/wire-format>) and taken apart here, because the code that serde
//! makes for that was 4 KB of the first view.

mod bytes;
mod things;

use super::model::{Document, Ladder};
use super::{Role, Skill};
pub(super) use bytes::{Bytes, Packed};

/// The bytes are not those of a packed document.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
#[error("these bytes are not a packed ladder")]
pub struct NotPacked;

impl Document {
    /// Packs the document.
    ///
    /// # Errors
    /// None for a document that was read; the packing itself can say no in principle.
    #[inline(never)]
    pub fn pack(&self) -> Result<Vec<u8>, NotPacked> {
        postcard::to_allocvec(self).map_err(|_| NotPacked)
    }
}

impl Ladder {
    /// Unpacks what [`Document::pack`] made. A page that stays answerable takes an [`Unpacker`].
    ///
    /// # Errors
    /// Where the bytes are something else.
    pub fn unpack(bytes: &[u8]) -> Result<Self, NotPacked> {
        let mut unpacker = Unpacker::default();
        while unpacker.step(bytes, usize::MAX)? {}
        unpacker.finish(bytes)
    }
}

/// Packs some of a document's skills and roles, for [`Unpacker::ahead`].
pub(super) fn pack_ahead(skills: &[Skill], roles: &[Role]) -> Result<Vec<u8>, NotPacked> {
    postcard::to_allocvec(&(skills, roles)).map_err(|_| NotPacked)
}

/// Unpacks a list that was packed by postcard.
///
/// # Errors
/// Where the bytes are something else.
pub fn unpack_list(bytes: &[u8]) -> Result<Vec<super::Listed>, NotPacked> {
    let mut bytes = Bytes::new(bytes, 0);
    let list = Packed::read(&mut bytes);
    if bytes.is_sound() { Ok(list) } else { Err(NotPacked) }
}

/// Unpacks a document slice by slice, so that a page can do something else in between. Most of a long
/// one may come ahead, while the rest is still read.
#[derive(Default)]
pub struct Unpacker {
    at: usize,
    len: usize,
    /// None before its head is read.
    document: Option<Document>,
    list: List,
    /// How many items of the present list are still to come; none before its length is read.
    left: Option<u32>,
    /// What came ahead.
    skills: Vec<Skill>,
    roles: Vec<Role>,
}

/// The lists, in their order.
#[derive(Clone, Copy, Default)]
enum List {
    #[default]
    Categories,
    Scale,
    Skills,
    Tracks,
    Roles,
    Resources,
    Done,
}

impl List {
    fn next(self) -> Self {
        match self {
            Self::Categories => Self::Scale,
            Self::Scale => Self::Skills,
            Self::Skills => Self::Tracks,
            Self::Tracks => Self::Roles,
            Self::Roles => Self::Resources,
            Self::Resources | Self::Done => Self::Done,
        }
    }
}

impl Unpacker {
    /// So many bytes are to be unpacked between two looks at a clock.
    pub const STRETCH: usize = 16 * 1024;

    /// Unpacks the next skills and roles, which come ahead of the rest (see `Reader::take_packed`).
    ///
    /// # Errors
    /// Where the bytes are something else.
    pub fn ahead(&mut self, bytes: &[u8]) -> Result<(), NotPacked> {
        let mut bytes = Bytes::new(bytes, 0);
        add(&mut self.skills, &mut bytes);
        add(&mut self.roles, &mut bytes);
        if bytes.is_sound() { Ok(()) } else { Err(NotPacked) }
    }

    /// Goes on in what was packed last, which each step is handed again, for about `count` bytes, at least one item. False once only [`Self::finish`] is left.
    ///
    /// # Errors
    /// Where the bytes are something else.
    pub fn step(&mut self, bytes: &[u8], count: usize) -> Result<bool, NotPacked> {
        self.len = bytes.len();
        let mut bytes = Bytes::new(bytes, self.at);
        let until = self.at.saturating_add(count.max(1));
        let mut is_more = true;
        while is_more && bytes.is_sound() && bytes.at() < until {
            is_more = self.go_on(&mut bytes);
        }
        self.at = bytes.at();
        if bytes.is_sound() { Ok(is_more) } else { Err(NotPacked) }
    }

    /// Reads the next piece; false where none is left.
    fn go_on(&mut self, bytes: &mut Bytes) -> bool {
        let Some(document) = &mut self.document else {
            self.document = Some(things::head(bytes));
            return true;
        };
        match self.left {
            None if matches!(self.list, List::Done) => return false,
            None => {
                let len = bytes.number();
                reserve(document, self.list, len);
                self.left = Some(len);
            }
            Some(0) => (self.list, self.left) = (self.list.next(), None),
            Some(left) => {
                item(document, self.list, bytes);
                self.left = Some(left - 1);
            }
        }
        true
    }

    /// How much of the work is done, from 0 to 1.
    #[must_use]
    pub fn progress(&self) -> f64 {
        self.at as f64 / self.len.max(1) as f64
    }

    /// Puts the ladder together and derives its steps.
    ///
    /// # Errors
    /// Where the bytes are something else.
    pub fn finish(mut self, bytes: &[u8]) -> Result<Ladder, NotPacked> {
        while self.step(bytes, usize::MAX)? {}
        let mut bytes = Bytes::new(bytes, self.at);
        let ext = Packed::read(&mut bytes);
        let mut document = self.document.filter(|_| bytes.is_sound()).ok_or(NotPacked)?;
        let (mut skills, mut roles) = (self.skills, self.roles);
        skills.append(&mut document.skills);
        roles.append(&mut document.roles);
        Ok(Ladder::new(Document { ext, skills, roles, ..document }))
    }
}

/// Adds the items of a packed list.
fn add<T: Packed>(list: &mut Vec<T>, bytes: &mut Bytes) {
    for _ in 0..bytes.number() {
        if !bytes.is_sound() {
            break;
        }
        list.push(T::read(bytes));
    }
}

/// Makes room at once, because moving a long list to a larger place takes long.
fn reserve(document: &mut Document, list: List, len: u32) {
    // The longest that a list of a document may be.
    let len = len.min(20_000) as usize;
    match list {
        List::Skills => document.skills.reserve_exact(len),
        List::Roles => document.roles.reserve_exact(len),
        List::Resources => document.resources.reserve_exact(len),
        List::Categories | List::Scale | List::Tracks | List::Done => {}
    }
}

fn item(document: &mut Document, list: List, bytes: &mut Bytes) {
    match list {
        List::Categories => document.categories.push(Packed::read(bytes)),
        List::Scale => document.scale.push(Packed::read(bytes)),
        List::Skills => document.skills.push(Packed::read(bytes)),
        List::Tracks => document.tracks.push(Packed::read(bytes)),
        List::Roles => document.roles.push(Packed::read(bytes)),
        List::Resources => document.resources.push(Packed::read(bytes)),
        List::Done => {}
    }
}
