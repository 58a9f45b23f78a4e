//! On paper.

use crate::bundled_ladder::ROLES;
use browser_tests::{Scheme, visit};

#[tokio::test]
async fn each_role_takes_one_sheet() {
    visit("/", async |page| {
        let mut sheets = Vec::new();
        for role in &ROLES {
            page.open(&role.address()).await;
            sheets.push((role.title, page.sheets().await));
        }
        assert!(sheets.iter().all(|(_, sheets)| *sheets == 1), "{sheets:?}");
    })
    .await;
}

#[tokio::test]
async fn the_matrix_is_printed_whole() {
    visit("/skills", async |page| {
        page.on_paper().await;
        let cut = page.run(CUT).await;
        assert_eq!(cut.as_array().unwrap().len(), 0, "beyond the paper or cut off: {cut}");
        assert_eq!(
            page.run("return document.querySelectorAll('.skill-matrix td').length").await,
            114
        );
        assert!(page.sheets().await <= 2);
    })
    .await;
}

/// Everything a role's page says is on its sheet, too.
#[tokio::test]
async fn nothing_of_a_role_is_cut_off() {
    visit("/roles/cto", async |page| {
        page.on_paper().await;
        let cut = page.run(CUT).await;
        assert_eq!(cut.as_array().unwrap().len(), 0, "beyond the paper or cut off: {cut}");
        page.until_text("Represent the company’s AI capabilities externally.").await;
        page.until_text("AI Engineer Roadmap | How I'd Learn AI in 2025").await;
    })
    .await;
}

/// A system that is dark still gets black on white.
#[tokio::test]
async fn paper_is_white() {
    visit("/", async |page| {
        page.color_scheme(Scheme::Dark).await;
        page.on_paper().await;
        let paper = "return getComputedStyle(document.documentElement).backgroundColor";
        assert_eq!(page.run(paper).await, "rgb(255, 255, 255)");
        page.run("document.documentElement.dataset.theme = 'dark'").await;
        assert_eq!(page.run(paper).await, "rgb(255, 255, 255)", "with dark chosen");
        let ink = "return getComputedStyle(document.documentElement).color";
        assert!(page.run(ink).await.as_str().unwrap().starts_with("oklch(0.24"), "dark ink");
    })
    .await;
}

/// Words that stand beyond the paper's edge, or that some frame around them cuts off.
const CUT: &str = "
    const isCut = (element) => {
        const { left, right, top, bottom, width } = element.getBoundingClientRect();
        if (left < -0.5 || right > innerWidth + 0.5) return true;
        for (let frame = element.parentElement; frame; frame = frame.parentElement) {
            if (getComputedStyle(frame).overflow === 'visible' || frame === document.documentElement
                || frame === document.body || frame.matches('.visually-hidden')) continue;
            const edge = frame.getBoundingClientRect();
            if (right > edge.right + 1 || bottom > edge.bottom + 1) return true;
        }
        return width === 0;
    };
    return [...document.querySelectorAll('main :is(th, td, li, p, h1, h2, h3, dd)')]
        .filter((element) => element.checkVisibility() && element.innerText.trim() && isCut(element))
        .map((element) => element.innerText)";
