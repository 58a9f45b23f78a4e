//! Accessibility checks with axe-core, with every rule enabled.

use crate::{page::Page, project};
use std::time::Duration;

/// Runs axe-core on the document and returns one line per violation.
const RUN_AXE: &str = "
    const done = arguments[arguments.length - 1];
    const line = ({ id, help, nodes }) =>
        `${id}: ${help}: ` + nodes.slice(0, 5)
            .map(({ html, failureSummary }) => html.slice(0, 160) + ' ' + failureSummary.slice(0, 300)).join(' | ');
    axe.run(document, { resultTypes: ['violations'] })
        .then(({ violations }) => done(violations.map(line)), (error) => done([String(error)]));
";

impl Page {
    /// Asserts that axe-core reports no violation on the page in its current state.
    pub async fn assert_accessible(&self) {
        let violations = self.axe_violations().await;
        if !violations.is_empty() {
            panic!("axe-core on {}:\n{}", self.url().await, violations.join("\n"));
        }
    }

    /// Returns the violations that axe-core reports, one line per rule.
    pub async fn axe_violations(&self) -> Vec<String> {
        let driver = self.driver();
        if self.execute("return typeof axe").await == "undefined" {
            driver.execute(axe_script(), Vec::new()).await.expect("axe-core should load");
        }
        let timeout = Duration::from_secs(60);
        driver.set_script_timeout(timeout).await.expect("the timeout should be accepted");
        let violations = driver.execute_async(RUN_AXE, Vec::new()).await;
        violations.expect("axe-core should run").convert().expect("axe-core should return a list")
    }
}

fn axe_script() -> String {
    let file = project::axe();
    std::fs::read_to_string(&file).unwrap_or_else(|error| {
        panic!("axe-core is missing ({}: {error}); `cargo xtask test` installs it", file.display())
    })
}
