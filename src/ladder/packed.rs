//! A sound document in few bytes: how the bundled ladder travels in the program.
//!
//! Reading JSON with every problem told takes a program of its own size; a document that was read
//! where the site is built needs none of that. The form is no interface: both ends are one build.

use super::model::{Document, Ladder};

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

    /// Unpacks what [`Ladder::pack`] made.
    ///
    /// # Errors
    /// Where the bytes are something else.
    pub fn unpack(bytes: &[u8]) -> Result<Self, NotPacked> {
        let document: Document = postcard::from_bytes(bytes)?;
        Ok(Self::new(document))
    }
}
