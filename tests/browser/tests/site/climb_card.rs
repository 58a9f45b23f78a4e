//! The climb card: a picture of the visitor's way, drawn on the device, saved or shared.

use crate::plan::{PLAN, rate};
use browser_tests::visit;
use serde_json::json;

/// The first bytes of a PNG file.
const PNG: &[u8] = b"\x89PNG\r\n\x1a\n";

/// A device on which files can be shared. What is shared is kept in `shared`.
const CAN_SHARE: &str = "
    navigator.canShare = ({ files }) => files.length === 1;
    navigator.share = async ({ files, text, url }) => {
        globalThis.shared = { name: files[0].name, type: files[0].type, size: files[0].size, text, url };
    };";

#[tokio::test]
async fn the_climb_is_saved_as_a_picture_with_a_text_alternative() {
    visit("/plan?from=ai-developer&to=team-leader", async |page| {
        rate(page, "Communication", "Have it").await;
        page.wait_for_status("Saved").await;
        page.by_role("button", "Save as picture").await.click().await;
        let dialog = page.by_role("dialog", "Your climb").await;
        let picture = page.by_css(".climb [role=img]").await;
        let alternative = picture.attribute("aria-label").await;
        assert_eq!(alternative.as_deref(), Some("AI Developer to Team Leader, 5 of 7 skills"));
        let is_drawn = "
            const canvas = document.querySelector('.climb canvas');
            const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
            const colours = new Set();
            for (let at = 0; at < data.length; at += 4 * 97) colours.add(data.slice(at, at + 4).join());
            return data[3] === 255 && colours.size > 5";
        page.wait_until("there is a picture", is_drawn).await;
        page.assert_accessible().await;
        let button = page.by_role_in(&dialog, "button", "Save PNG").await;
        page.wait_until(
            "it can be saved",
            "return ![...document.querySelectorAll('.climb button')].some(({ disabled }) => disabled)",
        )
        .await;
        let (name, bytes) = page.download(&button).await;
        assert_eq!(name, "ai-developer-climb.png");
        assert_eq!(&bytes[..8], PNG);
        let size = |at: usize| u32::from_be_bytes(bytes[at..at + 4].try_into().unwrap());
        assert_eq!((size(16), size(20)), (1200, 630));
        page.wait_until_gone("button", "Share").await;
        page.by_role_in(&dialog, "button", "Close").await.click().await;
        page.wait_until_gone("dialog", "Your climb").await;
        assert!(page.external_requests().await.is_empty());
    })
    .await;
}

#[tokio::test]
async fn the_climb_is_shared_with_the_link_of_the_plan_only_after_a_press() {
    visit("/", async |page| {
        page.add_init_script(CAN_SHARE).await;
        page.open(PLAN).await;
        rate(page, "Python", "Have it").await;
        page.by_role("button", "Save as picture").await.click().await;
        let share = page.by_role("button", "Share").await;
        page.assert_true("nothing is shared yet", "return globalThis.shared === undefined").await;
        share.click().await;
        page.wait_until("the picture is shared", "return globalThis.shared !== undefined").await;
        let shared = page.execute("return shared").await;
        assert_eq!(shared["name"], "ai-developer-climb.png");
        assert_eq!(shared["type"], "image/png");
        assert!(shared["size"].as_u64().unwrap() > 5_000, "{shared}");
        assert_eq!(shared["text"], "Team Leader, 1 of 7 skills");
        assert_eq!(
            page.execute("return shared.url === location.href").await,
            json!(true),
            "{shared}"
        );
    })
    .await;
}
