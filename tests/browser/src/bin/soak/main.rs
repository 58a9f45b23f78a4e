//! A long visit: nodes, listeners and memory end where they began, and nothing fails on the way.
//!
//! `soak [--minutes N]`
//!
//! The same round through the site is repeated for 10 minutes, or for `N`. What the page holds is counted on the
//! ladder page after each round, once the garbage is collected.
#![allow(clippy::panic, reason = "a developer tool: errors are panics")]

use browser_tests::{Page, project, with_new_browser};
use serde_json::json;
use std::process::exit;
use std::time::{Duration, Instant};

/// Rounds until everything that is loaded or cached once is there, and the browser has optimised the code.
const WARM_UP: usize = 20;

/// How much more than in the beginning is accepted in the end.
const TOLERANCE: f64 = 1.1;

/// Finds the memory of the program, which neither a script nor DevTools can ask for otherwise.
const WATCH_MEMORY: &str = "
    const watch = (name) => {
        const original = WebAssembly[name];
        WebAssembly[name] = async (...parameters) => {
            const result = await original.apply(WebAssembly, parameters);
            const { exports } = result.instance ?? result;
            globalThis.programMemory ??= Object.values(exports ?? {}).find((it) => it instanceof WebAssembly.Memory);
            return result;
        };
    };
    watch('instantiate');
    watch('instantiateStreaming');";

/// What the page holds at a time.
#[derive(Clone, Copy, Debug)]
struct Counts([(&'static str, f64); 4]);

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let minutes = minutes();
    let mut grown = Vec::new();
    with_new_browser(project::dist(), async |page| grown = soak(page, minutes).await).await;
    if !grown.is_empty() {
        eprintln!("More than 10 % above the beginning: {}", grown.join(", "));
        exit(1);
    }
}

fn minutes() -> f64 {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        [] => 10.0,
        ["--minutes", minutes] => {
            minutes.parse().unwrap_or_else(|_| panic!("--minutes needs a number"))
        }
        _ => panic!("usage: soak [--minutes N]"),
    }
}

/// Repeats the round, and returns what has grown.
async fn soak(page: &Page, minutes: f64) -> Vec<&'static str> {
    page.add_init_script(WATCH_MEMORY).await;
    page.add_init_script(include_str!("round.js")).await;
    page.open("/").await;
    let end = Instant::now() + Duration::from_secs_f64(minutes * 60.0);
    let mut first = None;
    let mut last = None;
    let mut rounds = 0;
    while Instant::now() < end || rounds <= WARM_UP {
        page.evaluate("round()").await;
        page.assert_no_console_errors().await;
        rounds += 1;
        let counts = Counts::read(page).await;
        if rounds == WARM_UP {
            first = Some(counts);
        }
        last = Some(counts);
        if rounds == 1 || rounds % 10 == 0 || rounds == WARM_UP {
            counts.print(rounds);
        }
    }
    let (Some(first), Some(last)) = (first, last) else { return Vec::new() };
    last.print(rounds);
    let pairs = first.0.into_iter().zip(last.0);
    let grown = pairs.filter(|((_, before), (_, after))| *after > before * TOLERANCE);
    grown.map(|((name, _), _)| name).collect()
}

impl Counts {
    /// Counts what is left once the garbage is collected.
    async fn read(page: &Page) -> Self {
        page.wait_until_idle().await;
        // What the first collection finalises is freed by the second.
        for _ in 0..2 {
            page.send_cdp("HeapProfiler.collectGarbage", json!({})).await;
        }
        let dom = page.send_cdp("Memory.getDOMCounters", json!({})).await;
        let heap = page.send_cdp("Runtime.getHeapUsage", json!({})).await;
        let program = page.execute("return programMemory.buffer.byteLength").await;
        Self(
            [
                ("nodes", &dom["nodes"]),
                ("listeners", &dom["jsEventListeners"]),
                ("bytes of the JavaScript heap", &heap["usedSize"]),
                ("bytes of the program's memory", &program),
            ]
            .map(|(name, count)| {
                (name, count.as_f64().unwrap_or_else(|| panic!("no count of {name}")))
            }),
        )
    }

    fn print(self, round: usize) {
        let counts = self.0.map(|(name, count)| format!("{count} {name}"));
        println!("after round {round}: {}", counts.join(", "));
    }
}
