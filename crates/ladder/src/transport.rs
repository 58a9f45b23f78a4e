//! Packs a ladder into bytes: the worker sends it to the page so, and a site keeps its own ladder so.
//!
//! Both ends are built together, so the bytes are not a public format: a sequence of postcard
//! values, first the document without its long lists, then these lists in chunks, so that a page can decode
//! them one at a time and stay responsive.

use crate::ladder::Ladder;
use crate::{CatalogEntry, Document, Resource, Role, Skill};
use serde::{Deserialize, Serialize};
use std::mem;

/// Items of a long list that are decoded at a time.
const CHUNK: usize = 32;

/// The bytes are not those of a packed ladder.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
#[error("these bytes are not a packed ladder")]
pub struct NotPacked;

/// One value of the sequence.
#[derive(Serialize, Deserialize)]
enum Part<D, S, R, X> {
    /// The document, with empty lists of skills, roles and resources.
    Document(D),
    Skills(S),
    Roles(R),
    Resources(X),
}

type PartRef<'a> = Part<&'a Document, &'a [Skill], &'a [Role], &'a [Resource]>;
type OwnedPart = Part<Box<Document>, Vec<Skill>, Vec<Role>, Vec<Resource>>;

/// Packs a document.
///
/// # Errors
/// Never for a document that was parsed; the serializer can fail in principle.
pub fn pack(mut document: Document) -> Result<Vec<u8>, NotPacked> {
    let skills = mem::take(&mut document.skills);
    let roles = mem::take(&mut document.roles);
    let resources = mem::take(&mut document.resources);
    let mut bytes = Vec::new();
    push(&mut bytes, &Part::Document(&document))?;
    skills.chunks(CHUNK).try_for_each(|chunk| push(&mut bytes, &Part::Skills(chunk)))?;
    roles.chunks(CHUNK).try_for_each(|chunk| push(&mut bytes, &Part::Roles(chunk)))?;
    resources.chunks(CHUNK).try_for_each(|chunk| push(&mut bytes, &Part::Resources(chunk)))?;
    Ok(bytes)
}

/// Packs some of a document's skills and roles, for [`Unpacker::unpack_partial`].
///
/// # Errors
/// As [`pack`].
pub fn pack_partial(skills: &[Skill], roles: &[Role]) -> Result<Vec<u8>, NotPacked> {
    let mut bytes = Vec::new();
    push(&mut bytes, &Part::Skills(skills))?;
    push(&mut bytes, &Part::Roles(roles))?;
    Ok(bytes)
}

fn push(bytes: &mut Vec<u8>, part: &PartRef<'_>) -> Result<(), NotPacked> {
    bytes.extend(postcard::to_allocvec(part).map_err(|_| NotPacked)?);
    Ok(())
}

impl Ladder {
    /// Packs the ladder's document for [`Unpacker`].
    ///
    /// # Errors
    /// Never for a ladder that was parsed; the serializer can fail in principle.
    pub fn pack(self) -> Result<Vec<u8>, NotPacked> {
        pack(self.into_document())
    }

    /// Unpacks the bytes of [`Ladder::pack`] in one go. A page that stays responsive uses an
    /// [`Unpacker`].
    ///
    /// # Errors
    /// If the bytes are not a packed ladder.
    pub fn unpack(bytes: &[u8]) -> Result<Self, NotPacked> {
        Unpacker::default().finish(bytes)
    }
}

/// Packs the data of a site: the catalog of its ladders, then its own ladder.
///
/// # Errors
/// As [`pack`].
pub fn pack_site(catalog: &[CatalogEntry], ladder: Ladder) -> Result<Vec<u8>, NotPacked> {
    let mut bytes = postcard::to_allocvec(catalog).map_err(|_| NotPacked)?;
    bytes.extend(ladder.pack()?);
    Ok(bytes)
}

/// Unpacks the catalog from the bytes of [`pack_site`]. Returns it and the bytes of the packed ladder.
///
/// # Errors
/// If the bytes are not the data of a site.
pub fn unpack_catalog(bytes: &[u8]) -> Result<(Vec<CatalogEntry>, &[u8]), NotPacked> {
    postcard::take_from_bytes(bytes).map_err(|_| NotPacked)
}

/// Unpacks a ladder slice by slice, so that a page can do something else in between. Skills and roles
/// may arrive ahead of the rest.
#[derive(Default)]
pub struct Unpacker {
    position: usize,
    len: usize,
    document: Option<Box<Document>>,
    skills: Vec<Skill>,
    roles: Vec<Role>,
    resources: Vec<Resource>,
}

impl Unpacker {
    /// Bytes to unpack before checking the time again.
    pub const SLICE: usize = 16 * 1024;

    /// Unpacks the next skills and roles, which arrive ahead of the rest (see
    /// `Parser::take_packed`).
    ///
    /// # Errors
    /// If the bytes are not a packed ladder.
    pub fn unpack_partial(&mut self, mut bytes: &[u8]) -> Result<(), NotPacked> {
        while !bytes.is_empty() {
            bytes = self.part(bytes)?;
        }
        Ok(())
    }

    /// Unpacks about `count` more bytes, at least one chunk. Takes the same bytes each time. False
    /// once only [`Self::finish`] is left.
    ///
    /// # Errors
    /// If the bytes are not a packed ladder.
    pub fn step(&mut self, bytes: &[u8], count: usize) -> Result<bool, NotPacked> {
        self.len = bytes.len();
        let until = self.position.saturating_add(count.max(1));
        while self.position < until.min(bytes.len()) {
            let rest = self.part(bytes.get(self.position..).unwrap_or_default())?;
            self.position = bytes.len() - rest.len();
        }
        Ok(self.position < bytes.len())
    }

    /// Unpacks one part and returns the bytes after it.
    fn part<'a>(&mut self, bytes: &'a [u8]) -> Result<&'a [u8], NotPacked> {
        let (part, rest): (OwnedPart, _) =
            postcard::take_from_bytes(bytes).map_err(|_| NotPacked)?;
        match part {
            Part::Document(document) => self.document = Some(document),
            Part::Skills(skills) => self.skills.extend(skills),
            Part::Roles(roles) => self.roles.extend(roles),
            Part::Resources(resources) => self.resources.extend(resources),
        }
        Ok(rest)
    }

    /// How much of the work is done, from 0 to 1.
    #[must_use]
    pub fn progress(&self) -> f64 {
        self.position as f64 / self.len.max(1) as f64
    }

    /// Unpacks what is left, puts the ladder together and derives its steps.
    ///
    /// # Errors
    /// If the bytes are not a packed ladder.
    pub fn finish(mut self, bytes: &[u8]) -> Result<Ladder, NotPacked> {
        while self.step(bytes, usize::MAX)? {}
        let Self { document, skills, roles, resources, .. } = self;
        let document = *document.ok_or(NotPacked)?;
        Ok(Ladder::new(Document { skills, roles, resources, ..document }))
    }
}
