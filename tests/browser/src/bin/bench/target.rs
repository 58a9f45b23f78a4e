//! The sites that are compared.

use std::path::{Path, PathBuf};

/// An implementation of the site.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Target {
    /// The site in this repository.
    Ours,
    /// With React, rendered in the browser.
    React,
    /// In plain JavaScript.
    ByHand,
    /// Static HTML, with its styles in the page.
    NoScript,
}

impl Target {
    /// All targets, in the order of the tables.
    pub const ALL: [Self; 4] = [Self::Ours, Self::React, Self::ByHand, Self::NoScript];

    /// Those that can open another ladder and filter.
    pub const WITH_SCRIPT: [Self; 3] = [Self::Ours, Self::React, Self::ByHand];

    /// Its name in tables.
    pub fn name(self) -> &'static str {
        match self {
            Self::Ours => "ours",
            Self::React => "React",
            Self::ByHand => "by hand",
            Self::NoScript => "no script",
        }
    }

    /// The folder of its site in the folder that `cargo xtask bench` assembles.
    pub fn folder(self, sites: &Path) -> PathBuf {
        sites.join(match self {
            Self::Ours => "ours",
            Self::React => "react",
            Self::ByHand => "by-hand",
            Self::NoScript => "no-script",
        })
    }
}
