//! `career-ladder preview`: shows ladders at a local address, and again after every change.

mod files;
mod server;

use crate::build::{Quality, write_site};
use crate::built_app::BuiltApp;
use crate::site_ladders::SiteLadders;
use crate::site_options::SiteOptions;
use anyhow::{Context, Result};
use clap::Args;
use notify::{RecursiveMode, Watcher};
use server::{Preview, Shown};
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, channel};
use std::time::{Duration, Instant};

/// What `career-ladder preview --help` says first.
pub const ABOUT: &str = "\
Show ladders at a local address, as `build` would build them, and again after every change.

Whenever you save a ladder or the theme, every open page reloads. Problems are shown on the page and in the
terminal; the preview goes on, and shows the site once they are solved. Pages have the headers that a host
should send. Ctrl+C stops the preview.

  career-ladder preview our-ladder.yaml --port 9000

Exit codes: 2 if it cannot start, for example because the port is in use, and for wrong arguments. Otherwise
it runs until it is stopped.";

/// The arguments of `preview`.
#[derive(Args, Clone, Debug)]
pub struct PreviewOptions {
    /// The ladders of the site, its own first
    #[arg(required = true, value_name = "LADDER")]
    pub ladders: Vec<PathBuf>,
    /// The port of the local address; 0 for any that is free
    #[arg(long, value_name = "PORT", default_value_t = 8080)]
    pub port: u16,
    /// What the site looks like and where it is hosted.
    #[command(flatten)]
    pub site: SiteOptions,
    /// The folder of an app that `cargo xtask` built, instead of the app in this program
    #[arg(long, value_name = "DIR", hide = true)]
    pub app: Option<PathBuf>,
}

/// How long to wait for further changes: editors write a file in several steps.
const SETTLE: Duration = Duration::from_millis(50);

/// Serves the site until the program is stopped.
///
/// # Errors
/// If the port is in use, the folder of a file cannot be watched, or there is no app.
pub fn run(options: &PreviewOptions) -> Result<()> {
    let app = BuiltApp::find(options.app.as_deref())?;
    let folder = tempfile::tempdir().context("Cannot create a folder for the preview")?;
    let preview = Arc::new(Preview::new(&options.site.base));
    let address = server::start(&preview, options.port)?;
    let changes = watch(options)?;
    println!("http://{address}{}  (Ctrl+C stops the preview)", options.site.base);
    for number in 0_usize.. {
        let started = Instant::now();
        let site = folder.path().join(number.to_string());
        let shown = match build(&site, options, &app) {
            Ok(shown) => shown,
            Err(error) => Shown::Problems(format!("{error:#}")),
        };
        let message = match &shown {
            Shown::Site { pages, .. } => {
                format!("{pages} pages in {} ms", started.elapsed().as_millis())
            }
            Shown::Problems(report) => report.clone(),
        };
        preview.show(shown);
        // Once it is printed, the site is there (`cargo xtask package` requests it then).
        println!("{message}");
        // The server no longer reads the folder before the last one.
        if let Some(old) = number.checked_sub(2) {
            let _ = fs::remove_dir_all(folder.path().join(old.to_string()));
        }
        wait(&changes, options)?;
    }
    Ok(())
}

fn build(folder: &Path, options: &PreviewOptions, app: &BuiltApp) -> Result<Shown> {
    let (ladders, report) = SiteLadders::read(&options.ladders, false)?;
    let Some(ladders) = ladders else { return Ok(Shown::Problems(report)) };
    // Warnings do not keep the site from being shown.
    print!("{report}");
    let pages = write_site(folder, &ladders, app, &options.site, Quality::Preview)?;
    Ok(Shown::Site { folder: folder.to_path_buf(), pages })
}

/// Changed files, while the watcher lives.
struct Changes {
    paths: Receiver<PathBuf>,
    _watcher: notify::RecommendedWatcher,
}

/// Watches the folders of the files: many editors replace a file instead of changing it.
fn watch(options: &PreviewOptions) -> Result<Changes> {
    let (sender, paths) = channel();
    let mut watcher = notify::recommended_watcher(move |event: notify::Result<notify::Event>| {
        let event = event.ok().filter(|event| !event.kind.is_access());
        for path in event.into_iter().flat_map(|event| event.paths) {
            // Fails once the program ends.
            let _ = sender.send(path);
        }
    })?;
    let folders: BTreeSet<PathBuf> =
        watched_files(options).filter_map(|file| file.parent().map(Path::to_path_buf)).collect();
    for folder in folders {
        watcher
            .watch(&folder, RecursiveMode::NonRecursive)
            .with_context(|| format!("Cannot watch {}", folder.display()))?;
    }
    Ok(Changes { paths, _watcher: watcher })
}

fn watched_files(options: &PreviewOptions) -> impl Iterator<Item = PathBuf> + '_ {
    let files = options.ladders.iter().chain(&options.site.theme);
    files.filter_map(|file| std::path::absolute(file).ok())
}

/// Waits until one of the files has changed.
fn wait(changes: &Changes, options: &PreviewOptions) -> Result<()> {
    let is_ours = |path: &PathBuf| watched_files(options).any(|file| file == *path);
    while !is_ours(&changes.paths.recv().context("The files are no longer watched")?) {}
    while changes.paths.recv_timeout(SETTLE).is_ok() {}
    Ok(())
}
