//! The browser console: its errors, and the check that there are none.

use crate::engine::Engine;
use crate::session::Profile;
use crate::{page::Page, wait};
use serde_json::{Value, json};
use thirtyfour::BrowserLogEntry;

impl Page {
    /// Ignores console errors that contain `text`, such as "status of 404".
    pub fn allow_console_errors(&self, text: &str) {
        self.allowed_errors.borrow_mut().push(text.to_owned());
    }

    /// Returns the errors in the console so far, including uncaught exceptions and violations of the
    /// content security policy, without those that the test allows.
    pub async fn console_errors(&self) -> Vec<String> {
        let errors = match &self.session.profile {
            Profile::Chromium(..) => {
                let log = self.driver().browser_log().await;
                let new = log.expect("the browser log should be readable").into_iter();
                let is_error = |entry: &BrowserLogEntry| entry.level == "SEVERE";
                let new = new.filter(is_error).map(|entry| entry.message);
                self.console_log.borrow_mut().extend(new);
                self.console_log.borrow().clone()
            }
            Profile::Firefox(firefox) => {
                // The service worker of a test before may still be busy.
                let is_other = |error: &String| {
                    error.starts_with("http://127.0.0.1:")
                        && !error.starts_with(self.server().origin())
                };
                let mut errors = texts(&firefox.call("consoleErrors", json!([])).await);
                errors.retain(|error| !is_other(error));
                errors
            }
            // WebKit’s driver has no log. The walk would fail at what an error prevents.
            Profile::WebKit(_) => Vec::new(),
        };
        let allowed = self.allowed_errors.borrow();
        let is_allowed = |error: &String| allowed.iter().any(|text| error.contains(text));
        errors.into_iter().filter(|error| !is_allowed(error)).collect()
    }

    /// Asserts that the console has no errors but those that the test allows.
    pub async fn assert_no_console_errors(&self) {
        let errors = self.console_errors().await;
        assert!(errors.is_empty(), "the console has errors:\n{}", errors.join("\n"));
    }

    /// Waits until the console has an error that contains `text`.
    pub async fn wait_for_console_error(&self, text: &str) {
        Engine::WebKit.skip_in("reads the console and the requests");
        let has_text = |errors: &Vec<String>| errors.iter().any(|error| error.contains(text));
        wait::expect_value("console error", text, async || self.console_errors().await, has_text)
            .await;
    }
}

/// Returns the texts of a list.
pub(crate) fn texts(list: &Value) -> Vec<String> {
    let texts = list.as_array().into_iter().flatten();
    texts.filter_map(|text| text.as_str().map(str::to_owned)).collect()
}
