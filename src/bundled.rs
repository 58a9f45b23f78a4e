//! The ladder that comes with the page, compiled in so that the first view needs no request, and the
//! list of the others that come with the site.

use crate::browser::slices;
use crate::router::Origin;
use crate::stores::OpenLadder;
use ladder::{CatalogEntry, Ladder, NotPacked, Unpacker};

/// The bundled ladder, which the build script read and packed.
const PACKED: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/ladder.packed"));

/// Unpacks the bundled ladder in one go.
///
/// # Errors
/// Where the program holds no packed ladder, which a test excludes.
pub fn ladder() -> Result<OpenLadder, NotPacked> {
    Ladder::unpack(PACKED).map(opened)
}

/// Unpacks the bundled ladder in slices, because a publisher's may be large; hands it on once it is
/// there, at once where it is small.
///
/// # Errors
/// `then` is told where the program holds no packed ladder, which a test excludes.
pub fn unpacked(then: impl FnOnce(Result<OpenLadder, NotPacked>) + 'static) {
    let mut going = Some((Unpacker::default(), then));
    slices::run(move || {
        let Some((unpacker, _)) = &mut going else { return false };
        let is_more = unpacker.step(PACKED, Unpacker::SLICE);
        if is_more == Ok(true) {
            return true;
        }
        if let Some((unpacker, then)) = going.take() {
            then(is_more.and_then(|_| unpacker.finish(PACKED)).map(opened));
        }
        false
    });
}

fn opened(ladder: Ladder) -> OpenLadder {
    OpenLadder::new(ladder, Origin::Default)
}

/// The ladders that come with the site, in the order of `public/ladders/index.json`.
#[must_use]
pub fn catalog() -> Vec<CatalogEntry> {
    let packed = include_bytes!(concat!(env!("OUT_DIR"), "/list.packed"));
    // Both ends are one build; a test holds that the list is there.
    postcard::from_bytes(packed).unwrap_or_default()
}
