//! A running Chromium and its driver, which one test after the other uses: to start them takes as long
//! as a whole small test. What a test leaves behind is in a profile that goes with it.

use crate::chromedriver::{self, Driver};
use serde_json::{Value, json};
use std::io::{BufRead, BufReader, Write};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};

/// Flags that make Chromium quiet, the same everywhere, and unable to reach any other host. It says
/// where the driver finds it, and listens to us at its end of a pipe; with the pipe it ends.
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
    // What the driver would say if it started it.
    "--allow-pre-commit-input",
    "--disable-background-timer-throttling",
    "--disable-backgrounding-occluded-windows",
    "--disable-client-side-phishing-detection",
    "--disable-default-apps",
    "--disable-hang-monitor",
    "--disable-popup-blocking",
    "--disable-prompt-on-repost",
    "--enable-automation",
    "--no-service-autorun",
    "--password-store=basic",
    "--test-type=webdriver",
    "--use-mock-keychain",
    // The last three are pages of the address bar's own, which nobody sees here: a third of the start.
    "--disable-features=IgnoreDuplicateNavs,Prewarm,WebUIOmniboxPopup,WebUIOmniboxFullPopup,WebUIOmniboxAimPopup",
];

/// Runs a program with a folder for all it writes, our pipe where Chromium looks for it; removes the
/// folder afterwards, however a run of the tests ends.
const RUN: &str =
    r#"TMPDIR="$0" "$@" --user-data-dir="$0" 3<&0 4>&1 </dev/null >/dev/null; rm -rf "$0""#;

/// Those that no test uses at this moment.
static IDLE: Mutex<Vec<Browser>> = Mutex::new(Vec::new());

/// A running Chromium with its driver; both end when it is dropped.
pub(crate) struct Browser {
    to: ChildStdin,
    from: BufReader<ChildStdout>,
    asked: u64,
    /// Host and port at which a driver finds it.
    pub(crate) address: String,
    pub(crate) driver: Driver,
    _process: Child,
}

impl Browser {
    /// One that is idle, or else a new one.
    pub(crate) fn lend() -> Self {
        let idle = IDLE.lock().unwrap_or_else(PoisonError::into_inner).pop();
        idle.unwrap_or_else(Self::start)
    }

    /// Lets the next test use it.
    pub(crate) fn give_back(self) {
        IDLE.lock().unwrap_or_else(PoisonError::into_inner).push(self);
    }

    /// Starts a new one, without a window.
    pub(crate) fn start() -> Self {
        static FOLDERS: AtomicUsize = AtomicUsize::new(0);
        let nth = FOLDERS.fetch_add(1, Ordering::Relaxed);
        // A short name, because Chromium makes sockets in the folder.
        let folder = std::env::temp_dir().join(format!("browser-{}-{nth}", std::process::id()));
        std::fs::create_dir_all(&folder).expect("a folder for a profile");
        let mut process = Command::new("sh")
            .args(["-c", RUN])
            .arg(folder)
            .arg(chromedriver::program("CHROMIUM", &["chromium", "google-chrome"]))
            .args(FLAGS)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap_or_else(|error| panic!("Chromium does not start: {error}"));
        let said = process.stderr.take().expect("its words");
        let address =
            chromedriver::said(said, "listening on ws://").expect("Chromium says where it is");
        let address = address.split('/').next().unwrap_or_default().to_owned();
        Self {
            to: process.stdin.take().expect("its end of the pipe"),
            from: BufReader::new(process.stdout.take().expect("its end of the pipe")),
            asked: 0,
            address,
            driver: Driver::start(),
            _process: process,
        }
    }

    /// Tells the browser itself something, whichever page it shows.
    pub(crate) fn tell(&mut self, command: &str, arguments: &Value) -> Value {
        self.asked += 1;
        let message = json!({ "id": self.asked, "method": command, "params": arguments });
        write!(self.to, "{message}\0").expect("Chromium listens");
        loop {
            let mut answer = Vec::new();
            self.from.read_until(0, &mut answer).expect("Chromium answers");
            answer.pop();
            let answer: Value = serde_json::from_slice(&answer).expect("Chromium answers in JSON");
            if answer["id"] == self.asked {
                assert!(answer.get("error").is_none(), "{command}: {answer}");
                return answer["result"].clone();
            }
        }
    }
}
