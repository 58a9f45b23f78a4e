//! A running Firefox. Starting it takes seconds, so it is kept in a pool; each test gets a new container,
//! in which everything that pages store is separate.

use crate::chromedriver::find_program;
use crate::marionette::Marionette;
use serde_json::{Value, json};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};
use thirtyfour::{FirefoxCapabilities, WebDriver, WindowHandle};

/// Settings that make Firefox quiet, reproducible and unable to reach any other host. Marionette adds those
/// that geckodriver sets.
const SETTINGS: &str = r#"
    user_pref("marionette.port", 0);
    user_pref("network.dns.disabled", true);
    user_pref("app.normandy.enabled", false);
    user_pref("browser.shell.checkDefaultBrowser", false);
    user_pref("browser.sessionstore.resume_from_crash", false);
    user_pref("datareporting.policy.dataSubmissionEnabled", false);
    user_pref("intl.locale.requested", "en-US");
    user_pref("intl.accept_languages", "en-US, en");
    user_pref("privacy.userContext.enabled", true);
    user_pref("browser.download.folderList", 2);
    user_pref("ui.useOverlayScrollbars", 1);
    user_pref("dom.events.testing.asyncClipboard", true);
"#;

/// Runs a program until the other end of its input is closed, which happens even if the test run is killed,
/// and then removes the profile.
const RUN: &str = r#""$@" >/dev/null 2>&1 & read -r _; kill $!; wait $!; rm -rf "$0""#;

/// What Firefox does for the tests beyond WebDriver.
const FUNCTIONS: &str = include_str!("firefox.js");

/// The browsers that no test is using.
static POOL: Mutex<Vec<Process>> = Mutex::new(Vec::new());

/// A running Firefox; exits when it is dropped.
struct Process {
    port: u16,
    _process: Child,
}

impl Process {
    async fn start() -> Self {
        static COUNT: AtomicUsize = AtomicUsize::new(0);
        let number = COUNT.fetch_add(1, Ordering::Relaxed);
        let profile = std::env::temp_dir().join(format!("firefox-{}-{number}", std::process::id()));
        std::fs::create_dir_all(&profile).expect("the profile folder should be created");
        std::fs::write(profile.join("user.js"), SETTINGS).expect("the settings should be written");
        let process = Command::new("sh")
            .args(["-c", RUN])
            .arg(&profile)
            .arg(find_program("FIREFOX", &["firefox-esr", "firefox"]))
            .args(["--headless", "--no-remote", "--marionette", "--remote-allow-system-access"])
            .arg("--profile")
            .arg(&profile)
            .envs([("MOZ_HEADLESS_WIDTH", "1600"), ("MOZ_HEADLESS_HEIGHT", "1200")])
            .stdin(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap_or_else(|error| panic!("Firefox does not start: {error}"));
        let port = crate::wait::poll(async || port(&profile)).await;
        Self { port: port.expect("Firefox should write its port"), _process: process }
    }
}

/// Returns the port that Firefox wrote to its profile.
fn port(profile: &Path) -> Option<u16> {
    std::fs::read_to_string(profile.join("MarionetteActivePort")).ok()?.trim().parse().ok()
}

/// A container in a running Firefox.
pub(crate) struct Firefox {
    process: Process,
    marionette: Marionette,
}

impl Firefox {
    /// Starts a session with a new container, in a pooled browser or one of its own.
    pub(crate) async fn start(is_pooled: bool) -> (Self, WebDriver) {
        let idle = POOL.lock().unwrap_or_else(PoisonError::into_inner).pop().filter(|_| is_pooled);
        let process = match idle {
            Some(process) => process,
            None => Process::start().await,
        };
        let marionette = Marionette::connect(process.port).await.expect("Firefox should listen");
        let driver = WebDriver::builder("http://firefox", FirefoxCapabilities::new())
            .client(marionette.clone())
            .await
            .unwrap_or_else(|error| panic!("Firefox starts no session: {error}"));
        let firefox = Self { process, marionette };
        let tab = handle(&firefox.call("newProfile", json!([])).await);
        driver.switch_to_window(tab).await.expect("the new tab should exist");
        (firefox, driver)
    }

    /// Opens another tab in the same container.
    pub(crate) async fn open_tab(&self) -> WindowHandle {
        handle(&self.call("newTab", json!([])).await)
    }

    /// Calls a function of `firefox.js`.
    pub(crate) async fn call(&self, function: &str, parameters: Value) -> Value {
        let mut arguments = vec![json!(function)];
        arguments.extend(parameters.as_array().into_iter().flatten().cloned());
        self.marionette.execute_privileged(FUNCTIONS, Value::from(arguments)).await
    }

    /// Makes the browser available to the next test.
    pub(crate) fn return_to_pool(self) {
        POOL.lock().unwrap_or_else(PoisonError::into_inner).push(self.process);
    }
}

fn handle(value: &Value) -> WindowHandle {
    value.as_str().expect("a new tab should have a handle").to_owned().into()
}
