//! What Trunk calls once it has put the page together (see Trunk.toml), before the folder becomes
//! `dist/`: a list of small steps, each of which finishes a part of the folder to host.

mod built;
mod card;
mod copies;
mod headers;
mod ladders;
mod offline;
mod pages;
mod parts;
mod reader;
mod scripts;

use anyhow::Result;
use built::Built;
pub use copies::brotli;

/// A step: what it does with the built folder.
type Step = fn(&Built) -> Result<()>;

/// In this order. What HTML names comes before the pages; what looks at every file comes last.
const STEPS: [Step; 9] = [
    parts::take_apart,
    scripts::shorten,
    reader::settle,
    ladders::replace,
    card::draw,
    // Gives scripts and styles their lasting names, and writes every page.
    pages::write,
    // Lists every file as it will be hosted.
    offline::write,
    headers::write,
    copies::write,
];

/// Takes every step with the folder that Trunk names.
pub fn run() -> Result<()> {
    let built = Built::by_trunk()?;
    reader::begin(&built)?;
    // While one works on the page a quick build counts, and the program alone shows it.
    if !built.is_release {
        return offline::withdraw(&built.folder);
    }
    STEPS.iter().try_for_each(|step| step(&built))
}
