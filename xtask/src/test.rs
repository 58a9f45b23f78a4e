//! `cargo xtask test`: all checks and tests, the quickest first.

use crate::build::{self, build_std};
use crate::process::{self, cargo};
use crate::tools::{self, rust_src, wasm_target};
use crate::{budget, chromium, project};
use anyhow::Result;
use lexopt::Parser;
use std::ffi::OsStr;
use std::panic::resume_unwind;
use std::process::Command;
use std::thread;
use std::time::Instant;

/// Runs the steps in order and stops at the first failure.
pub fn run(mut arguments: Parser) -> Result<()> {
    if let Some(argument) = arguments.next()? {
        return Err(argument.unexpected().into());
    }
    let mut report = Report::default();
    let outcome = run_steps(&mut report);
    report.print();
    outcome
}

/// Compiles missing tools in the background, because that takes minutes and mostly one core.
fn run_steps(report: &mut Report) -> Result<()> {
    thread::scope(|scope| {
        let tools = scope.spawn(tools::compile);
        steps(report, || tools.join().unwrap_or_else(|why| resume_unwind(why)))
    })
}

fn steps(report: &mut Report, tools: impl FnOnce() -> Result<()>) -> Result<()> {
    report.step("Formatting", "seconds", |_| {
        process::run(cargo().args(["fmt", "--all", "--check"]), "Run `cargo fmt --all`.")
    })?;
    let axe = report.step("Browser and axe-core", "1 minute the first time", |_| {
        chromium::ensure()?;
        wasm_target::ensure()?;
        rust_src::ensure();
        tools::axe::ensure()
    })?;
    report.step("Clippy", "2 minutes the first time", |_| {
        run_clippy(cargo().args(["clippy", "--workspace", "--all-targets"]))
    })?;
    report.step("Clippy for the browser", "1 minute the first time", |_| {
        let mut clippy = cargo();
        clippy.args(["clippy", "--release", "--target", "wasm32-unknown-unknown"]);
        clippy.args(["--package", "career-ladder", "--package", "reader"]);
        clippy.args(["--no-default-features", "--features", "career-ladder/csr,reader/worker"]);
        build_std::share_macros(&mut clippy);
        run_clippy(&mut clippy)
    })?;
    report.step("Tests without a browser", "3 minutes the first time", |counts| {
        let tests = ["test", "--workspace", "--exclude", "browser-tests", "--no-fail-fast"];
        counts.run(&tests, &[], "A test failed; see above.")
    })?;
    report.step("Tools", "minutes the first time", |_| {
        tools()?;
        tools::ensure()
    })?;
    report.step("Release build", "4 minutes the first time", |_| build_site_and_tests())?;
    report.step("Size budget", "seconds", |_| budget::check(&project::dist()))?;
    report.step("Tests in a browser", "2 minutes the first time", |counts| {
        let tests =
            ["test", "--package", "browser-tests", "--no-fail-fast", "--", "--test-threads=2"];
        let message =
            "A browser test failed; see above, and the screenshot in target/browser-failures/.";
        counts.run(&tests, &[("AXE", axe.as_os_str())], message)
    })
}

/// Compiles the browser tests along with the site, because linking the site uses one core.
fn build_site_and_tests() -> Result<()> {
    thread::scope(|scope| {
        let tests = scope.spawn(|| {
            let mut compile = cargo();
            compile.args(["test", "--package", "browser-tests", "--no-run"]);
            process::run_quietly(&mut compile, "The browser tests do not compile; see above.")
        });
        build::default_site()?;
        tests.join().unwrap_or_else(|why| resume_unwind(why))
    })
}

fn run_clippy(clippy: &mut Command) -> Result<()> {
    process::run(clippy.args(["--", "-D", "warnings"]), "Clippy found problems; see above.")
}

/// The duration of each step, and the number of tests that passed and failed.
#[derive(Default)]
struct Report {
    steps: Vec<(&'static str, u64)>,
    counts: Counts,
}

impl Report {
    fn step<T>(
        &mut self,
        name: &'static str,
        time: &str,
        work: impl FnOnce(&mut Counts) -> Result<T>,
    ) -> Result<T> {
        println!("\n── {name} ({time})");
        let start = Instant::now();
        let outcome = work(&mut self.counts);
        self.steps.push((name, start.elapsed().as_secs()));
        outcome
    }

    fn print(&self) {
        println!();
        for (name, seconds) in &self.steps {
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
    fn run(&mut self, tests: &[&str], variables: &[(&str, &OsStr)], message: &str) -> Result<()> {
        let mut cargo = cargo();
        cargo.args(tests).envs(variables.iter().copied());
        process::run_reading(&mut cargo, message, |line| self.add(line))
    }

    /// Adds the counts of a line such as `test result: ok. 3 passed; 0 failed; …`.
    fn add(&mut self, line: &str) {
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
    fn the_counts_of_all_test_programs_are_added_up() {
        let mut counts = Counts::default();
        counts.add("test result: ok. 12 passed; 0 failed; 1 ignored; 0 measured; finished in 0.1s");
        counts.add("test result: FAILED. 3 passed; 2 failed; 0 ignored");
        counts.add("test a::b ... ok");
        assert_eq!((counts.passed, counts.failed), (15, 2));
    }
}
