//! Locators by role and accessible name, as the engine computes them for assistive technology. Chromium's
//! accessibility tree answers at once; in other engines, WebDriver is asked for each candidate.

use crate::{Element, Engine, computed, element::role_and_name, page::Page, wait};
use serde_json::{Value, json};
use thirtyfour::WebDriver;
use thirtyfour::error::WebDriverResult;

/// A node of the accessibility tree.
struct Node {
    name: String,
    backend_node_id: u64,
}

impl Page {
    /// Waits for the element with this role and exactly this name. Panics if there is more than one.
    pub async fn by_role(&self, role: &str, name: &str) -> Element {
        self.find(None, role, name).await
    }

    /// Like [`Page::by_role`], among the descendants of `parent`.
    pub async fn by_role_in(&self, parent: &Element, role: &str, name: &str) -> Element {
        self.find(Some(parent), role, name).await
    }

    /// Returns the name of each element that has this role now, with the element.
    pub async fn all_by_role(&self, role: &str) -> Vec<(String, Element)> {
        if Engine::selected() != Engine::Chromium {
            let found =
                computed::find(self.driver(), None, role, None).await.expect("the elements");
            return found
                .into_iter()
                .map(|(name, element)| (name, Element::new(element)))
                .collect();
        }
        let nodes = nodes(self.driver(), None, role).await.expect("the accessibility tree");
        let elements = elements(self.driver(), &nodes).await.expect("the elements");
        nodes.into_iter().map(|node| node.name).zip(elements).collect()
    }

    /// Returns the names of all elements that have this role now.
    pub async fn names(&self, role: &str) -> Vec<String> {
        names(self.driver(), None, role).await
    }

    /// Like [`Page::names`], among the descendants of `parent`.
    pub async fn names_in(&self, parent: &Element, role: &str) -> Vec<String> {
        names(self.driver(), Some(parent), role).await
    }

    /// Returns role and name of the focused element, or `None` while the page is changing.
    pub async fn focused_role_and_name(&self) -> Option<(String, String)> {
        if Engine::selected() != Engine::Chromium {
            let focused = self.driver().active_element().await.ok()?;
            return computed::role_and_name(&focused).await.ok();
        }
        let cdp = self.driver().cdp();
        let query = json!({ "expression": "document.activeElement" });
        let focused = cdp.send_raw("Runtime.evaluate", query).await.ok()?;
        let query = json!({ "objectId": focused["result"]["objectId"], "fetchRelatives": false });
        let tree = cdp.send_raw("Accessibility.getPartialAXTree", query).await.ok()?;
        Some(role_and_name(&tree))
    }

    async fn find(&self, parent: Option<&Element>, role: &str, name: &str) -> Element {
        let driver = self.driver();
        let mut other_names = Vec::new();
        // A page that changes during the query causes an error: then the query is repeated.
        let found = wait::poll(async || {
            if Engine::selected() != Engine::Chromium {
                let parent = parent.map(Element::inner);
                let mut found = computed::find(driver, parent, role, Some(name)).await.ok()?;
                assert!(found.len() < 2, "{} elements are a {role} named {name:?}", found.len());
                return found.pop().map(|(_, element)| Element::new(element));
            }
            let (matches, others): (Vec<Node>, Vec<Node>) = nodes(driver, parent, role)
                .await
                .ok()?
                .into_iter()
                .partition(|node| node.name == name);
            other_names = others.into_iter().map(|node| node.name).collect();
            assert!(matches.len() < 2, "{} elements are a {role} named {name:?}", matches.len());
            elements(driver, &matches).await.ok()?.pop()
        })
        .await;
        if found.is_none() && Engine::selected() != Engine::Chromium {
            other_names = names(driver, parent, role).await;
        }
        found.unwrap_or_else(|| panic!("no {role} is named {name:?}, only {other_names:?}"))
    }
}

async fn names(driver: &WebDriver, parent: Option<&Element>, role: &str) -> Vec<String> {
    if Engine::selected() != Engine::Chromium {
        let found = computed::find(driver, parent.map(Element::inner), role, None).await;
        return found.expect("the elements").into_iter().map(|(name, _)| name).collect();
    }
    let nodes = nodes(driver, parent, role).await.expect("the accessibility tree");
    nodes.into_iter().map(|node| node.name).collect()
}

async fn nodes(
    driver: &WebDriver,
    parent: Option<&Element>,
    role: &str,
) -> WebDriverResult<Vec<Node>> {
    let cdp = driver.cdp();
    let root = match parent {
        Some(element) => json!(element.inner().cdp_backend_node_id().await?),
        None => {
            let document = cdp.send_raw("DOM.getDocument", json!({ "depth": 0 })).await?;
            document["root"]["backendNodeId"].clone()
        }
    };
    let query = json!({ "backendNodeId": root, "role": role });
    let result = cdp.send_raw("Accessibility.queryAXTree", query).await?;
    let nodes = result["nodes"].as_array().map(Vec::as_slice).unwrap_or_default();
    Ok(nodes.iter().filter(|node| node["ignored"] != true).filter_map(node).collect())
}

fn node(node: &Value) -> Option<Node> {
    let name = node["name"]["value"].as_str().unwrap_or_default();
    let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
    Some(Node { name, backend_node_id: node["backendDOMNodeId"].as_u64()? })
}

/// Converts DevTools nodes to WebDriver elements, through a temporary global variable of the page.
async fn elements(driver: &WebDriver, nodes: &[Node]) -> WebDriverResult<Vec<Element>> {
    let cdp = driver.cdp();
    let mut objects = Vec::new();
    for node in nodes {
        let query = json!({ "backendNodeId": node.backend_node_id });
        let result = cdp.send_raw("DOM.resolveNode", query).await?;
        objects.push(json!({ "objectId": result["object"]["objectId"] }));
    }
    let Some(first) = objects.first() else { return Ok(Vec::new()) };
    let store = json!({
        "objectId": first["objectId"],
        "functionDeclaration": "function (...found) { globalThis.__found = found }",
        "arguments": objects,
    });
    cdp.send_raw("Runtime.callFunctionOn", store).await?;
    let take = "const found = globalThis.__found; delete globalThis.__found; return found";
    let found = driver.execute(take, Vec::new()).await?.elements()?;
    Ok(found.into_iter().map(Element::new).collect())
}
