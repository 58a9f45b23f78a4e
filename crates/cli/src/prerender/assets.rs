//! Scripts, wasm and style sheets get names that contain a digest of their content, so that browsers
//! can keep them for good.

use crate::digest::{integrity, short_hex};
use crate::headers::ASSETS;
use crate::site_options::SiteOptions;
use anyhow::{Context, Result, ensure};
use career_ladder::router::BASE;
use ladder::{Ladder, LadderLayout};
use lol_html::html_content::Element;
use lol_html::{RewriteStrSettings, element, rewrite_str};
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// The final address of a file and the digest of its content.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HashedAsset {
    /// Its address.
    pub address: String,
    /// Its digest as an `integrity` value.
    pub integrity: String,
}

/// All assets of a site.
pub(super) struct Assets {
    /// Scripts and wasm by their former addresses.
    pub renamed: BTreeMap<String, HashedAsset>,
    pub first_styles: HashedAsset,
    pub later_styles: HashedAsset,
    /// The addresses of the files of each chunk.
    pub chunks: BTreeMap<String, Vec<String>>,
}

impl Assets {
    /// Moves every asset of the built `index.html` to its final name.
    pub fn rename(
        folder: &Path,
        index: &str,
        ladder: &Ladder,
        options: &SiteOptions,
    ) -> Result<Self> {
        let (sheets, mut scripts) = addresses(index)?;
        if !options.no_offline {
            scripts.push(format!("{BASE}offline.js"));
        }
        let has_tracks = matches!(LadderLayout::new(ladder), LadderLayout::Grid(_));
        let theme = options.theme()?.style_sheet();
        let [first_styles, later_styles] = bundle_styles(folder, &sheets, has_tracks, &theme)?;
        let chunks = rename_chunks(folder, &scripts)?;
        rename_reader(folder)?;
        let mut renamed = BTreeMap::new();
        for address in scripts {
            let Some(name) = address.strip_prefix(BASE) else { continue };
            if folder.join(name).is_file() && !renamed.contains_key(&address) {
                renamed.insert(address.clone(), move_file(folder, name)?);
            }
        }
        Ok(Self { renamed, first_styles, later_styles, chunks })
    }
}

/// The addresses of the style sheets, and everything that the attributes of scripts name.
fn addresses(index: &str) -> Result<(Vec<String>, Vec<String>)> {
    let (sheets, scripts) = (RefCell::new(Vec::new()), RefCell::new(Vec::new()));
    let take_sheet = |link: &mut Element| {
        sheets.borrow_mut().extend(link.get_attribute("href"));
        Ok(())
    };
    let take_script = |script: &mut Element| {
        scripts.borrow_mut().extend(script.attributes().iter().map(|attribute| attribute.value()));
        Ok(())
    };
    let settings = RewriteStrSettings::new()
        .append_element_content_handler(element!("link[rel=stylesheet]", take_sheet))
        .append_element_content_handler(element!("script", take_script));
    rewrite_str(index, settings).context("Cannot read index.html")?;
    Ok((sheets.into_inner(), scripts.into_inner()))
}

/// Style sheets that the ladder page does not need for its first view, by their names in `style/`.
const LATER_STYLES: [&str; 30] = [
    "change-counts",
    "compare",
    "compare-ends",
    "compare-tools",
    "drop-veil",
    "level-text",
    "matrix-cells",
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

/// The style sheet that the ladder page needs only if the ladder has tracks.
const TRACK_STYLES: &str = "ladder-tracks";

/// Joins the style sheets into two files: those of the first view with the theme, and the rest.
fn bundle_styles(
    folder: &Path,
    addresses: &[String],
    has_tracks: bool,
    theme: &str,
) -> Result<[HashedAsset; 2]> {
    let (mut first, mut later, mut later_count) = (String::new(), String::new(), 0);
    for address in addresses {
        let name = address.rsplit('/').next().unwrap_or_default();
        let text = fs::read_to_string(folder.join(name))
            .with_context(|| format!("Cannot read the style sheet {name}"))?;
        fs::remove_file(folder.join(name))?;
        // Trunk appends a digest.
        let stem = name.rsplit_once('-').map_or(name, |(stem, _)| stem);
        if LATER_STYLES.contains(&stem) {
            later_count += 1;
            later.push_str(&text);
        } else if stem == TRACK_STYLES && !has_tracks {
            later.push_str(&text);
        } else {
            first.push_str(&text);
        }
    }
    ensure!(
        later_count == LATER_STYLES.len(),
        "LATER_STYLES in {} names a style sheet that index.html does not link",
        file!()
    );
    first.push_str(theme);
    let write = |name: &str, text: &str| write_asset(folder, name, text.as_bytes());
    Ok([write("style.css", &first)?, write("style-later.css", &later)?])
}

/// The list of chunks that `cargo xtask build` leaves in the folder: the name of a chunk and its files
/// on each line.
const CHUNK_LIST: &str = "chunks.txt";

/// Renames the wasm files of the chunks in the app's JavaScript. Returns their addresses by chunk.
fn rename_chunks(folder: &Path, scripts: &[String]) -> Result<BTreeMap<String, Vec<String>>> {
    let list = folder.join(CHUNK_LIST);
    if !list.is_file() {
        return Ok(BTreeMap::new());
    }
    let text = fs::read_to_string(&list)?;
    fs::remove_file(list)?;
    let mut names = scripts.iter().filter_map(|address| address.strip_prefix(BASE));
    let app = names
        .find(|name| name.starts_with("app-") && name.ends_with(".js"))
        .context("index.html names no JavaScript of the app")?;
    let mut script = fs::read_to_string(folder.join(app))?;
    let mut assets = BTreeMap::new();
    let mut chunks = BTreeMap::new();
    for line in text.lines() {
        let mut words = line.split_whitespace();
        let chunk = words.next().unwrap_or_default();
        let mut files = Vec::new();
        for name in words {
            if !assets.contains_key(name) {
                let asset = move_file(folder, name)?;
                rename_in_script(&mut script, name, &asset)?;
                assets.insert(name, asset.address);
            }
            files.extend(assets.get(name).cloned());
        }
        chunks.insert(chunk.to_owned(), files);
    }
    fs::write(folder.join(app), script)?;
    Ok(chunks)
}

/// Renames the reader's files in the script that starts it.
fn rename_reader(folder: &Path) -> Result<()> {
    let file = folder.join("start-reader.js");
    let mut script = fs::read_to_string(&file).context("Cannot read start-reader.js")?;
    for name in ["reader.js", "reader_bg.wasm"] {
        rename_in_script(&mut script, name, &move_file(folder, name)?)?;
    }
    fs::write(file, script).context("Cannot write start-reader.js")
}

/// Replaces `"./NAME"` in a script. If the file is fetched, `fetch` gets its digest too.
fn rename_in_script(script: &mut String, name: &str, asset: &HashedAsset) -> Result<()> {
    let missing = || format!("A script does not refer to {name} as expected");
    let (before, after) = script.split_once(&format!("\"./{name}\"")).with_context(missing)?;
    // Both files are in the same folder.
    let new_name = asset.address.rsplit('/').next().unwrap_or_default();
    *script = if before.ends_with("fetch(new URL(") {
        let (base, rest) = after.split_once(')').with_context(missing)?;
        let integrity = &asset.integrity;
        format!("{before}\"./{new_name}\"{base}), {{ integrity: \"{integrity}\" }}{rest}")
    } else {
        format!("{before}\"./{new_name}\"{after}")
    };
    Ok(())
}

/// Moves a file to its final name.
fn move_file(folder: &Path, name: &str) -> Result<HashedAsset> {
    let path = folder.join(name);
    let content = fs::read(&path).with_context(|| format!("Cannot read {name}"))?;
    let asset = write_asset(folder, name, &content)?;
    fs::remove_file(path)?;
    Ok(asset)
}

fn write_asset(folder: &Path, name: &str, content: &[u8]) -> Result<HashedAsset> {
    let path = format!("{ASSETS}/{}", hashed_name(name, &short_hex(content)));
    fs::create_dir_all(folder.join(ASSETS))?;
    fs::write(folder.join(&path), content).with_context(|| format!("Cannot write {path}"))?;
    Ok(HashedAsset { address: format!("{BASE}{path}"), integrity: integrity(content) })
}

/// Puts a digest into a file name. A digest from Trunk, which is of an earlier content, is replaced.
fn hashed_name(name: &str, digest: &str) -> String {
    let (stem, extension) = name.rsplit_once('.').unwrap_or((name, ""));
    let stem = stem.trim_end_matches("_bg");
    // Trunk omits leading zeros.
    let is_digest =
        |part: &str| (12..=16).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_hexdigit());
    let stem =
        stem.rsplit_once('-').filter(|(_, end)| is_digest(end)).map_or(stem, |(stem, _)| stem);
    format!("{stem}-{digest}.{extension}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_digest_in_a_file_name_is_replaced_not_repeated() {
        for (name, expected) in [
            ("start.js", "start-0123456789abcdef.js"),
            ("app-fedcba9876543210.js", "app-0123456789abcdef.js"),
            ("app-fedcba9876543210_bg.wasm", "app-0123456789abcdef.wasm"),
            ("app-edcba9876543210_bg.wasm", "app-0123456789abcdef.wasm"),
            ("style-later.css", "style-later-0123456789abcdef.css"),
        ] {
            assert_eq!(hashed_name(name, "0123456789abcdef"), expected);
        }
    }

    #[test]
    fn files_are_renamed_in_scripts_and_fetched_with_their_digest() {
        let asset = |name: &str| HashedAsset {
            address: format!("/assets/{name}"),
            integrity: "sha256-x".to_owned(),
        };
        let mut script =
            "fetch(new URL(\"./a.wasm\",import.meta.url));import(\"./b.js\")".to_owned();
        rename_in_script(&mut script, "a.wasm", &asset("a-1.wasm")).unwrap();
        rename_in_script(&mut script, "b.js", &asset("b-2.js")).unwrap();
        assert_eq!(
            script,
            "fetch(new URL(\"./a-1.wasm\",import.meta.url), { integrity: \"sha256-x\" });import(\"./b-2.js\")"
        );
        assert!(rename_in_script(&mut script, "c.js", &asset("c-3.js")).is_err());
    }
}
