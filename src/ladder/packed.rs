//! A sound document in few bytes: how ladders travel from where they are read to the page.
//!
//! Reading JSON with every problem told takes a program of its own size, which the page does not
//! hold. The form is no interface: both ends are one build.

use super::model::{Document, Ladder};
use super::resource::{Link, Note, ResourceRef};
use super::{Category, Id, Level, Resource, Role, Skill, Track};
use serde::de::DeserializeOwned;

/// The bytes are not those of a packed document.
#[derive(Debug, thiserror::Error)]
#[error("these bytes are not a packed ladder")]
pub struct NotPacked(#[from] postcard::Error);

impl Ladder {
    /// Packs the document.
    ///
    /// # Errors
    /// None for a document that was read; the packing itself can say no in principle.
    pub fn pack(&self) -> Result<Vec<u8>, NotPacked> {
        Ok(postcard::to_allocvec(self.document())?)
    }

    /// Unpacks what [`Ladder::pack`] made. A page that stays answerable takes an [`Unpacker`].
    ///
    /// # Errors
    /// Where the bytes are something else.
    pub fn unpack(bytes: &[u8]) -> Result<Self, NotPacked> {
        let mut unpacker = Unpacker::new(bytes.len());
        while unpacker.step(bytes, usize::MAX)? {}
        unpacker.finish(bytes)
    }
}

/// A document's fields ahead of its lists, in their order.
type Head = (
    Option<Box<str>>,
    Id,
    String,
    Option<String>,
    Option<String>,
    Option<String>,
    Option<String>,
    Option<String>,
    String,
    Option<Link>,
    bool,
    bool,
    Vec<Note>,
    Vec<ResourceRef>,
);

/// Unpacks a document slice by slice, so that a page can do something else in between.
#[derive(Default)]
pub struct Unpacker {
    at: usize,
    len: usize,
    head: Option<Head>,
    list: List,
    /// How many items of the present list are still to come; none before its length is read.
    left: Option<usize>,
    categories: Vec<Category>,
    scale: Vec<Level>,
    skills: Vec<Skill>,
    tracks: Vec<Track>,
    roles: Vec<Role>,
    resources: Vec<Resource>,
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
    /// Begins to unpack `len` bytes, which each step is handed again.
    #[must_use]
    pub fn new(len: usize) -> Self {
        Self { len, ..Self::default() }
    }

    /// Goes on for about `count` bytes, at least one item. False once only [`Self::finish`] is left.
    ///
    /// # Errors
    /// Where the bytes are something else.
    pub fn step(&mut self, bytes: &[u8], count: usize) -> Result<bool, NotPacked> {
        let until = self.at.saturating_add(count.max(1));
        while self.at < until {
            if self.head.is_none() {
                self.head = Some(self.take(bytes)?);
                continue;
            }
            let Some(left) = self.left else {
                if matches!(self.list, List::Done) {
                    return Ok(false);
                }
                let len = self.take(bytes)?;
                self.reserve(len);
                self.left = Some(len);
                continue;
            };
            if left == 0 {
                self.list = self.list.next();
                self.left = None;
            } else {
                self.item(bytes)?;
                self.left = Some(left - 1);
            }
        }
        Ok(true)
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
        let ext = self.take(bytes)?;
        #[rustfmt::skip]
        let Some((
            schema, id, title, summary, version, updated, license, attribution, language, source,
            cumulative, ordered, notes, reading,
        )) = self.head else {
            return Err(NotPacked(postcard::Error::DeserializeUnexpectedEnd));
        };
        Ok(Ladder::new(Document {
            schema,
            id,
            title,
            summary,
            version,
            updated,
            license,
            attribution,
            language,
            source,
            cumulative,
            ordered,
            notes,
            reading,
            categories: self.categories,
            scale: self.scale,
            skills: self.skills,
            tracks: self.tracks,
            roles: self.roles,
            resources: self.resources,
            ext,
        }))
    }

    /// Makes room at once, because moving a long list to a larger place takes long.
    fn reserve(&mut self, len: usize) {
        // The longest that a list of a document may be.
        let len = len.min(20_000);
        match self.list {
            List::Skills => self.skills.reserve_exact(len),
            List::Roles => self.roles.reserve_exact(len),
            List::Resources => self.resources.reserve_exact(len),
            List::Categories | List::Scale | List::Tracks | List::Done => {}
        }
    }

    fn item(&mut self, bytes: &[u8]) -> Result<(), NotPacked> {
        match self.list {
            List::Categories => {
                let category = self.take(bytes)?;
                self.categories.push(category);
            }
            List::Scale => {
                let level = self.take(bytes)?;
                self.scale.push(level);
            }
            List::Skills => {
                let skill = self.take(bytes)?;
                self.skills.push(skill);
            }
            List::Tracks => {
                let track = self.take(bytes)?;
                self.tracks.push(track);
            }
            List::Roles => {
                let role = self.take(bytes)?;
                self.roles.push(role);
            }
            List::Resources => {
                let resource = self.take(bytes)?;
                self.resources.push(resource);
            }
            List::Done => {}
        }
        Ok(())
    }

    fn take<T: DeserializeOwned>(&mut self, bytes: &[u8]) -> Result<T, NotPacked> {
        let rest = bytes.get(self.at..).unwrap_or_default();
        let (taken, rest) = postcard::take_from_bytes(rest)?;
        self.at = bytes.len() - rest.len();
        Ok(taken)
    }
}
