//! Whatever can be pressed can be hit: at least 24 by 24 px around its middle lead to it
//! (<https://www.w3.org/TR/WCAG22/#target-size-minimum>).

use crate::bundled_ladder::PAGES;
use browser_tests::{Page, visit};

#[tokio::test]
async fn every_target_is_24_px_or_more() {
    visit("/", async |page| {
        page.reduced_motion().await;
        page.allow_in_console("status of 404");
        let mut small = Vec::new();
        for width in [390, 820, 1440] {
            page.set_width(width).await;
            for address in PAGES.iter().map(|sample| sample.address).chain(["/nothing"]) {
                page.open(address).await;
                note_small(page, "body", &mut small).await;
            }
            page.open("/").await;
            page.by_role("combobox", "Filter by skill").await.click().await;
            page.by_role("listbox", "Filter by skill").await;
            note_small(page, ".combobox", &mut small).await;
            page.open("/skills").await;
            page.css(".role-choice summary").await.click().await;
            note_small(page, ".role-choice", &mut small).await;
            page.by_role("button", "Search").await.click().await;
            page.until_focused("combobox", "Search").await;
            page.type_text("a").await;
            page.by_role("group", "Roles").await;
            note_small(page, "dialog[open]", &mut small).await;
        }
        assert!(small.is_empty(), "{} too small:\n{}", small.len(), small.join("\n"));
    })
    .await;
}

/// The test itself finds a target that is too small.
#[tokio::test]
async fn a_small_target_is_found() {
    visit("/", async |page| {
        // The policy lets no HTML be made from text.
        page.run("
            const made = (tag, ...inside) => { const element = document.createElement(tag); element.append(...inside); return element };
            const tiny = Object.assign(made('button', 'x'), { id: 'tiny' });
            Object.assign(tiny.style, { width: '20px', height: '20px', padding: 0 });
            const link = Object.assign(made('a', 'in a sentence'), { href: '/skills' });
            document.querySelector('main').prepend(made('div', tiny), made('p', 'A word ', link, ' may be small.'))")
            .await;
        let mut small = Vec::new();
        note_small(page, "main", &mut small).await;
        assert_eq!(small.len(), 1, "{small:?}");
        assert!(small[0].contains("tiny"), "{small:?}");
    })
    .await;
}

async fn note_small(page: &Page, part: &str, small: &mut Vec<String>) {
    let script = SMALL.replace("PART", part);
    let found: Vec<String> = serde_json::from_value(page.run(&script).await).unwrap();
    let width = page.run("return innerWidth").await;
    let address = page.address().await;
    small.extend(found.into_iter().map(|what| format!("{address} at {width}: {what}")));
}

const SMALL: &str = "
    const all = 'a[href], button, input, select, summary, [role=option]';
    const shown = [...document.querySelector('PART').querySelectorAll(all)].filter((one) => one.checkVisibility());
    // Out of sight until the keyboard comes to it.
    const isClipped = (one) => one && (getComputedStyle(one).clipPath !== 'none' || isClipped(one.parentElement));
    // A link among other words of a sentence may be as high as its line.
    const inSentence = (one) => one.matches('a') && getComputedStyle(one).display === 'inline'
        && [...one.parentElement.childNodes].some((node) => node.nodeType === 3 && /\\w/.test(node.data));
    const leads = (one, there) => there
        && (one.contains(there) || there.closest('label')?.control === one);
    const isSmall = (one) => {
        one.scrollIntoView({ block: 'center', inline: 'center' });
        // A box to tick may be drawn by its label.
        const { left, top, right, bottom } = (one.closest('label') ?? one).getBoundingClientRect();
        const [x, y] = [(left + right) / 2, (top + bottom) / 2];
        return ![[-11.5, -11.5], [11.5, -11.5], [-11.5, 11.5], [11.5, 11.5]]
            .every(([dx, dy]) => leads(one, document.elementFromPoint(x + dx, y + dy)));
    };
    return shown
        .filter((one) => !one.matches('.skip') && !isClipped(one) && !inSentence(one) && isSmall(one))
        .map((one) => {
            const { width, height } = one.getBoundingClientRect();
            return `${width.toFixed(0)}x${height.toFixed(0)} ${one.outerHTML.slice(0, 120)}`;
        })";
