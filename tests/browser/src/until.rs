//! What a page is waited for: a title, a focus, whatever a script finds.

use crate::{page::Page, wait};
use serde_json::json;
use std::time::Duration;

/// Between two looks at how much the browser works.
const LOOK: Duration = Duration::from_millis(300);

impl Page {
    /// Waits until the document's title is `wanted`.
    pub async fn until_title(&self, wanted: &str) {
        if wait::for_answer(async || (self.title().await == wanted).then_some(())).await.is_none() {
            panic!("the title should become {wanted:?}, it is {:?}", self.title().await);
        }
    }

    /// Waits until the focus is on the element of this role and name.
    pub async fn until_focused(&self, role: &str, name: &str) {
        let wanted = Some((role.to_owned(), name.to_owned()));
        let mut on = None;
        let is = wait::for_answer(async || {
            on = self.focus().await;
            (on == wanted).then_some(())
        });
        if is.await.is_none() {
            panic!("the focus should be on the {role} {name:?}, it is on {on:?}");
        }
    }

    /// Waits until the field with the focus points at the option of this name.
    pub async fn until_active(&self, option: &str) {
        let active = "const id = document.activeElement.getAttribute('aria-activedescendant');
            return document.getElementById(id)?.getAttribute('aria-selected') === 'true' && id";
        let is = async || {
            let id = self.run(active).await.as_str()?.to_owned();
            (self.css(&format!("#{id}")).await.name().await == option).then_some(())
        };
        if wait::for_answer(is).await.is_none() {
            panic!("the active option should be {option:?}");
        }
    }

    /// Waits until a script returns `true`; `what` says what that means.
    pub async fn until(&self, what: &str, script: &str) {
        if wait::for_answer(async || (self.run(script).await == true).then_some(())).await.is_none()
        {
            panic!("this should become so, and does not: {what}");
        }
    }

    /// Waits until the browser is at rest in all its processes, a few seconds at most, because one whose
    /// processor is slowed down never is: what it does once, when it starts or when a site is kept for
    /// offline use, is in no figure that is taken afterwards.
    pub async fn until_at_rest(&self) {
        // Of one core, between two looks.
        const REST: f64 = 0.1;
        const LOOKS: usize = 15;
        let mut before = self.seconds_of_work();
        for _ in 0..LOOKS {
            tokio::time::sleep(LOOK).await;
            let now = self.seconds_of_work();
            if now - before < REST * LOOK.as_secs_f64() {
                return;
            }
            before = now;
        }
    }

    /// What all processes of the browser have worked so far, in seconds of one core.
    fn seconds_of_work(&self) -> f64 {
        let told = self.chromium.tell("SystemInfo.getProcessInfo", json!({}));
        let processes = told["processInfo"].as_array().expect("Chromium knows its processes");
        processes.iter().filter_map(|process| process["cpuTime"].as_f64()).sum()
    }

    /// Asserts that a script returns `true`; `what` says what that means.
    pub async fn assert_that(&self, what: &str, script: &str) {
        let found = self.run(script).await;
        assert_eq!(found, true, "this should be so: {what}");
    }
}
