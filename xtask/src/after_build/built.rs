//! The folder that Trunk put together, and what is known of the build.

use anyhow::{Context, Result};
use std::env::{var, var_os};
use std::path::PathBuf;

/// A built folder that is not yet `dist/`.
pub struct Built {
    /// Where it is.
    pub folder: PathBuf,
    /// The path it will be hosted under: begins and ends with `/`.
    pub base: String,
    /// Whether it is to be hosted, and not for someone at work on the page.
    pub is_release: bool,
}

impl Built {
    /// The folder of the Trunk that calls us.
    pub fn by_trunk() -> Result<Self> {
        let by_trunk = "`after-build` is called by Trunk; use `cargo xtask build`.";
        Ok(Self {
            folder: PathBuf::from(var_os("TRUNK_STAGING_DIR").context(by_trunk)?),
            base: var("TRUNK_PUBLIC_URL").context(by_trunk)?,
            is_release: var("TRUNK_PROFILE").as_deref() == Ok("release"),
        })
    }
}
