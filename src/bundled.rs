//! The site's own ladder, compiled in so that the first view needs no extra request, and the catalog of
//! all ladders of the site.

use crate::browser::time_slicing;
use crate::router::Origin;
use crate::stores::OpenLadder;
use ladder::{CatalogEntry, Ladder, NotPacked, Unpacker};

/// The bundled ladder, packed by the build script.
const PACKED: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/ladder.packed"));

/// Unpacks the bundled ladder at once.
///
/// # Errors
/// If the packed ladder is invalid, which a test rules out.
pub fn ladder() -> Result<OpenLadder, NotPacked> {
    Ladder::unpack(PACKED).map(opened)
}

/// Unpacks the bundled ladder in time slices, because it may be large, and passes it to `then`: within
/// this call if it is small.
///
/// # Errors
/// `then` gets an error if the packed ladder is invalid, which a test rules out.
pub fn unpacked(then: impl FnOnce(Result<OpenLadder, NotPacked>) + 'static) {
    let mut unpacking = Some((Unpacker::default(), then));
    time_slicing::run(move || {
        let Some((unpacker, _)) = &mut unpacking else { return false };
        let is_more = unpacker.step(PACKED, Unpacker::SLICE);
        if is_more == Ok(true) {
            return true;
        }
        if let Some((unpacker, then)) = unpacking.take() {
            then(is_more.and_then(|_| unpacker.finish(PACKED)).map(opened));
        }
        false
    });
}

fn opened(ladder: Ladder) -> OpenLadder {
    OpenLadder::new(ladder, Origin::Default)
}

/// The ladders of the site, in the order of `public/ladders/index.json`.
#[must_use]
pub fn catalog() -> Vec<CatalogEntry> {
    let packed = include_bytes!(concat!(env!("OUT_DIR"), "/list.packed"));
    // Packed by the build script; a test ensures that the catalog is valid.
    postcard::from_bytes(packed).unwrap_or_default()
}
