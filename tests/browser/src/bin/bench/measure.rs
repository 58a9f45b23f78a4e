//! One measurement of one page: in a new browser without caches, at a CPU speed.

use crate::scenario::{Candidate, CpuSpeed, Measurement, Scenario};
use browser_tests::with_new_browser;
use serde_json::json;
use std::cell::RefCell;
use std::path::Path;

/// Runs in each page before its own scripts. `bench.when(shown)` resolves to the time from the navigation
/// to the end of the first frame for which `shown` returns true; `bench.key(shown)` to the time from
/// the next key press. A frame has ended when a message that was posted during it arrives.
const CLOCK: &str = r#"
window.bench = (() => {
  const channel = new MessageChannel();
  const waiting = new Set();
  channel.port1.onmessage = () => {
    const now = performance.now();
    for (const wait of waiting) if (wait.since() !== null && wait.shown()) {
      waiting.delete(wait);
      wait.resolve(now - wait.since());
    }
    if (waiting.size) requestAnimationFrame(frame);
  };
  const frame = () => channel.port2.postMessage(0);
  const until = (since, shown) => new Promise((resolve) => {
    waiting.add({ since, shown, resolve });
    requestAnimationFrame(frame);
  });
  let memory = null;
  const keep = (made) => {
    memory = (made.instance ?? made).exports.memory ?? memory;
    return made;
  };
  for (const name of ["instantiate", "instantiateStreaming"]) {
    const own = WebAssembly[name];
    WebAssembly[name] = (...given) => own.apply(WebAssembly, given).then(keep);
  }
  return {
    when: (shown) => until(() => 0, shown),
    key: (shown) => {
      let pressed = null;
      addEventListener("keydown", (event) => { pressed = event.timeStamp; }, { capture: true, once: true });
      return until(() => pressed, shown);
    },
    wasmBytes: () => memory?.buffer.byteLength ?? 0,
  };
})();
"#;

/// Runs a scenario on a candidate's page.
pub async fn measure(
    site: &Path,
    scenario: &Scenario,
    candidate: &Candidate,
    speed: CpuSpeed,
) -> Vec<Measurement> {
    let measurements = RefCell::new(Vec::new());
    with_new_browser(site.to_owned(), async |page| {
        page.send_cdp("Page.enable", json!({})).await;
        page.add_init_script(CLOCK).await;
        page.send_cdp("Emulation.setCPUThrottlingRate", json!({ "rate": speed.rate() })).await;
        page.set_width(1440).await;
        measurements.replace((scenario.measure)(page, &candidate.url).await);
    })
    .await;
    measurements.into_inner()
}
