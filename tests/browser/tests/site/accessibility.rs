//! axe-core with every rule, on each page, light and dark, on a phone and a wide screen.

use browser_tests::{Page, Scheme, visit};

#[tokio::test]
async fn the_ladder_plain_and_filtered() {
    each(&["/", "/?skills=agile-methodologies,python&match=all"], async |_| {}).await;
}

#[tokio::test]
async fn the_ladder_while_one_types() {
    each(&["/"], async |page| {
        page.by_role("combobox", "Filter by skill").await.type_text("strat").await;
        page.by_role("listbox", "Filter by skill").await;
        page.press(browser_tests::Key::Down).await;
    })
    .await;
}

#[tokio::test]
async fn a_role_in_the_middle_and_the_top_with_its_videos() {
    each(&["/roles/vp-of-ai", "/roles/cto"], async |_| {}).await;
}

#[tokio::test]
async fn the_matrix_plain_narrowed_and_empty() {
    each(&["/skills", "/skills?q=str&roles=cto,vp-of-ai", "/skills?q=zzz"], async |_| {}).await;
}

#[tokio::test]
async fn a_skill_and_addresses_that_lead_nowhere() {
    each(&["/skills/ml-frameworks", "/roles/nobody", "/?match=some", "/nothing"], async |_| {})
        .await;
}

#[tokio::test]
async fn the_search_with_its_answers() {
    each(&["/skills/python"], async |page| {
        page.type_text("/").await;
        page.until_focused("combobox", "Search").await;
        page.type_text("a").await;
        page.by_role("group", "Roles").await;
    })
    .await;
}

#[tokio::test]
async fn a_role_while_its_video_plays() {
    each(&["/roles/team-leader"], async |page| {
        page.allow_in_console("youtube-nocookie");
        page.css("button.play").await.click().await;
        page.by_role("button", "Close the player").await;
    })
    .await;
}

#[tokio::test]
async fn a_comparison_long_and_short_and_its_start() {
    let pair = "/compare?from=ai-developer&to=cto";
    each(&["/compare", pair, "/compare?from=nobody&to=cto"], async |_| {}).await;
}

#[tokio::test]
async fn a_plan_begun_half_done_and_done() {
    each(&["/plan", crate::plan::PLAN], async |page| {
        for button in page.all_by_role("button").await {
            if button.0 == "I have all of these" {
                button.1.click().await;
                crate::plan::open_more(page, "communication").await;
                break;
            }
        }
    })
    .await;
    each(&["/plan?to=ai-developer"], async |page| {
        page.by_role("button", "I have all of these").await.click().await;
        page.until_text("Nothing is left.").await;
        page.by_role("button", "Forget everything").await.click().await;
        page.by_role("dialog", "Forget everything?").await;
    })
    .await;
}

/// Opens each address, takes the steps, and looks at the page in each colour and width.
async fn each(addresses: &[&str], steps: impl AsyncFn(&Page)) {
    visit("/", async |page| {
        page.reduced_motion().await;
        page.allow_in_console("status of 404");
        let mut found = Vec::new();
        for address in addresses {
            page.open(address).await;
            steps(page).await;
            for width in [390, 1440] {
                page.set_width(width).await;
                for scheme in [Scheme::Light, Scheme::Dark] {
                    page.color_scheme(scheme).await;
                    let violations = page.axe_violations().await.into_iter();
                    let at = format!("{address}, {} at {width} px", scheme.word());
                    found.extend(violations.map(|violation| format!("{at}: {violation}")));
                }
            }
        }
        assert!(found.is_empty(), "axe-core found:\n{}", found.join("\n"));
    })
    .await;
}
