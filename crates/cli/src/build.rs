//! `career-ladder build`: a site to host, from ladders and the built app.

use crate::built_app::{BuiltApp, HashedAsset};
use crate::headers::{ASSETS, LADDERS, PolicySources, headers_file};
use crate::outcome::Outcome;
use crate::prerender::{Site, write_pages};
use crate::site_ladders::SiteLadders;
use crate::site_options::SiteOptions;
use crate::{compress, offline, social_card};
use anyhow::{Context, Result, bail};
use career_ladder::router::{Origin, set_base};
use career_ladder::stores::OpenLadder;
use clap::Args;
use indicatif::{ProgressBar, ProgressStyle};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// What `career-ladder build --help` says first.
pub const ABOUT: &str = "\
Build a site from ladders: a folder of static files that any web host can serve.

Ladders may be JSON, YAML or TOML. Tables, workbooks and Markdown are read as `career-ladder import` reads
them. All ladders are checked first: if any has an error, every problem is printed with its place, and
nothing is written.

The folder holds a page for every role, skill and step, compressed copies, and `_headers` with the headers
that a host should send; `career-ladder headers` prints them for other hosts. Everything that was in the
folder is replaced, so it has to be empty, new or an earlier build.

  career-ladder build our-ladder.yaml --site https://example.org --out site

Exit codes: 0 if the site was built; 1 if a ladder has an error; 2 if a file cannot be read or written, and
for wrong arguments.";

/// The arguments of `build`.
#[derive(Args, Clone, Debug)]
pub struct BuildOptions {
    /// The ladders of the site, its own first
    #[arg(required = true, value_name = "LADDER")]
    pub ladders: Vec<PathBuf>,
    /// The folder to write the site into; everything in it is replaced
    #[arg(long, value_name = "DIR", default_value = "dist")]
    pub out: PathBuf,
    /// What the site looks like and where it is hosted.
    #[command(flatten)]
    pub site: SiteOptions,
    /// The folder of an app that `cargo xtask` built, instead of the app in this program
    #[arg(long, value_name = "DIR", hide = true)]
    pub app: Option<PathBuf>,
}

/// How thoroughly to build.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Quality {
    /// Everything that a host needs.
    Release,
    /// Without compressed copies, social cards and offline use.
    Preview,
}

/// Checks the ladders and builds the site. Prints every problem of the ladders.
///
/// # Errors
/// If a file cannot be read or written, or the theme is not a theme.
pub fn run(options: &BuildOptions) -> Result<Outcome> {
    check_out(&options.out)?;
    for warning in options.site.theme()?.warnings()? {
        eprintln!("warning: {warning}");
    }
    let Some(ladders) = SiteLadders::read_and_print(&options.ladders)? else {
        eprintln!("Nothing was built: fix the errors above first.");
        return Ok(Outcome::Problems);
    };
    let app = BuiltApp::find(options.app.as_deref())?;
    let staging = staging_folder(&options.out)?;
    let outcome = write_site(&staging, &ladders, &app, &options.site, Quality::Release)
        .and_then(|pages| replace(&options.out, &staging).map(|()| pages));
    // Fails if it was never created.
    let _ = fs::remove_dir_all(&staging);
    let pages = outcome?;
    println!(
        "{pages} pages in {}, to be hosted under {}",
        options.out.display(),
        options.site.base
    );
    Ok(Outcome::Success)
}

/// Writes a site into a new folder. Returns the number of pages.
///
/// # Errors
/// If a file cannot be read or written.
pub fn write_site(
    folder: &Path,
    ladders: &SiteLadders,
    app: &BuiltApp,
    options: &SiteOptions,
    quality: Quality,
) -> Result<usize> {
    set_base(&options.base);
    let manifest = app.copy_to(folder)?;
    ladders.write_documents(&folder.join(LADDERS))?;
    let data = HashedAsset::write(folder, "site.bin", &ladders.data)?;
    let ladder = Arc::new(OpenLadder::new(ladders.own()?, Origin::Default));
    let site = Site { ladder: &ladder, catalog: &ladders.catalog, options };

    let bar = progress_bar();
    let pages = write_pages(folder, &site, &manifest, &data, &bar)?;
    bar.finish_and_clear();
    if quality == Quality::Release {
        let colours = options.theme()?.card_colours()?;
        social_card::write_all(folder, &ladder, &colours)
            .context("Cannot draw the social cards")?;
    }
    if options.no_offline || quality == Quality::Preview {
        offline::write_withdrawing_worker(folder)?;
    } else {
        println!("{}", offline::write_worker(folder)?.summary());
    }
    write_headers(folder, options, &pages.sources)?;
    if quality == Quality::Release {
        // Last, because the copies must not differ from the files.
        compress::write_copies(folder)?;
    }
    Ok(pages.count)
}

/// Shows on a terminal how many pages are written.
fn progress_bar() -> ProgressBar {
    let style = ProgressStyle::with_template("{bar:30} {pos} of {len} pages");
    let bar = ProgressBar::new(0);
    style.map_or(bar.clone(), |style| bar.with_style(style))
}

/// A folder beside the output folder, so that it can be moved there.
fn staging_folder(out: &Path) -> Result<PathBuf> {
    let out = std::path::absolute(out)?;
    let name = out.file_name().context("--out needs the name of a folder")?.display().to_string();
    // Named after this process, so that two builds can run at once.
    Ok(out.with_file_name(format!(".{name}-{}", std::process::id())))
}

/// Replaces what is in `out` with what is in `staging`.
fn replace(out: &Path, staging: &Path) -> Result<()> {
    let failed = || format!("Cannot replace {}", out.display());
    fs::create_dir_all(out).with_context(failed)?;
    for entry in fs::read_dir(out).with_context(failed)? {
        let path = entry?.path();
        if path.is_dir() { fs::remove_dir_all(path) } else { fs::remove_file(path) }
            .with_context(failed)?;
    }
    for entry in fs::read_dir(staging).with_context(failed)? {
        let entry = entry?;
        fs::rename(entry.path(), out.join(entry.file_name())).with_context(failed)?;
    }
    Ok(())
}

/// A build replaces everything in its folder, so the folder must be empty, new, or an earlier build.
fn check_out(out: &Path) -> Result<()> {
    let is_site = out.join("_headers").is_file() && out.join("404.html").is_file();
    let is_empty = fs::read_dir(out).map_or(true, |mut entries| entries.next().is_none());
    if out.is_file() || !(is_site || is_empty) {
        bail!(
            "{} contains something else, and a build replaces everything in its folder. Choose another \
             folder with --out, or empty this one.",
            out.display()
        );
    }
    Ok(())
}

/// Writes `_headers` for the files and folders at the top of the site.
fn write_headers(folder: &Path, options: &SiteOptions, sources: &PolicySources) -> Result<()> {
    let mut names = Vec::new();
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().into_owned();
        if name != ASSETS && !name.starts_with('_') {
            names.push((name, entry.file_type()?.is_dir()));
        }
    }
    names.sort();
    let file = headers_file(&options.base, sources, &names);
    fs::write(folder.join("_headers"), file).context("Cannot write _headers")
}

#[cfg(test)]
mod tests {
    use super::check_out;
    use std::fs;

    #[test]
    fn a_folder_with_other_files_is_not_replaced() {
        let folder = std::env::temp_dir().join(format!("out-{}", std::process::id()));
        check_out(&folder).unwrap();
        fs::create_dir_all(&folder).unwrap();
        check_out(&folder).unwrap();
        fs::write(folder.join("letter.txt"), "dear").unwrap();
        let error = check_out(&folder).unwrap_err().to_string();
        assert!(error.contains("contains something else"), "{error}");
        assert!(check_out(&folder.join("letter.txt")).is_err());
        for name in ["_headers", "404.html"] {
            fs::write(folder.join(name), "").unwrap();
        }
        check_out(&folder).unwrap();
        fs::remove_dir_all(&folder).unwrap();
    }
}
