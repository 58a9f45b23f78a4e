//! The page Trunk starts from: `index.html` with what this build asks for. It stands beside
//! `index.html` while Trunk runs, because its links are read from there.

use super::Options;
use crate::headers::meta_tags;
use crate::project;
use crate::theme::Theme;
use crate::tools::wasm_opt;
use anyhow::{Context, Result, ensure};
use std::fs;
use std::path::{Path, PathBuf};

/// The page and its theme, removed when dropped.
pub struct Page {
    page: PathBuf,
    theme: PathBuf,
}

impl Page {
    /// Writes the page for a build.
    pub fn write(options: &Options, theme: &Theme) -> Result<Self> {
        let root = project::root();
        let index =
            fs::read_to_string(root.join("index.html")).context("index.html cannot be read.")?;
        // Named for this process, so that two builds at once do not meet.
        let number = std::process::id();
        let name = format!(".theme-{number}.css");
        let written =
            Self { page: root.join(format!(".index-{number}.html")), theme: root.join(&name) };
        let html = asked_for(&index, options, wasm_opt::is_there())?;
        let (style, unwritable) = (theme.style(), "The project's folder cannot be written to.");
        fs::write(&written.theme, &style).context(unwritable)?;
        fs::write(&written.page, themed(&html, theme, &name)?).context(unwritable)?;
        Ok(written)
    }

    /// Where it is.
    pub fn path(&self) -> &Path {
        &self.page
    }
}

impl Drop for Page {
    fn drop(&mut self) {
        for file in [&self.page, &self.theme] {
            let _ = fs::remove_file(file);
        }
    }
}

const CHARSET: &str = "<meta charset=\"utf-8\">";
const PLACE: &str = "<div id=\"app\">";
const PROGRAM: &str = "data-cargo-features=\"csr\"\n  data-wasm-opt=\"z\"";
const AFTER_STYLES: &str = "<link data-trunk rel=\"copy-dir\"";
const BARS: [&str; 2] = [
    "media=\"(prefers-color-scheme: light)\" content=\"",
    "media=\"(prefers-color-scheme: dark)\" content=\"",
];

/// In a release the program is taken apart, and made small afterwards (`after_build/parts.rs`).
const RELEASED: &str = "data-cargo-features=\"csr,split\"\n  data-wasm-opt=\"0\"";

/// `index.html` with the policy as meta tags, and the hosts it allows said where the page reads them.
fn asked_for(index: &str, options: &Options, has_wasm_opt: bool) -> Result<String> {
    for part in [CHARSET, PLACE, PROGRAM] {
        once(index, part)?;
    }
    let connect = options.connect.to_string();
    let index = index
        .replace(CHARSET, &format!("{CHARSET}\n{}", meta_tags(&options.connect)))
        .replace(PROGRAM, RELEASED)
        .replace(PLACE, &format!("<div id=\"app\" data-connect=\"{connect}\">"));
    // Where wasm-opt cannot be had, Trunk would download one by itself, and fail where it cannot.
    Ok(if has_wasm_opt {
        index
    } else {
        let without = "data-wasm-opt=\"0\"";
        index.replace("data-wasm-opt=\"z\"", without).replace("data-wasm-opt=\"3\"", without)
    })
}

/// With the theme's style sheet after all others, and its paper in the browser's own bars.
fn themed(page: &str, theme: &Theme, sheet: &str) -> Result<String> {
    if theme.style().is_empty() {
        return Ok(page.to_owned());
    }
    once(page, AFTER_STYLES)?;
    let link = format!("<link data-trunk rel=\"css\" href=\"{sheet}\">\n{AFTER_STYLES}");
    let mut page = page.replace(AFTER_STYLES, &link);
    for (bar, colour) in BARS.iter().zip(theme.bars()?.iter().flatten()) {
        once(&page, bar)?;
        let (before, rest) = page.split_once(bar).unwrap_or_default();
        let after = rest.split_once('"').map_or("", |(_, after)| after);
        page = format!("{before}{bar}{colour}\"{after}");
    }
    Ok(page)
}

fn once(page: &str, part: &str) -> Result<()> {
    ensure!(page.matches(part).count() == 1, "index.html holds `{part}` not exactly once.");
    Ok(())
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
        assert!(page.contains("csr,split") && !page.contains("data-wasm-opt=\"3\""));
        assert!(asked_for("<html></html>", &options, true).is_err());
    }

    #[test]
    fn a_theme_stands_after_every_style_and_colours_the_bars() {
        let index = fs::read_to_string(project::root().join("index.html")).unwrap();
        let theme = Theme::read(":root { --paper: light-dark(#fffefd, #000001) }").unwrap();
        let page = themed(&index, &theme, ".theme.css").unwrap();
        let at = |part: &str| page.find(part).unwrap();
        assert!(at("forced-colors.css") < at(".theme.css"));
        assert!(page.contains("content=\"#fffefd\"") && page.contains("content=\"#000001\""));
        assert_eq!(themed(&index, &Theme::default(), ".theme.css").unwrap(), index);
    }
}
