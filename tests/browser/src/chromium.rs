//! A running Chromium and its ChromeDriver. Starting both takes as long as a small test, so they are
//! kept in a pool; each test gets a new profile.

use crate::chromedriver::{self, ChromeDriver};
use crate::devtools::DevTools;
use serde_json::Value;
use std::sync::{Mutex, PoisonError};

/// The browsers that no test is using.
static POOL: Mutex<Vec<Chromium>> = Mutex::new(Vec::new());

/// A running Chromium with its driver; both exit when it is dropped.
pub(crate) struct Chromium {
    devtools: DevTools,
    pub(crate) driver: ChromeDriver,
}

impl Chromium {
    /// Takes an idle browser from the pool, or starts one.
    pub(crate) fn from_pool() -> Self {
        let idle = POOL.lock().unwrap_or_else(PoisonError::into_inner).pop();
        idle.unwrap_or_else(Self::start)
    }

    /// Makes the browser available to the next test.
    pub(crate) fn return_to_pool(self) {
        POOL.lock().unwrap_or_else(PoisonError::into_inner).push(self);
    }

    /// Starts a browser without a window.
    pub(crate) fn start() -> Self {
        let program = chromedriver::find_program("CHROMIUM", &["chromium", "google-chrome"]);
        Self { devtools: DevTools::start(&program), driver: ChromeDriver::start() }
    }

    /// Host and port of the debugging endpoint.
    pub(crate) fn debugger_address(&self) -> &str {
        &self.devtools.address
    }

    /// Sends a DevTools command to the browser itself, independent of any page, and returns its result.
    pub(crate) fn send_cdp(&mut self, command: &str, arguments: &Value) -> Value {
        self.devtools.send(command, arguments)
    }
}
