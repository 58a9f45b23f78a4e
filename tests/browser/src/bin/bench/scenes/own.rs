//! A site whose own ladder is large. The other pages open it with a link.

use super::LARGE_LADDERS;
use crate::case::{Case, Measurement, Unit};
use crate::clock;
use crate::condition::Condition;
use crate::target::Target;
use crate::timing;
use browser_tests::Page;
use serde_json::{Value, json};
use std::path::Path;

/// Returns a case for each ladder and CPU speed.
pub fn cases(sites: &Path) -> Vec<Case> {
    let mut cases = Vec::new();
    for ladder in &LARGE_LADDERS {
        let mut compared = ladder.linked(sites);
        for site in compared.iter_mut().filter(|site| site.target == Target::Ours) {
            site.folder = sites.join("own").join(ladder.file);
            site.url = "/skills".to_owned();
        }
        for condition in Condition::BOTH_DESKTOPS {
            let wanted = json!({ "skills": ladder.skills });
            cases.push(Case {
                label: ladder.label,
                condition,
                sites: compared.clone(),
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
    let interactive = shown.max(timing::interactive(page).await?);
    Ok(vec![
        Measurement::new("matrix shown", shown, Unit::Milliseconds),
        Measurement::new("shown and interactive", interactive, Unit::Milliseconds),
    ])
}
