//! A page: its URL, its content, and keyboard and mouse input.

use crate::{Element, Engine, Server, session::Session, wait};
use serde_json::{Value, json};
use std::cell::RefCell;
use std::path::Path;
use thirtyfour::{By, Key, TypingData, WebDriver};

/// A page in a profile of its own, and the server of its site.
pub struct Page {
    pub(crate) session: Session,
    server: Server,
    pub(crate) console_log: RefCell<Vec<String>>,
    pub(crate) allowed_errors: RefCell<Vec<String>>,
    pub(crate) request_urls: RefCell<Vec<String>>,
    pub(crate) media_features: RefCell<Vec<Value>>,
}

impl Page {
    /// Creates an empty page. The caller has to close it.
    pub(crate) fn new(session: Session, server: Server) -> Self {
        Self {
            session,
            server,
            console_log: RefCell::default(),
            allowed_errors: RefCell::default(),
            request_urls: RefCell::default(),
            media_features: RefCell::default(),
        }
    }

    /// Ends the session.
    pub(crate) async fn close(self, has_passed: bool) {
        self.session.quit(has_passed).await;
    }

    /// Loads a URL of the site, such as `/skills?q=python`, and waits until the page is interactive.
    pub async fn open(&self, url: &str) {
        self.open_without_waiting(url).await;
        self.wait_until_interactive().await;
    }

    /// Loads a URL and does not wait until the page is interactive.
    pub async fn open_without_waiting(&self, url: &str) {
        let url = format!("{}{url}", self.server.origin());
        self.driver().goto(&url).await.unwrap_or_else(|error| panic!("{url}: {error}"));
    }

    /// Loads a URL with the ladder at the URL `ladder`, and waits until that ladder is shown.
    pub async fn open_with_ladder(&self, ladder: &str, url: &str) {
        // A static host has no files for the pages of other ladders.
        self.allow_console_errors("status of 404");
        let separator = if url.contains('?') { '&' } else { '?' };
        self.open(&format!("{url}{separator}ladder={ladder}")).await;
        // On phones the notice is in the ladder menu.
        self.wait_until(
            "the ladder is open",
            "return document.querySelector('.open-banner, .open-notice') !== null",
        )
        .await;
    }

    /// Goes to a URL of the ladder that is open, as a link does, and waits until its page is shown.
    pub async fn navigate(&self, url: &str) {
        let script = format!(
            "const url = new URL({url:?}, location);
             const ladder = new URLSearchParams(location.search).get('ladder');
             if (ladder) url.searchParams.set('ladder', ladder);
             const link = Object.assign(document.createElement('a'), {{ href: url }});
             document.querySelector('main').append(link);
             link.click();
             link.remove();"
        );
        self.execute(&script).await;
        let is_shown = "return !document.querySelector('main').innerText.includes('Loading')";
        self.wait_until("the page is shown", is_shown).await;
    }

    /// Clicks a link of the main navigation.
    pub async fn click_main_link(&self, name: &str) {
        let navigation = self.by_role("navigation", "Main").await;
        self.by_role_in(&navigation, "link", name).await.click().await;
    }

    /// Reloads the page and waits until it is interactive.
    pub async fn reload(&self) {
        if self.session.as_firefox().is_some() {
            // WebDriver makes Firefox reload past the service worker, as with Shift.
            self.execute("window.isOld = true; location.reload()").await;
            self.wait_until("the page is reloaded", "return !window.isOld").await;
        } else {
            self.driver().refresh().await.expect("the page should reload");
        }
        self.wait_until_interactive().await;
    }

    /// Goes back in the history.
    pub async fn back(&self) {
        self.driver().back().await.expect("going back should work");
    }

    /// Goes forward in the history.
    pub async fn forward(&self) {
        self.driver().forward().await.expect("going forward should work");
    }

    /// Returns path and query of the URL.
    pub async fn url(&self) -> String {
        let url = self.driver().current_url().await.expect("the page should have a URL");
        url.as_str().strip_prefix(self.server.origin()).unwrap_or(url.as_str()).to_owned()
    }

    /// Returns the HTTP status of the document.
    pub async fn http_status(&self) -> Value {
        Engine::WebKit.skip_in("reads the status that the server sent");
        self.execute("return performance.getEntriesByType('navigation')[0].responseStatus").await
    }

    /// Returns the document title.
    pub async fn title(&self) -> String {
        self.driver().title().await.expect("the document should have a title")
    }

    /// Returns the visible text.
    pub async fn text(&self) -> String {
        self.execute("return document.body.innerText").await.as_str().unwrap_or_default().to_owned()
    }

    /// Returns the text of the status messages in `main`.
    pub async fn status_text(&self) -> String {
        let all = "return [...document.querySelectorAll('main [role=status]')]
            .map((status) => status.innerText.trim()).filter(Boolean).join(' ')";
        self.execute(all).await.as_str().unwrap_or_default().to_owned()
    }

    /// Returns the width of the content; greater than the viewport if the page scrolls sideways.
    pub async fn scroll_width(&self) -> Option<u64> {
        self.execute("return document.documentElement.scrollWidth").await.as_u64()
    }

    /// Presses a key.
    pub async fn press(&self, key: Key) {
        self.type_text(key).await;
    }

    /// Inserts a text into the focused field as an input method does. Drivers refuse to type some
    /// characters, such as emoji.
    pub async fn insert_text(&self, text: &str) {
        self.send_cdp("Input.insertText", serde_json::json!({ "text": text })).await;
    }

    /// Types into the focused element.
    pub async fn type_text(&self, keys: impl Into<TypingData>) {
        let actions = self.driver().action_chain().send_keys(keys);
        actions.perform().await.expect("the keys should be sent");
    }

    /// Clicks the center of an element, whatever is on top there.
    pub async fn click_center(&self, element: &Element) {
        element.inner().scroll_into_view().await.expect("the element should scroll into view");
        let click = self.driver().action_chain().move_to_element_center(element.inner()).click();
        click.perform().await.expect("the click should be sent");
    }

    /// Chooses a file in the only file input of the page.
    pub async fn choose_file(&self, file: &Path) {
        let input = self.by_css("input[type=file]").await;
        input.type_text(file.to_string_lossy().into_owned()).await;
    }

    /// Returns the focused element.
    pub async fn focused(&self) -> Element {
        let focused = self.driver().active_element().await;
        Element::new(focused.expect("an element should have the focus"))
    }

    /// Waits for an element that matches a CSS selector. Prefer [`Page::by_role`].
    pub async fn by_css(&self, selector: &str) -> Element {
        let found = wait::poll(async || self.driver().find(By::Css(selector)).await.ok()).await;
        Element::new(found.unwrap_or_else(|| panic!("no element matches {selector}")))
    }

    /// Runs the body of a function in the page and returns its result.
    pub async fn execute(&self, script: &str) -> Value {
        let result = self.driver().execute(script, Vec::new()).await;
        result.unwrap_or_else(|error| panic!("{script}: {error}")).json().clone()
    }

    /// Runs a script that uses `await` and returns its result.
    pub async fn execute_async(&self, script: &str) -> Value {
        self.execute(&format!("return (async () => {{ {script} }})()")).await
    }

    /// Evaluates an expression in the page and returns its value; a promise is awaited.
    pub async fn evaluate(&self, expression: &str) -> Value {
        if Engine::selected() != Engine::Chromium {
            return self.execute(&format!("return ({expression})")).await;
        }
        let arguments =
            json!({ "expression": expression, "awaitPromise": true, "returnByValue": true });
        let result = self.send_cdp("Runtime.evaluate", arguments).await;
        assert!(result.get("exceptionDetails").is_none(), "{expression}: {result}");
        result.pointer("/result/value").cloned().unwrap_or_default()
    }

    /// Asserts that a script returns `true`; `what` describes the condition.
    pub async fn assert_true(&self, what: &str, script: &str) {
        assert_eq!(self.execute(script).await, true, "expected: {what}");
    }

    /// Grants permissions such as `clipboardReadWrite`.
    pub fn grant_permissions(&self, permissions: &[&str]) {
        // Firefox is started with a setting that grants them.
        if self.session.as_firefox().is_some() {
            return;
        }
        self.session.send_cdp("Browser.grantPermissions", json!({ "permissions": permissions }));
    }

    /// The server of the site.
    #[must_use]
    pub fn server(&self) -> &Server {
        &self.server
    }

    /// The WebDriver session, for anything without a method here.
    #[must_use]
    pub fn driver(&self) -> &WebDriver {
        &self.session.driver
    }

    /// Sends a DevTools command to the page and returns its result. Other engines skip the test.
    pub async fn send_cdp(&self, command: &str, arguments: Value) -> Value {
        if Engine::selected() != Engine::Chromium {
            Engine::skip(command);
        }
        let result = self.driver().cdp().send_raw(command, arguments).await;
        result.unwrap_or_else(|error| panic!("{command}: {error}"))
    }
}
