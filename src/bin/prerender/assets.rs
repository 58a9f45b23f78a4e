//! Scripts, programs and styles: kept under a name made of their content, so that a browser may keep
//! them for good and never takes an old one for a new one.

use crate::{Failure, file};
use base64::prelude::{BASE64_STANDARD, Engine};
use career_ladder::prerender::{Lasting, Template};
use career_ladder::router::BASE;
use ladder::{Ladder, LadderLayout};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::path::Path;

/// The folder of what never changes under its name; hosts let browsers keep it for a year.
const FOLDER: &str = "assets";

/// Moves what the template names to its lasting place and names it there, each with its digest; `ladder` is
/// the site's own.
pub fn settle(folder: &Path, template: Template, ladder: &Ladder) -> Result<Template, Failure> {
    let has_tracks = matches!(LadderLayout::new(ladder), LadderLayout::Grid(_));
    let is_later = |name: &str| LATER.contains(&name) || name == TRACKS && !has_tracks;
    let template = with_two_stylesheets(folder, template, is_later)?;
    let mut kept = BTreeMap::new();
    for address in template.scripts() {
        let Some(name) = address.strip_prefix(BASE).filter(|name| is_asset(name)) else { continue };
        let path = folder.join(name);
        // What a later step makes stays where its address says.
        if path.is_file() && !kept.contains_key(address) {
            kept.insert(address.clone(), keep(folder, name, &file::read(&path)?)?);
            file::remove(&path)?;
        }
    }
    Ok(template.with_scripts(&kept)?)
}

fn is_asset(name: &str) -> bool {
    name.ends_with(".js") || name.ends_with(".wasm")
}

/// The stylesheets that the ladder's page does not need before it answers, by their names in `style/`.
const LATER: [&str; 28] = [
    "compare",
    "compare-ends",
    "compare-tools",
    "drop-veil",
    "level-text",
    "matrix-filters",
    "neighbours",
    "new-version",
    "next-moves",
    "open-banner",
    "open-page",
    "paged",
    "plan",
    "print",
    "requirements",
    "role-choosers",
    "role-list",
    "role-rail",
    "search-dialog",
    "seen-mark",
    "skill-changes",
    "skill-matrix",
    "statement-changes",
    "statements",
    "video-card",
    "virtual-grid",
    "way",
    "when-offline",
];

/// The stylesheet that the ladder's page needs where it has tracks.
const TRACKS: &str = "ladder-tracks";

/// Puts the stylesheets into two files, those of the first view and the rest: a page asks once or
/// twice, and it packs better.
fn with_two_stylesheets(
    folder: &Path,
    template: Template,
    is_later: impl Fn(&str) -> bool,
) -> Result<Template, Failure> {
    let (mut first, mut later) = (Vec::new(), Vec::new());
    for address in template.stylesheets() {
        let name = address.rsplit('/').next().unwrap_or_default();
        let path = folder.join(name);
        let is_later = name.rsplit_once('-').is_some_and(|(stem, _)| is_later(stem));
        if is_later { &mut later } else { &mut first }.extend(file::read(&path)?);
        file::remove(&path)?;
    }
    let first = keep(folder, "style.css", &first)?;
    let later = keep(folder, "style-later.css", &later)?;
    Ok(template.with_stylesheets(&first, &later)?)
}

/// Writes the content to where it stays.
fn keep(folder: &Path, name: &str, content: &[u8]) -> Result<Lasting, Failure> {
    let digest = Sha256::digest(content);
    let name = name.rsplit('/').next().unwrap_or_default();
    let lasting = format!("{FOLDER}/{}", named_for(name, &digest));
    file::write(&folder.join(&lasting), content)?;
    Ok(Lasting {
        address: format!("{BASE}{lasting}"),
        integrity: format!("sha256-{}", BASE64_STANDARD.encode(digest)),
    })
}

/// `start.js` as `start-0123456789abcdef.js`; the digest that Trunk put there, of what the file was
/// before it was shortened, is taken out. Trunk writes it without leading zeros.
fn named_for(name: &str, digest: &[u8]) -> String {
    let (stem, ending) = name.rsplit_once('.').unwrap_or((name, ""));
    let stem = stem.trim_end_matches("_bg");
    let is_digest =
        |part: &str| (12..=16).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_hexdigit());
    let stem =
        stem.rsplit_once('-').filter(|(_, end)| is_digest(end)).map_or(stem, |(stem, _)| stem);
    let digest: String = digest.iter().take(8).map(|byte| format!("{byte:02x}")).collect();
    format!("{stem}-{digest}.{ending}")
}

#[cfg(test)]
mod tests {
    use super::named_for;

    #[test]
    fn a_name_holds_one_digest() {
        let digest = [0x01, 0x23, 0x45, 0x67, 0x89, 0xab, 0xcd, 0xef, 0xff];
        for (name, kept) in [
            ("start.js", "start-0123456789abcdef.js"),
            ("career-ladder-fedcba9876543210.js", "career-ladder-0123456789abcdef.js"),
            ("career-ladder-fedcba9876543210_bg.wasm", "career-ladder-0123456789abcdef.wasm"),
            ("career-ladder-edcba9876543210_bg.wasm", "career-ladder-0123456789abcdef.wasm"),
            ("style-later.css", "style-later-0123456789abcdef.css"),
        ] {
            assert_eq!(named_for(name, &digest), kept);
        }
    }
}
