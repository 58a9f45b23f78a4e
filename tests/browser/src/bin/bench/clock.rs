//! The clock in the page (`clock.js`): starts a measurement and waits for its result.

use browser_tests::Page;
use serde_json::{Value, json};
use std::time::{Duration, Instant};

const SCRIPT: &str = include_str!("clock.js");

/// Asking for a result takes time in the page, so the first question waits until most results exist.
const FIRST_POLL: Duration = Duration::from_millis(250);
const POLL: Duration = Duration::from_millis(100);
const TIMEOUT: Duration = Duration::from_secs(30);

/// Adds the clock to every page that is opened from now on.
pub async fn install(page: &Page) {
    page.send_cdp("Page.enable", json!({})).await;
    page.add_init_script(SCRIPT).await;
}

/// Measures from the next navigation until the page shows what is `wanted`.
pub async fn arm_from_start(page: &Page, wanted: &Value) {
    page.add_init_script(&format!("bench.shownFromStart({wanted})")).await;
}

/// Measures from the next click until the page shows what is `wanted`.
pub async fn arm_for_click(page: &Page, wanted: &Value) {
    page.evaluate(&format!("bench.shownAfter('click', {wanted}); null")).await;
}

/// Goes back in the history, and measures until the page shows what is `wanted`.
pub async fn go_back(page: &Page, wanted: &Value) {
    page.evaluate(&format!("bench.shownFromNow({wanted}); history.back(); null")).await;
}

/// Measures from the next key until the last change in the table; it ends when nothing changes for `quiet`.
pub async fn arm_for_key(page: &Page, quiet: Duration) {
    page.evaluate(&format!("bench.changedAfterKey({}); null", quiet.as_millis())).await;
}

/// Waits for the result in milliseconds; `None` if nothing changed.
pub async fn result(page: &Page) -> Result<Option<f64>, String> {
    let end = Instant::now() + TIMEOUT;
    tokio::time::sleep(FIRST_POLL).await;
    loop {
        let question = json!({ "expression": "bench.result()", "returnByValue": true });
        // An error means that another page is loading.
        let answer = page.driver().cdp().send_raw("Runtime.evaluate", question).await;
        let answer = answer.unwrap_or_default();
        if let Some(value) = answer.pointer("/result/value/value") {
            return Ok(value.as_f64());
        }
        if Instant::now() > end {
            return Err(format!("{} does not show what is expected.", page.url().await));
        }
        tokio::time::sleep(POLL).await;
    }
}

/// Like [`result`], if something has to change.
pub async fn time(page: &Page) -> Result<f64, String> {
    let time = result(page).await?;
    time.ok_or_else(|| "Nothing in the table changed.".to_owned())
}
