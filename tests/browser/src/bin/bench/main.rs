//! Measures our site and other implementations of it in turn, so that other load on the machine affects all
//! alike, and prints medians, spread, ratios and goals.
//!
//! `bench SITES [--runs N] [--quick] [SCENE…]`; `SITES` is a folder that `cargo xtask bench` assembles.
//! Without `--quick`, the tables are also written to docs/performance.md.
#![allow(clippy::panic, reason = "a developer tool: errors in a page are panics")]

mod bundled;
mod case;
mod clock;
mod condition;
mod document;
mod goals;
mod input;
mod options;
mod report;
mod run;
mod same_text;
mod scenes;
mod statistics;
mod target;
mod timing;

use options::Options;
use std::process::ExitCode;

#[tokio::main(flavor = "current_thread")]
async fn main() -> ExitCode {
    match measure().await {
        Ok(()) => ExitCode::SUCCESS,
        Err(sentence) => {
            eprintln!("\n{sentence}");
            ExitCode::FAILURE
        }
    }
}

async fn measure() -> Result<(), String> {
    let options = Options::parse(std::env::args().skip(1))?;
    eprintln!("Checking that all sites show the same text …");
    same_text::check(&options.sites).await?;
    let mut far_missed = Vec::new();
    for scene in options.scenes() {
        let cases = match scene.quick {
            Some(quick) if options.is_quick => quick,
            _ => scene.cases,
        };
        let (report, browser) = run::run(scene.name, &cases(&options.sites), options.runs).await?;
        println!("\n### {}\n\n{report}", scene.name);
        if options.is_quick {
            far_missed.extend(report.far_missed());
        } else {
            let runs = match options.runs {
                1 => "One run".to_owned(),
                runs => format!("Medians of {runs} runs, the middle half in brackets"),
            };
            let note = format!("{runs}; Chromium {browser}.");
            document::write(scene.name, &format!("{report}\n{note}"))?;
        }
    }
    if far_missed.is_empty() {
        return Ok(());
    }
    Err(format!("Far from the goal:\n{}", far_missed.join("\n")))
}
