//! The ladder that comes with the page, compiled in so that the first view needs no request.

use crate::ladder::{Ladder, NotPacked};

/// Unpacks the bundled ladder, which the build script read and packed.
///
/// # Errors
/// Where the program holds no packed ladder, which a test excludes.
pub fn ladder() -> Result<Ladder, NotPacked> {
    Ladder::unpack(include_bytes!(concat!(env!("OUT_DIR"), "/ladder.packed")))
}
