//! Opening a ladder from a file, chosen or dropped.

use browser_tests::{Engine, visit};
use std::path::PathBuf;

const DEFAULT: &str = "Career Progression for AI Developers";

/// Writes a file and returns its path.
fn write_file(name: &str, text: &str) -> PathBuf {
    let folder = std::env::temp_dir().join(format!("open-file-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let path = folder.join(name);
    std::fs::write(&path, text).unwrap();
    path
}

/// Returns a ladder with an unknown field, which is a warning.
fn ladder(title: &str) -> String {
    format!(
        r#"{{"format": 1, "id": "mine", "title": "{title}", "roles": [{{"id": "one", "title": "One", "oddity": 1}}]}}"#
    )
}

#[tokio::test]
async fn an_opened_file_is_remembered_and_shows_its_warnings() {
    let path = write_file("mine.json", &ladder("My own"));
    visit("/open", async |page| {
        page.choose_file(&path).await;
        page.by_role("heading", "My own").await;
        let address = page.url().await;
        assert!(address.starts_with("/?ladder=file:"), "{address}");
        let banner = page.by_role("complementary", "Open ladder").await;
        assert!(banner.text().await.contains("mine.json"), "{}", banner.text().await);
        Engine::WebKit.skip_in("keeps opened ladders, which private sessions of WebKit do not");
        page.wait_until(
            "the text is cached",
            "return (localStorage.getItem('career-ladder:opened') ?? '').includes('kept')",
        )
        .await;
        page.reload().await;
        page.by_role("heading", "My own").await;
        assert_eq!(page.url().await, address);

        // The warning is shown with its location.
        page.by_role("link", "1 issue").await.click().await;
        page.wait_for_text("oddity").await;
        page.wait_for_text("/roles/0/oddity").await;
        page.assert_accessible().await;
    })
    .await;
}

#[tokio::test]
async fn a_file_can_be_dropped_on_any_page() {
    visit("/skills", async |page| {
        let drag = format!(
            "const files = new DataTransfer();
             files.items.add(new File([{:?}], 'dropped.json'));
             for (const type of arguments[0] ?? ['dragenter', 'dragover'])
               document.body.dispatchEvent(new DragEvent(type, {{ dataTransfer: files, bubbles: true, cancelable: true }}));
             globalThis.files = files;
             return null",
            ladder("Dropped")
        );
        page.execute(&drag).await;
        page.wait_for_text("Drop your file to open it").await;
        page.execute(
            "document.body.dispatchEvent(new DragEvent('drop',
                { dataTransfer: files, bubbles: true, cancelable: true })); return null",
        )
        .await;
        page.by_role("heading", "Dropped").await;
        page.assert_true(
            "the drop overlay is gone",
            "return document.querySelector('.drop-overlay') === null",
        )
        .await;
    })
    .await;
}

#[tokio::test]
async fn a_file_with_errors_lists_all_of_them_and_keeps_the_ladder() {
    let text = "{\n  \"format\": 1,\n  \"id\": \"Mine\",\n  \"title\": \" \",\n  \"roles\": [\n    \
                {\"id\": \"one\", \"title\": \"One\", \"skills\": [\"pyhton\"]}\n  ],\n  \
                \"skills\": [{\"id\": \"python\", \"name\": \"Python\"}]\n}\n";
    let path = write_file("wrong.json", text);
    visit("/open", async |page| {
        page.choose_file(&path).await;
        page.by_role("heading", "Errors in the ladder from wrong.json").await;
        page.wait_for_text("Unknown skill pyhton; did you mean python?").await;
        page.wait_for_text("Line 6, column").await;
        page.wait_for_text("/roles/0/skills/0").await;
        page.assert_accessible().await;

        page.execute(
            "navigator.clipboard.writeText = async (text) => { globalThis.copied = text }; return null",
        )
        .await;
        page.by_role("button", "Copy list").await.click().await;
        page.wait_for_status("Copied.").await;
        let copied = page.execute("return globalThis.copied").await;
        let copied = copied.as_str().unwrap_or_default().to_owned();
        assert!(copied.contains("error: unknown skill `pyhton`"), "{copied}");

        page.by_role("link", &format!("Back to {DEFAULT}")).await.click().await;
        page.by_role("heading", DEFAULT).await;
    })
    .await;
}

#[tokio::test]
async fn a_url_of_a_file_that_is_not_on_this_device_asks_for_the_file() {
    visit("/?ladder=file:0123456789abcdef", async |page| {
        page.wait_for_status("isn’t saved on this device").await;
        page.choose_file(&write_file("again.json", &ladder("Again"))).await;
        page.by_role("heading", "Again").await;
    })
    .await;
}
