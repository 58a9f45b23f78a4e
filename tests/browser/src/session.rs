//! A test's browser session: a new profile, a tab in it, and the WebDriver connection.

use crate::browser::Browser;
use serde_json::{Value, json};
use std::cell::RefCell;
use thirtyfour::common::capabilities::chromium::ChromiumLikeCapabilities;
use thirtyfour::{ChromeCapabilities, LoggingPrefsLogLevel, WebDriver, WindowHandle};

/// A profile in a running Chromium, and the WebDriver session that drives its tabs.
pub(crate) struct Session {
    pub(crate) driver: WebDriver,
    browser: RefCell<Browser>,
    /// The id of the profile; `None` for the browser's default profile.
    profile: Option<Value>,
}

impl Session {
    /// Starts a session with a new incognito profile in a pooled browser.
    pub(crate) async fn start() -> Self {
        let mut browser = Browser::from_pool();
        let profile = browser.send_cdp("Target.createBrowserContext", &json!({}));
        Self::connect(browser, Some(profile["browserContextId"].clone())).await
    }

    /// Starts a session with a regular profile in a browser of its own.
    pub(crate) async fn start_in_new_browser() -> Self {
        Self::connect(Browser::start(), None).await
    }

    async fn connect(mut browser: Browser, profile: Option<Value>) -> Self {
        // Full screen, so that no browser interface is drawn or reached with Tab.
        let window =
            json!({ "url": "about:blank", "newWindow": true, "windowState": "fullscreen" });
        let tab = new_tab(&mut browser, window, profile.as_ref());
        let server = format!("http://127.0.0.1:{}", browser.driver.port);
        let driver = WebDriver::new(server, capabilities(&browser.debugger_address)).await;
        let driver =
            driver.unwrap_or_else(|error| panic!("ChromeDriver does not connect: {error}"));
        driver.switch_to_window(tab).await.expect("the new tab should exist");
        Self { driver, browser: RefCell::new(browser), profile }
    }

    /// Opens another tab with the same profile.
    pub(crate) fn open_tab(&self) -> WindowHandle {
        let tab = json!({ "url": "about:blank" });
        new_tab(&mut self.browser.borrow_mut(), tab, self.profile.as_ref())
    }

    /// Sends a DevTools command that concerns the whole profile, and returns its result.
    pub(crate) fn send_cdp(&self, command: &str, arguments: Value) -> Value {
        let arguments = with_profile(arguments, self.profile.as_ref());
        self.browser.borrow_mut().send_cdp(command, &arguments)
    }

    /// Ends the session and removes the profile. The browser returns to the pool if the test passed.
    pub(crate) async fn quit(self, has_passed: bool) {
        let ended = self.driver.quit().await;
        if let Some(profile) = self.profile
            && ended.is_ok()
            && has_passed
        {
            let mut browser = self.browser.into_inner();
            let profile = json!({ "browserContextId": profile });
            browser.send_cdp("Target.disposeBrowserContext", &profile);
            browser.return_to_pool();
        }
    }
}

fn new_tab(browser: &mut Browser, options: Value, profile: Option<&Value>) -> WindowHandle {
    let tab = browser.send_cdp("Target.createTarget", &with_profile(options, profile));
    tab["targetId"].as_str().expect("a new tab should have an id").to_owned().into()
}

fn with_profile(mut arguments: Value, profile: Option<&Value>) -> Value {
    if let Some(profile) = profile {
        arguments["browserContextId"] = profile.clone();
    }
    arguments
}

fn capabilities(debugger_address: &str) -> ChromeCapabilities {
    let mut capabilities = ChromeCapabilities::new();
    let message = "the capability should serialize";
    capabilities.set_debugger_address(debugger_address).expect(message);
    for log in ["browser", "performance"] {
        capabilities.set_logging_prefs(log, LoggingPrefsLogLevel::All).expect(message);
    }
    capabilities
}
