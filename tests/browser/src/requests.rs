//! The network: every request the page made, and those to another host.

use crate::page::Page;
use serde_json::Value;

impl Page {
    /// The addresses of all requests so far, in their order.
    pub async fn requests(&self) -> Vec<String> {
        let log = self.driver().get_log("performance").await.expect("the performance log");
        let new = log.iter().filter_map(|entry| requested(&entry.message));
        self.requested.borrow_mut().extend(new);
        self.requested.borrow().clone()
    }

    /// The requests to any other host.
    pub async fn foreign_requests(&self) -> Vec<String> {
        let own = format!("{}/", self.server().origin());
        let foreign = |address: &String| {
            let remote = ["http:", "https:", "ws:", "wss:"];
            remote.iter().any(|scheme| address.starts_with(scheme)) && !address.starts_with(&own)
        };
        self.requests().await.into_iter().filter(foreign).collect()
    }
}

/// The address in an event of the log, if it is a request.
fn requested(message: &str) -> Option<String> {
    let event: Value = serde_json::from_str(message).ok()?;
    let event = event.get("message")?;
    if event.get("method")? != "Network.requestWillBeSent" {
        return None;
    }
    Some(event.pointer("/params/request/url")?.as_str()?.to_owned())
}
