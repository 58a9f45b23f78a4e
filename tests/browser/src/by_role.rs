//! Finding by role and accessible name, as Chromium itself computes them for assistive technology.

use crate::{Element, page::Page, wait};
use serde_json::{Value, json};
use thirtyfour::WebDriver;
use thirtyfour::error::WebDriverResult;

/// A node of the accessibility tree: its name, and the number of its element.
struct Node {
    name: String,
    number: u64,
}

impl Page {
    /// The element of this role and exactly this name. Waits for it; one has to be the only one.
    pub async fn by_role(&self, role: &str, name: &str) -> Element {
        self.find(None, role, name).await
    }

    /// The same, inside another element.
    pub async fn by_role_in(&self, inside: &Element, role: &str, name: &str) -> Element {
        self.find(Some(inside), role, name).await
    }

    /// Every element of a role that is there now, with its name.
    pub async fn all_by_role(&self, role: &str) -> Vec<(String, Element)> {
        let nodes = nodes(self.driver(), None, role).await.expect("the accessibility tree");
        let elements = elements(self.driver(), &nodes).await.expect("the elements");
        nodes.into_iter().map(|node| node.name).zip(elements).collect()
    }

    /// The names of every element of a role that is there now.
    pub async fn names(&self, role: &str) -> Vec<String> {
        let nodes = nodes(self.driver(), None, role).await.expect("the accessibility tree");
        nodes.into_iter().map(|node| node.name).collect()
    }

    /// The same, inside another element.
    pub async fn names_in(&self, inside: &Element, role: &str) -> Vec<String> {
        let nodes = nodes(self.driver(), Some(inside), role).await;
        nodes.expect("the accessibility tree").into_iter().map(|node| node.name).collect()
    }

    /// Waits until no element has this role and name.
    pub async fn until_gone(&self, role: &str, name: &str) {
        let gone =
            async || (!self.names(role).await.iter().any(|there| there == name)).then_some(());
        if wait::for_answer(gone).await.is_none() {
            panic!("the {role} {name:?} should go away");
        }
    }

    /// The role and the name of what has the focus; none while the page changes.
    pub async fn focus(&self) -> Option<(String, String)> {
        let cdp = self.driver().cdp();
        let question = json!({ "expression": "document.activeElement" });
        let focused = cdp.send_raw("Runtime.evaluate", question).await.ok()?;
        let question =
            json!({ "objectId": focused["result"]["objectId"], "fetchRelatives": false });
        let tree = cdp.send_raw("Accessibility.getPartialAXTree", question).await.ok()?;
        let text = |of: &str| tree["nodes"][0][of]["value"].as_str().unwrap_or_default().to_owned();
        Some((text("role"), text("name")))
    }

    async fn find(&self, inside: Option<&Element>, role: &str, name: &str) -> Element {
        let driver = self.driver();
        let mut seen = Vec::new();
        // A page that changes while it is read gives an error: then it is read again.
        let found = wait::for_answer(async || {
            let (wanted, others): (Vec<Node>, Vec<Node>) = nodes(driver, inside, role)
                .await
                .ok()?
                .into_iter()
                .partition(|node| node.name == name);
            seen = others.into_iter().map(|node| node.name).collect();
            assert!(wanted.len() < 2, "{} elements are a {role} named {name:?}", wanted.len());
            elements(driver, &wanted).await.ok()?.pop()
        })
        .await;
        found.unwrap_or_else(|| panic!("there is no {role} named {name:?}, there are {seen:?}"))
    }
}

async fn nodes(
    driver: &WebDriver,
    inside: Option<&Element>,
    role: &str,
) -> WebDriverResult<Vec<Node>> {
    let cdp = driver.cdp();
    let start = match inside {
        Some(element) => json!(element.inner().cdp_backend_node_id().await?),
        None => {
            let document = cdp.send_raw("DOM.getDocument", json!({ "depth": 0 })).await?;
            document["root"]["backendNodeId"].clone()
        }
    };
    let question = json!({ "backendNodeId": start, "role": role });
    let answer = cdp.send_raw("Accessibility.queryAXTree", question).await?;
    let nodes = answer["nodes"].as_array().map(Vec::as_slice).unwrap_or_default();
    Ok(nodes.iter().filter(|node| node["ignored"] != true).filter_map(node).collect())
}

fn node(node: &Value) -> Option<Node> {
    let name = node["name"]["value"].as_str().unwrap_or_default();
    let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
    Some(Node { name, number: node["backendDOMNodeId"].as_u64()? })
}

/// Hands nodes over from the protocol that knows names to the one that presses buttons: by way of
/// a list that the page holds for a moment.
async fn elements(driver: &WebDriver, nodes: &[Node]) -> WebDriverResult<Vec<Element>> {
    let cdp = driver.cdp();
    let mut objects = Vec::new();
    for node in nodes {
        let answer =
            cdp.send_raw("DOM.resolveNode", json!({ "backendNodeId": node.number })).await?;
        objects.push(json!({ "objectId": answer["object"]["objectId"] }));
    }
    let Some(first) = objects.first() else { return Ok(Vec::new()) };
    let keep = json!({
        "objectId": first["objectId"],
        "functionDeclaration": "function (...found) { globalThis.__found = found }",
        "arguments": objects,
    });
    cdp.send_raw("Runtime.callFunctionOn", keep).await?;
    let take = "const found = globalThis.__found; delete globalThis.__found; return found";
    let found = driver.execute(take, Vec::new()).await?.elements()?;
    Ok(found.into_iter().map(Element::new).collect())
}
