//! Addresses that lead nowhere: each says so and has a way on, and nothing breaks.

use browser_tests::{Page, visit};

#[tokio::test]
async fn an_unknown_role_says_so_and_points_at_what_is_near() {
    at("/roles/team-leadr", async |page| {
        says(page, "No such role", "no role with the id team-leadr").await;
        page.by_role("link", "Team Leader").await.click().await;
        page.until_address("/roles/team-leader").await;
        page.until_focused("heading", "Team Leader").await;
    })
    .await;
}

#[tokio::test]
async fn an_unknown_skill_says_so_and_points_at_what_is_near() {
    at("/skills/pyton", async |page| {
        says(page, "No such skill", "no skill with the id pyton").await;
        page.by_role("link", "Python").await.click().await;
        page.until_address("/skills/python").await;
    })
    .await;
}

#[tokio::test]
async fn an_unknown_page_says_so_with_status_404() {
    at("/no/such/page", async |page| {
        for next in ["/roles", "/roles/cto/more", "/%F0%28%8C", "/roles/%3Cb%3E"] {
            says(page, "There is no such page", "Nothing is at /").await;
            page.assert_that(
                "the host answers 404",
                "return performance.getEntriesByType('navigation')[0].responseStatus === 404",
            )
            .await;
            page.open(next).await;
        }
        says(page, "There is no such page", "Nothing is at /roles/").await;
    })
    .await;
}

#[tokio::test]
async fn a_malformed_parameter_says_which() {
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
            let said = format!("The part “{parameter}” of this address is not one");
            says(page, "This address cannot be read", &said).await;
        }
        page.open("/?skills=%FF").await;
        says(page, "This address cannot be read", "Some of its characters are not text").await;
    })
    .await;
}

/// What cannot be a filter of the text field is refused, too, and what can is only text.
#[tokio::test]
async fn markup_in_an_address_is_only_text() {
    visit("/", async |page| {
        page.open("/skills?q=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E").await;
        page.until_status("No skills match these filters.").await;
        let field = page.by_role("searchbox", "Filter skills").await;
        assert_eq!(field.value().await, "<img src=x onerror=alert(1)>");
        page.open(&format!("/skills?q={}", "a".repeat(201))).await;
        says(page, "This address cannot be read", "“q”").await;
    })
    .await;
}

#[tokio::test]
async fn an_address_of_64_kb_says_that_it_is_too_long() {
    visit("/", async |page| {
        let long = "python,".repeat(64_000 / 7);
        for address in [format!("/?skills={long}"), format!("/skills?q={long}")] {
            page.open(&address).await;
            says(page, "This address is too long", "longer than any address").await;
        }
        // As a path it is no page, for the host and for us.
        page.allow_in_console("404");
        page.open(&format!("/roles/{}", "a".repeat(64_000))).await;
        says(page, "This address is too long", "longer than any address").await;
    })
    .await;
}

#[tokio::test]
async fn a_way_on_leads_on_and_back_leads_back() {
    at("/nothing", async |page| {
        page.by_role("link", "To the skills").await.click().await;
        page.until_address("/skills").await;
        page.until_focused("heading", "Skills").await;
        page.back().await;
        page.until_focused("heading", "There is no such page").await;
        page.by_role("link", "To the ladder").await.click().await;
        page.until_address("/").await;
        page.by_role("list", "Career ladder").await;
    })
    .await;
}

/// Visits an address that the host has no file for.
async fn at(address: &str, steps: impl AsyncFnOnce(&Page)) {
    visit("/", async |page| {
        page.allow_in_console("status of 404");
        page.open(address).await;
        steps(page).await;
    })
    .await;
}

async fn says(page: &Page, heading: &str, sentence: &str) {
    page.by_role("heading", heading).await;
    page.until_text(sentence).await;
    let title = page.title().await;
    assert!(title.contains(" · Career Progression"), "{title}");
    assert_eq!(page.run("return document.querySelectorAll('h1').length").await, 1);
    let main = page.by_role("main", "").await;
    let ways = page.names_in(&main, "link").await;
    assert!(ways.ends_with(&["To the ladder".into(), "To the skills".into()]), "{ways:?}");
}
