//! Printed pages.

use crate::bundled_ladder::ROLES;
use crate::theme::is_dark;
use browser_tests::{ColorScheme, visit};

#[tokio::test]
async fn each_role_is_printed_on_at_most_two_sheets() {
    visit("/", async |page| {
        let mut sheets = Vec::new();
        for role in &ROLES {
            page.open(&role.url()).await;
            sheets.push((role.title, page.printed_sheets().await));
        }
        assert!(sheets.iter().all(|(_, sheets)| *sheets <= 2), "{sheets:?}");
    })
    .await;
}

#[tokio::test]
async fn a_plan_of_nineteen_skills_is_printed_on_two_sheets() {
    visit("/plan?from=ai-developer&to=cto", async |page| {
        page.wait_for_text("Skills for Chief Technical Officer (CTO)").await;
        assert_eq!(page.printed_sheets().await, 2);
    })
    .await;
}

#[tokio::test]
async fn the_matrix_is_printed_completely() {
    visit("/skills", async |page| {
        page.emulate_print().await;
        let cut = page.execute(CUT).await;
        assert_eq!(cut.as_array().unwrap().len(), 0, "cut off: {cut}");
        assert_eq!(
            page.execute("return document.querySelectorAll('.skill-matrix td').length").await,
            114
        );
        assert!(page.printed_sheets().await <= 2);
    })
    .await;
}

#[tokio::test]
async fn every_role_of_the_ladder_is_printed() {
    visit("/", async |page| {
        page.emulate_print().await;
        let sizes = "return [...document.querySelectorAll('.role-card')].every((card) => card.offsetHeight > 40)";
        page.assert_true("every card is there", sizes).await;
        let contained = "return getComputedStyle(document.querySelector('.ladder-picture')).containerType";
        assert_eq!(page.execute(contained).await, "normal");
    })
    .await;
}

#[tokio::test]
async fn all_pages_of_a_list_are_printed() {
    visit("/", async |page| {
        let ladder = page.server().serve_document("/many.json", ladder_shapes::many_skills());
        page.open_with_ladder(&ladder, "/plan?to=master-pilot").await;
        page.wait_for_text("Next skills").await;
        let skills = "return document.querySelectorAll('.plan-skill').length";
        assert_eq!(page.execute(skills).await, 24);
        page.execute("dispatchEvent(new Event('beforeprint'))").await;
        page.wait_until(
            "all skills are there",
            "return document.querySelectorAll('.plan-skill').length > 60",
        )
        .await;
        page.execute("dispatchEvent(new Event('afterprint'))").await;
        page.wait_until(
            "one page of skills is there",
            "return document.querySelectorAll('.plan-skill').length === 24",
        )
        .await;
    })
    .await;
}

#[tokio::test]
async fn no_text_of_a_printed_role_is_cut_off() {
    visit("/roles/cto", async |page| {
        page.emulate_print().await;
        let cut = page.execute(CUT).await;
        assert_eq!(cut.as_array().unwrap().len(), 0, "cut off: {cut}");
        page.wait_for_text("Represent the company’s AI capabilities externally.").await;
        page.wait_for_text("AI Engineer Roadmap | How I'd Learn AI in 2025").await;
    })
    .await;
}

#[tokio::test]
async fn pages_are_printed_dark_on_white_in_dark_mode() {
    visit("/", async |page| {
        page.emulate_color_scheme(ColorScheme::Dark).await;
        page.emulate_print().await;
        let background = "return getComputedStyle(document.documentElement).backgroundColor";
        assert_eq!(page.execute(background).await, "rgb(255, 255, 255)");
        page.execute("document.documentElement.dataset.theme = 'dark'").await;
        assert_eq!(
            page.execute(background).await,
            "rgb(255, 255, 255)",
            "with the dark theme selected"
        );
        assert!(!is_dark(page).await, "the text is darker than the background");
    })
    .await;
}

/// Lists texts that are outside of the page or cut off by an ancestor.
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
