//! An old version of Chromium, which today’s ChromeDriver cannot drive.

use crate::devtools::DevTools;
use crate::wait;
use serde_json::{Value, json};

/// Records the errors that nothing catches.
const RECORD_ERRORS: &str = "
    globalThis.errors = [];
    addEventListener('error', ({ message }) => message && errors.push(message));
    addEventListener('unhandledrejection', ({ reason }) => errors.push(String(reason)))";

/// A page in an old Chromium, which exits when it is dropped.
pub struct OldChromium {
    devtools: DevTools,
    session: String,
}

impl OldChromium {
    /// Starts the program with an empty page.
    #[must_use]
    pub fn start(program: &str) -> Self {
        let mut devtools = DevTools::start(program);
        let target = devtools.send("Target.createTarget", &json!({ "url": "about:blank" }));
        let attach = json!({ "targetId": target["targetId"], "flatten": true });
        let session = devtools.send("Target.attachToTarget", &attach)["sessionId"].clone();
        let session = session.as_str().expect("a session should have an id").to_owned();
        let mut browser = Self { devtools, session };
        browser.send("Page.enable", &json!({}));
        let script = json!({ "source": RECORD_ERRORS });
        browser.send("Page.addScriptToEvaluateOnNewDocument", &script);
        browser
    }

    /// The version of the program, such as `HeadlessChrome/106.0.5249.0`.
    pub fn version(&mut self) -> String {
        let version = self.devtools.send("Browser.getVersion", &json!({}));
        version["product"].as_str().unwrap_or_default().to_owned()
    }

    /// Loads a URL, and waits until the page is interactive.
    pub async fn open(&mut self, url: &str) {
        self.send("Page.navigate", &json!({ "url": url }));
        let script = format!(
            "location.href === {url:?} && performance.getEntriesByName('interactive').length > 0"
        );
        let is_open = async || (self.evaluate(&script) == true).then_some(());
        assert!(wait::poll(is_open).await.is_some(), "{url} did not become interactive");
    }

    /// The value of an expression in the page.
    pub fn evaluate(&mut self, expression: &str) -> Value {
        let query = json!({ "expression": expression, "returnByValue": true });
        self.send("Runtime.evaluate", &query)["result"]["value"].clone()
    }

    fn send(&mut self, command: &str, arguments: &Value) -> Value {
        self.devtools.send_to(&self.session, command, arguments)
    }
}
