//! `/`: the list of roles and the summary table.

use crate::bundled_ladder::{ROLES, TITLE};
use browser_tests::visit;

#[tokio::test]
async fn the_ladder_lists_six_roles_from_entry_to_top() {
    visit("/", async |page| {
        let ladder = page.by_role("list", "Career ladder").await;
        let titles: Vec<_> = ROLES.iter().map(|role| role.title).collect();
        assert_eq!(page.names_in(&ladder, "heading").await, titles);
        assert_eq!(page.names_in(&ladder, "link").await, titles);
        let rungs = "const list = document.querySelector('[aria-label=\"Career ladder\"]');
            return list.tagName === 'OL' && list.children.length === 6";
        page.assert_true("the roles are an ordered list of six", rungs).await;
        let text = ladder.text().await;
        for said in ["Entry point", "Transition role", "Topmost technical role", "Org-wide impact"]
        {
            assert!(text.contains(said), "{said} in {text}");
        }
    })
    .await;
}

#[tokio::test]
async fn clicking_anywhere_on_a_card_opens_its_role() {
    visit("/", async |page| {
        for role in &ROLES {
            let ladder = page.by_role("list", "Career ladder").await;
            page.by_role_in(&ladder, "link", role.title).await.click().await;
            page.wait_for_url(&role.url()).await;
            page.wait_for_title(&format!("{} · {TITLE}", role.title)).await;
            page.wait_for_focus("heading", role.title).await;
            page.back().await;
            page.wait_for_title(TITLE).await;
        }
        // On the summary, away from the link's text.
        page.click_center(&page.by_css(".role-card .summary").await).await;
        page.wait_for_url("/roles/ai-developer").await;
    })
    .await;
}

#[tokio::test]
async fn the_summary_table_has_a_row_for_each_role() {
    visit("/", async |page| {
        let table = page.by_role("table", "Summary").await;
        let columns = ["Role", "Focus area", "Key skills", "Strategic impact"];
        assert_eq!(page.names_in(&table, "columnheader").await, columns);
        let names: Vec<_> = ROLES.iter().map(|role| role.short_title).collect();
        assert_eq!(page.names_in(&table, "rowheader").await, names);
        let cells: Vec<_> = ROLES.iter().flat_map(|role| role.summary).collect();
        // A link is a box, so the browser computes a space after it.
        let names = page.names_in(&table, "cell").await.into_iter();
        assert_eq!(names.map(|name| name.replace(" ,", ",")).collect::<Vec<_>>(), cells);
        page.by_role_in(&table, "link", "VP of AI").await.click().await;
        page.wait_for_url("/roles/vp-of-ai").await;
    })
    .await;
}

/// It looks like a list there.
#[tokio::test]
async fn on_a_phone_the_summary_is_still_exposed_as_a_table() {
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
