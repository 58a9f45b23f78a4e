//! Phones: the tab bar at the bottom, the header in one line, and the ladder menu that says what is open.

use browser_tests::visit;

#[tokio::test]
async fn the_navigation_is_a_tab_bar_that_covers_no_content() {
    visit("/", async |page| {
        page.set_width(390).await;
        let navigation = page.by_role("navigation", "Main").await;
        assert_eq!(
            page.names_in(&navigation, "link").await,
            ["Ladder", "Skills", "Compare", "My plan"]
        );
        let at_bottom = "
            const bar = document.querySelector('.site-header nav').getBoundingClientRect();
            return bar.bottom === innerHeight && bar.left === 0 && bar.right === innerWidth";
        page.assert_true("the bar is at the bottom", at_bottom).await;
        let one_line = "
            const middle = (part) => { const { top, bottom } = part.getBoundingClientRect(); return (top + bottom) / 2; };
            const [brand, ...rest] = document.querySelectorAll('.brand, .tools > *');
            return rest.every((part) => Math.abs(middle(part) - middle(brand)) < 4)";
        page.assert_true("the header is one line", one_line).await;
        page.execute("scrollTo(0, document.body.scrollHeight)").await;
        let clear = "
            const bar = document.querySelector('.site-header nav').getBoundingClientRect();
            return document.querySelector('.site-footer').getBoundingClientRect().bottom <= bar.top + 1";
        page.assert_true("the end of the page is above the bar", clear).await;
        page.click_main_link("Skills").await;
        page.wait_for_url("/skills").await;
        page.assert_accessible().await;
        page.emulate_print().await;
        page.assert_true(
            "it is not printed",
            "return getComputedStyle(document.querySelector('.site-header')).display === 'none'",
        )
        .await;
    })
    .await;
}

#[tokio::test]
async fn the_ladder_menu_says_which_ladder_is_open() {
    const OTHER: &str = "Careers in AI: Building and Leading";
    visit("/skills?ladder=ai-careers", async |page| {
        page.by_role("complementary", "Open ladder").await;
        page.set_width(390).await;
        page.wait_until_gone("complementary", "Open ladder").await;
        let menu = page.by_css(".ladders-menu summary").await;
        assert!(menu.text().await.contains(OTHER), "{}", menu.text().await);
        menu.click().await;
        page.by_role("link", "Back to Career Progression for AI Developers").await;
        page.assert_accessible().await;
        page.by_role("link", "Career Progression for AI Developers").await.click().await;
        page.wait_for_url("/").await;
        assert!(!menu_text(page).await.contains(OTHER));
    })
    .await;
}

async fn menu_text(page: &browser_tests::Page) -> String {
    page.by_css(".ladders-menu summary").await.text().await
}

#[tokio::test]
async fn the_next_step_of_a_role_is_in_the_first_view() {
    visit("/", async |page| {
        page.set_width(390).await;
        for url in ["/roles/team-leader", "/roles/vp-of-ai"] {
            page.open(url).await;
            let is_in_view = "
                const bar = document.querySelector('.site-header nav').getBoundingClientRect();
                const links = [...document.querySelectorAll('.next-card a')];
                return links.length > 2 && links.every((link) => link.getBoundingClientRect().bottom < bar.top)";
            page.assert_true("the next step is above the tab bar", is_in_view).await;
        }
    })
    .await;
}
