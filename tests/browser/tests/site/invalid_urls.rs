//! Invalid URLs show a page that explains what is wrong and links to valid pages.

use browser_tests::{Page, visit};

#[tokio::test]
async fn an_unknown_role_id_shows_links_to_similar_roles() {
    visit_missing("/roles/team-leadr", async |page| {
        expect_error_page(page, "Role not found", "couldn’t find a role called team-leadr").await;
        page.by_role("link", "Team Leader").await.click().await;
        page.wait_for_url("/roles/team-leader").await;
        page.wait_for_focus("heading", "Team Leader").await;
    })
    .await;
}

#[tokio::test]
async fn an_unknown_skill_id_shows_links_to_similar_skills() {
    visit_missing("/skills/pyton", async |page| {
        expect_error_page(page, "Skill not found", "couldn’t find a skill called pyton").await;
        page.by_role("link", "Python").await.click().await;
        page.wait_for_url("/skills/python").await;
    })
    .await;
}

#[tokio::test]
async fn an_unknown_path_shows_an_error_page_with_status_404() {
    visit_missing("/no/such/page", async |page| {
        for next in ["/roles", "/roles/cto/more", "/%F0%28%8C", "/roles/%3Cb%3E"] {
            expect_error_page(page, "Page not found", "There’s nothing at /").await;
            assert_eq!(page.http_status().await, 404);
            page.open(next).await;
        }
        expect_error_page(page, "Page not found", "There’s nothing at /roles/").await;
    })
    .await;
}

#[tokio::test]
async fn an_invalid_parameter_is_named() {
    visit("/", async |page| {
        for (address, parameter) in [
            ("/?match=some", "match"),
            ("/?skills=a%20b", "skills"),
            ("/skills?kind=colour", "kind"),
            ("/skills?as=wished", "as"),
            ("/skills?only=1", "only"),
            ("/skills?roles=%3Cscript%3E", "roles"),
            ("/skills?category=a/b", "category"),
            ("/skills?level=a%2Cb", "level"),
        ] {
            page.open(address).await;
            let said = format!("We don’t recognise “{parameter}” in this link");
            expect_error_page(page, "This link doesn’t work", &said).await;
        }
        page.open("/?skills=%FF").await;
        expect_error_page(page, "This link doesn’t work", "Check that you copied all of it").await;
    })
    .await;
}

#[tokio::test]
async fn html_in_a_parameter_is_shown_as_text() {
    visit("/", async |page| {
        page.open("/skills?q=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E").await;
        page.wait_for_status("No skills match these filters.").await;
        let field = page.by_role("searchbox", "Filter skills").await;
        assert_eq!(field.value().await, "<img src=x onerror=alert(1)>");
        page.open(&format!("/skills?q={}", "a".repeat(201))).await;
        expect_error_page(page, "This link doesn’t work", "“q”").await;
    })
    .await;
}

#[tokio::test]
async fn a_url_of_64_kb_is_reported_as_too_long() {
    visit("/", async |page| {
        let long = "python,".repeat(64_000 / 7);
        for address in [format!("/?skills={long}"), format!("/skills?q={long}")] {
            page.open(&address).await;
            expect_error_page(
                page,
                "This link is too long",
                "Something may have been added to it by mistake",
            )
            .await;
        }
        // A path of this length is unknown to the server, too.
        page.allow_console_errors("404");
        page.open(&format!("/roles/{}", "a".repeat(64_000))).await;
        expect_error_page(
            page,
            "This link is too long",
            "Something may have been added to it by mistake",
        )
        .await;
    })
    .await;
}

#[tokio::test]
async fn links_of_the_error_page_work_and_back_returns_to_it() {
    visit_missing("/nothing", async |page| {
        page.by_role("link", "Browse skills").await.click().await;
        page.wait_for_url("/skills").await;
        page.wait_for_focus("heading", "Skills").await;
        page.back().await;
        page.wait_for_focus("heading", "Page not found").await;
        page.by_role("link", "View the ladder").await.click().await;
        page.wait_for_url("/").await;
        page.by_role("list", "Career ladder").await;
    })
    .await;
}

/// Opens a URL for which the server has no file.
async fn visit_missing(url: &str, test: impl AsyncFnOnce(&Page)) {
    visit("/", async |page| {
        page.allow_console_errors("status of 404");
        page.open(url).await;
        test(page).await;
    })
    .await;
}

async fn expect_error_page(page: &Page, heading: &str, sentence: &str) {
    page.by_role("heading", heading).await;
    page.wait_for_text(sentence).await;
    let title = page.title().await;
    assert!(title.contains(" · Career Progression"), "{title}");
    assert_eq!(page.execute("return document.querySelectorAll('h1').length").await, 1);
    let main = page.by_role("main", "").await;
    let links = page.names_in(&main, "link").await;
    assert!(links.ends_with(&["View the ladder".into(), "Browse skills".into()]), "{links:?}");
}
