//! The scenes. To add one, add a file and list it in [`SCENES`].

mod filter;
mod first_visit;
mod link;
mod own;
mod press;
mod visit;

use crate::case::{Case, ORIGIN, Site};
use crate::target::Target;
use std::path::Path;

/// What a visitor does, measured in one or more cases.
pub struct Scene {
    /// Its name on the command line and in docs/performance.md.
    pub name: &'static str,
    /// The cases; `sites` is the folder that `cargo xtask bench` assembles.
    pub cases: fn(sites: &Path) -> Vec<Case>,
    /// The cases of a quick pass; `None` if the scene is not part of it.
    pub quick: Option<fn(sites: &Path) -> Vec<Case>>,
}

/// All scenes, in the order in which they run.
pub const SCENES: [Scene; 6] = [
    Scene { name: "first-visit", cases: first_visit::cases, quick: Some(first_visit::cases) },
    Scene { name: "press", cases: press::cases, quick: Some(press::cases) },
    Scene { name: "filter", cases: filter::cases, quick: Some(filter::bundled) },
    Scene { name: "link", cases: link::cases, quick: None },
    Scene { name: "own", cases: own::cases, quick: None },
    Scene { name: "visit", cases: visit::cases, quick: None },
];

/// A large ladder: its label, the name of its file, and its number of skills.
struct LargeLadder {
    label: &'static str,
    file: &'static str,
    skills: usize,
}

const LARGE_LADDERS: [LargeLadder; 2] = [
    LargeLadder { label: "1,000 x 1,000", file: "square", skills: 1_000 },
    LargeLadder { label: "3,000 x 13,900", file: "catalogue", skills: 13_900 },
];

impl LargeLadder {
    /// The skills page of each target, with the ladder named by a link.
    fn linked(&self, sites: &Path) -> Vec<Site> {
        self::sites(
            sites,
            &Target::WITH_SCRIPT,
            &format!("/skills?ladder={ORIGIN}/{}.json", self.file),
        )
    }
}

/// The site of each target at the same address.
fn sites(sites: &Path, targets: &[Target], url: &str) -> Vec<Site> {
    let site = |target: &Target| Site {
        target: *target,
        folder: target.folder(sites),
        url: url.to_owned(),
    };
    targets.iter().map(site).collect()
}
