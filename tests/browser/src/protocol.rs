//! Words of Chromium's own protocol, for what the driver has no word for.

use crate::page::Page;
use serde_json::{Value, json};

impl Page {
    /// Sends a command and gives back its answer.
    pub(crate) async fn tell(&self, command: &str, arguments: Value) -> Value {
        let answer = self.driver().cdp().send_raw(command, arguments).await;
        answer.unwrap_or_else(|error| panic!("{command}: {error}"))
    }

    /// Runs a script in every page from here on, before any script of the page itself.
    pub async fn run_before_each_page(&self, script: &str) {
        let command = "Page.addScriptToEvaluateOnNewDocument";
        self.tell(command, json!({ "source": script })).await;
    }

    /// A browser in which scripts are switched off.
    pub async fn without_scripts(&self) {
        self.tell("Emulation.setScriptExecutionDisabled", json!({ "value": true })).await;
    }

    /// A network on which these addresses never arrive; a `*` stands for anything.
    pub async fn block(&self, addresses: &[&str]) {
        self.tell("Network.enable", json!({})).await;
        self.tell("Network.setBlockedURLs", json!({ "urls": addresses })).await;
    }
}
