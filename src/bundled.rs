//! The site's own ladder, compiled in so that the first view needs no extra request, and the catalog of
//! all ladders of the site.

use crate::browser::time_slicing;
use crate::router::Origin;
use crate::stores::OpenLadder;
use ladder::{CatalogEntry, Ladder, NotPacked, Unpacker};

/// The site's own ladder, packed by the build script.
const PACKED: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/ladder.packed"));

/// Unpacks the site's own ladder.
///
/// # Errors
/// If the packed ladder is invalid. A test ensures that it is valid.
pub fn ladder() -> Result<OpenLadder, NotPacked> {
    Ladder::unpack(PACKED).map(open_ladder)
}

/// Unpacks the site's own ladder in time slices, because it may be large, and passes it to `then`. A
/// small ladder is passed before this function returns.
///
/// # Errors
/// `then` gets an error if the packed ladder is invalid. A test ensures that it is valid.
pub fn unpack_in_slices(then: impl FnOnce(Result<OpenLadder, NotPacked>) + 'static) {
    let mut pending = Some((Unpacker::default(), then));
    time_slicing::run(move || {
        let Some((unpacker, _)) = &mut pending else { return false };
        let has_more = unpacker.step(PACKED, Unpacker::SLICE);
        if has_more == Ok(true) {
            return true;
        }
        if let Some((unpacker, then)) = pending.take() {
            then(has_more.and_then(|_| unpacker.finish(PACKED)).map(open_ladder));
        }
        false
    });
}

fn open_ladder(ladder: Ladder) -> OpenLadder {
    OpenLadder::new(ladder, Origin::Default)
}

/// The ladders of the site, in the order of `public/ladders/index.json`.
#[must_use]
pub fn catalog() -> Vec<CatalogEntry> {
    let packed = include_bytes!(concat!(env!("OUT_DIR"), "/list.packed"));
    // A test ensures that the packed catalog is valid.
    postcard::from_bytes(packed).unwrap_or_default()
}
