//! ChromeDriver, and functions to start programs and read their output.

use std::io::{BufRead, BufReader, Read, copy, sink};
use std::process::{Child, Command, Stdio};
use std::thread;

/// Runs a program until the other end of its input is closed, which happens even if the test run is
/// killed.
const RUN: &str = r#""$@" & exec >&- 2>&-; read -r _; kill $!"#;

/// How often to try again when the port that ChromeDriver chose is taken.
const ATTEMPTS: usize = 5;

/// A running ChromeDriver; exits when it is dropped.
pub(crate) struct ChromeDriver {
    /// The port that it listens on.
    pub(crate) port: u16,
    _process: Child,
}

impl ChromeDriver {
    /// Starts ChromeDriver. It picks a free IPv4 port and uses the same number for IPv6, where it may be
    /// taken; then it exits at once, and the next attempt picks another port.
    pub(crate) fn start() -> Self {
        let program = find_program("CHROMEDRIVER", &["chromedriver"]);
        for _ in 0..ATTEMPTS {
            let mut process = Command::new("sh")
                .args(["-c", RUN, "sh", &program, "--port=0"])
                .stdin(Stdio::piped())
                .stdout(Stdio::piped())
                .stderr(Stdio::null())
                .spawn()
                .unwrap_or_else(|error| panic!("{program} does not start: {error}"));
            let stdout = process.stdout.take().expect("stdout is piped");
            let port = read_after(stdout, "successfully on port ");
            if let Some(port) = port.and_then(|port| port.trim_end_matches('.').parse().ok()) {
                return Self { port, _process: process };
            }
            let _ = process.wait();
        }
        panic!("{program} exited {ATTEMPTS} times without printing its port");
    }
}

/// Returns the rest of the first line that contains `prefix`, or `None` if the output ends without it.
pub(crate) fn read_after(output: impl Read + Send + 'static, prefix: &str) -> Option<String> {
    let mut lines = BufReader::new(output);
    let mut line = String::new();
    while lines.read_line(&mut line).ok()? > 0 {
        if let Some((_, rest)) = line.split_once(prefix) {
            let rest = rest.trim_end().to_owned();
            // Keep reading, so that the program never blocks on a full pipe.
            thread::spawn(move || copy(&mut lines, &mut sink()));
            return Some(rest);
        }
        line.clear();
    }
    None
}

/// Returns the program that an environment variable names, or the first of `names` on PATH.
pub(crate) fn find_program(variable: &str, names: &[&str]) -> String {
    std::env::var(variable).unwrap_or_else(|_| {
        let path = std::env::var_os("PATH").unwrap_or_default();
        let file = std::env::split_paths(&path)
            .flat_map(|folder| names.iter().map(move |name| folder.join(name)))
            .find(|file| file.is_file());
        let Some(file) = file else {
            panic!("{} not found: install it, or set {variable}", names.join(" or "))
        };
        file.display().to_string()
    })
}
