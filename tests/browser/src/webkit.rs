//! WebKitGTK's small browser and its WebDriver, on a virtual display.

use crate::chromedriver::{find_program, read_after};
use serde_json::json;
use std::process::{Child, Command, Stdio};
use thirtyfour::{Capabilities, WebDriver};
use tokio::net::{TcpListener, TcpStream};

/// Runs a program until the other end of its input is closed, which happens even if the test run is killed.
const RUN: &str = r#""$@" & exec >&- 2>&-; read -r _; kill $!"#;

/// The small browser that Debian's package of WebKitGTK contains.
const BROWSER: &str = "/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser";

/// A running WebKitWebDriver, whose only session starts the browser; exits when it is dropped.
pub(crate) struct WebKit {
    _process: Child,
    _display: Display,
}

impl WebKit {
    /// Starts a session with an empty profile, which is forgotten afterwards.
    pub(crate) async fn start() -> (Self, WebDriver) {
        let port = free_port().await;
        let display = Display::start();
        let process = Command::new("sh")
            .args(["-c", RUN, "sh", &find_program("WEBKIT_DRIVER", &["WebKitWebDriver"])])
            .arg(format!("--port={port}"))
            .envs([("DISPLAY", display.name.as_str()), ("LANG", "en_US.UTF-8")])
            .stdin(Stdio::piped())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap_or_else(|error| panic!("WebKitWebDriver does not start: {error}"));
        let listens = async || TcpStream::connect(("127.0.0.1", port)).await.ok();
        crate::wait::poll(listens).await.expect("WebKitWebDriver should listen");
        let mut capabilities = Capabilities::new();
        let options = json!({ "binary": BROWSER, "args": ["--automation"] });
        let key = "webkitgtk:browserOptions";
        capabilities.set(key, options).expect("the capability should serialize");
        let driver = WebDriver::new(format!("http://127.0.0.1:{port}"), capabilities).await;
        let driver = driver.unwrap_or_else(|error| panic!("WebKit starts no session: {error}"));
        (Self { _process: process, _display: display }, driver)
    }
}

async fn free_port() -> u16 {
    let listener = TcpListener::bind(("127.0.0.1", 0)).await.expect("a port should be free");
    listener.local_addr().expect("the listener should have an address").port()
}

/// A virtual display for one browser. If browsers share a display, each new window takes the focus from the
/// others.
struct Display {
    name: String,
    _process: Child,
}

impl Display {
    fn start() -> Self {
        let mut process = Command::new("sh")
            .args(["-c", RUN, "sh", &find_program("XVFB", &["Xvfb"])])
            .args(["-displayfd", "1", "-screen", "0", "1600x1200x24"])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap_or_else(|error| panic!("Xvfb does not start: {error}"));
        let output = process.stdout.take().expect("stdout is piped");
        let number = read_after(output, "").expect("Xvfb should print its display");
        Self { name: format!(":{number}"), _process: process }
    }
}
