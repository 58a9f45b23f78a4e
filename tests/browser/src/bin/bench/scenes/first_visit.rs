//! The first visit to a page with a phone on a slow connection.

use crate::case::{Case, Measurement, Unit};
use crate::condition::Condition;
use crate::target::Target;
use crate::timing;
use browser_tests::Page;
use std::path::Path;

const PAGES: [(&str, &str); 3] =
    [("ladder", "/"), ("role page", "/roles/project-manager"), ("skills", "/skills")];

/// Returns a case for each page.
pub fn cases(sites: &Path) -> Vec<Case> {
    let case = |(label, url)| Case {
        label,
        condition: Condition::PHONE,
        sites: super::sites(sites, &Target::ALL, url),
        measure: Box::new(|page, target, url| Box::pin(measure(page, target, url))),
    };
    PAGES.into_iter().map(case).collect()
}

async fn measure(page: &Page, target: Target, url: &str) -> Result<Vec<Measurement>, String> {
    page.open_without_waiting(url).await;
    let first_paint = timing::first_paint(page).await?;
    let mut measurements = vec![Measurement::new("first paint", first_paint, Unit::Milliseconds)];
    let mut usable = first_paint;
    if target != Target::NoScript {
        usable = usable.max(timing::interactive(page).await?);
        measurements.push(Measurement::new("painted and interactive", usable, Unit::Milliseconds));
    }
    timing::wait_until_loaded(page).await;
    let before = timing::bytes_until(page, usable).await;
    measurements.push(Measurement::new("bytes until then", before, Unit::Bytes));
    let all = timing::bytes_until(page, f64::MAX).await;
    measurements.push(Measurement::new("bytes in all", all, Unit::Bytes));
    Ok(measurements)
}
