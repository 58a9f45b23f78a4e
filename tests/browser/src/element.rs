//! An element of a page, and the actions on it.

use crate::{Engine, computed, wait};
use serde_json::Value;
use thirtyfour::error::WebDriverErrorInner;
use thirtyfour::{By, Key, TypingData, WebElement};

/// An element.
#[derive(Clone, Debug)]
pub struct Element(WebElement);

impl Element {
    pub(crate) fn new(element: WebElement) -> Self {
        Self(element)
    }

    /// Clicks it; waits while another element covers it or it is moving.
    pub async fn click(&self) {
        // WebKit’s driver only scrolls to some elements.
        if Engine::selected() == Engine::WebKit {
            let _ = self.0.scroll_into_view().await;
        }
        let mut last_error = None;
        let clicked = wait::poll(async || match self.0.click().await {
            Ok(()) => Some(()),
            Err(error) if is_temporary(&error) => {
                last_error = Some(error);
                None
            }
            Err(error) => panic!("the element cannot be clicked: {error}"),
        });
        if clicked.await.is_none() {
            panic!("the element cannot be clicked: {last_error:?}");
        }
    }

    /// Clicks the label of a radio button or checkbox, or the control itself if it has no label. Waits until
    /// the control is enabled: some are only once the answers are loaded.
    pub async fn click_label(&self) {
        let is_enabled = async || self.0.is_enabled().await.ok()?.then_some(());
        assert!(wait::poll(is_enabled).await.is_some(), "the control stays disabled");
        let label = self.0.find(By::XPath("ancestor::label")).await.ok();
        match label {
            Some(label) => Self(label).click().await,
            None => self.click().await,
        }
    }

    /// Selects the option with this text in a `<select>`.
    pub async fn select_option(&self, text: &str) {
        let path = format!("./option[normalize-space()='{text}']");
        let option = self.0.find(By::XPath(path)).await;
        Self(option.expect("the option should exist")).click().await;
        // Unlike a visitor’s, a click from other drivers takes the focus away again.
        if Engine::selected() != Engine::Chromium {
            self.focus().await;
        }
    }

    /// Focuses it and types.
    pub async fn type_text(&self, keys: impl Into<TypingData>) {
        self.0.send_keys(keys).await.expect("the keys should be sent");
    }

    /// Focuses it and presses a key.
    pub async fn press(&self, key: Key) {
        self.type_text(key).await;
    }

    /// Clears a text field.
    pub async fn clear(&self) {
        self.0.clear().await.expect("the field should be cleared");
    }

    /// Focuses it.
    pub async fn focus(&self) {
        self.0.focus().await.expect("the element should take the focus");
    }

    /// Returns its visible text.
    pub async fn text(&self) -> String {
        self.0.text().await.expect("the text should be readable")
    }

    /// Returns the value of a form field.
    pub async fn value(&self) -> String {
        self.0.value().await.expect("the value should be readable").unwrap_or_default()
    }

    /// Returns an attribute as it is in the document.
    pub async fn attribute(&self, name: &str) -> Option<String> {
        self.0.attr(name).await.expect("the attribute should be readable")
    }

    /// Returns its computed role.
    pub async fn role(&self) -> String {
        self.role_and_name().await.0
    }

    /// Returns its accessible name.
    pub async fn name(&self) -> String {
        self.role_and_name().await.1
    }

    /// Returns its computed role and accessible name; both are empty if the element no longer exists.
    pub async fn role_and_name(&self) -> (String, String) {
        if Engine::selected() != Engine::Chromium {
            return computed::role_and_name(&self.0).await.unwrap_or_default();
        }
        let Ok(id) = self.0.cdp_backend_node_id().await else { return Default::default() };
        let cdp = thirtyfour::cdp::Cdp::new(self.0.handle().clone());
        let query = serde_json::json!({ "backendNodeId": id, "fetchRelatives": false });
        let tree = cdp.send_raw("Accessibility.getPartialAXTree", query).await;
        tree.map(|tree| role_and_name(&tree)).unwrap_or_default()
    }

    /// Returns whether it is visible.
    pub async fn is_visible(&self) -> bool {
        self.0.is_displayed().await.expect("the visibility should be readable")
    }

    /// The WebDriver element, for anything without a method here.
    #[must_use]
    pub fn inner(&self) -> &WebElement {
        &self.0
    }
}

/// Returns role and name of the first node of an accessibility tree.
pub(crate) fn role_and_name(tree: &Value) -> (String, String) {
    let text =
        |field: &str| tree["nodes"][0][field]["value"].as_str().unwrap_or_default().to_owned();
    (text("role"), text("name"))
}

/// Returns whether a click may succeed when it is repeated.
fn is_temporary(error: &thirtyfour::error::WebDriverError) -> bool {
    matches!(
        **error,
        WebDriverErrorInner::ElementClickIntercepted(_)
            | WebDriverErrorInner::ElementNotInteractable(_)
    )
}
