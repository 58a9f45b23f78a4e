//! Splits the app into the first view and chunks that load on demand (`src/chunk.rs` declares them),
//! with wasm-split, wasm-bindgen and wasm-opt. Trunk has no step for this.

use crate::process::{self, command};
use crate::project;
use crate::tools::wasm_opt;
use anyhow::{Context, Result, ensure};
use std::fs;
use std::panic::resume_unwind;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};
use std::thread;

/// The wasm file that cargo built, in its target folder. Trunk removes the relocations from its copy.
const APP: &str = "wasm32-unknown-unknown/release/app.wasm";

/// The module that wasm-split writes: functions that load the chunks.
const LOADER: &str = "__wasm_split.js";

/// Replaces the app's wasm file and JavaScript in `folder` with those of the split app, and adds the
/// chunks and `chunks.txt`: on each line the name of a chunk and its files.
pub fn split(folder: &Path) -> Result<()> {
    let work = project::target().join("chunks");
    let _ = fs::remove_dir_all(&work);
    fs::create_dir_all(&work).with_context(|| format!("Cannot create {}", work.display()))?;
    process::run(
        command("wasm-split-cli").arg(project::target().join(APP)).arg(&work),
        "wasm-split could not split the app; the lines above say why.",
    )?;
    process::run(
        command("wasm-bindgen")
            // Chunks use exports that only the linker names.
            .args([
                "--target",
                "web",
                "--no-typescript",
                "--keep-lld-exports",
                "--out-name",
                "main",
            ])
            .arg("--out-dir")
            .arg(&work)
            .arg(work.join("main.wasm")),
        "wasm-bindgen failed; the lines above say why.",
    )?;
    optimise(files(&work, |name| name.ends_with(".wasm") && name != "main.wasm")?)?;

    let loader = read(&work.join(LOADER))?;
    let script = with_loader(&read(&work.join("main.js"))?, &loader)?;
    fs::write(app_file(folder, ".js")?, script).context("Cannot write the app's JavaScript")?;
    copy(&work.join("main_bg.wasm"), &app_file(folder, ".wasm")?)?;
    for chunk in files(&work, |name| name.starts_with("split_") || name.starts_with("chunk_"))? {
        copy(&chunk, &folder.join(chunk.file_name().unwrap_or_default()))?;
    }
    fs::write(folder.join("chunks.txt"), chunk_list(&loader)).context("Cannot write chunks.txt")
}

/// Makes the files smaller, two at a time: wasm-opt mostly uses one core.
fn optimise(files: Vec<PathBuf>) -> Result<()> {
    let waiting = Mutex::new(files.into_iter());
    let next = || waiting.lock().unwrap_or_else(PoisonError::into_inner).next();
    let work = || std::iter::from_fn(next).try_for_each(|file| wasm_opt::optimise_for_size(&file));
    thread::scope(|scope| {
        let other = scope.spawn(work);
        work().and(other.join().unwrap_or_else(|why| resume_unwind(why)))
    })
}

/// The file of the app that Trunk wrote.
fn app_file(folder: &Path, extension: &str) -> Result<PathBuf> {
    let mut found =
        files(folder, |name| name.starts_with("app-") && name.ends_with(extension))?.into_iter();
    found.next().with_context(|| format!("Trunk wrote no app-*{extension}"))
}

/// The app's JavaScript with the loader in it, which saves a request before the app can start.
fn with_loader(script: &str, loader: &str) -> Result<String> {
    let names: Vec<&str> = loader
        .lines()
        .filter_map(|line| line.strip_prefix("export const ")?.split(' ').next())
        .collect();
    let is_import = |line: &str| line.starts_with("import * as import") && line.contains(LOADER);
    ensure!(
        script.lines().any(is_import) && !names.is_empty(),
        "The app has no chunks, or wasm-bindgen writes imports in another way"
    );
    // wasm-bindgen imports the module once for each chunk.
    let import = format!("\"./{LOADER}\":");
    let mut is_first = true;
    let mut joined = String::new();
    for line in script.lines().filter(|line| !is_import(line)) {
        if !line.trim_start().starts_with(&import) {
            joined.push_str(line);
        } else if std::mem::take(&mut is_first) {
            joined.push_str(&format!("{import} loader,"));
        }
        joined.push('\n');
    }
    for line in loader.lines().filter(|line| !line.starts_with("import ")) {
        joined.push_str(line.strip_prefix("export ").unwrap_or(line));
        joined.push('\n');
    }
    // The page says if a chunk fails to load, so it is no error in the console. In Firefox, the prefetch of a
    // chunk also fails if the visitor leaves the page meanwhile.
    let joined = joined.replace("console.error(e);", "console.info(e);");
    Ok(joined + &format!("const loader = {{ {} }};\n", names.join(", ")))
}

/// The name of each chunk that the loader can load, followed by its files.
fn chunk_list(loader: &str) -> String {
    let chunks = loader.split("export const __wasm_split_load_").skip(1);
    let lines = chunks.filter_map(|text| {
        let name = text.split(' ').next()?;
        let own = text.split_once("\"./").and_then(|(_, rest)| rest.split('"').next());
        // `, [__chunk_1, __chunk_2]));` lists what the chunk shares with others.
        let (shared, _) = text.split_once("]));")?;
        let shared = shared.rsplit_once('[')?.1.split(", ");
        let shared = shared.filter_map(|name| name.strip_prefix("__"));
        let files = shared.map(|name| format!(" {name}.wasm")).collect::<String>();
        Some(format!("{name}{files} {}\n", own.unwrap_or_default()))
    });
    lines.collect()
}

fn files(folder: &Path, is_wanted: impl Fn(&str) -> bool) -> Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    for entry in
        fs::read_dir(folder).with_context(|| format!("Cannot read {}", folder.display()))?
    {
        let entry = entry?;
        if is_wanted(&entry.file_name().to_string_lossy()) {
            found.push(entry.path());
        }
    }
    found.sort();
    Ok(found)
}

fn read(path: &Path) -> Result<String> {
    fs::read_to_string(path).with_context(|| format!("Cannot read {}", path.display()))
}

fn copy(from: &Path, to: &Path) -> Result<()> {
    fs::copy(from, to).with_context(|| format!("Cannot copy {}", from.display()))?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::{chunk_list, with_loader};

    const LOADER: &str = "import { initSync } from \"./main.js\";
function wrapAsyncCb(callee) { callee().catch((e) => { console.error(e); }) }
const __chunk_6 = makeLoad(() => {
    const src = fetch(new URL(\"./chunk_6.wasm\", import.meta.url));
}
, []);
export const __wasm_split_load_wide = wrapAsyncCb(makeLoad(() => {
    const src = fetch(new URL(\"./split_wide.wasm\", import.meta.url));
}
, []));
export const __wasm_split_load_plan = wrapAsyncCb(makeLoad(() => {
    const src = fetch(new URL(\"./split_plan.wasm\", import.meta.url));
}
, [__chunk_6, __chunk_10]));
";

    #[test]
    fn the_loader_is_merged_into_the_script() {
        let script = "import * as import1 from \"./__wasm_split.js\"
import * as import2 from \"./__wasm_split.js\"
let imports = {
  \"./__wasm_split.js\": import1,
  \"./__wasm_split.js\": import2,
};
";
        let joined = with_loader(script, LOADER).unwrap();
        assert!(
            !joined.contains("import1")
                && !joined.contains("import {")
                && !joined.contains("export")
        );
        assert!(joined.contains("console.info(e)") && !joined.contains("console.error"));
        assert_eq!(joined.matches("\"./__wasm_split.js\": loader,").count(), 1);
        assert!(
            joined
                .ends_with("const loader = { __wasm_split_load_wide, __wasm_split_load_plan };\n")
        );
        assert!(with_loader("let x;", LOADER).is_err());
    }

    #[test]
    fn every_chunk_is_listed_with_its_shared_files() {
        assert_eq!(
            chunk_list(LOADER),
            "wide split_wide.wasm\nplan chunk_6.wasm chunk_10.wasm split_plan.wasm\n"
        );
    }
}
