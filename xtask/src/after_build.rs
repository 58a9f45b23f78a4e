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

/// Taken in every build, also while one works on the page.
const ALWAYS: [Step; 1] = [reader::write_script];

/// Taken in a release, in this order. What HTML names comes before the pages; what looks at every
/// file comes last.
const RELEASE: [Step; 6] = [
    parts::take_apart,
    scripts::shorten,
    reader::name_for_ever,
    ladders::replace,
    // Gives scripts and styles their lasting names, and writes every page.
    pages::write,
    headers::write,
];

/// Takes every step with the folder that Trunk names.
pub fn run() -> Result<()> {
    let built = Built::by_trunk()?;
    ALWAYS.iter().try_for_each(|step| step(&built))?;
    // While one works on the page a quick build counts, and the program alone shows it.
    if std::env::var("TRUNK_PROFILE").as_deref() == Ok("release") {
        RELEASE.iter().try_for_each(|step| step(&built))?;
    }
    Ok(())
}
