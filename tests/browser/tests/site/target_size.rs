//! Click targets are at least 24 by 24 px
//! (<https://www.w3.org/TR/WCAG22/#target-size-minimum>).

use crate::bundled_ladder::PAGES;
use browser_tests::{Page, visit};

#[tokio::test]
async fn all_targets_are_large_enough() {
    visit("/", async |page| {
        page.emulate_reduced_motion().await;
        page.allow_console_errors("status of 404");
        let mut small = Vec::new();
        for width in [390, 820, 1440] {
            page.set_width(width).await;
            for url in PAGES.iter().map(|sample| sample.url).chain(["/nothing"]) {
                page.open(url).await;
                find_small(page, "body", &mut small).await;
            }
            page.open("/").await;
            page.by_role("combobox", "Filter by skill").await.click().await;
            page.by_role("listbox", "Filter by skill").await;
            find_small(page, ".combobox", &mut small).await;
            page.open("/skills").await;
            page.by_css(".role-choice summary").await.click().await;
            find_small(page, ".role-choice", &mut small).await;
            page.by_role("button", "Search").await.click().await;
            page.wait_for_focus("combobox", "Search").await;
            page.type_text("a").await;
            page.by_role("group", "Roles").await;
            find_small(page, "dialog[open]", &mut small).await;
        }
        assert!(small.is_empty(), "{} too small:\n{}", small.len(), small.join("\n"));
    })
    .await;
}

/// A test of this check itself.
#[tokio::test]
async fn a_small_target_is_reported() {
    visit("/", async |page| {
        // Without HTML text, which the content security policy blocks.
        page.execute("
            const create = (tag, ...children) => { const element = document.createElement(tag); element.append(...children); return element };
            const tiny = Object.assign(create('button', 'x'), { id: 'tiny' });
            Object.assign(tiny.style, { width: '20px', height: '20px', padding: 0 });
            const link = Object.assign(create('a', 'in a sentence'), { href: '/skills' });
            document.querySelector('main').prepend(create('div', tiny), create('p', 'A word ', link, ' may be small.'))")
            .await;
        let mut small = Vec::new();
        find_small(page, "main", &mut small).await;
        assert_eq!(small.len(), 1, "{small:?}");
        assert!(small[0].contains("tiny"), "{small:?}");
    })
    .await;
}

/// Adds the targets within an element that are too small.
async fn find_small(page: &Page, selector: &str, small: &mut Vec<String>) {
    let script = SMALL.replace("SELECTOR", selector);
    let found: Vec<String> = serde_json::from_value(page.execute(&script).await).unwrap();
    let width = page.execute("return innerWidth").await;
    let url = page.url().await;
    small.extend(found.into_iter().map(|target| format!("{url} at {width} px: {target}")));
}

/// Lists the targets that are too small.
const SMALL: &str = "
    const all = 'a[href], button, input, select, summary, [role=option]';
    const shown = [...document.querySelector('SELECTOR').querySelectorAll(all)].filter((target) => target.checkVisibility({ visibilityProperty: true }));
    // Invisible until it has the focus.
    const isClipped = (target) =>
        target && (getComputedStyle(target).clipPath !== 'none' || isClipped(target.parentElement));
    // The guideline exempts links in a sentence.
    const inSentence = (target) => target.matches('a') && getComputedStyle(target).display === 'inline'
        && [...target.parentElement.childNodes].some((node) => node.nodeType === 3 && /\\w/.test(node.data));
    const hits = (target, hit) => hit
        && (target.contains(hit) || hit.closest('label')?.control === target);
    const isSmall = (target) => {
        target.scrollIntoView({ block: 'center', inline: 'center' });
        // The label of a checkbox may be what is visible.
        const { left, top, right, bottom } = (target.closest('label') ?? target).getBoundingClientRect();
        const [x, y] = [(left + right) / 2, (top + bottom) / 2];
        return ![[-11.5, -11.5], [11.5, -11.5], [-11.5, 11.5], [11.5, 11.5]]
            .every(([dx, dy]) => hits(target, document.elementFromPoint(x + dx, y + dy)));
    };
    return shown
        .filter((target) => !target.matches('.skip') && !isClipped(target) && !inSentence(target) && isSmall(target))
        .map((target) => {
            const { width, height } = target.getBoundingClientRect();
            return `${width.toFixed(0)}x${height.toFixed(0)} ${target.outerHTML.slice(0, 120)}`;
        })";
