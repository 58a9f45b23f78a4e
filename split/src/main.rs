//! Takes the built program apart into what the first view needs and the parts that come later, and
//! makes the names between a program and its JavaScript short. Called by `cargo xtask build`.
//!
//! `split parts WASM WORK` writes `main.wasm`, a file a part, and `__wasm_split.js`, which loads
//! them; `split names WASM JS` shortens both files in their place; `split join WORK FOLDER` puts
//! what was made of them into the folder to host.

mod join;
mod merge;
mod names;

use anyhow::{Context, Result, anyhow, bail};
use std::fs;
use std::path::Path;

fn main() -> Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match arguments.iter().map(String::as_str).collect::<Vec<_>>().as_slice() {
        ["parts", program, folder] => parts(Path::new(program), Path::new(folder)),
        ["names", program, script] => shorten(Path::new(program), Path::new(script)),
        ["join", work, folder] => join::join(Path::new(work), Path::new(folder)),
        _ => bail!("`split` is called by `cargo xtask build`."),
    }
}

fn parts(program: &Path, folder: &Path) -> Result<()> {
    let wasm = fs::read(program).with_context(|| format!("{} is not there.", program.display()))?;
    let main = folder.join("main.wasm");
    let mut options = wasm_split_cli_support::Options::new(&wasm);
    options.output_dir = folder;
    options.main_out_path = &main;
    let outcome = wasm_split_cli_support::transform(options)
        .map_err(|why| anyhow!("The program cannot be taken apart: {why:#}"))?;
    let mut needed: Vec<String> = outcome
        .prefetch_map
        .iter()
        .map(|(part, files)| format!("{part} {}\n", files.join(" ")))
        .collect();
    needed.sort();
    let loader = folder.join(join::LOADER);
    let unreadable = "The loader of parts cannot be read.";
    let (mut asking, mut needed) =
        (fs::read_to_string(&loader).context(unreadable)?, needed.concat());
    merge::merge_small(folder, &mut asking, &mut needed)?;
    fs::write(loader, asking).context("target/ cannot be written to.")?;
    fs::write(folder.join(join::NEEDED), needed).context("target/ cannot be written to.")
}

fn shorten(program: &Path, script: &Path) -> Result<()> {
    let read = "A file of the program cannot be read.";
    let (wasm, js) = (fs::read(program).context(read)?, fs::read_to_string(script).context(read)?);
    let (wasm, js) = names::shortened(&wasm, &js)?;
    let write = "A file of the program cannot be written.";
    fs::write(program, wasm).context(write)?;
    fs::write(script, js).context(write)
}
