//! A publisher's site built with `--base`: a folder on a host that has other pages.

use crate::site_version::{copy, page_urls, test_folder};
use crate::{Page, project, with_new_browser};
use serde_json::Value;
use std::fs;
use std::path::PathBuf;

/// A host that serves the site in [`project::published`] below its base path. Removed when dropped.
#[derive(Debug)]
pub struct PublishedSite {
    root: PathBuf,
    base: String,
}

impl PublishedSite {
    /// Copies the site to its base path.
    #[must_use]
    pub fn new() -> Self {
        let site = project::published();
        let manifest = fs::read_to_string(site.join("manifest.webmanifest"));
        let manifest: Value = serde_json::from_str(&manifest.unwrap_or_default())
            .unwrap_or_else(|_| panic!("there is no site in {}", site.display()));
        let base = manifest["id"].as_str().unwrap_or_default().to_owned();
        assert!(base.len() > 2, "{} was built without --base", site.display());
        let root = test_folder("host");
        copy(&site, &root.join(base.trim_matches('/')));
        // Hosts read these files only at the root.
        for name in ["_headers", "404.html"] {
            fs::copy(site.join(name), root.join(name)).expect("the file should be copied");
        }
        let home = "<!doctype html><title>The host</title><script>performance.mark('interactive')</script>";
        fs::write(root.join("index.html"), home).expect("the home page should be written");
        Self { root, base }
    }

    /// Returns the base path, such as `/careers/`.
    #[must_use]
    pub fn base(&self) -> &str {
        &self.base
    }

    /// Returns the path of a file of the site.
    #[must_use]
    pub fn file(&self, name: &str) -> PathBuf {
        self.root.join(self.base.trim_matches('/')).join(name)
    }

    /// Returns the URLs of all pages of the site.
    #[must_use]
    pub fn page_urls(&self) -> Vec<String> {
        let urls = page_urls(&self.file(""));
        urls.iter().map(|url| format!("{}{}", self.base, &url[1..])).collect()
    }

    /// Runs `test` in a new browser, and asserts that the console has no errors.
    pub async fn visit(&self, test: impl AsyncFnOnce(&Page)) {
        with_new_browser(self.root.clone(), async |page| {
            test(page).await;
            page.assert_no_console_errors().await;
        })
        .await;
    }
}

impl Default for PublishedSite {
    fn default() -> Self {
        Self::new()
    }
}

impl Drop for PublishedSite {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.root);
    }
}
