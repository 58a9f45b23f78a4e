//! axe-core: what a machine can find about accessibility, with no rule disabled.

use crate::{page::Page, project};
use std::path::Path;
use std::time::Duration;

/// Sends axe's whole set of rules over the page and gives back one line a violation.
const RUN: &str = "
    const done = arguments[arguments.length - 1];
    const line = ({ id, help, nodes }) =>
        `${id}: ${help}: ` + nodes.slice(0, 5).map((node) => node.html.slice(0, 160)).join(' | ');
    axe.run(document, { resultTypes: ['violations'] })
        .then(({ violations }) => done(violations.map(line)), (error) => done([String(error)]));
";

impl Page {
    /// Asserts that axe-core finds nothing wrong on the page as it is now.
    pub async fn assert_accessible(&self) {
        let violations = self.axe_violations().await;
        if !violations.is_empty() {
            panic!("axe-core on {}:\n{}", self.address().await, violations.join("\n"));
        }
    }

    /// What axe-core finds, one line a rule.
    pub async fn axe_violations(&self) -> Vec<String> {
        let driver = self.driver();
        if self.run("return typeof axe").await == "undefined" {
            driver.execute(script(&project::axe()), Vec::new()).await.expect("axe-core loads");
        }
        let patience = Duration::from_secs(60);
        driver.set_script_timeout(patience).await.expect("a timeout");
        let found = driver.execute_async(RUN, Vec::new()).await.expect("axe-core runs");
        found.convert().expect("axe-core's list")
    }
}

fn script(file: &Path) -> String {
    std::fs::read_to_string(file).unwrap_or_else(|error| {
        panic!("axe-core is missing ({}: {error}); `cargo xtask test` installs it", file.display())
    })
}
