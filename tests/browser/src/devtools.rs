//! A running Chromium that takes DevTools commands through a pipe.

use crate::chromedriver;
use serde_json::{Value, json};
use std::io::{BufRead, BufReader, Write};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};
use std::sync::atomic::{AtomicUsize, Ordering};

/// Flags that make Chromium quiet, reproducible and unable to reach any other host. It prints its
/// debugging address, takes commands through a pipe, and exits when the pipe is closed.
const FLAGS: &[&str] = &[
    "--headless",
    "--no-startup-window",
    "--remote-debugging-port=0",
    "--remote-debugging-pipe",
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
    // The flags that ChromeDriver sets when it starts Chromium itself.
    "--allow-pre-commit-input",
    "--disable-background-timer-throttling",
    "--disable-backgrounding-occluded-windows",
    "--disable-client-side-phishing-detection",
    "--disable-default-apps",
    // Chromium ignores changes of the address that come faster than a visitor could make them.
    "--disable-ipc-flooding-protection",
    "--disable-hang-monitor",
    "--disable-popup-blocking",
    "--disable-prompt-on-repost",
    "--enable-automation",
    "--no-service-autorun",
    "--password-store=basic",
    "--test-type=webdriver",
    "--use-mock-keychain",
    // The last three are pages of the address bar: not needed here, and a third of the startup time.
    "--disable-features=IgnoreDuplicateNavs,Prewarm,WebUIOmniboxPopup,WebUIOmniboxFullPopup,WebUIOmniboxAimPopup",
];

/// Runs a program with a temporary folder for its files, connects our pipe to the file descriptors that
/// Chromium expects, and removes the folder afterwards, even if the test run is killed.
const RUN: &str =
    r#"TMPDIR="$0" "$@" --user-data-dir="$0" 3<&0 4>&1 </dev/null >/dev/null; rm -rf "$0""#;

/// A running Chromium; exits when it is dropped.
pub(crate) struct DevTools {
    commands: ChildStdin,
    messages: BufReader<ChildStdout>,
    last_id: u64,
    /// Host and port of the debugging endpoint.
    pub(crate) address: String,
    _process: Child,
}

impl DevTools {
    /// Starts a browser without a window.
    pub(crate) fn start(program: &str) -> Self {
        static COUNT: AtomicUsize = AtomicUsize::new(0);
        let number = COUNT.fetch_add(1, Ordering::Relaxed);
        // A short path, because Chromium creates sockets in the folder.
        let folder = std::env::temp_dir().join(format!("browser-{}-{number}", std::process::id()));
        std::fs::create_dir_all(&folder).expect("the profile folder should be created");
        let mut process = Command::new("sh")
            .args(["-c", RUN])
            .arg(folder)
            .arg(program)
            .args(FLAGS)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap_or_else(|error| panic!("Chromium does not start: {error}"));
        let stderr = process.stderr.take().expect("stderr is piped");
        let address = chromedriver::read_after(stderr, "listening on ws://");
        let address = address.expect("Chromium should print its debugging address");
        Self {
            commands: process.stdin.take().expect("stdin is piped"),
            messages: BufReader::new(process.stdout.take().expect("stdout is piped")),
            last_id: 0,
            address: address.split('/').next().unwrap_or_default().to_owned(),
            _process: process,
        }
    }

    /// Sends a command to the browser itself, independent of any page, and returns its result.
    pub(crate) fn send(&mut self, command: &str, arguments: &Value) -> Value {
        self.send_message(json!({ "method": command, "params": arguments }))
    }

    /// Sends a command to a page, by the id of the session that is attached to it, and returns its result.
    pub(crate) fn send_to(&mut self, session: &str, command: &str, arguments: &Value) -> Value {
        self.send_message(json!({ "method": command, "params": arguments, "sessionId": session }))
    }

    fn send_message(&mut self, mut message: Value) -> Value {
        self.last_id += 1;
        message["id"] = json!(self.last_id);
        write!(self.commands, "{message}\0").expect("Chromium should accept the command");
        loop {
            let mut answer = Vec::new();
            self.messages.read_until(0, &mut answer).expect("Chromium should answer");
            answer.pop();
            let answer: Value =
                serde_json::from_slice(&answer).expect("Chromium should answer in JSON");
            if answer["id"] == self.last_id {
                assert!(answer.get("error").is_none(), "{message}: {answer}");
                return answer["result"].clone();
            }
        }
    }
}
