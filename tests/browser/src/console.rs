//! The browser console: its errors, and the check that there are none.

use crate::{page::Page, wait};

impl Page {
    /// Ignores console errors that contain `text`, such as "status of 404".
    pub fn allow_console_errors(&self, text: &str) {
        self.allowed_errors.borrow_mut().push(text.to_owned());
    }

    /// Returns the errors in the console so far, including uncaught exceptions and violations of the
    /// content security policy, without those that the test allows.
    pub async fn console_errors(&self) -> Vec<String> {
        let new = self.driver().browser_log().await.expect("the browser log should be readable");
        self.console_log.borrow_mut().extend(new);
        let allowed = self.allowed_errors.borrow();
        self.console_log
            .borrow()
            .iter()
            .filter(|entry| entry.level == "SEVERE")
            .filter(|entry| !allowed.iter().any(|text| entry.message.contains(text)))
            .map(|entry| entry.message.clone())
            .collect()
    }

    /// Asserts that the console has no errors but those that the test allows.
    pub async fn assert_no_console_errors(&self) {
        let errors = self.console_errors().await;
        assert!(errors.is_empty(), "the console has errors:\n{}", errors.join("\n"));
    }

    /// Waits until the console has an error that contains `text`.
    pub async fn wait_for_console_error(&self, text: &str) {
        let has_text = |errors: &Vec<String>| errors.iter().any(|error| error.contains(text));
        wait::expect_value("console error", text, async || self.console_errors().await, has_text)
            .await;
    }
}
