//! The conditions of a measurement: screen, CPU speed, connection.

use browser_tests::Page;
use serde_json::json;

/// Latency in milliseconds, and bandwidth in bytes per second: 1.6 Mbps.
const SLOW_LINE: (u32, u32) = (150, 200_000);

/// What is emulated.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Condition {
    viewport: (u32, u32),
    slowdown: u32,
    is_slow_line: bool,
}

impl Condition {
    /// A phone on a slow connection.
    pub const PHONE: Self = Self { viewport: (412, 823), slowdown: 4, is_slow_line: true };

    /// A small laptop next to the server.
    pub const DESKTOP: Self = Self { viewport: (1280, 800), slowdown: 1, is_slow_line: false };

    /// The same with a CPU four times slower.
    pub const SLOW_DESKTOP: Self = Self { slowdown: 4, ..Self::DESKTOP };

    /// Both speeds of the desktop.
    pub const BOTH_DESKTOPS: [Self; 2] = [Self::DESKTOP, Self::SLOW_DESKTOP];

    /// What a table adds to the name of a row, where conditions differ.
    pub fn label(self) -> &'static str {
        match (self.is_slow_line, self.slowdown) {
            (true, _) => "",
            (false, 1) => ", 1x",
            (false, _) => ", 4x CPU",
        }
    }

    /// Emulates the condition on an empty page.
    pub async fn emulate(self, page: &Page) {
        let (width, height) = self.viewport;
        page.set_viewport(width, height).await;
        page.server().send_compressed();
        // Before the CPU is slowed down, because then the browser is never idle.
        page.wait_until_idle().await;
        if self.is_slow_line {
            page.throttle_network(SLOW_LINE.0, SLOW_LINE.1).await;
        }
        page.send_cdp("Emulation.setCPUThrottlingRate", json!({ "rate": self.slowdown })).await;
    }
}
