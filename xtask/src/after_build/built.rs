//! The folder that Trunk put together, and what is known of the build.

use crate::build::Options;
use anyhow::{Context, Result};
use std::env::{var, var_os};
use std::path::PathBuf;

/// A built folder that is not yet `dist/`.
pub struct Built {
    /// Where it is.
    pub folder: PathBuf,
    /// What the build was asked for.
    pub options: Options,
    /// Whether it is to be hosted, and not for someone at work on the page.
    pub is_release: bool,
}

impl Built {
    /// The folder of the Trunk that calls us.
    pub fn by_trunk() -> Result<Self> {
        let by_trunk = "`after-build` is called by Trunk; use `cargo xtask build`.";
        let folder = PathBuf::from(var_os("TRUNK_STAGING_DIR").context(by_trunk)?);
        let is_release = var("TRUNK_PROFILE").as_deref() == Ok("release");
        Ok(Self { folder, options: Options::handed()?, is_release })
    }
}
