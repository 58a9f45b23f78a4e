//! `cargo xtask test`: all checks and tests, the quickest first.

use crate::browsers::Browser;
use crate::build::{self, build_std};
use crate::process::{self, cargo};
use crate::tools::{self, rust_src, wasm_target};
use crate::{budget, project};
use anyhow::{Result, bail};
use lexopt::{Arg, Parser, ValueExt};
use std::ffi::OsStr;
use std::fs;
use std::panic::resume_unwind;
use std::path::Path;
use std::process::Command;
use std::thread;
use std::time::Instant;

/// Runs the steps in order and stops at the first failure.
pub fn run(mut arguments: Parser) -> Result<()> {
    let mut browsers = vec![Browser::Chromium];
    while let Some(argument) = arguments.next()? {
        match argument {
            Arg::Long("browsers") => browsers = read_browsers(&arguments.value()?.string()?)?,
            other => return Err(other.unexpected().into()),
        }
    }
    let mut report = Report::default();
    let outcome = run_steps(&mut report, &browsers);
    report.print();
    outcome
}

/// Compiles missing tools in the background, because that takes minutes and mostly one core.
fn run_steps(report: &mut Report, browsers: &[Browser]) -> Result<()> {
    thread::scope(|scope| {
        let tools = scope.spawn(tools::compile);
        steps(report, browsers, || tools.join().unwrap_or_else(|why| resume_unwind(why)))
    })
}

/// Reads a list of browsers such as `chromium,firefox`, or `all`.
fn read_browsers(list: &str) -> Result<Vec<Browser>> {
    let read = |name: &str| match Browser::ALL.into_iter().find(|browser| browser.name() == name) {
        Some(browser) => Ok(vec![browser]),
        None if name == "all" => Ok(Browser::ALL.to_vec()),
        None => bail!("Unknown browser `{name}`. Use chromium, firefox, webkit or all."),
    };
    let browsers: Vec<_> = list.split(',').map(read).collect::<Result<_>>()?;
    Ok(browsers.concat())
}

fn steps(
    report: &mut Report,
    browsers: &[Browser],
    tools: impl FnOnce() -> Result<()> + Send,
) -> Result<()> {
    report.step("Formatting", "seconds", |_| {
        process::run(cargo().args(["fmt", "--all", "--check"]), "Run `cargo fmt --all`.")
    })?;
    // The whole suite runs in these browsers. In Firefox, a short walk runs anyway, if it can be had.
    let mut has_firefox = browsers.contains(&Browser::Firefox);
    let axe = report.step("Browsers and axe-core", "1 minute the first time", |_| {
        browsers.iter().try_for_each(|browser| browser.ensure())?;
        if let Err(error) = Browser::Firefox.ensure() {
            println!("Continuing without the walk in Firefox. {error}");
        } else {
            has_firefox = true;
        }
        wasm_target::ensure()?;
        rust_src::ensure();
        tools::axe::ensure()
    })?;
    let name = "Clippy, tests without a browser, and the release build";
    report.step(name, "10 minutes the first time", |counts| {
        thread::scope(|scope| {
            // At the same time, because linking and splitting the site use one core. The two write into
            // different parts of the target folder.
            let site = scope.spawn(|| {
                check_for_browser()?;
                tools()?;
                tools::ensure()?;
                build::default_site()
            });
            let tests = run_clippy(cargo().args(["clippy", "--workspace", "--all-targets"]))
                .and_then(|()| run_native_tests(counts));
            let site = site.join().unwrap_or_else(|why| resume_unwind(why));
            tests.and(site)
        })
    })?;
    report.step("Size budget", "seconds", |_| budget::check(&project::dist()))?;
    for &browser in browsers {
        let name = format!("Tests in {}", browser.title());
        report.step(&name, "minutes", |counts| {
            counts.run_in(browser, &axe, &["--no-fail-fast", "--", "--test-threads=2"])
        })?;
    }
    if browsers.len() == Browser::ALL.len() {
        report.step("Old versions of Chromium", "1 minute the first time", |counts| {
            match tools::old_chromium::ensure() {
                Ok(programs) => counts.run(
                    &[
                        "test",
                        "--package",
                        "browser-tests",
                        "--test",
                        "site",
                        "--",
                        "--ignored",
                        "old_chromium",
                    ],
                    &[("OLD_CHROMIUM", &programs)],
                    "A page does not work in an old Chromium; see above.",
                ),
                Err(error) => {
                    println!("Continuing without old versions of Chromium. {error}");
                    Ok(())
                }
            }
        })?;
    }
    if has_firefox && !browsers.contains(&Browser::Firefox) {
        report.step("Walk in Firefox", "1 minute", |counts| {
            counts.run_in(
                Browser::Firefox,
                &axe,
                &["--test", "site", "--", "walk::", "--test-threads=2"],
            )
        })?;
    }
    Ok(())
}

/// Runs all tests but the browser tests, and compiles these.
fn run_native_tests(counts: &mut Counts) -> Result<()> {
    let tests = ["test", "--workspace", "--exclude", "browser-tests", "--no-fail-fast"];
    counts.run(&tests, &[], "A test failed; see above.")?;
    let mut compile = cargo();
    compile.args(["test", "--package", "browser-tests", "--no-run"]);
    process::run_quietly(&mut compile, "The browser tests do not compile; see above.")
}

/// Clippy for the code that runs in the browser.
fn check_for_browser() -> Result<()> {
    let mut clippy = cargo();
    clippy.args(["clippy", "--release", "--target", "wasm32-unknown-unknown"]);
    clippy.args(["--package", "career-ladder", "--package", "reader"]);
    clippy.args(["--no-default-features", "--features", "career-ladder/csr,reader/worker"]);
    build_std::share_macros(&mut clippy);
    run_clippy(&mut clippy)
}

fn run_clippy(clippy: &mut Command) -> Result<()> {
    process::run(clippy.args(["--", "-D", "warnings"]), "Clippy found problems; see above.")
}

/// The duration of each step, and the number of tests that passed and failed.
#[derive(Default)]
struct Report {
    steps: Vec<(String, u64)>,
    counts: Counts,
}

impl Report {
    fn step<T>(
        &mut self,
        name: &str,
        time: &str,
        work: impl FnOnce(&mut Counts) -> Result<T>,
    ) -> Result<T> {
        println!("\n── {name} ({time})");
        let start = Instant::now();
        let outcome = work(&mut self.counts);
        self.steps.push((name.to_owned(), start.elapsed().as_secs()));
        outcome
    }

    fn print(&self) {
        println!();
        for (name, seconds) in &self.steps {
            println!("{seconds:>5} s  {name}");
        }
        let Counts { passed, failed, skipped } = self.counts;
        let skipped = if skipped > 0 { format!(", {skipped} skipped") } else { String::new() };
        println!("{passed} passed, {failed} failed{skipped}");
    }
}

#[derive(Default)]
struct Counts {
    passed: u32,
    failed: u32,
    skipped: u32,
}

impl Counts {
    /// Runs browser tests. Afterwards shows those that the browser cannot run, with the reason.
    fn run_in(&mut self, browser: Browser, axe: &Path, arguments: &[&str]) -> Result<()> {
        let skipped = project::root().join("target/browser-skipped").join(browser.name());
        let skipped = skipped.with_extension("txt");
        let _ = fs::remove_file(&skipped);
        let tests = [&["test", "--package", "browser-tests"][..], arguments].concat();
        let variables = [("AXE", axe.as_os_str()), ("BROWSER", OsStr::new(browser.name()))];
        let message =
            "A browser test failed; see above, and the screenshot in target/browser-failures/.";
        let outcome = self.run(&tests, &variables, message);
        let skipped = fs::read_to_string(&skipped).unwrap_or_default();
        if !skipped.is_empty() {
            println!("Skipped in {} (docs/browsers.md says why):\n{skipped}", browser.title());
        }
        // The test program counts them as passed.
        let count = u32::try_from(skipped.lines().count()).unwrap_or_default();
        self.skipped += count;
        self.passed = self.passed.saturating_sub(count);
        outcome
    }

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
    use super::{Counts, read_browsers};
    use crate::browsers::Browser;

    #[test]
    fn browsers_are_named_one_by_one_or_all_at_once() {
        assert_eq!(read_browsers("all").ok(), Some(Browser::ALL.to_vec()));
        let two = vec![Browser::Chromium, Browser::WebKit];
        assert_eq!(read_browsers("chromium,webkit").ok(), Some(two));
        assert!(read_browsers("opera").is_err());
    }

    #[test]
    fn the_counts_of_all_test_programs_are_added_up() {
        let mut counts = Counts::default();
        counts.add("test result: ok. 12 passed; 0 failed; 1 ignored; 0 measured; finished in 0.1s");
        counts.add("test result: FAILED. 3 passed; 2 failed; 0 ignored");
        counts.add("test a::b ... ok");
        assert_eq!((counts.passed, counts.failed), (15, 2));
    }
}
