//! Waiting: conditions are polled with a timeout instead of sleeping for a fixed time.

use crate::page::Page;
use serde_json::json;
use std::fmt::Debug;
use std::time::{Duration, Instant};

/// Generous, because test machines are often busy.
const TIMEOUT: Duration = Duration::from_secs(30);

/// Polls until there is a value; returns `None` after the timeout.
pub(crate) async fn poll<T>(mut condition: impl AsyncFnMut() -> Option<T>) -> Option<T> {
    let end = Instant::now() + TIMEOUT;
    loop {
        if let Some(value) = condition().await {
            return Some(value);
        }
        if Instant::now() > end {
            return None;
        }
        tokio::time::sleep(Duration::from_millis(25)).await;
    }
}

/// Polls until the value that `read` returns is accepted; panics after the timeout and shows the last
/// value. `what` names the value in the message.
pub(crate) async fn expect_value<T: Debug>(
    what: &str,
    expected: impl Debug,
    mut read: impl AsyncFnMut() -> T,
    is_accepted: impl Fn(&T) -> bool,
) {
    let mut last = None;
    let met = poll(async || {
        let value = read().await;
        let met = is_accepted(&value).then_some(());
        last = Some(value);
        met
    });
    if met.await.is_none() {
        panic!("expected {what} {expected:?}, found {last:?}");
    }
}

impl Page {
    /// Waits until path and query of the URL are `expected`.
    pub async fn wait_for_url(&self, expected: &str) {
        expect_value("URL", expected, async || self.url().await, |url| url == expected).await;
    }

    /// Waits until the document title is `expected`.
    pub async fn wait_for_title(&self, expected: &str) {
        expect_value("title", expected, async || self.title().await, |title| title == expected)
            .await;
    }

    /// Waits until the page shows a text.
    pub async fn wait_for_text(&self, expected: &str) {
        let contains = |text: &String| text.contains(expected);
        expect_value("text", expected, async || self.text().await, contains).await;
    }

    /// Waits until the status messages in `main` contain a text.
    pub async fn wait_for_status(&self, expected: &str) {
        let contains = |text: &String| text.contains(expected);
        expect_value("status", expected, async || self.status_text().await, contains).await;
    }

    /// Waits until the element with this role and name has the focus.
    pub async fn wait_for_focus(&self, role: &str, name: &str) {
        let expected = Some((role.to_owned(), name.to_owned()));
        let read = async || self.focused_role_and_name().await;
        expect_value("focus on", (role, name), read, |focused| *focused == expected).await;
    }

    /// Waits until the focused combobox has the option with this name as its active descendant.
    pub async fn wait_for_active_option(&self, name: &str) {
        let active = "const id = document.activeElement.getAttribute('aria-activedescendant');
            return document.getElementById(id)?.getAttribute('aria-selected') === 'true' && id";
        let read = async || {
            let id = self.execute(active).await.as_str()?.to_owned();
            Some(self.by_css(&format!("#{id}")).await.name().await)
        };
        let is_active = |active: &Option<String>| active.as_deref() == Some(name);
        expect_value("active option", name, read, is_active).await;
    }

    /// Waits until no element has this role and name.
    pub async fn wait_until_gone(&self, role: &str, name: &str) {
        let is_gone = |names: &Vec<String>| !names.iter().any(|other| other == name);
        let what = format!("no {role} named");
        expect_value(&what, name, async || self.names(role).await, is_gone).await;
    }

    /// Waits until a script returns `true`; `what` describes the condition.
    pub async fn wait_until(&self, what: &str, script: &str) {
        let is_met = async || (self.execute(script).await == true).then_some(());
        if poll(is_met).await.is_none() {
            panic!("timed out waiting until {what}");
        }
    }

    /// Waits until the page can be used, which it marks with `performance.mark('interactive')`.
    pub(crate) async fn wait_until_interactive(&self) {
        let mark = "return performance.getEntriesByName('interactive').length > 0";
        let is_met = async || (self.execute(mark).await == true).then_some(());
        if poll(is_met).await.is_none() {
            let shown = "return document.getElementById('trouble')?.textContent";
            let shown = self.execute(shown).await;
            panic!("{} did not become interactive; error shown: {shown}", self.url().await);
        }
    }

    /// Waits until all processes of the browser are idle, so that background work such as startup or
    /// filling the offline cache does not disturb a measurement. Gives up after a few seconds, because a
    /// browser with a throttled CPU is never idle.
    pub async fn wait_until_idle(&self) {
        const INTERVAL: Duration = Duration::from_millis(300);
        /// Of one core.
        const IDLE_LOAD: f64 = 0.1;
        const ATTEMPTS: usize = 15;
        let mut before = self.cpu_seconds();
        for _ in 0..ATTEMPTS {
            tokio::time::sleep(INTERVAL).await;
            let now = self.cpu_seconds();
            if now - before < IDLE_LOAD * INTERVAL.as_secs_f64() {
                return;
            }
            before = now;
        }
    }

    /// Returns the CPU time that all processes of the browser have used so far.
    fn cpu_seconds(&self) -> f64 {
        let info = self.session.send_cdp("SystemInfo.getProcessInfo", json!({}));
        let processes = info["processInfo"].as_array().expect("Chromium should list its processes");
        processes.iter().filter_map(|process| process["cpuTime"].as_f64()).sum()
    }
}
