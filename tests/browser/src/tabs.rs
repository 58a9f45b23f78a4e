//! Several tabs of one browser.

use crate::page::Page;
use thirtyfour::WindowHandle;

/// A tab.
#[derive(Clone, Debug)]
pub struct Tab(WindowHandle);

impl Page {
    /// The tab that is driven.
    pub async fn tab(&self) -> Tab {
        Tab(self.driver().window().await.expect("a tab"))
    }

    /// Opens another tab and drives that from here on.
    pub async fn open_tab(&self) -> Tab {
        let tab = Tab(self.chromium.open_tab());
        self.turn_to(&tab).await;
        tab
    }

    /// Drives another tab from here on.
    pub async fn turn_to(&self, tab: &Tab) {
        self.driver().switch_to_window(tab.0.clone()).await.expect("the tab is there");
    }
}
