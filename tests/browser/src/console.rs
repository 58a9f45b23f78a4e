//! The console: what it said, and that a test ends with nothing wrong in it.

use crate::{page::Page, wait};

impl Page {
    /// Expects this test to make the console speak of `part`, such as "status of 404".
    pub fn allow_in_console(&self, part: &str) {
        self.allowed.borrow_mut().push(part.to_owned());
    }

    /// What went wrong so far, as the console says it: errors, uncaught ones, refusals of the
    /// content security policy. Without what the test allowed.
    pub async fn console_errors(&self) -> Vec<String> {
        let new = self.driver().browser_log().await.expect("the browser's log");
        self.console.borrow_mut().extend(new);
        let allowed = self.allowed.borrow();
        self.console
            .borrow()
            .iter()
            .filter(|entry| entry.level == "SEVERE")
            .filter(|entry| !allowed.iter().any(|part| entry.message.contains(part)))
            .map(|entry| entry.message.clone())
            .collect()
    }

    /// Waits until something went wrong whose message contains `part`.
    pub async fn until_console_says(&self, part: &str) {
        let said = async || {
            self.console_errors().await.iter().any(|error| error.contains(part)).then_some(())
        };
        if wait::for_answer(said).await.is_none() {
            panic!("the console should say {part:?}, it says {:?}", self.console_errors().await);
        }
    }
}
