//! Role and accessible name as every engine computes them for WebDriver.

use crate::Engine;
use hyper::Method;
use serde_json::Value;
use std::sync::Arc;
use thirtyfour::common::command::{Command, ExtensionCommand};
use thirtyfour::error::WebDriverResult;
use thirtyfour::{WebDriver, WebElement};

/// WebKit counts the value of a select to its name, and gives the cells of tables none.
const WEBKIT_LABEL: &str = "
    const [element, label] = arguments;
    const value = element.matches('select') ? element.selectedOptions[0]?.textContent.trim() : '';
    if (value && label.endsWith(value)) return label.slice(0, -value.length);
    if (label || !element.matches('td, th')) return label;
    const copy = element.cloneNode(true);
    copy.querySelectorAll('[aria-hidden=true]').forEach((part) => part.remove());
    const texts = document.createTreeWalker(copy, NodeFilter.SHOW_TEXT);
    let text = '';
    while (texts.nextNode()) text += ' ' + texts.currentNode.data;
    return text";

/// Returns the elements that have this role now, with their names; if a name is given, only those with it.
pub(crate) async fn find(
    driver: &WebDriver,
    parent: Option<&WebElement>,
    role: &str,
    name: Option<&str>,
) -> WebDriverResult<Vec<(String, WebElement)>> {
    const CANDIDATES: &str = include_str!("by_role.js");
    let parent = parent.map_or(Ok(Value::Null), WebElement::to_json)?;
    let arguments = vec![parent, role.into(), name.into()];
    let mut found = Vec::new();
    for element in driver.execute(CANDIDATES, arguments).await?.elements()? {
        // It may be gone by now.
        let Ok(computed) = label(&element).await else { continue };
        if name.is_none_or(|name| name == computed) {
            found.push((computed, element));
        }
    }
    Ok(found)
}

/// Returns the computed role and accessible name of an element.
pub(crate) async fn role_and_name(element: &WebElement) -> WebDriverResult<(String, String)> {
    let mut role = computed(element, "computedrole").await?;
    // WebKit calls a select a button.
    if Engine::selected() == Engine::WebKit && element.tag_name().await? == "select" {
        "combobox".clone_into(&mut role);
    }
    Ok((role, label(element).await?))
}

async fn label(element: &WebElement) -> WebDriverResult<String> {
    let mut label = computed(element, "computedlabel").await?;
    if Engine::selected() == Engine::WebKit {
        let arguments = vec![element.to_json()?, label.into()];
        label = element.handle().execute(WEBKIT_LABEL, arguments).await?.convert()?;
    }
    Ok(label.split_whitespace().collect::<Vec<_>>().join(" "))
}

async fn computed(element: &WebElement, property: &'static str) -> WebDriverResult<String> {
    let command = ComputedProperty { element: element.element_id().to_string(), property };
    let command = Command::ExtensionCommand(Box::new(command));
    element.handle().cmd(command).await?.value()
}

/// The WebDriver command for a computed property, which thirtyfour lacks.
#[derive(Debug)]
struct ComputedProperty {
    element: String,
    property: &'static str,
}

impl ExtensionCommand for ComputedProperty {
    fn parameters_json(&self) -> Option<Value> {
        None
    }

    fn method(&self) -> Method {
        Method::GET
    }

    fn endpoint(&self) -> Arc<str> {
        format!("/element/{}/{}", self.element, self.property).into()
    }
}
