//! The requests that a page makes.

use crate::console::texts;
use crate::engine::Engine;
use crate::page::Page;
use crate::session::Profile;
use serde_json::{Value, json};

impl Page {
    /// Returns the URLs of all requests so far, in order.
    pub async fn requests(&self) -> Vec<String> {
        match &self.session.profile {
            Profile::Chromium(..) => {}
            Profile::Firefox(firefox) => return texts(&firefox.call("requests", json!([])).await),
            Profile::WebKit(_) => Engine::skip("Log.requests"),
        }
        let log = self.driver().get_log("performance").await;
        let log = log.expect("the performance log should be readable");
        let new = log.iter().filter_map(|entry| request_url(&entry.message));
        self.request_urls.borrow_mut().extend(new);
        self.request_urls.borrow().clone()
    }

    /// Returns the URLs of all requests to other origins.
    pub async fn external_requests(&self) -> Vec<String> {
        let own = format!("{}/", self.server().origin());
        let is_external = |url: &String| {
            let schemes = ["http:", "https:", "ws:", "wss:"];
            schemes.iter().any(|scheme| url.starts_with(scheme)) && !url.starts_with(&own)
        };
        self.requests().await.into_iter().filter(is_external).collect()
    }
}

/// Returns the URL if an event of the log is a request.
fn request_url(message: &str) -> Option<String> {
    let event: Value = serde_json::from_str(message).ok()?;
    let event = event.get("message")?;
    if event.get("method")? != "Network.requestWillBeSent" {
        return None;
    }
    Some(event.pointer("/params/request/url")?.as_str()?.to_owned())
}
