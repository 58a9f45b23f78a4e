//! Several tabs in one profile.

use crate::page::Page;
use serde_json::json;
use thirtyfour::WindowHandle;

/// A tab.
#[derive(Clone, Debug)]
pub struct Tab(WindowHandle);

impl Page {
    /// Returns the current tab.
    pub async fn current_tab(&self) -> Tab {
        Tab(self.driver().window().await.expect("there should be a tab"))
    }

    /// Opens another tab and switches to it.
    pub async fn open_tab(&self) -> Tab {
        let tab = Tab(self.session.open_tab().await);
        self.switch_to_tab(&tab).await;
        tab
    }

    /// Switches to a tab.
    pub async fn switch_to_tab(&self, tab: &Tab) {
        self.driver().switch_to_window(tab.0.clone()).await.expect("the tab should exist");
        if let Some(firefox) = self.session.as_firefox() {
            firefox.call("selectTab", json!([tab.0.to_string()])).await;
        }
    }
}
