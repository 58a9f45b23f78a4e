//! A page in a profile of its own: where it is, what it shows, its keys.

use crate::{Element, Server, chromium::Chromium, wait};
use serde_json::{Value, json};
use std::cell::RefCell;
use thirtyfour::{BrowserLogEntry, By, Key, TypingData, WebDriver};

/// A page, and the site it is on.
pub struct Page {
    pub(crate) chromium: Chromium,
    server: Server,
    pub(crate) console: RefCell<Vec<BrowserLogEntry>>,
    pub(crate) allowed: RefCell<Vec<String>>,
    pub(crate) requested: RefCell<Vec<String>>,
    pub(crate) wishes: RefCell<Vec<(String, String)>>,
}

impl Page {
    /// An empty page. It has to be closed, see `visit`.
    pub(crate) fn new(chromium: Chromium, server: Server) -> Self {
        Self {
            chromium,
            server,
            console: RefCell::default(),
            allowed: RefCell::default(),
            requested: RefCell::default(),
            wishes: RefCell::default(),
        }
    }

    /// Opens an address of the site, as typed into the address bar, and waits until the page
    /// answers to input.
    pub async fn open(&self, address: &str) {
        let whole = format!("{}{address}", self.server.origin());
        self.driver().goto(&whole).await.unwrap_or_else(|error| panic!("{whole}: {error}"));
        self.until_interactive().await;
    }

    /// Opens an address and does not wait for the program behind the page.
    pub async fn open_without_waiting(&self, address: &str) {
        let whole = format!("{}{address}", self.server.origin());
        self.driver().goto(&whole).await.unwrap_or_else(|error| panic!("{whole}: {error}"));
    }

    /// Opens an address of a ladder that is served beside the site, and waits until it is shown.
    pub async fn open_of(&self, ladder: &str, address: &str) {
        self.allow_in_console("status of 404");
        let joint = if address.contains('?') { '&' } else { '?' };
        self.open(&format!("{address}{joint}ladder={ladder}")).await;
        self.by_role("complementary", "Open ladder").await;
    }

    /// Loads the page anew.
    pub async fn reload(&self) {
        self.driver().refresh().await.expect("the page loads anew");
        self.until_interactive().await;
    }

    /// Goes back in the history.
    pub async fn back(&self) {
        self.driver().back().await.expect("a way back");
    }

    /// Goes forward in the history.
    pub async fn forward(&self) {
        self.driver().forward().await.expect("a way forward");
    }

    /// The address behind the host: path and query.
    pub async fn address(&self) -> String {
        let whole = self.driver().current_url().await.expect("an address");
        whole.as_str().strip_prefix(self.server.origin()).unwrap_or(whole.as_str()).to_owned()
    }

    /// Waits until the address is `wanted`.
    pub async fn until_address(&self, wanted: &str) {
        if wait::for_answer(async || (self.address().await == wanted).then_some(())).await.is_none()
        {
            panic!("the address should become {wanted}, it is {}", self.address().await);
        }
    }

    /// The document's title.
    pub async fn title(&self) -> String {
        self.driver().title().await.expect("a title")
    }

    /// All text one can see.
    pub async fn text(&self) -> String {
        self.run("return document.body.innerText").await.as_str().unwrap_or_default().to_owned()
    }

    /// Waits until the page shows a text.
    pub async fn until_text(&self, wanted: &str) {
        if wait::for_answer(async || self.text().await.contains(wanted).then_some(()))
            .await
            .is_none()
        {
            panic!("the page should show {wanted:?}, it shows:\n{}", self.text().await);
        }
    }

    /// What the statuses in `main` say.
    pub async fn status_text(&self) -> String {
        let all = "return [...document.querySelectorAll('main [role=status]')]
            .map((status) => status.innerText.trim()).filter(Boolean).join(' ')";
        self.run(all).await.as_str().unwrap_or_default().to_owned()
    }

    /// Waits until the status in `main` contains a text.
    pub async fn until_status(&self, wanted: &str) {
        let told = async || self.status_text().await.contains(wanted).then_some(());
        if wait::for_answer(told).await.is_none() {
            panic!("the status should say {wanted:?}, it says {:?}", self.status_text().await);
        }
    }

    /// Presses a key, where the focus is.
    pub async fn press(&self, key: Key) {
        self.type_text(key).await;
    }

    /// Types, where the focus is.
    pub async fn type_text(&self, keys: impl Into<TypingData>) {
        let chain = self.driver().action_chain().send_keys(keys);
        chain.perform().await.expect("keys are pressed");
    }

    /// Presses in the middle of an element, whatever receives the press there.
    pub async fn press_at(&self, element: &Element) {
        element.inner().scroll_into_view().await.expect("it comes into view");
        let press = self.driver().action_chain().move_to_element_center(element.inner()).click();
        press.perform().await.expect("a press");
    }

    /// What has the focus.
    pub async fn focused(&self) -> Element {
        Element::new(self.driver().active_element().await.expect("an element has the focus"))
    }

    /// The first element of a CSS selector: for what has no role. Roles and names come first.
    pub async fn css(&self, selector: &str) -> Element {
        let found =
            wait::for_answer(async || self.driver().find(By::Css(selector)).await.ok()).await;
        Element::new(found.unwrap_or_else(|| panic!("nothing matches {selector}")))
    }

    /// Runs a script in the page and gives back what it returns.
    pub async fn run(&self, script: &str) -> Value {
        let outcome = self.driver().execute(script, Vec::new()).await;
        outcome.unwrap_or_else(|error| panic!("{script}: {error}")).json().clone()
    }

    /// Runs a script that may `await`, and gives back what it returns.
    pub async fn run_waiting(&self, script: &str) -> Value {
        self.run(&format!("return (async () => {{ {script} }})()")).await
    }

    /// What an expression gives once it is settled.
    pub async fn evaluate(&self, expression: &str) -> Value {
        let question =
            json!({ "expression": expression, "awaitPromise": true, "returnByValue": true });
        let answer = self.tell("Runtime.evaluate", question).await;
        assert!(answer.get("exceptionDetails").is_none(), "{expression}: {answer}");
        answer.pointer("/result/value").cloned().unwrap_or_default()
    }

    /// The server the page comes from.
    #[must_use]
    pub fn server(&self) -> &Server {
        &self.server
    }

    /// The driver itself, for what has no word here yet.
    #[must_use]
    pub fn driver(&self) -> &WebDriver {
        &self.chromium.driver
    }

    /// Lets the visitor's site do what it has to be allowed, such as to read the clipboard.
    pub fn grant(&self, permissions: &[&str]) {
        self.chromium.tell("Browser.grantPermissions", json!({ "permissions": permissions }));
    }

    /// RolePair the page and the server.
    pub(crate) async fn close(self, well: bool) {
        self.chromium.quit(well).await;
    }

    /// Tells Chromium something that WebDriver has no word for.
    pub async fn tell(&self, command: &str, arguments: Value) -> Value {
        let answer = self.driver().cdp().send_raw(command, arguments).await;
        answer.unwrap_or_else(|error| panic!("{command}: {error}"))
    }

    async fn until_interactive(&self) {
        let marked = "return performance.getEntriesByName('interactive').length > 0";
        let ready = async || (self.run(marked).await == true).then_some(());
        if wait::for_answer(ready).await.is_none() {
            let trouble = self.run("return document.getElementById('trouble')?.textContent").await;
            panic!("{} does not become interactive; trouble: {trouble}", self.address().await);
        }
    }
}
