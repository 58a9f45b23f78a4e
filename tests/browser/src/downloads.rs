//! Files that a page downloads.

use crate::{Element, page::Page, project, wait};
use serde_json::json;
use std::fs;
use std::path::Path;

impl Page {
    /// Clicks `button`, and returns the name and the content of the file that is downloaded.
    pub async fn download(&self, button: &Element) -> (String, Vec<u8>) {
        let folder = project::root().join("target/browser-downloads").join(self.server().port());
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(&folder).expect("the download folder should be created");
        self.set_download_folder(&folder).await;
        button.click().await;
        let file = wait::poll(async || finished_file(&folder)).await;
        let _ = fs::remove_dir_all(&folder);
        file.expect("a file should be downloaded")
    }

    async fn set_download_folder(&self, folder: &Path) {
        if let Some(firefox) = self.session.as_firefox() {
            firefox.call("setPreference", json!(["browser.download.dir", folder])).await;
            return;
        }
        let behaviour = json!({ "behavior": "allow", "downloadPath": folder });
        self.session.send_cdp("Browser.setDownloadBehavior", behaviour);
    }
}

/// Returns the file in a folder once its download has finished. A browser may reserve the final name
/// with an empty file.
fn finished_file(folder: &Path) -> Option<(String, Vec<u8>)> {
    fs::read_dir(folder).ok()?.flatten().find_map(|entry| {
        let name = entry.file_name().into_string().ok()?;
        let is_finished = ![".crdownload", ".part"].iter().any(|end| name.ends_with(end))
            && !name.starts_with('.');
        let bytes = is_finished.then(|| fs::read(entry.path()).ok()).flatten()?;
        (!bytes.is_empty()).then_some((name, bytes))
    })
}
