//! What Trunk calls once it has put the page together (see Trunk.toml), before the folder becomes
//! `dist/`: a list of small steps, each of which finishes a part of the folder to host.

mod built;
mod headers;
mod ladders;
mod pages;
mod parts;
mod reader;
mod scripts;

use anyhow::Result;
use built::Built;

/// A step: what it does with the built folder.
type Step = fn(&Built) -> Result<()>;

/// In this order. What HTML names comes before the pages; what looks at every file comes last.
const STEPS: [Step; 6] = [
    parts::take_apart,
    scripts::shorten,
    reader::settle,
    ladders::replace,
    // Gives scripts and styles their lasting names, and writes every page.
    pages::write,
    headers::write,
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
