//! Measures our pages and others alternately and prints the ratios, so that other load on the machine
//! affects all alike.
//!
//! `bench SITE [--runs N] [SCENARIO…]`; `SITE` is a folder that `cargo xtask bench` assembles.
//! To add a scenario, add a file and list it in [`SCENARIOS`].
#![allow(clippy::panic, reason = "a developer tool: errors are panics")]

mod first_paint;
mod matrix;
mod measure;
mod report;
mod scenario;

use report::Report;
use scenario::{CpuSpeed, Scenario};
use std::path::{Path, PathBuf};

/// All scenarios.
const SCENARIOS: &[fn(&Path) -> Vec<Scenario>] = &[first_paint::scenarios, matrix::scenarios];

/// The default number of runs; the report shows medians.
const RUNS: usize = 9;

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let mut arguments = std::env::args().skip(1);
    let site = PathBuf::from(
        arguments.next().unwrap_or_else(|| panic!("usage: bench SITE [--runs N] [SCENARIO…]")),
    );
    let (mut runs, mut wanted) = (RUNS, Vec::new());
    while let Some(argument) = arguments.next() {
        match argument.as_str() {
            "--runs" => {
                let number = arguments.next().and_then(|number| number.parse().ok());
                runs = number.unwrap_or_else(|| panic!("--runs needs a number"));
            }
            _ => wanted.push(argument),
        }
    }
    let scenarios = SCENARIOS.iter().flat_map(|scenarios| scenarios(&site));
    let is_wanted = |scenario: &Scenario| {
        wanted.is_empty() || wanted.iter().any(|word| scenario.name.contains(word.as_str()))
    };
    for scenario in scenarios.filter(is_wanted) {
        let mut report = Report::new(&scenario);
        for run in 1..=runs {
            for speed in CpuSpeed::ALL {
                for candidate in &scenario.candidates {
                    eprint!(
                        "\r{}: run {run} of {runs}, {}, {}   ",
                        scenario.name,
                        speed.label(),
                        candidate.name
                    );
                    for measurement in measure::measure(&site, &scenario, candidate, speed).await {
                        report.add(candidate, speed, measurement);
                    }
                }
            }
        }
        eprintln!();
        println!("{report}");
    }
}
