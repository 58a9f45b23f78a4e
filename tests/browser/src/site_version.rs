//! Versions of the built site: copies that differ in one file, each with its own offline list, written
//! by the code that the build uses.

use crate::project;
use std::fs;
use std::path::{Path, PathBuf};

/// A copy of the built site in a folder of its own. Removed when dropped.
#[derive(Debug)]
pub struct SiteVersion {
    folder: PathBuf,
}

impl SiteVersion {
    /// Copies the built site. `number` is written to a `<meta name="build">` of every page and to the name
    /// of the stylesheet, so that the pages of each version need a file that no other version has.
    #[must_use]
    pub fn new(number: u32) -> Self {
        let version = Self { folder: test_folder(&number.to_string()) };
        copy(&project::dist(), &version.folder);
        let sheet = version.file(".css");
        let name = sheet.file_name().and_then(|name| name.to_str()).expect("a stylesheet");
        let new_name = format!("{number}-{name}");
        fs::rename(&sheet, sheet.with_file_name(&new_name)).expect("the file should be renamed");
        for page in files(&version.folder, ".html") {
            let html = fs::read_to_string(&page).expect("the page should be readable");
            let (head, rest) = html.split_at(html.find("<title>").expect("a title"));
            let mark = format!("<meta name=\"build\" content=\"{number}\">");
            let html = format!("{head}{mark}{rest}").replace(name, &new_name);
            fs::write(&page, html).expect("the page should be written");
        }
        version.write_offline_list();
        version
    }

    /// Returns its folder.
    #[must_use]
    pub fn folder(&self) -> PathBuf {
        self.folder.clone()
    }

    /// Returns the first file whose path has this suffix.
    #[must_use]
    pub fn file(&self, suffix: &str) -> PathBuf {
        let first = files(&self.folder, suffix).into_iter().min();
        first.unwrap_or_else(|| panic!("no file ends in {suffix}"))
    }

    /// Replaces the service worker by one that unregisters itself and deletes its caches.
    pub fn withdraw_service_worker(&self) {
        cli::offline::write_withdrawing_worker(&self.folder)
            .expect("the service worker should be written");
    }

    /// Writes the service worker with the list of files to cache, as the build does.
    fn write_offline_list(&self) {
        cli::offline::write_worker(&self.folder).expect("the offline list should be written");
    }
}

impl Drop for SiteVersion {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.folder);
    }
}

/// Returns the URLs of all pages of a built folder.
#[must_use]
pub fn page_urls(folder: &Path) -> Vec<String> {
    let pages = files(folder, "index.html");
    let paths = pages.iter().filter_map(|page| page.parent()?.strip_prefix(folder).ok());
    paths.map(|path| format!("/{}", path.display())).collect()
}

fn files(folder: &Path, suffix: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).expect("the folder should be readable") {
        let path = entry.expect("the entry should be readable").path();
        if path.is_dir() {
            found.extend(files(&path, suffix));
        } else if path.to_string_lossy().ends_with(suffix) {
            found.push(path);
        }
    }
    found
}

/// Returns an unused folder for the running test.
pub(crate) fn test_folder(name: &str) -> PathBuf {
    let folder = format!("{}-{name}", project::test_name());
    let folder = project::root().join("target/browser-sites").join(folder);
    let _ = fs::remove_dir_all(&folder);
    folder
}

/// Copies a folder with its content.
pub(crate) fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("the folder should be created");
    for entry in fs::read_dir(from).expect("build the site first with `cargo xtask build`") {
        let path = entry.expect("the entry should be readable").path();
        let target = to.join(path.file_name().expect("an entry has a name"));
        if path.is_dir() {
            copy(&path, &target);
        } else {
            fs::copy(&path, &target).expect("the file should be copied");
        }
    }
}
