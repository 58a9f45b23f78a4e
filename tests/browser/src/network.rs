//! Faults put in the page's way: a browser that lacks something, a file that does not arrive.

use crate::page::Page;
use serde_json::json;

impl Page {
    /// Runs a script ahead of every page that is opened from here on.
    pub async fn before_every_page(&self, script: &str) {
        let command = "Page.addScriptToEvaluateOnNewDocument";
        self.tell(command, json!({ "source": script })).await;
    }

    /// Switches the scripts of pages on or off; what a page shows can be asked for in both cases.
    pub async fn scripts(&self, on: bool) {
        self.tell("Emulation.setScriptExecutionDisabled", json!({ "value": !on })).await;
    }

    /// Takes the connection away, as the browser sees it, or gives it back.
    pub async fn connection(&self, there: bool) {
        self.tell("Network.enable", json!({})).await;
        let conditions = json!({
            "offline": !there, "latency": 0, "downloadThroughput": -1, "uploadThroughput": -1,
        });
        self.tell("Network.emulateNetworkConditions", conditions).await;
    }

    /// Keeps requests from arriving whose address fits a pattern, such as `*.wasm`.
    pub async fn block(&self, pattern: &str) {
        self.tell("Network.enable", json!({})).await;
        self.tell("Network.setBlockedURLs", json!({ "urls": [pattern] })).await;
    }

    /// From here on nothing comes from what an earlier page had the browser keep.
    pub async fn as_on_a_first_visit(&self) {
        self.tell("Network.enable", json!({})).await;
        self.tell("Network.setCacheDisabled", json!({ "cacheDisabled": true })).await;
        self.tell("Network.setBypassServiceWorker", json!({ "bypass": true })).await;
    }

    /// Makes the line slow: so many milliseconds to the first byte, then so many bytes a second.
    pub async fn slow_line(&self, latency: u32, bytes_per_second: u32) {
        self.tell("Network.enable", json!({})).await;
        let line = json!({
            "offline": false, "latency": latency,
            "downloadThroughput": bytes_per_second, "uploadThroughput": bytes_per_second,
        });
        self.tell("Network.emulateNetworkConditions", line).await;
    }
}
