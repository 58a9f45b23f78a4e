//! The ladder that comes with the page, compiled in so that the first view needs no request.

use crate::ladder::{Ladder, NotPacked};
use crate::route::Origin;
use crate::state::OpenLadder;

/// Unpacks the bundled ladder, which the build script read and packed.
///
/// # Errors
/// Where the program holds no packed ladder, which a test excludes.
pub fn ladder() -> Result<OpenLadder, NotPacked> {
    let ladder = Ladder::unpack(include_bytes!(concat!(env!("OUT_DIR"), "/ladder.packed")))?;
    Ok(OpenLadder::new(ladder, Origin::Default))
}
