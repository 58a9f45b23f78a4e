//! What was taken apart, put where it is served from: the parts under names with their digests, and
//! the program's JavaScript with the loader of the parts in it, so that one request less is needed.

use crate::names;
use anyhow::{Context, Result, ensure};
use base64::prelude::{BASE64_STANDARD, Engine};
use sha2::{Digest, Sha256};
use std::fs;
use std::path::{Path, PathBuf};

/// What wasm-split puts between the program and its parts.
pub const LOADER: &str = "__wasm_split.js";

/// Which files each part needs, a line a part: its name, then theirs without their ending. Under
/// the same name the built folder says it with the files' addresses, for the pages' preloads.
pub const NEEDED: &str = "parts.txt";

/// Where everything stands that has a digest in its name.
const ASSETS: &str = "assets";

/// Takes what stands in `work` and puts it into `folder`, in the place of the one program and its
/// JavaScript that Trunk wrote there.
pub fn join(work: &Path, folder: &Path) -> Result<()> {
    let program = fs::read(work.join("main_bg.wasm")).context("The program is not there.")?;
    let script = names::without_unused(&program, &read(&work.join("main.js"))?)?;
    let script = with_loader(&script, &named_parts(work, folder)?)?;
    put(folder, ".wasm", &program)?;
    put(folder, ".js", script.as_bytes())
}

fn put(folder: &Path, ending: &str, content: &[u8]) -> Result<()> {
    let by_trunk =
        files(folder, |name| name.starts_with("career-ladder-") && name.ends_with(ending))?;
    ensure!(by_trunk.len() == 1, "Trunk wrote {} programs ({ending}).", by_trunk.len());
    fs::write(&by_trunk[0], content).context("The built folder cannot be written to.")
}

/// Puts each part into `folder` under a name with its digest, and gives the loader, which then asks
/// for that name and for nothing else than that content.
fn named_parts(work: &Path, folder: &Path) -> Result<String> {
    let (mut loader, mut needed) = (read(&work.join(LOADER))?, read(&work.join(NEEDED))?);
    fs::create_dir_all(folder.join(ASSETS)).context("The built folder cannot be written to.")?;
    for part in files(work, |name| name.starts_with("split_") || name.starts_with("chunk_"))? {
        let content = fs::read(&part).context("A part of the program cannot be read.")?;
        let stem = part.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        let digest = Sha256::digest(&content);
        let short: String = digest.iter().take(8).map(|byte| format!("{byte:02x}")).collect();
        let (digest, name) = (BASE64_STANDARD.encode(digest), format!("{stem}-{short}.wasm"));
        let before = format!("fetch(new URL(\"./{stem}.wasm\", import.meta.url))");
        ensure!(loader.contains(&before), "The loader of parts does not ask for {stem}.wasm.");
        let after = format!(
            "fetch(new URL(\"./{name}\", import.meta.url), {{ integrity: \"sha256-{digest}\" }})"
        );
        loader = loader.replace(&before, &after);
        needed = needed.replace(&format!(" {stem} "), &format!(" {ASSETS}/{name} "));
        needed = needed.replace(&format!(" {stem}\n"), &format!(" {ASSETS}/{name}\n"));
        fs::write(folder.join(ASSETS).join(name), content)
            .context("The built folder cannot be written to.")?;
    }
    fs::write(folder.join(NEEDED), needed).context("The built folder cannot be written to.")?;
    Ok(loader)
}

/// The program's JavaScript with the loader in it.
fn with_loader(script: &str, loader: &str) -> Result<String> {
    let names: Vec<&str> = loader
        .lines()
        .filter_map(|line| line.strip_prefix("export const ")?.split(' ').next())
        .collect();
    let is_import = |line: &&str| line.starts_with("import * as import") && line.contains(LOADER);
    let imports = script.lines().filter(is_import).count();
    ensure!(imports > 0 && !names.is_empty(), "The program asks for no parts.");
    let mut joined = String::new();
    // "./__wasm_split.js": import1, once for each part that is asked for.
    let used = format!("\"./{LOADER}\":");
    let mut is_first = true;
    for line in script.lines().filter(|line| !is_import(line)) {
        let is_use = line.trim_start().starts_with(&used);
        if is_use && !std::mem::take(&mut is_first) {
            continue;
        }
        joined.push_str(if is_use { "\"./__wasm_split.js\": parts," } else { line });
        joined.push('\n');
    }
    for line in loader.lines().filter(|line| !line.starts_with("import ")) {
        joined.push_str(line.strip_prefix("export ").unwrap_or(line));
        joined.push('\n');
    }
    Ok(joined + &format!("const parts = {{ {} }};\n", names.join(", ")))
}

fn files(folder: &Path, wanted: impl Fn(&str) -> bool) -> Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).context("A folder of the build cannot be read.")? {
        let entry = entry.context("A folder of the build cannot be read.")?;
        if wanted(&entry.file_name().to_string_lossy()) {
            found.push(entry.path());
        }
    }
    found.sort();
    Ok(found)
}

fn read(path: &Path) -> Result<String> {
    fs::read_to_string(path).with_context(|| format!("{} cannot be read.", path.display()))
}

#[cfg(test)]
mod tests {
    use super::with_loader;

    #[test]
    fn the_loader_stands_in_the_script() {
        let script = "import * as import1 from \"./__wasm_split.js\"\nlet imports = {\n  \"./__wasm_split.js\": import1,\n  \"./__wasm_split.js\": import2,\n};\n";
        let loader = "import { initSync } from \"./main.js\";\nexport const __wasm_split_load_plan = x(\n);\n";
        let joined = with_loader(script, loader).unwrap();
        assert_eq!(
            joined,
            "let imports = {\n\"./__wasm_split.js\": parts,\n};\nconst __wasm_split_load_plan = x(\n);\n\
             const parts = { __wasm_split_load_plan };\n"
        );
        assert!(with_loader("let x;", loader).is_err());
    }
}
