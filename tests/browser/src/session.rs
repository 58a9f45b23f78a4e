//! A test's browser session: a new profile, a tab in it, and the WebDriver connection.

use crate::chromium::Chromium;
use crate::engine::Engine;
use crate::firefox::Firefox;
use crate::webkit::WebKit;
use serde_json::{Value, json};
use std::cell::RefCell;
use thirtyfour::common::capabilities::chromium::ChromiumLikeCapabilities;
use thirtyfour::{ChromeCapabilities, LoggingPrefsLogLevel, WebDriver, WindowHandle};

/// A profile in a running browser, and the WebDriver session that drives its tabs.
pub(crate) struct Session {
    pub(crate) driver: WebDriver,
    pub(crate) profile: Profile,
}

/// A profile, and the browser that it belongs to. Whatever engines do differently starts here: the methods of
/// a page use WebDriver, which all engines understand, or ask for the profile of the engine.
pub(crate) enum Profile {
    /// The id of the profile is `None` for the browser's default profile.
    Chromium(RefCell<Chromium>, Option<Value>),
    Firefox(Firefox),
    WebKit(WebKit),
}

impl Session {
    /// Starts a session with a new profile in a pooled browser.
    pub(crate) async fn start() -> Self {
        match Engine::selected() {
            Engine::Chromium => {
                let mut browser = Chromium::from_pool();
                let profile = browser.send_cdp("Target.createBrowserContext", &json!({}));
                Self::connect(browser, Some(profile["browserContextId"].clone())).await
            }
            Engine::Firefox => Self::firefox(true).await,
            Engine::WebKit => Self::webkit().await,
        }
    }

    /// Starts a session with a regular profile in a browser of its own.
    pub(crate) async fn start_in_new_browser() -> Self {
        match Engine::selected() {
            Engine::Chromium => Self::connect(Chromium::start(), None).await,
            Engine::Firefox => Self::firefox(false).await,
            Engine::WebKit => Self::webkit().await,
        }
    }

    async fn firefox(is_pooled: bool) -> Self {
        let (firefox, driver) = Firefox::start(is_pooled).await;
        Self { driver, profile: Profile::Firefox(firefox) }
    }

    async fn webkit() -> Self {
        let (webkit, driver) = WebKit::start().await;
        Self { driver, profile: Profile::WebKit(webkit) }
    }

    async fn connect(mut browser: Chromium, profile: Option<Value>) -> Self {
        // Full screen, so that no browser interface is drawn or reached with Tab.
        let window =
            json!({ "url": "about:blank", "newWindow": true, "windowState": "fullscreen" });
        let tab = new_tab(&mut browser, window, profile.as_ref());
        let server = format!("http://127.0.0.1:{}", browser.driver.port);
        let driver = WebDriver::new(server, capabilities(browser.debugger_address())).await;
        let driver =
            driver.unwrap_or_else(|error| panic!("ChromeDriver does not connect: {error}"));
        driver.switch_to_window(tab).await.expect("the new tab should exist");
        Self { driver, profile: Profile::Chromium(RefCell::new(browser), profile) }
    }

    /// Opens another tab with the same profile.
    pub(crate) async fn open_tab(&self) -> WindowHandle {
        match &self.profile {
            Profile::Chromium(browser, profile) => {
                let tab = json!({ "url": "about:blank" });
                new_tab(&mut browser.borrow_mut(), tab, profile.as_ref())
            }
            Profile::Firefox(firefox) => firefox.open_tab().await,
            Profile::WebKit(_) => self.driver.new_tab().await.expect("a tab should open"),
        }
    }

    /// Sends a DevTools command that concerns the whole profile, and returns its result. Other engines skip
    /// the test.
    pub(crate) fn send_cdp(&self, command: &str, arguments: Value) -> Value {
        let Profile::Chromium(browser, profile) = &self.profile else {
            Engine::skip(command);
        };
        let arguments = with_profile(arguments, profile.as_ref());
        browser.borrow_mut().send_cdp(command, &arguments)
    }

    /// The Firefox that the test runs in, if it does.
    pub(crate) fn as_firefox(&self) -> Option<&Firefox> {
        match &self.profile {
            Profile::Firefox(firefox) => Some(firefox),
            _ => None,
        }
    }

    /// Ends the session and removes the profile. The browser returns to the pool if the test passed.
    pub(crate) async fn quit(self, has_passed: bool) {
        let is_reusable = self.driver.quit().await.is_ok() && has_passed;
        match self.profile {
            Profile::Chromium(browser, Some(profile)) if is_reusable => {
                let mut browser = browser.into_inner();
                let profile = json!({ "browserContextId": profile });
                browser.send_cdp("Target.disposeBrowserContext", &profile);
                browser.return_to_pool();
            }
            Profile::Firefox(firefox) if is_reusable => firefox.return_to_pool(),
            Profile::Chromium(..) | Profile::Firefox(_) => {}
            Profile::WebKit(driver) => drop(driver),
        }
    }
}

fn new_tab(browser: &mut Chromium, options: Value, profile: Option<&Value>) -> WindowHandle {
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
