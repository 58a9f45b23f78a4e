//! Chromium's driver, and what programs say when they start.

use std::io::{BufRead, BufReader, Read, copy, sink};
use std::process::{Child, Command, Stdio};
use std::thread;

/// Runs a program until nobody holds the other end of its input any more, which comes about however a
/// run of the tests ends.
const RUN: &str = r#""$@" & exec >&- 2>&-; read -r _; kill $!"#;

/// How often a driver may find the port it chose taken before something else must be wrong.
const TRIES: usize = 5;

/// A running driver; ends when it is dropped.
pub(crate) struct Driver {
    /// Where it listens.
    pub(crate) port: u16,
    _process: Child,
}

impl Driver {
    /// Starts one. A driver chooses a free port for one kind of address and takes the same number for
    /// the other, where another program may have been first; then it ends at once, and the next one
    /// chooses anew.
    pub(crate) fn start() -> Self {
        let program = program("CHROMEDRIVER", &["chromedriver"]);
        for _ in 0..TRIES {
            let mut process = Command::new("sh")
                .args(["-c", RUN, "sh", &program, "--port=0"])
                .stdin(Stdio::piped())
                .stdout(Stdio::piped())
                .stderr(Stdio::null())
                .spawn()
                .unwrap_or_else(|error| panic!("{program} does not start: {error}"));
            let port = said(process.stdout.take().expect("its words"), "successfully on port ");
            if let Some(port) = port.and_then(|port| port.trim_end_matches('.').parse().ok()) {
                return Self { port, _process: process };
            }
            let _ = process.wait();
        }
        panic!("{program} ended {TRIES} times without a word about its port");
    }
}

/// What a program says behind these words, in the same line; none where it ends without them.
pub(crate) fn said(output: impl Read + Send + 'static, words: &str) -> Option<String> {
    let mut lines = BufReader::new(output);
    let mut line = String::new();
    while lines.read_line(&mut line).ok()? > 0 {
        if let Some((_, said)) = line.split_once(words) {
            let said = said.trim_end().to_owned();
            // Read on, so that the program never waits for someone to take its words.
            thread::spawn(move || copy(&mut lines, &mut sink()));
            return Some(said);
        }
        line.clear();
    }
    None
}

/// The program a variable names, or else the first of `names` that is on PATH.
pub(crate) fn program(variable: &str, names: &[&str]) -> String {
    std::env::var(variable).unwrap_or_else(|_| {
        let path = std::env::var_os("PATH").unwrap_or_default();
        std::env::split_paths(&path)
            .flat_map(|folder| names.iter().map(move |name| folder.join(name)))
            .find(|file| file.is_file())
            .map_or_else(
                || {
                    panic!(
                        "{} was not found: install it, or name it in {variable}",
                        names.join(" or ")
                    )
                },
                |file| file.display().to_string(),
            )
    })
}
