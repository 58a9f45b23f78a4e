//! `cargo xtask test`: everything that has to hold before a change is done, quickest first.

use crate::process::{self, cargo};
use crate::tools::{self, wasm_target};
use crate::{budget, build, chromium, project};
use anyhow::Result;
use lexopt::Parser;
use std::ffi::OsStr;
use std::panic::resume_unwind;
use std::thread;
use std::time::Instant;

/// Runs part after part and stops at the first that fails.
pub fn run(mut arguments: Parser) -> Result<()> {
    if let Some(argument) = arguments.next()? {
        return Err(argument.unexpected().into());
    }
    let mut report = Report::default();
    let outcome = parts(&mut report);
    report.print();
    outcome
}

/// Compiling tools, which where they are missing takes longest and for long stretches one core, begins
/// at once and goes on beside what can do without them.
fn parts(report: &mut Report) -> Result<()> {
    thread::scope(|scope| {
        let tools = scope.spawn(tools::compile);
        steps(report, || tools.join().unwrap_or_else(|why| resume_unwind(why)))
    })
}

fn steps(report: &mut Report, tools: impl FnOnce() -> Result<()>) -> Result<()> {
    report.part("Formatting", "seconds", |_| {
        process::run(
            cargo().args(["fmt", "--all", "--check"]),
            "The formatting differs: run `cargo fmt --all`.",
        )
    })?;
    let axe =
        report.part("Browser and axe-core", "seconds, a minute where they are missing", |_| {
            chromium::ensure()?;
            wasm_target::ensure()?;
            tools::axe::ensure()
        })?;
    report.part("Clippy", "2 minutes the first time", |_| {
        clippy(&["--workspace", "--all-targets"])
    })?;
    report.part("Clippy, as built for the browser", "1 minute the first time", |_| {
        let target = ["--target", "wasm32-unknown-unknown"];
        let page = ["--package", "career-ladder", "--no-default-features", "--features", "csr"];
        clippy(&[&page[..], &target].concat())?;
        clippy(&[&["--package", "reader", "--features", "worker"][..], &target].concat())
    })?;
    report.part("Tests without a browser", "3 minutes the first time", |counts| {
        let tests = ["test", "--workspace", "--exclude", "browser-tests", "--no-fail-fast"];
        counts.run(&tests, &[], "A test failed: its name and reason stand above.")
    })?;
    report.part("Tools, what was left to do", "some minutes the first time", |_| {
        tools()?;
        tools::ensure()
    })?;
    report.part("The site as it would be hosted", "4 minutes the first time", |_| build::site())?;
    report.part("Bytes", "seconds", |_| budget::check(&project::dist()))?;
    report.part("Tests in a browser", "2 minutes the first time", |counts| {
        let tests = ["test", "--package", "browser-tests", "--no-fail-fast", "--", "--test-threads=2"];
        let trouble = "A browser test failed: its name and reason stand above, a picture is in target/browser-failures/.";
        counts.run(&tests, &[("AXE", axe.as_os_str())], trouble)
    })
}

fn clippy(scope: &[&str]) -> Result<()> {
    process::run(
        cargo().arg("clippy").args(scope).args(["--", "-D", "warnings"]),
        "Clippy has something to say: mend what stands above.",
    )
}

/// How long each part took, and how many tests passed and failed.
#[derive(Default)]
struct Report {
    parts: Vec<(&'static str, u64)>,
    counts: Counts,
}

impl Report {
    fn part<T>(
        &mut self,
        name: &'static str,
        time: &str,
        work: impl FnOnce(&mut Counts) -> Result<T>,
    ) -> Result<T> {
        println!("\n── {name} ({time})");
        let start = Instant::now();
        let outcome = work(&mut self.counts);
        self.parts.push((name, start.elapsed().as_secs()));
        outcome
    }

    fn print(&self) {
        println!();
        for (name, seconds) in &self.parts {
            println!("{seconds:>5} s  {name}");
        }
        println!("{} passed, {} failed", self.counts.passed, self.counts.failed);
    }
}

#[derive(Default)]
struct Counts {
    passed: u32,
    failed: u32,
}

impl Counts {
    fn run(&mut self, tests: &[&str], variables: &[(&str, &OsStr)], trouble: &str) -> Result<()> {
        let mut cargo = cargo();
        cargo.args(tests).envs(variables.iter().copied());
        process::run_reading(&mut cargo, trouble, |line| self.read(line))
    }

    /// Adds the counts of a line such as `test result: ok. 3 passed; 0 failed; …`.
    fn read(&mut self, line: &str) {
        let Some((_, result)) = line.split_once("test result: ") else { return };
        let words: Vec<&str> = result.split([' ', ';']).collect();
        for pair in words.windows(2) {
            let [number, word] = pair else { continue };
            let number = number.parse().unwrap_or(0);
            match *word {
                "passed" => self.passed += number,
                "failed" => self.failed += number,
                _ => {}
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Counts;

    #[test]
    fn counts_add_up() {
        let mut counts = Counts::default();
        counts
            .read("test result: ok. 12 passed; 0 failed; 1 ignored; 0 measured; finished in 0.1s");
        counts.read("test result: FAILED. 3 passed; 2 failed; 0 ignored");
        counts.read("test a::b ... ok");
        assert_eq!((counts.passed, counts.failed), (15, 2));
    }
}
