//! The script that starts the reader in its worker, and the names of the reader's files.
//!
//! Trunk builds the reader and gives its files names without a digest, because it does not know who
//! asks for them. Here they get their script and, in a release, names that change with their content.

use super::built::Built;
use anyhow::{Context, Result};
use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::Path;

/// The names that Trunk gives: the program, and the JavaScript between it and the browser.
const PROGRAM: &str = "reader_bg.wasm";
const GLUE: &str = "reader-glue.js";
/// The script that the page starts as a worker.
const SCRIPT: &str = "reader.js";

/// Puts the script beside the reader.
pub fn write_script(built: &Built) -> Result<()> {
    write(&built.folder)
}

/// Gives each of the files a name with a digest, in the script and on the page too.
pub fn name_for_ever(built: &Built) -> Result<()> {
    rename_all(&built.folder)
}

fn write(folder: &Path) -> Result<()> {
    fs::rename(folder.join(SCRIPT), folder.join(GLUE))
        .context("Trunk did not build the reader; see index.html.")?;
    // The page hears only of what nobody catches, and outside of a promise.
    let script = format!(
        "import start from \"./{GLUE}\";\n\
         start({{ module_or_path: new URL(\"./{PROGRAM}\", import.meta.url) }})\n\
         .catch((why) => setTimeout(() => {{ throw why; }}));\n"
    );
    fs::write(folder.join(SCRIPT), script).context("The built folder cannot be written to.")
}

fn rename_all(folder: &Path) -> Result<()> {
    let program = rename(folder, PROGRAM, "reader", "wasm")?;
    replace(&folder.join(GLUE), PROGRAM, &program)?;
    let glue = rename(folder, GLUE, "reader-glue", "js")?;
    replace(&folder.join(SCRIPT), PROGRAM, &program)?;
    replace(&folder.join(SCRIPT), GLUE, &glue)?;
    let script = rename(folder, SCRIPT, "reader", "js")?;
    replace(&folder.join("index.html"), SCRIPT, &script)
}

fn rename(folder: &Path, name: &str, stem: &str, ending: &str) -> Result<String> {
    let path = folder.join(name);
    let content = fs::read(&path).with_context(|| format!("{name} was not built."))?;
    let mut hasher = DefaultHasher::new();
    content.hash(&mut hasher);
    let named = format!("{stem}-{:016x}.{ending}", hasher.finish());
    fs::rename(path, folder.join(&named)).context("The built folder cannot be written to.")?;
    Ok(named)
}

fn replace(path: &Path, name: &str, by: &str) -> Result<()> {
    let text =
        fs::read_to_string(path).with_context(|| format!("{} cannot be read.", path.display()))?;
    fs::write(path, text.replace(name, by)).context("The built folder cannot be written to.")
}

#[cfg(test)]
mod tests {
    use super::{rename_all, write};
    use std::fs;

    #[test]
    fn every_file_is_named_after_its_content_wherever_it_is_asked_for() {
        let folder = std::env::temp_dir().join(format!("reader-script-{}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        fs::write(folder.join("reader.js"), "new URL('reader_bg.wasm', import.meta.url)").unwrap();
        fs::write(folder.join("reader_bg.wasm"), "program").unwrap();
        fs::write(folder.join("index.html"), "<script data-reader=/a/reader.js>").unwrap();
        write(&folder).unwrap();
        rename_all(&folder).unwrap();
        let mut names: Vec<String> = fs::read_dir(&folder)
            .unwrap()
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .collect();
        names.sort_by_key(|name| (name.len(), name.clone()));
        let [index, script, program, glue] = names.try_into().unwrap();
        assert_eq!(index, "index.html");
        let read = |name: &str| fs::read_to_string(folder.join(name)).unwrap();
        assert!(read(&index).contains(&format!("/a/{script}")), "{}", read(&index));
        assert!(read(&script).contains(&format!("./{glue}")), "{}", read(&script));
        assert!(read(&script).contains(&format!("./{program}")), "{}", read(&script));
        assert!(read(&glue).contains(&format!("'{program}'")), "{}", read(&glue));
        fs::remove_dir_all(&folder).unwrap();
    }
}
