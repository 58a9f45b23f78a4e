//! Network conditions: offline, slow, blocked requests, no caches.

use crate::page::Page;
use serde_json::json;

impl Page {
    /// Switches the browser's emulated offline state on or off. Requests that fail meanwhile, such as a
    /// prefetch, are no error.
    pub async fn set_offline(&self, is_offline: bool) {
        self.allow_console_errors("ERR_INTERNET_DISCONNECTED");
        if let Some(firefox) = self.session.as_firefox() {
            firefox.call("setOffline", json!([is_offline])).await;
            return;
        }
        self.emulate_network(is_offline, 0, -1).await;
    }

    /// Emulates a slow connection: `latency` in milliseconds to the first byte, then this bandwidth.
    pub async fn throttle_network(&self, latency: u32, bytes_per_second: u32) {
        self.emulate_network(false, latency, bytes_per_second.into()).await;
    }

    /// Blocks requests whose URL matches a pattern such as `*.wasm`.
    pub async fn block_requests(&self, pattern: &str) {
        if let Some(firefox) = self.session.as_firefox() {
            firefox.call("block", json!([pattern])).await;
            return;
        }
        self.send_cdp("Network.enable", json!({})).await;
        self.send_cdp("Network.setBlockedURLs", json!({ "urls": [pattern] })).await;
    }

    /// Bypasses the HTTP cache and the service worker, so that every load is like a first visit.
    pub async fn bypass_caches(&self) {
        self.send_cdp("Network.enable", json!({})).await;
        self.send_cdp("Network.setCacheDisabled", json!({ "cacheDisabled": true })).await;
        self.send_cdp("Network.setBypassServiceWorker", json!({ "bypass": true })).await;
    }

    /// A bandwidth of -1 means unlimited.
    async fn emulate_network(&self, is_offline: bool, latency: u32, bytes_per_second: i64) {
        self.send_cdp("Network.enable", json!({})).await;
        let conditions = json!({
            "offline": is_offline, "latency": latency,
            "downloadThroughput": bytes_per_second, "uploadThroughput": bytes_per_second,
        });
        self.send_cdp("Network.emulateNetworkConditions", conditions).await;
    }
}
