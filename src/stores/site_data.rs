//! The data of the site: its own ladder and the catalog of all its ladders. A site keeps both in one
//! packed file (`ladder::pack_site`), which every page fetches.

use super::OpenLadder;
use crate::browser::time_slicing;
use crate::router::Origin;
use ladder::{CatalogEntry, NotPacked, Unpacker, unpack_catalog};

/// What a site shows before a visitor opens another ladder.
#[derive(Debug)]
pub struct SiteData {
    /// The site's own ladder.
    pub ladder: OpenLadder,
    /// The ladders that come with the site.
    pub catalog: Vec<CatalogEntry>,
}

impl SiteData {
    /// Unpacks the data in time slices, because the ladder may be large, and passes it to `then`. A small
    /// ladder is passed before this function returns.
    ///
    /// # Errors
    /// `then` gets an error if the bytes are not the data of a site.
    pub fn unpack(bytes: Vec<u8>, then: impl FnOnce(Result<Self, NotPacked>) + 'static) {
        let (catalog, start) = match unpack_catalog(&bytes) {
            Ok((catalog, packed)) => (catalog, bytes.len() - packed.len()),
            Err(error) => return then(Err(error)),
        };
        let mut pending = Some((Unpacker::default(), catalog, then));
        time_slicing::run(move || {
            let packed = bytes.get(start..).unwrap_or_default();
            let Some((unpacker, ..)) = &mut pending else { return false };
            let has_more = unpacker.step(packed, Unpacker::SLICE);
            if has_more == Ok(true) {
                return true;
            }
            if let Some((unpacker, catalog, then)) = pending.take() {
                let ladder = has_more.and_then(|_| unpacker.finish(packed));
                let open = |ladder| OpenLadder::new(ladder, Origin::Default);
                then(ladder.map(|ladder| Self { ladder: open(ladder), catalog }));
            }
            false
        });
    }
}
