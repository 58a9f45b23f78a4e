//! A role card is pressed: the time until the role is shown, and until the ladder is shown again after
//! going back.

use crate::bundled::Bundled;
use crate::case::{Case, Measurement, Unit};
use crate::clock;
use crate::condition::Condition;
use crate::input::press_link;
use crate::statistics::median;
use crate::target::Target;
use crate::timing::{self, LayoutCounts};
use browser_tests::Page;
use serde_json::json;
use std::path::Path;
use std::time::Duration;

/// How long the page has been interactive before the first press.
const WAIT: Duration = Duration::from_secs(1);

/// The position in the ladder of the roles that are pressed.
const ROLES: [usize; 5] = [2, 1, 3, 0, 4];

/// Returns a case for each CPU speed.
pub fn cases(sites: &Path) -> Vec<Case> {
    let case = |condition| Case {
        label: "",
        condition,
        sites: super::sites(sites, &Target::ALL, "/"),
        measure: Box::new(|page, target, url| Box::pin(measure(page, target, url))),
    };
    Condition::BOTH_DESKTOPS.into_iter().map(case).collect()
}

async fn measure(page: &Page, target: Target, url: &str) -> Result<Vec<Measurement>, String> {
    let ladder = Bundled::read()?;
    page.open_without_waiting(url).await;
    if target != Target::NoScript {
        timing::interactive(page).await?;
    }
    tokio::time::sleep(WAIT).await;
    let (mut presses, mut backs) = (Vec::new(), Vec::new());
    let (mut layouts, mut styles) = (Vec::new(), Vec::new());
    for (id, title) in ROLES.map(|at| ladder.role(at)) {
        let before = LayoutCounts::read(page).await;
        clock::arm_for_click(page, &json!({ "h1": title, "h2": "Responsibilities" })).await;
        press_link(page, &format!("/roles/{id}")).await?;
        presses.push(clock::time(page).await?);
        if target == Target::NoScript {
            break;
        }
        let counts = LayoutCounts::read(page).await.since(before);
        layouts.push(counts.layouts);
        styles.push(counts.styles);
        clock::go_back(page, &json!({ "h1": ladder.title() })).await;
        backs.push(clock::time(page).await?);
    }
    let mut measurements = vec![Measurement::new("first press", presses[0], Unit::Milliseconds)];
    if target != Target::NoScript {
        measurements.extend([
            Measurement::new("later presses", median(&presses[1..]), Unit::Milliseconds),
            Measurement::new("back", median(&backs), Unit::Milliseconds),
            Measurement::new("layouts of a later press", median(&layouts[1..]), LayoutCounts::UNIT),
            Measurement::new(
                "style passes of a later press",
                median(&styles[1..]),
                LayoutCounts::UNIT,
            ),
        ]);
    }
    Ok(measurements)
}
