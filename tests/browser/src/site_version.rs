//! Versions of the built site: copies that differ in a file, each with its own list of what is kept,
//! made with the code that the build uses.

use crate::project;
use std::fs;
use std::path::{Path, PathBuf};

/// A copy of the built site in a folder of its own, which goes when this is dropped.
#[derive(Debug)]
pub struct Version {
    folder: PathBuf,
}

impl Version {
    /// The built site, with `number` in a `<meta name="build">` of every page and in the name of its
    /// stylesheet, so that a page of one version needs files that another does not have.
    #[must_use]
    pub fn new(number: u32) -> Self {
        let version = Self { folder: of_this_test(&number.to_string()) };
        copy(&project::dist(), &version.folder);
        let sheet = version.file(".css");
        let sheet = sheet.file_name().and_then(|name| name.to_str()).expect("a stylesheet");
        let other = format!("{number}-{sheet}");
        fs::rename(version.file(sheet), version.file(sheet).with_file_name(&other))
            .expect("renamed");
        for page in files(&version.folder, ".html") {
            let html = fs::read_to_string(&page).expect("a page");
            let (head, rest) = html.split_at(html.find("<title>").expect("a title"));
            let mark = format!("<meta name=\"build\" content=\"{number}\">");
            fs::write(&page, format!("{head}{mark}{rest}").replace(sheet, &other))
                .expect("written");
        }
        version.list_anew();
        version
    }

    /// Where it is.
    #[must_use]
    pub fn folder(&self) -> PathBuf {
        self.folder.clone()
    }

    /// The first file whose name ends like this.
    #[must_use]
    pub fn file(&self, ending: &str) -> PathBuf {
        let mut found = files(&self.folder, ending);
        found.sort();
        assert!(!found.is_empty(), "no file ends in {ending}");
        found.remove(0)
    }

    /// Lists what is kept, as the build does.
    pub fn list_anew(&self) {
        offline::keep(&self.folder).expect("a list of what is kept");
    }

    /// Puts the worker there that takes everything back.
    pub fn withdraw(&self) {
        offline::withdraw(&self.folder).expect("a worker that takes everything back");
    }
}

impl Drop for Version {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.folder);
    }
}

/// The addresses of every page of a built folder.
#[must_use]
pub fn addresses(folder: &Path) -> Vec<String> {
    let pages = files(folder, "index.html");
    let inside = pages.iter().filter_map(|page| page.parent()?.strip_prefix(folder).ok());
    inside.map(|path| format!("/{}", path.display())).collect()
}

fn files(folder: &Path, ending: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            found.extend(files(&path, ending));
        } else if path.to_string_lossy().ends_with(ending) {
            found.push(path);
        }
    }
    found
}

/// A folder for this test alone, which is not there yet.
pub(crate) fn of_this_test(what: &str) -> PathBuf {
    let thread = std::thread::current();
    let test = thread.name().unwrap_or("test").replace("::", "-");
    let folder = project::root().join("target/browser-versions").join(format!("{test}-{what}"));
    let _ = fs::remove_dir_all(&folder);
    folder
}

pub(crate) fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("a folder");
    for entry in fs::read_dir(from).expect("the built folder, see `cargo xtask build`") {
        let path = entry.expect("an entry").path();
        let copied = to.join(path.file_name().expect("a name"));
        if path.is_dir() {
            copy(&path, &copied);
        } else {
            fs::copy(&path, &copied).expect("a copy");
        }
    }
}
