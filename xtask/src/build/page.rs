//! The page Trunk starts from: `index.html` with what this build asks for. It stands beside
//! `index.html` while Trunk runs, because its links are read from there.

use super::Options;
use crate::headers::meta_tags;
use crate::project;
use crate::tools::wasm_opt;
use anyhow::{Context, Result, ensure};
use std::fs;
use std::path::{Path, PathBuf};

/// The page, removed when dropped.
pub struct Page(PathBuf);

impl Page {
    /// Writes the page for a build.
    pub fn write(options: &Options) -> Result<Self> {
        let index = fs::read_to_string(project::root().join("index.html"))
            .context("index.html cannot be read.")?;
        // Named for this process, so that two builds at once do not meet.
        let page = project::root().join(format!(".index-{}.html", std::process::id()));
        fs::write(&page, asked_for(&index, options, wasm_opt::is_there())?)
            .context("The project's folder cannot be written to.")?;
        Ok(Self(page))
    }

    /// Where it is.
    pub fn path(&self) -> &Path {
        &self.0
    }
}

impl Drop for Page {
    fn drop(&mut self) {
        let _ = fs::remove_file(&self.0);
    }
}

const CHARSET: &str = "<meta charset=\"utf-8\">";
const PLACE: &str = "<div id=\"app\">";
const WASM_OPT: &str = "data-wasm-opt=\"z\"";

/// `index.html` with the policy as meta tags, and the hosts it allows said where the page reads them.
fn asked_for(index: &str, options: &Options, has_wasm_opt: bool) -> Result<String> {
    for part in [CHARSET, PLACE, WASM_OPT] {
        ensure!(index.matches(part).count() == 1, "index.html holds `{part}` not exactly once.");
    }
    let connect = options.connect.to_string();
    let index = index
        .replace(CHARSET, &format!("{CHARSET}\n{}", meta_tags(&options.connect)))
        .replace(PLACE, &format!("<div id=\"app\" data-connect=\"{connect}\">"));
    // Where wasm-opt cannot be had, Trunk would download one by itself, and fail where it cannot.
    Ok(if has_wasm_opt { index } else { index.replace(WASM_OPT, "data-wasm-opt=\"0\"") })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::headers::Connect;

    #[test]
    fn the_page_says_what_is_asked_for() {
        let index = fs::read_to_string(project::root().join("index.html")).unwrap();
        let connect = Connect::read(["https://a.org", "https://b.org"]).unwrap();
        let options = Options { connect, ..Options::default() };
        let page = asked_for(&index, &options, false).unwrap();
        assert!(page.contains("<div id=\"app\" data-connect=\"https://a.org https://b.org\">"));
        assert!(page.contains("connect-src 'self' https://a.org https://b.org\">"));
        assert!(page.contains("data-wasm-opt=\"0\""));
        assert!(asked_for("<html></html>", &options, true).is_err());
    }
}
