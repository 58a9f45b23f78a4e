//! `/`: the rungs and the summary.

use crate::bundled_ladder::{ROLES, TITLE};
use browser_tests::visit;

#[tokio::test]
async fn six_rungs_rise_from_the_entry_each_with_a_heading_and_a_link() {
    visit("/", async |page| {
        let ladder = page.by_role("list", "Career ladder").await;
        let titles: Vec<_> = ROLES.iter().map(|role| role.title).collect();
        assert_eq!(page.names_in(&ladder, "heading").await, titles);
        assert_eq!(page.names_in(&ladder, "link").await, titles);
        let rungs = "const list = document.querySelector('[aria-label=\"Career ladder\"]');
            return list.tagName === 'OL' && list.children.length === 6";
        page.assert_that("an ordered list of six", rungs).await;
        let text = ladder.text().await;
        for said in ["Entry point", "Transition role", "Topmost technical role", "Org-wide impact"]
        {
            assert!(text.contains(said), "{said} in {text}");
        }
    })
    .await;
}

#[tokio::test]
async fn each_rung_opens_its_role_by_a_press_anywhere_on_its_card() {
    visit("/", async |page| {
        for role in &ROLES {
            let ladder = page.by_role("list", "Career ladder").await;
            page.by_role_in(&ladder, "link", role.title).await.click().await;
            page.until_address(&role.address()).await;
            page.until_title(&format!("{} · {TITLE}", role.title)).await;
            page.until_focused("heading", role.title).await;
            page.back().await;
            page.until_title(TITLE).await;
        }
        // On the sentence, far from the link's own words.
        page.press_at(&page.css(".role-card .summary").await).await;
        page.until_address("/roles/ai-developer").await;
    })
    .await;
}

#[tokio::test]
async fn the_summary_has_a_row_a_role_as_the_document_has_it() {
    visit("/", async |page| {
        let table = page.by_role("table", "Summary").await;
        let columns = ["Role", "Focus area", "Key skills", "Strategic impact"];
        assert_eq!(page.names_in(&table, "columnheader").await, columns);
        let names: Vec<_> = ROLES.iter().map(|role| role.short).collect();
        assert_eq!(page.names_in(&table, "rowheader").await, names);
        let cells: Vec<_> = ROLES.iter().flat_map(|role| role.summary).collect();
        assert_eq!(page.names_in(&table, "cell").await, cells);
        page.by_role_in(&table, "link", "VP of AI").await.click().await;
        page.until_address("/roles/vp-of-ai").await;
    })
    .await;
}

/// The table becomes a list on a phone, and stays a table for those who hear it.
#[tokio::test]
async fn the_summary_is_a_table_on_a_phone_too() {
    visit("/", async |page| {
        page.set_width(390).await;
        let table = page.by_role("table", "Summary").await;
        assert_eq!(page.names_in(&table, "rowheader").await.len(), 6);
        assert_eq!(page.names_in(&table, "cell").await.len(), 18);
        let rungs = page.by_role("list", "Career ladder").await;
        assert_eq!(page.names_in(&rungs, "link").await.len(), 6);
    })
    .await;
}
