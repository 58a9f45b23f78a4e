//! Prepares the folder that Trunk built: scripts and wasm get names that contain a digest of their
//! content, so that browsers can keep them for good.

use super::{HashedAsset, MANIFEST, Manifest, StyleSheet, without_digest};
use crate::compress;
use crate::headers::{ASSETS, LADDERS};
use anyhow::{Context, Result, ensure};
use lol_html::html_content::{ContentType, Element};
use lol_html::{RewriteStrSettings, element, rewrite_str};
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// The list of chunks that `cargo xtask` leaves in the folder: the name of a chunk and its files on
/// each line.
const CHUNK_LIST: &str = "chunks.txt";

/// Gives the files in `folder` their final names, writes the [`Manifest`] and compressed copies.
///
/// # Errors
/// If a file cannot be read or written, or `index.html` does not name what it should.
pub fn prepare(folder: &Path) -> Result<()> {
    let index = folder.join("index.html");
    let template = fs::read_to_string(&index).context("Cannot read index.html")?;
    fs::remove_file(index)?;
    let template = with_start_script(&template, folder)?;
    // The ladders of the project are not part of the app.
    let _ = fs::remove_dir_all(folder.join(LADDERS));
    let (sheets, mut scripts) = addresses(&template)?;
    scripts.push("/offline.js".to_owned());
    let styles = take_styles(folder, &sheets)?;
    let chunks = rename_chunks(folder, &scripts)?;
    rename_reader(folder)?;
    let mut renamed = BTreeMap::new();
    for address in scripts {
        let Some(name) = address.strip_prefix('/') else { continue };
        if folder.join(name).is_file() && !renamed.contains_key(&address) {
            renamed.insert(address.clone(), move_file(folder, name)?);
        }
    }
    let manifest = Manifest { template, renamed, styles, chunks };
    fs::write(folder.join(MANIFEST), serde_json::to_string(&manifest)?)?;
    compress::write_copies(&folder.join(ASSETS))
}

/// Puts the script that starts the app into the template, which saves a request before the app is requested.
fn with_start_script(template: &str, folder: &Path) -> Result<String> {
    let file = folder.join("start.js");
    let text = fs::read_to_string(&file).context("Cannot read start.js")?;
    fs::remove_file(file)?;
    // Either would end the script, or change how the rest of it is read.
    ensure!(
        !["</script", "<!--"].iter().any(|end| text.contains(end)),
        "start.js cannot stand in a page: it contains `</script` or `<!--`"
    );
    let set_text = |script: &mut Element| {
        script.remove_attribute("src");
        script.set_inner_content(text.trim_end(), ContentType::Html);
        Ok(())
    };
    let settings = RewriteStrSettings::new()
        .append_element_content_handler(element!("script[data-wasm]", set_text));
    rewrite_str(template, settings).context("Cannot rewrite index.html")
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

/// Takes the style sheets out of the folder.
fn take_styles(folder: &Path, addresses: &[String]) -> Result<Vec<StyleSheet>> {
    let take = |address: &String| {
        let file = address.rsplit('/').next().unwrap_or_default();
        let text = fs::read_to_string(folder.join(file))
            .with_context(|| format!("Cannot read the style sheet {file}"))?;
        fs::remove_file(folder.join(file))?;
        let name = without_digest(file.trim_end_matches(".css")).to_owned();
        Ok(StyleSheet { name, text })
    };
    let sheets = addresses.iter().map(take).collect::<Result<Vec<_>>>()?;
    ensure!(!sheets.is_empty(), "index.html links no style sheet");
    Ok(sheets)
}

/// Renames the wasm files of the chunks in the app's JavaScript. Returns their paths by chunk.
fn rename_chunks(folder: &Path, scripts: &[String]) -> Result<BTreeMap<String, Vec<String>>> {
    let list = folder.join(CHUNK_LIST);
    if !list.is_file() {
        return Ok(BTreeMap::new());
    }
    let text = fs::read_to_string(&list)?;
    fs::remove_file(list)?;
    let mut names = scripts.iter().filter_map(|address| address.strip_prefix('/'));
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
                assets.insert(name, asset.path);
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

/// Replaces `"./NAME"` in a script. If the file is fetched, `fetch` gets its digest too, and the mode and
/// credentials of a preload without `crossorigin`, which every browser reuses.
fn rename_in_script(script: &mut String, name: &str, asset: &HashedAsset) -> Result<()> {
    let missing = || format!("A script does not refer to {name} as expected");
    let (before, after) = script.split_once(&format!("\"./{name}\"")).with_context(missing)?;
    // Both files are in the same folder.
    let new_name = asset.path.rsplit('/').next().unwrap_or_default();
    *script = if before.ends_with("fetch(new URL(") {
        let (base, rest) = after.split_once(')').with_context(missing)?;
        let integrity = &asset.integrity;
        format!(
            "{before}\"./{new_name}\"{base}),{{mode:\"no-cors\",credentials:\"include\",integrity:\"{integrity}\"}}{rest}"
        )
    } else {
        format!("{before}\"./{new_name}\"{after}")
    };
    Ok(())
}

/// Moves a file to its final name.
fn move_file(folder: &Path, name: &str) -> Result<HashedAsset> {
    let path = folder.join(name);
    let content = fs::read(&path).with_context(|| format!("Cannot read {name}"))?;
    let asset = HashedAsset::write(folder, name, &content)?;
    fs::remove_file(path)?;
    Ok(asset)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_are_renamed_in_scripts_and_fetched_with_their_digest() {
        let asset = |name: &str| HashedAsset {
            path: format!("assets/{name}"),
            integrity: "sha256-x".to_owned(),
        };
        let mut script =
            "fetch(new URL(\"./a.wasm\",import.meta.url));import(\"./b.js\")".to_owned();
        rename_in_script(&mut script, "a.wasm", &asset("a-1.wasm")).unwrap();
        rename_in_script(&mut script, "b.js", &asset("b-2.js")).unwrap();
        assert_eq!(
            script,
            "fetch(new URL(\"./a-1.wasm\",import.meta.url),{mode:\"no-cors\",credentials:\"include\",\
             integrity:\"sha256-x\"});import(\"./b-2.js\")"
        );
        assert!(rename_in_script(&mut script, "c.js", &asset("c-3.js")).is_err());
    }
}
