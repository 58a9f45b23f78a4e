//! An element of a page, with the verbs a test needs.

use crate::wait;
use thirtyfour::error::WebDriverErrorInner;
use thirtyfour::{By, Key, TypingData, WebElement};

/// An element.
#[derive(Clone, Debug)]
pub struct Element(WebElement);

impl Element {
    pub(crate) fn new(element: WebElement) -> Self {
        Self(element)
    }

    /// Presses it with the mouse; waits while something covers it or it moves.
    pub async fn click(&self) {
        let mut refused = None;
        let clicked = wait::for_answer(async || match self.0.click().await {
            Ok(()) => Some(()),
            Err(error) if will_pass(&error) => {
                refused = Some(error);
                None
            }
            Err(error) => panic!("this cannot be pressed: {error}"),
        });
        if clicked.await.is_none() {
            panic!("this cannot be pressed: {refused:?}");
        }
    }

    /// Presses a radio button or a box to tick where one can see it, which may be on its label.
    pub async fn choose(&self) {
        let label = self.0.find(By::XPath("ancestor::label")).await.ok();
        match label {
            Some(label) => Self(label).click().await,
            None => self.click().await,
        }
    }

    /// Chooses an option of a select.
    pub async fn pick(&self, option: &str) {
        let path = format!("./option[normalize-space()='{option}']");
        let option = self.0.find(By::XPath(path)).await;
        Self(option.expect("an option of this name")).click().await;
    }

    /// Puts the focus on it and types.
    pub async fn type_text(&self, keys: impl Into<TypingData>) {
        self.0.send_keys(keys).await.expect("keys are pressed");
    }

    /// Presses a key on it.
    pub async fn press(&self, key: Key) {
        self.type_text(key).await;
    }

    /// Empties a field.
    pub async fn clear(&self) {
        self.0.clear().await.expect("the field is emptied");
    }

    /// Puts the focus on it.
    pub async fn focus(&self) {
        self.0.focus().await.expect("it takes the focus");
    }

    /// The text one can see in it.
    pub async fn text(&self) -> String {
        self.0.text().await.expect("its text")
    }

    /// What stands in a field.
    pub async fn value(&self) -> String {
        self.0.value().await.expect("its value").unwrap_or_default()
    }

    /// An attribute, as the document has it.
    pub async fn attribute(&self, name: &str) -> Option<String> {
        self.0.attr(name).await.expect("its attribute")
    }

    /// Its role, as the browser computes it.
    pub async fn role(&self) -> String {
        self.describe().await.0
    }

    /// Its accessible name, as the browser computes it.
    pub async fn name(&self) -> String {
        self.describe().await.1
    }

    /// Its role and its accessible name. Empty where it has none or is gone: the page may draw it anew
    /// while it is asked.
    pub async fn describe(&self) -> (String, String) {
        let Ok(id) = self.0.cdp_backend_node_id().await else { return Default::default() };
        let cdp = thirtyfour::cdp::Cdp::new(self.0.handle().clone());
        let question = serde_json::json!({ "backendNodeId": id, "fetchRelatives": false });
        let tree = cdp.send_raw("Accessibility.getPartialAXTree", question).await;
        let Ok(tree) = tree else { return Default::default() };
        let text = |of: &str| tree["nodes"][0][of]["value"].as_str().unwrap_or_default().to_owned();
        (text("role"), text("name"))
    }

    /// Whether one can see it.
    pub async fn is_shown(&self) -> bool {
        self.0.is_displayed().await.expect("whether it is shown")
    }

    /// Where it is and how large, in CSS pixels.
    pub async fn place(&self) -> thirtyfour::ElementRect {
        self.0.rect().await.expect("its place")
    }

    /// The driver's element, for what has no word here yet.
    #[must_use]
    pub fn inner(&self) -> &WebElement {
        &self.0
    }
}

/// Whether pressing failed for a reason that ends by itself.
fn will_pass(error: &thirtyfour::error::WebDriverError) -> bool {
    matches!(
        **error,
        WebDriverErrorInner::ElementClickIntercepted(_)
            | WebDriverErrorInner::ElementNotInteractable(_)
    )
}
