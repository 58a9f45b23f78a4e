//! What every page has: title, `h1`, landmarks, the current link, metadata.

use crate::bundled_ladder::{PAGES, PageSample, ROLES, TITLE};
use browser_tests::{Engine, Page, visit};

#[tokio::test]
async fn each_page_has_its_title_heading_and_landmarks() {
    visit("/", async |page| {
        for sample in PAGES {
            page.open(sample.url).await;
            assert_page(page, &sample).await;
        }
        for role in &ROLES {
            page.open(&role.url()).await;
            assert_eq!(page.title().await, format!("{} · {TITLE}", role.title));
            assert_eq!(page.names("heading").await[0], role.title);
        }
        assert!(page.external_requests().await.is_empty());
    })
    .await;
}

#[tokio::test]
async fn following_a_link_updates_the_page_and_focuses_its_heading() {
    visit("/", async |page| {
        page.execute("globalThis.sameDocument = true").await;
        page.click_main_link("Skills").await;
        expect_navigation_to(page, &PAGES[3]).await;

        page.by_role("link", "ML frameworks").await.click().await;
        expect_navigation_to(page, &PAGES[4]).await;

        let content = page.by_role("main", "").await;
        page.by_role_in(&content, "link", "Vice President (VP) of AI").await.click().await;
        expect_navigation_to(page, &PAGES[2]).await;

        page.click_main_link("Ladder").await;
        expect_navigation_to(page, &PAGES[0]).await;
        page.assert_true("no link reloaded the document", "return globalThis.sameDocument").await;
    })
    .await;
}

#[tokio::test]
async fn back_and_forward_restore_title_and_focus() {
    visit("/", async |page| {
        let ladder = page.by_role("list", "Career ladder").await;
        page.by_role_in(&ladder, "link", "Director of AI").await.click().await;
        page.wait_for_title(&format!("Director of AI · {TITLE}")).await;
        page.back().await;
        expect_navigation_to(page, &PAGES[0]).await;
        page.forward().await;
        page.wait_for_url("/roles/director-of-ai").await;
        page.wait_for_title(&format!("Director of AI · {TITLE}")).await;
        page.wait_for_focus("heading", "Director of AI").await;
    })
    .await;
}

#[tokio::test]
async fn back_restores_the_scroll_position() {
    visit("/", async |page| {
        Engine::WebKit.skip_in("goes back over an entry that a script made");
        page.execute("scrollTo(0, 500)").await;
        page.wait_until("the page is scrolled", "return scrollY === 500").await;
        page.execute("document.querySelector('.summary a[href$=cto]').click()").await;
        page.wait_for_url("/roles/cto").await;
        page.wait_until("the new page is at the top", "return scrollY === 0").await;
        page.back().await;
        page.wait_for_url("/").await;
        page.wait_until("the scroll position is restored", "return scrollY === 500").await;
    })
    .await;
}

#[tokio::test]
async fn the_browser_handles_ctrl_click() {
    visit("/", async |page| {
        let ctrl_click = "
            let left = null;
            addEventListener('click', (event) => { left = !event.defaultPrevented; event.preventDefault(); });
            const link = document.querySelector('nav a[href$=\"/skills/\"]');
            link.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, ctrlKey: true }));
            return left";
        assert_eq!(page.execute(ctrl_click).await, true);
        assert_eq!(page.url().await, "/");
    })
    .await;
}

#[tokio::test]
async fn no_page_scrolls_sideways() {
    visit("/", async |page| {
        let mut wide = Vec::new();
        for sample in PAGES {
            page.open(sample.url).await;
            for width in [320, 390, 820, 1440] {
                page.set_width(width).await;
                let scroll_width = page.scroll_width().await;
                if scroll_width != Some(width.into()) {
                    wide.push(format!("{} at {width} px: {scroll_width:?}", sample.url));
                }
            }
        }
        assert!(wide.is_empty(), "{}", wide.join("\n"));
    })
    .await;
}

#[tokio::test]
async fn each_page_has_language_description_icon_and_social_card() {
    visit("/", async |page| {
        let mut descriptions = Vec::new();
        for sample in PAGES {
            page.open(sample.url).await;
            page.assert_true(
                "the language is English",
                "return document.documentElement.lang === 'en'",
            )
            .await;
            let description = page
                .execute("return document.querySelector('meta[name=description]').content")
                .await;
            assert!(description.as_str().unwrap().len() > 20, "{}: {description}", sample.url);
            descriptions.push(description);
            for tag in ["link[rel=icon]", "meta[property='og:title']"] {
                let there = format!("return document.querySelectorAll(\"{tag}\").length === 1");
                page.assert_true(&format!("{} has one {tag}", sample.url), &there).await;
            }
        }
        descriptions.dedup();
        assert_eq!(
            descriptions.len(),
            PAGES.len() - 1,
            "both ladder pages share a description, every other page has its own"
        );
    })
    .await;
}

async fn expect_navigation_to(page: &Page, sample: &PageSample) {
    page.wait_for_url(sample.url).await;
    page.wait_for_title(sample.title).await;
    page.wait_for_focus("heading", sample.heading).await;
    assert_page(page, sample).await;
}

async fn assert_page(page: &Page, sample: &PageSample) {
    assert_eq!(page.title().await, sample.title);
    assert_eq!(page.names("heading").await[0], sample.heading, "{}", sample.url);
    assert_eq!(page.execute("return document.querySelectorAll('h1').length").await, 1);
    for landmark in ["main", "banner", "contentinfo"] {
        assert_eq!(page.names(landmark).await.len(), 1, "{landmark} on {}", sample.url);
    }
    let main = page.by_role("navigation", "Main").await;
    let links = page.names_in(&main, "link").await;
    assert!(links.starts_with(&["Ladder".into(), "Skills".into()]), "{links:?}");
    let current = page
        .execute(
            "return document.querySelector('nav[aria-label=Main] [aria-current=page]')?.innerText",
        )
        .await;
    assert_eq!(current.as_str(), sample.section, "the current link on {}", sample.url);
}
