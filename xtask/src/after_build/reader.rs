//! The script that starts the reader in its worker, and the names of the reader's files.
//!
//! Trunk builds the reader and gives its files names without a digest, because it does not know who
//! asks for them. Here they get their script and, in a release, names that change with their content.

use super::built::Built;
use anyhow::{Context, Result, ensure};
use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::Path;

/// The names that Trunk gives: the program, and the JavaScript between it and the browser, which
/// makes way for the script that the page starts as a worker.
const PROGRAM: &str = "reader_bg.wasm";
const SCRIPT: &str = "reader.js";
const GLUE: &str = "reader-glue.js";

/// The folder of what never changes under its name.
const ASSETS: &str = "assets";

/// Puts the script beside the reader.
pub fn begin(built: &Built) -> Result<()> {
    let (folder, base) = (&built.folder, &built.options.base);
    fs::rename(folder.join(SCRIPT), folder.join(GLUE))
        .context("Trunk did not build the reader; see index.html.")?;
    // Whole addresses, because the script itself may be moved; both are asked for at once. What the page
    // asks before the program is there waits for it. That something did not come is told once, at the
    // end: the page hears only of failures that nobody catches, and outside of a promise.
    let script = format!(
        "const program = fetch(\"{base}{PROGRAM}\");\n\
         program.catch(() => {{}});\n\
         const asked = [];\n\
         onmessage = (question) => asked.push(question);\n\
         import(\"{base}{GLUE}\")\n\
         .then(({{ default: start }}) => start({{ module_or_path: program }}))\n\
         .then(() => asked.forEach((question) => onmessage(question)))\n\
         .catch((why) => setTimeout(() => {{ throw why; }}));\n"
    );
    fs::write(folder.join(SCRIPT), script).context("The built folder cannot be written to.")
}

/// Gives the files their lasting names, in the script and on the page too; the script takes no other
/// program than this one. (Browsers take no digest of a worker's own scripts.)
pub fn settle(built: &Built) -> Result<()> {
    let (folder, base) = (&built.folder, &built.options.base);
    let digest = offline::digest(&read(folder, PROGRAM)?);
    let program = keep(folder, PROGRAM, "reader", "wasm")?;
    let glue = keep(folder, GLUE, "reader-glue", "js")?;
    let checked = format!("fetch(\"{base}{program}\", {{ integrity: \"{digest}\" }})");
    replace(&folder.join(SCRIPT), &format!("fetch(\"{base}{PROGRAM}\")"), &checked)?;
    replace(&folder.join(SCRIPT), GLUE, &glue)?;
    let script = keep(folder, SCRIPT, "reader", "js")?;
    replace(&folder.join("index.html"), SCRIPT, &script)
}

/// Moves a file to where it stays; gives its path under the base.
fn keep(folder: &Path, name: &str, stem: &str, ending: &str) -> Result<String> {
    let path = folder.join(name);
    let content = read(folder, name)?;
    let mut hasher = DefaultHasher::new();
    content.hash(&mut hasher);
    let kept = format!("{ASSETS}/{stem}-{:016x}.{ending}", hasher.finish());
    let trouble = "The built folder cannot be written to.";
    fs::create_dir_all(folder.join(ASSETS)).context(trouble)?;
    fs::rename(path, folder.join(&kept)).context(trouble)?;
    Ok(kept)
}

fn read(folder: &Path, name: &str) -> Result<Vec<u8>> {
    fs::read(folder.join(name)).with_context(|| format!("{name} was not built."))
}

fn replace(path: &Path, name: &str, by: &str) -> Result<()> {
    let text =
        fs::read_to_string(path).with_context(|| format!("{} cannot be read.", path.display()))?;
    ensure!(text.contains(name), "{} does not ask for `{name}`.", path.display());
    fs::write(path, text.replace(name, by)).context("The built folder cannot be written to.")
}

#[cfg(test)]
mod tests {
    use super::{Built, begin, settle};
    use crate::build::Options;
    use std::fs;

    #[test]
    fn every_file_is_named_after_its_content_wherever_it_is_asked_for() {
        let folder = std::env::temp_dir().join(format!("after-build-{}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        fs::write(folder.join("reader.js"), "export default 1").unwrap();
        fs::write(folder.join("reader_bg.wasm"), "program").unwrap();
        fs::write(folder.join("index.html"), "<script data-reader=/a/reader.js>").unwrap();
        let options = Options { base: "/a/".into(), ..Options::default() };
        let built = Built { folder: folder.clone(), options, is_release: true };
        begin(&built).unwrap();
        settle(&built).unwrap();
        let mut names: Vec<String> = fs::read_dir(folder.join("assets"))
            .unwrap()
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .collect();
        names.sort_by_key(String::len);
        let [script, program, glue] = names.try_into().unwrap();
        let read = |name: &str| fs::read_to_string(folder.join(name)).unwrap();
        let page = read("index.html");
        assert!(page.contains(&format!("data-reader=/a/assets/{script}>")), "{page}");
        let script = read(&format!("assets/{script}"));
        assert!(script.contains(&format!("\"/a/assets/{glue}\"")), "{script}");
        let digest = offline::digest(b"program");
        let checked = format!("fetch(\"/a/assets/{program}\", {{ integrity: \"{digest}\" }})");
        assert!(script.contains(&checked), "{script}");
        fs::remove_dir_all(&folder).unwrap();
    }
}
