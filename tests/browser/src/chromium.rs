//! Chromium and its driver: one of each for every test, with a new profile.

use std::process::Stdio;
use thirtyfour::common::capabilities::chromium::ChromiumLikeCapabilities;
use thirtyfour::{ChromeCapabilities, LoggingPrefsLogLevel, WebDriver};
use tokio::io::{AsyncBufReadExt, BufReader};
use tokio::process::{Child, Command};

/// Flags that make Chromium quiet, the same everywhere, and unable to reach any other host.
const FLAGS: &[&str] = &[
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--disable-dev-shm-usage",
    "--no-first-run",
    "--no-default-browser-check",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-extensions",
    "--hide-scrollbars",
    "--force-color-profile=srgb",
    "--lang=en-US",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
];

/// A running Chromium with its driver.
pub(crate) struct Chromium {
    pub(crate) driver: WebDriver,
    process: Child,
}

impl Chromium {
    /// Starts one, with an empty page.
    pub(crate) async fn start() -> Self {
        let (process, port) = driver_process().await;
        let driver = WebDriver::new(format!("http://127.0.0.1:{port}"), capabilities())
            .await
            .unwrap_or_else(|error| panic!("Chromium does not start: {error}"));
        Self { driver, process }
    }

    /// Ends the browser and its driver.
    pub(crate) async fn quit(mut self) {
        let _ = self.driver.quit().await;
        let _ = self.process.kill().await;
    }
}

/// How often a driver may find the port it chose taken before something else must be wrong.
const TRIES: usize = 5;

/// A running driver and its port. A driver chooses a free port for one kind of address and takes the
/// same number for the other, where another driver that starts at this moment may have been first;
/// then it ends at once, and the next one chooses anew.
async fn driver_process() -> (Child, u16) {
    let program = program("CHROMEDRIVER", &["chromedriver"]);
    for _ in 0..TRIES {
        let mut process = Command::new(&program)
            .arg("--port=0")
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .kill_on_drop(true)
            .spawn()
            .unwrap_or_else(|error| panic!("{program} does not start: {error}"));
        if let Some(port) = port_of(&mut process).await {
            return (process, port);
        }
    }
    panic!("{program} ended {TRIES} times without a word about its port");
}

fn capabilities() -> ChromeCapabilities {
    let mut wanted = ChromeCapabilities::new();
    let refused = "a capability that can be written";
    wanted.set_binary(&program("CHROMIUM", &["chromium", "google-chrome"])).expect(refused);
    for flag in FLAGS {
        wanted.add_arg(flag).expect(refused);
    }
    for log in ["browser", "performance"] {
        wanted.set_logging_prefs(log, LoggingPrefsLogLevel::All).expect(refused);
    }
    wanted
}

/// The program a variable names, or else the first of `names` that is on PATH.
fn program(variable: &str, names: &[&str]) -> String {
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

/// The port the driver says it took; none where it ends without one.
async fn port_of(process: &mut Child) -> Option<u16> {
    let output = process.stdout.take().expect("the driver's output");
    let mut lines = BufReader::new(output).lines();
    while let Ok(Some(line)) = lines.next_line().await {
        let port =
            line.split_once("successfully on port ").map(|(_, port)| port.trim_end_matches('.'));
        if let Some(port) = port.and_then(|port| port.parse().ok()) {
            // Read on, so that the driver never waits for someone to take its words.
            tokio::spawn(async move { while let Ok(Some(_)) = lines.next_line().await {} });
            return Some(port);
        }
    }
    None
}
