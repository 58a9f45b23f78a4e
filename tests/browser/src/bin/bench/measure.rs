//! Measures one page once: a new browser with nothing kept, at a speed, with a clock in the page.

use crate::scenario::{Contender, Figure, Scene, Speed};
use browser_tests::on_site_alone;
use serde_json::json;
use std::cell::RefCell;
use std::path::Path;

/// Runs in each page before its own scripts. `bench.when(shown)` gives the time since the navigation
/// at the end of the first frame for which `shown` holds; `bench.key(shown)` the time since the next
/// key press. A frame has ended when a message arrives that was sent while it was made.
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

/// Opens the contender's page in a browser of its own and does there what the scene does.
pub async fn measure(
    site: &Path,
    scene: &Scene,
    contender: &Contender,
    speed: Speed,
) -> Vec<Figure> {
    let figures = RefCell::new(Vec::new());
    on_site_alone(site.to_owned(), async |page| {
        page.tell("Page.enable", json!({})).await;
        page.tell("Page.addScriptToEvaluateOnNewDocument", json!({ "source": CLOCK })).await;
        page.tell("Emulation.setCPUThrottlingRate", json!({ "rate": speed.rate() })).await;
        page.set_width(1440).await;
        figures.replace((scene.measure)(page, &contender.address).await);
    })
    .await;
    figures.into_inner()
}
