//! The harness itself: that it sees what it says it sees.

use browser_tests::visit;

#[tokio::test]
async fn the_page_opens_with_a_clean_console() {
    visit("/", async |page| {
        assert!(!page.title().await.is_empty());
    })
    .await;
}
