//! The folder that Trunk put together, and what is known of the build.

use crate::build::Options;
use anyhow::{Context, Result};
use std::env::var_os;
use std::path::PathBuf;

/// A built folder that is not yet `dist/`.
pub struct Built {
    /// Where it is.
    pub folder: PathBuf,
    /// What the build was asked for.
    pub options: Options,
}

impl Built {
    /// The folder of the Trunk that calls us.
    pub fn by_trunk() -> Result<Self> {
        Ok(Self { folder: folder()?, options: Options::handed()? })
    }
}

/// The folder that Trunk names to the steps it calls.
pub fn folder() -> Result<PathBuf> {
    let by_trunk = "`after-build` is called by Trunk; use `cargo xtask build`.";
    Ok(PathBuf::from(var_os("TRUNK_STAGING_DIR").context(by_trunk)?))
}
