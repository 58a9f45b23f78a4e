//! What a test has of a browser: a profile that is new, a tab in it, and a session of the driver.

use crate::browser::Browser;
use serde_json::{Value, json};
use std::cell::RefCell;
use thirtyfour::common::capabilities::chromium::ChromiumLikeCapabilities;
use thirtyfour::{ChromeCapabilities, LoggingPrefsLogLevel, WebDriver, WindowHandle};

/// A profile in a running Chromium, and the session that drives its tabs.
pub(crate) struct Chromium {
    pub(crate) driver: WebDriver,
    browser: RefCell<Browser>,
    /// The profile's number; none where it is the browser's own.
    profile: Option<Value>,
}

impl Chromium {
    /// In a browser that is used again, a profile that never was. It is one as for private windows,
    /// so that nothing of it outlasts its test.
    pub(crate) async fn start() -> Self {
        let mut browser = Browser::lend();
        let profile = browser.tell("Target.createBrowserContext", &json!({}));
        Self::of(browser, Some(profile["browserContextId"].clone())).await
    }

    /// A browser of its own, with a profile as visitors have it.
    pub(crate) async fn start_alone() -> Self {
        Self::of(Browser::start(), None).await
    }

    async fn of(mut browser: Browser, profile: Option<Value>) -> Self {
        let tab = new_tab(&mut browser, window(), profile.as_ref());
        let server = format!("http://127.0.0.1:{}", browser.driver.port);
        let driver = WebDriver::new(server, capabilities(&browser.address)).await;
        let driver = driver.unwrap_or_else(|error| panic!("Chromium cannot be driven: {error}"));
        driver.switch_to_window(tab).await.expect("the tab is there");
        Self { driver, browser: RefCell::new(browser), profile }
    }

    /// Another tab of the same profile.
    pub(crate) fn open_tab(&self) -> WindowHandle {
        let tab = json!({ "url": "about:blank" });
        new_tab(&mut self.browser.borrow_mut(), tab, self.profile.as_ref())
    }

    /// Tells the browser something that concerns this profile as a whole.
    pub(crate) fn tell(&self, command: &str, arguments: Value) -> Value {
        self.browser.borrow_mut().tell(command, &of_profile(arguments, self.profile.as_ref()))
    }

    /// RolePair the session and removes the profile. A browser in which all went `well` is used again.
    pub(crate) async fn quit(self, well: bool) {
        let ended = self.driver.quit().await;
        if let Some(profile) = self.profile
            && ended.is_ok()
            && well
        {
            let mut browser = self.browser.into_inner();
            let profile = json!({ "browserContextId": profile });
            browser.tell("Target.disposeBrowserContext", &profile);
            browser.give_back();
        }
    }
}

/// What a window is asked to be: nothing is around the page that would be drawn, too, or that Tab would
/// lead to.
fn window() -> Value {
    json!({ "url": "about:blank", "newWindow": true, "windowState": "fullscreen" })
}

fn new_tab(browser: &mut Browser, wanted: Value, profile: Option<&Value>) -> WindowHandle {
    let tab = browser.tell("Target.createTarget", &of_profile(wanted, profile));
    tab["targetId"].as_str().expect("a new tab").to_owned().into()
}

fn of_profile(mut arguments: Value, profile: Option<&Value>) -> Value {
    if let Some(profile) = profile {
        arguments["browserContextId"] = profile.clone();
    }
    arguments
}

fn capabilities(address: &str) -> ChromeCapabilities {
    let mut wanted = ChromeCapabilities::new();
    let refused = "a capability that can be written";
    wanted.set_debugger_address(address).expect(refused);
    for log in ["browser", "performance"] {
        wanted.set_logging_prefs(log, LoggingPrefsLogLevel::All).expect(refused);
    }
    wanted
}
