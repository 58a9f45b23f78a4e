//! Every page passes axe-core with all rules, in both color schemes, on a phone and on a wide screen.

use browser_tests::{ColorScheme, Page, visit};

#[tokio::test]
async fn the_ladder_page_is_accessible_with_and_without_filter() {
    assert_accessible(&["/", "/?skills=agile-methodologies,python&match=all"], async |_| {}).await;
}

#[tokio::test]
async fn the_open_skill_filter_is_accessible() {
    assert_accessible(&["/"], async |page| {
        page.by_role("combobox", "Filter by skill").await.type_text("strat").await;
        page.by_role("listbox", "Filter by skill").await;
        page.press(browser_tests::Key::Down).await;
    })
    .await;
}

#[tokio::test]
async fn role_pages_are_accessible() {
    assert_accessible(&["/roles/vp-of-ai", "/roles/cto"], async |_| {}).await;
}

#[tokio::test]
async fn the_matrix_is_accessible_complete_filtered_and_empty() {
    assert_accessible(
        &["/skills", "/skills?q=str&roles=cto,vp-of-ai", "/skills?q=zzz"],
        async |_| {},
    )
    .await;
}

#[tokio::test]
async fn skill_and_error_pages_are_accessible() {
    assert_accessible(
        &["/skills/ml-frameworks", "/roles/nobody", "/?match=some", "/nothing"],
        async |_| {},
    )
    .await;
}

#[tokio::test]
async fn search_results_are_accessible() {
    assert_accessible(&["/skills/python"], async |page| {
        page.type_text("/").await;
        page.wait_for_focus("combobox", "Search").await;
        page.type_text("a").await;
        page.by_role("group", "Roles").await;
    })
    .await;
}

#[tokio::test]
async fn a_playing_video_is_accessible() {
    assert_accessible(&["/roles/team-leader"], async |page| {
        page.allow_console_errors("youtube-nocookie");
        // axe-core asks the player, which cannot be reached here.
        page.allow_console_errors("postMessage");
        page.by_css("button.play").await.click().await;
        page.by_css("iframe").await;
    })
    .await;
}

#[tokio::test]
async fn comparisons_are_accessible() {
    let pair = "/compare?from=ai-developer&to=cto";
    assert_accessible(&["/compare", pair, "/compare?from=nobody&to=cto"], async |_| {}).await;
}

#[tokio::test]
async fn plans_are_accessible_at_every_stage() {
    assert_accessible(&["/plan", crate::plan::PLAN], async |page| {
        for button in page.all_by_role("button").await {
            if button.0.starts_with("I’ve got all of these") {
                button.1.click().await;
                crate::plan::expand(page, "communication").await;
                break;
            }
        }
    })
    .await;
    assert_accessible(&["/plan?to=ai-developer"], async |page| {
        page.by_role("button", "I’ve got all of these (New for AI Developer)").await.click().await;
        page.wait_for_text("You’re ready").await;
        page.by_role("button", "Delete my data").await.click().await;
        page.by_role("dialog", "Delete everything?").await;
    })
    .await;
}

/// Opens each URL, runs `steps`, and checks the page in each color scheme and width.
async fn assert_accessible(urls: &[&str], steps: impl AsyncFn(&Page)) {
    visit("/", async |page| {
        page.emulate_reduced_motion().await;
        page.allow_console_errors("status of 404");
        let mut all_violations = Vec::new();
        for url in urls {
            page.open(url).await;
            steps(page).await;
            for width in [390, 1440] {
                page.set_width(width).await;
                for scheme in [ColorScheme::Light, ColorScheme::Dark] {
                    page.emulate_color_scheme(scheme).await;
                    let violations = page.axe_violations().await.into_iter();
                    let view = format!("{url}, {} at {width} px", scheme.as_str());
                    all_violations
                        .extend(violations.map(|violation| format!("{view}: {violation}")));
                }
            }
        }
        assert!(all_violations.is_empty(), "axe-core found:\n{}", all_violations.join("\n"));
    })
    .await;
}
