//! What Trunk calls once it has put the page together (see Trunk.toml), before the folder becomes
//! `dist/`: a list of small steps, each of which finishes a part of the folder to host.

mod built;
mod pages;
mod reader;
mod scripts;

use anyhow::Result;
use built::Built;

/// A step: what it does with the built folder.
type Step = fn(&Built) -> Result<()>;

/// In this order. What HTML names comes before the pages; what looks at every file comes last.
const STEPS: [Step; 3] = [
    scripts::shorten,
    reader::settle,
    // Gives scripts and styles their lasting names, and writes every page.
    pages::write,
];

/// Takes every step with the folder that Trunk names.
pub fn run() -> Result<()> {
    let built = Built::by_trunk()?;
    reader::begin(&built)?;
    // While one works on the page a quick build counts, and the program alone shows it.
    if !built.is_release {
        return Ok(());
    }
    STEPS.iter().try_for_each(|step| step(&built))
}
