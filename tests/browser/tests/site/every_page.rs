//! What holds on every page: its title, its one heading, its landmarks, where one is.

use crate::bundled_ladder::{PAGES, ROLES, Sample, TITLE};
use browser_tests::{Page, visit};
use serde_json::json;

#[tokio::test]
async fn each_page_opened_by_its_address_says_what_it_is() {
    visit("/", async |page| {
        for sample in PAGES {
            page.open(sample.address).await;
            assert_is(page, &sample).await;
        }
        for role in &ROLES {
            page.open(&role.address()).await;
            assert_eq!(page.title().await, format!("{} · {TITLE}", role.title));
            assert_eq!(page.names("heading").await[0], role.title);
        }
        assert!(page.foreign_requests().await.is_empty());
    })
    .await;
}

#[tokio::test]
async fn each_page_reached_by_a_press_says_what_it_is_and_takes_the_focus() {
    visit("/", async |page| {
        page.run("globalThis.sameDocument = true").await;
        let main = page.by_role("navigation", "Main").await;
        page.by_role_in(&main, "link", "Skills").await.click().await;
        arrived(page, &PAGES[3]).await;

        page.by_role("link", "ML frameworks").await.click().await;
        arrived(page, &PAGES[4]).await;

        let content = page.by_role("main", "").await;
        page.by_role_in(&content, "link", "Vice President (VP) of AI").await.click().await;
        arrived(page, &PAGES[2]).await;

        let main = page.by_role("navigation", "Main").await;
        page.by_role_in(&main, "link", "Ladder").await.click().await;
        arrived(page, &PAGES[0]).await;
        page.assert_that("no press loaded the page anew", "return globalThis.sameDocument").await;
    })
    .await;
}

#[tokio::test]
async fn back_and_forward_lead_through_the_pages_with_their_titles_and_the_focus() {
    visit("/", async |page| {
        let ladder = page.by_role("list", "Career ladder").await;
        page.by_role_in(&ladder, "link", "Director of AI").await.click().await;
        page.until_title(&format!("Director of AI · {TITLE}")).await;
        page.back().await;
        arrived(page, &PAGES[0]).await;
        page.forward().await;
        page.until_address("/roles/director-of-ai").await;
        page.until_title(&format!("Director of AI · {TITLE}")).await;
        page.until_focused("heading", "Director of AI").await;
    })
    .await;
}

/// How far one had scrolled is found again on the way back, as browsers do it between documents.
#[tokio::test]
async fn back_leads_to_where_one_was_on_the_page() {
    visit("/", async |page| {
        page.run("scrollTo(0, 500)").await;
        page.until("it is scrolled", "return scrollY === 500").await;
        page.run("document.querySelector('.summary a[href$=cto]').click()").await;
        page.until_address("/roles/cto").await;
        page.until("a new page begins at its top", "return scrollY === 0").await;
        page.back().await;
        page.until_address("/").await;
        page.until("it is scrolled as before", "return scrollY === 500").await;
    })
    .await;
}

/// A link opened in a new tab is the browser's business.
#[tokio::test]
async fn a_press_with_ctrl_is_left_to_the_browser() {
    visit("/", async |page| {
        let seen = "
            let left = null;
            addEventListener('click', (event) => { left = !event.defaultPrevented; event.preventDefault(); });
            const link = document.querySelector('nav a[href$=\"/skills\"]');
            link.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, ctrlKey: true }));
            return left";
        assert_eq!(page.run(seen).await, true);
        assert_eq!(page.address().await, "/");
    })
    .await;
}

#[tokio::test]
async fn no_page_scrolls_sideways_at_any_width() {
    visit("/", async |page| {
        let mut wide = Vec::new();
        for sample in PAGES {
            page.open(sample.address).await;
            for width in [320, 390, 820, 1440] {
                page.set_width(width).await;
                let reach = page.run("return document.documentElement.scrollWidth").await;
                if reach != json!(width) {
                    wide.push(format!("{} at {width} px is {reach} px wide", sample.address));
                }
            }
        }
        assert!(wide.is_empty(), "{}", wide.join("\n"));
    })
    .await;
}

#[tokio::test]
async fn each_page_has_a_language_a_description_an_icon_and_a_card() {
    visit("/", async |page| {
        let mut descriptions = Vec::new();
        for sample in PAGES {
            page.open(sample.address).await;
            page.assert_that("English", "return document.documentElement.lang === 'en'").await;
            let description =
                page.run("return document.querySelector('meta[name=description]').content").await;
            assert!(description.as_str().unwrap().len() > 20, "{}: {description}", sample.address);
            descriptions.push(description);
            for tag in ["link[rel=icon]", "meta[property='og:title']", "meta[property='og:image']"]
            {
                let there = format!("return document.querySelectorAll(\"{tag}\").length === 1");
                page.assert_that(&format!("{} has one {tag}", sample.address), &there).await;
            }
        }
        descriptions.dedup();
        assert_eq!(
            descriptions.len(),
            PAGES.len() - 1,
            "both ladders have one, every other its own"
        );
    })
    .await;
}

async fn arrived(page: &Page, sample: &Sample) {
    page.until_address(sample.address).await;
    page.until_title(sample.title).await;
    page.until_focused("heading", sample.heading).await;
    assert_is(page, sample).await;
}

async fn assert_is(page: &Page, sample: &Sample) {
    assert_eq!(page.title().await, sample.title);
    assert_eq!(page.names("heading").await[0], sample.heading, "{}", sample.address);
    assert_eq!(page.run("return document.querySelectorAll('h1').length").await, 1);
    for landmark in ["main", "banner", "contentinfo"] {
        assert_eq!(page.names(landmark).await.len(), 1, "{landmark} on {}", sample.address);
    }
    let main = page.by_role("navigation", "Main").await;
    let links = page.names_in(&main, "link").await;
    assert!(links.starts_with(&["Ladder".into(), "Skills".into()]), "{links:?}");
    let current = page
        .run("return document.querySelector('nav[aria-label=Main] [aria-current=page]')?.innerText")
        .await;
    assert_eq!(current.as_str(), sample.section, "the current link on {}", sample.address);
}
