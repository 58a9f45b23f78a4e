//! Opening a ladder from a file, chosen or dropped.

use browser_tests::{Page, visit};
use std::path::PathBuf;

const OWN: &str = "Career Progression for AI Developers";

/// A file with this text, under a name of its own.
fn file(name: &str, text: &str) -> PathBuf {
    let folder = std::env::temp_dir().join(format!("open-file-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let path = folder.join(name);
    std::fs::write(&path, text).unwrap();
    path
}

fn ladder(title: &str) -> String {
    format!(
        r#"{{"format": 1, "id": "mine", "title": "{title}", "roles": [{{"id": "one", "title": "One", "oddity": 1}}]}}"#
    )
}

async fn choose(page: &Page, path: &std::path::Path) {
    let field = page.css("input[type=file]").await;
    field.type_text(path.to_string_lossy().into_owned()).await;
}

#[tokio::test]
async fn a_file_is_opened_kept_and_there_again() {
    let path = file("mine.json", &ladder("My own"));
    visit("/open", async |page| {
        choose(page, &path).await;
        page.by_role("heading", "My own").await;
        let address = page.address().await;
        assert!(address.starts_with("/?ladder=file:"), "{address}");
        let banner = page.by_role("complementary", "Open ladder").await;
        assert!(banner.text().await.contains("mine.json"), "{}", banner.text().await);
        page.until(
            "its text is kept",
            "return (localStorage.getItem('career-ladder:opened') ?? '').includes('kept')",
        )
        .await;
        page.reload().await;
        page.by_role("heading", "My own").await;
        assert_eq!(page.address().await, address);

        // Its warning is told, and where it stands.
        page.by_role("link", "1 warning").await.click().await;
        page.until_text("oddity").await;
        page.until_text("/roles/0/oddity").await;
        page.assert_accessible().await;
    })
    .await;
}

#[tokio::test]
async fn a_file_dropped_on_any_page_is_opened() {
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
        page.run(&drag).await;
        page.until_text("Drop the ladder to open it").await;
        page.run(
            "document.body.dispatchEvent(new DragEvent('drop',
                { dataTransfer: files, bubbles: true, cancelable: true })); return null",
        )
        .await;
        page.by_role("heading", "Dropped").await;
        page.assert_that(
            "nothing lies over the page any more",
            "return document.querySelector('.drop-veil') === null",
        )
        .await;
    })
    .await;
}

#[tokio::test]
async fn a_document_with_errors_lists_them_all_and_keeps_the_ladder() {
    let text = "{\n  \"format\": 1,\n  \"id\": \"AnswerStore\",\n  \"title\": \" \",\n  \"roles\": [\n    \
                {\"id\": \"one\", \"title\": \"One\", \"skills\": [\"pyhton\"]}\n  ],\n  \
                \"skills\": [{\"id\": \"python\", \"name\": \"Python\"}]\n}\n";
    let path = file("wrong.json", text);
    visit("/open", async |page| {
        choose(page, &path).await;
        page.by_role("heading", "The ladder from wrong.json has errors").await;
        page.until_text("Unknown skill pyhton; did you mean python?").await;
        page.until_text("Line 6, column").await;
        page.until_text("/roles/0/skills/0").await;
        page.assert_accessible().await;

        page.run(
            "navigator.clipboard.writeText = async (text) => { globalThis.copied = text }; return null",
        )
        .await;
        page.by_role("button", "Copy the list").await.click().await;
        page.until_status("Copied.").await;
        let copied = page.run("return globalThis.copied").await;
        let copied = copied.as_str().unwrap_or_default().to_owned();
        assert!(copied.contains("error: unknown skill `pyhton`"), "{copied}");

        page.by_role("link", &format!("Back to {OWN}")).await.click().await;
        page.by_role("heading", OWN).await;
    })
    .await;
}

#[tokio::test]
async fn a_file_that_is_not_on_this_device_is_asked_for() {
    visit("/?ladder=file:0123456789abcdef", async |page| {
        page.until_status("it is not kept on this device").await;
        choose(page, &file("again.json", &ladder("Again"))).await;
        page.by_role("heading", "Again").await;
    })
    .await;
}
