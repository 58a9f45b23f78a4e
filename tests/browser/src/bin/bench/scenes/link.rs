//! A large ladder is opened with a link that names it.

use super::LARGE_LADDERS;
use crate::case::{Case, Measurement, Unit};
use crate::clock;
use crate::condition::Condition;
use browser_tests::Page;
use serde_json::{Value, json};
use std::path::Path;

/// Returns a case for each ladder and CPU speed.
pub fn cases(sites: &Path) -> Vec<Case> {
    let mut cases = Vec::new();
    for ladder in &LARGE_LADDERS {
        for condition in Condition::BOTH_DESKTOPS {
            let wanted = json!({ "skills": ladder.skills });
            cases.push(Case {
                label: ladder.label,
                condition,
                sites: ladder.linked(sites),
                measure: Box::new(move |page, _, url| Box::pin(measure(page, url, wanted.clone()))),
            });
        }
    }
    cases
}

async fn measure(page: &Page, url: &str, wanted: Value) -> Result<Vec<Measurement>, String> {
    clock::arm_from_start(page, &wanted).await;
    page.open_without_waiting(url).await;
    let shown = clock::time(page).await?;
    let mut measurements = vec![Measurement::new("matrix shown", shown, Unit::Milliseconds)];
    let memory = page.evaluate("bench.wasmBytes()").await.as_f64().unwrap_or_default();
    if memory > 0.0 {
        measurements.push(Measurement::new("memory of the program", memory, Unit::Memory));
    }
    Ok(measurements)
}
