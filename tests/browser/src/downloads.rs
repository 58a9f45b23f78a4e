//! Files that a page hands to the visitor.

use crate::{Element, page::Page, project, wait};
use serde_json::json;
use std::fs;
use std::path::Path;

impl Page {
    /// Presses `button`, and gives back the name and the bytes of the file that arrives.
    pub async fn download(&self, button: &Element) -> (String, Vec<u8>) {
        let folder = project::root().join("target/browser-downloads").join(self.server().port());
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(&folder).expect("a folder for downloads");
        let behaviour = json!({ "behavior": "allow", "downloadPath": folder });
        self.chromium.tell("Browser.setDownloadBehavior", behaviour);
        button.click().await;
        let file = wait::for_answer(async || whole_file(&folder)).await;
        let _ = fs::remove_dir_all(&folder);
        file.expect("a file arrives")
    }
}

/// The file of a folder, once it is there to its end: under its name, which a browser may reserve with
/// nothing in it.
fn whole_file(folder: &Path) -> Option<(String, Vec<u8>)> {
    fs::read_dir(folder).ok()?.flatten().find_map(|entry| {
        let name = entry.file_name().into_string().ok()?;
        let is_whole = !name.ends_with(".crdownload") && !name.starts_with('.');
        let bytes = is_whole.then(|| fs::read(entry.path()).ok()).flatten()?;
        (!bytes.is_empty()).then_some((name, bytes))
    })
}
