//! Typing in the filter of the skills matrix, and clearing it.

use super::LARGE_LADDERS;
use crate::case::{Case, Measurement, Unit};
use crate::clock;
use crate::condition::Condition;
use crate::input::press_key;
use crate::statistics::median;
use crate::target::Target;
use crate::timing::{self, LayoutCounts};
use browser_tests::Page;
use serde_json::json;
use std::path::Path;
use std::time::Duration;

/// Keys that narrow and widen the bundled matrix; the text that stays is then cleared at once.
const BUNDLED_KEYS: [&str; 7] = ["p", "y", "Backspace", "Backspace", "d", "a", "t"];

/// The same for the large ladders, whose skills have other names.
const LARGE_KEYS: [&str; 7] = ["t", "e", "Backspace", "Backspace", "m", "a", "r"];

/// A key has had all its effects when the table stays as it is for this long.
const QUIET: Duration = Duration::from_millis(300);

/// Returns a case for each ladder and CPU speed.
pub fn cases(sites: &Path) -> Vec<Case> {
    let mut cases = bundled(sites);
    for ladder in &LARGE_LADDERS {
        for condition in Condition::BOTH_DESKTOPS {
            let wanted = json!({ "skills": ladder.skills });
            cases.push(Case {
                label: ladder.label,
                condition,
                sites: ladder.linked(sites),
                measure: Box::new(move |page, _, url| {
                    let wanted = wanted.clone();
                    Box::pin(async move {
                        clock::arm_from_start(page, &wanted).await;
                        page.open_without_waiting(url).await;
                        clock::time(page).await?;
                        type_and_clear(page, &LARGE_KEYS).await
                    })
                }),
            });
        }
    }
    cases
}

/// Returns the cases of the bundled ladder.
pub fn bundled(sites: &Path) -> Vec<Case> {
    let case = |condition| Case {
        label: "bundled",
        condition,
        sites: super::sites(sites, &Target::WITH_SCRIPT, "/skills"),
        measure: Box::new(|page, _, url| {
            Box::pin(async {
                page.open_without_waiting(url).await;
                timing::interactive(page).await?;
                type_and_clear(page, &BUNDLED_KEYS).await
            })
        }),
    };
    Condition::BOTH_DESKTOPS.into_iter().map(case).collect()
}

async fn type_and_clear(page: &Page, keys: &[&str]) -> Result<Vec<Measurement>, String> {
    // Remaining work of the start must not count. Wait before focusing the field, because a blinking
    // caret keeps the browser busy.
    page.wait_until_idle().await;
    page.by_role("searchbox", "Filter skills").await.focus().await;
    let (mut times, mut layouts) = (Vec::new(), Vec::new());
    for key in keys {
        let before = LayoutCounts::read(page).await;
        clock::arm_for_key(page, QUIET).await;
        press_key(page, key).await;
        if let Some(time) = clock::result(page).await? {
            times.push(time);
            layouts.push(LayoutCounts::read(page).await.since(before).layouts);
        }
    }
    if times.is_empty() {
        return Err("No key changes the table.".to_owned());
    }
    page.evaluate("document.activeElement.select(); null").await;
    clock::arm_for_key(page, QUIET).await;
    press_key(page, "Backspace").await;
    let cleared = clock::time(page).await?;
    Ok(vec![
        Measurement::new("key", median(&times), Unit::Milliseconds),
        Measurement::new("clear", cleared, Unit::Milliseconds),
        Measurement::new("layouts of a key", median(&layouts), LayoutCounts::UNIT),
    ])
}
