//! The ladder that comes with the page, compiled in so that the first view needs no request, and the
//! list of the others that come with the site.

use crate::ladder::{Ladder, Listed, NotPacked, unpack_list};
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

/// The ladders that come with the site, in the order of `public/ladders/index.json`.
#[must_use]
pub fn list() -> Vec<Listed> {
    let packed = include_bytes!(concat!(env!("OUT_DIR"), "/list.packed"));
    // Both ends are one build; a test holds that the list is there.
    unpack_list(packed).unwrap_or_default()
}
