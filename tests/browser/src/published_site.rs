//! A publisher's site where `--base` puts it: in a folder of a host that has other pages.

use crate::site_version::{addresses, copy, of_this_test};
use crate::{Page, on_site_alone, project};
use serde_json::Value;
use std::fs;
use std::path::PathBuf;

/// A host with the site of [`project::published`], which goes when this is dropped.
#[derive(Debug)]
pub struct Host {
    root: PathBuf,
    base: String,
}

impl Host {
    /// Puts the site where it belongs.
    #[must_use]
    pub fn new() -> Self {
        let site = project::published();
        let manifest = fs::read_to_string(site.join("manifest.webmanifest"));
        let manifest: Value = serde_json::from_str(&manifest.unwrap_or_default())
            .unwrap_or_else(|_| panic!("there is no site in {}", site.display()));
        let base = manifest["id"].as_str().unwrap_or_default().to_owned();
        assert!(base.len() > 2, "{} was built without --base", site.display());
        let root = of_this_test("host");
        copy(&site, &root.join(base.trim_matches('/')));
        // What a host reads at its top and nowhere else.
        for name in ["_headers", "404.html"] {
            fs::copy(site.join(name), root.join(name)).expect("a copy");
        }
        let front = "<!doctype html><title>The host</title><script>performance.mark('interactive')</script>";
        fs::write(root.join("index.html"), front).expect("written");
        Self { root, base }
    }

    /// The path of the site, such as `/careers/`.
    #[must_use]
    pub fn base(&self) -> &str {
        &self.base
    }

    /// A file of the site.
    #[must_use]
    pub fn file(&self, name: &str) -> PathBuf {
        self.root.join(self.base.trim_matches('/')).join(name)
    }

    /// The addresses of every page of the site.
    #[must_use]
    pub fn addresses(&self) -> Vec<String> {
        let inside = addresses(&self.file(""));
        inside.iter().map(|address| format!("{}{}", self.base, &address[1..])).collect()
    }

    /// Takes the steps in a browser of its own; the console has to be clean afterwards.
    pub async fn visit(&self, steps: impl AsyncFnOnce(&Page)) {
        on_site_alone(self.root.clone(), async |page| {
            steps(page).await;
            let errors = page.console_errors().await;
            assert!(errors.is_empty(), "the console is not clean:\n{}", errors.join("\n"));
        })
        .await;
    }
}

impl Default for Host {
    fn default() -> Self {
        Self::new()
    }
}

impl Drop for Host {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.root);
    }
}
