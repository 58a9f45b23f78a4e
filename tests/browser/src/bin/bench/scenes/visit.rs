//! A visit of 30 actions to our site: how quickly it answers, and how calm it is.

use crate::case::{Case, Measurement, Unit};
use crate::condition::Condition;
use crate::input::{press_element, press_key, press_link};
use crate::target::Target;
use crate::timing;
use browser_tests::Page;
use std::path::Path;
use std::time::Duration;

/// What the visitor does.
#[derive(Clone, Copy, Debug)]
enum Action {
    /// Presses a link to a path.
    Follow(&'static str),
    /// Presses the element that matches a selector.
    Press(&'static str),
    /// Presses a key.
    Key(&'static str),
    /// Goes back in the history.
    Back,
}

use Action::{Back, Follow, Key, Press};

const ACTIONS: [Action; 30] = [
    Follow("/roles/team-leader"),
    Follow("/roles/project-manager"),
    Key("ArrowLeft"),
    Key("ArrowRight"),
    Back,
    Follow("/skills"),
    Press("main input[type=search]"),
    Key("d"),
    Key("a"),
    Key("t"),
    Key("a"),
    Key("Backspace"),
    Key("Backspace"),
    Key("Backspace"),
    Key("Backspace"),
    Follow("/roles/cto"),
    Back,
    Follow("/compare"),
    Follow("/plan"),
    Follow("/"),
    Key("/"),
    Key("p"),
    Key("y"),
    Key("t"),
    Key("Escape"),
    Follow("/roles/director-of-ai"),
    Follow("/skills"),
    Back,
    Follow("/"),
    Follow("/roles/ai-developer"),
];

/// A visitor looks at what an action did.
const PAUSE: Duration = Duration::from_millis(400);

/// Slower actions are named while the bench runs, as are those that shift the layout.
const SLOW: f64 = 100.0;

/// Collects what the browser reports during the visit.
const OBSERVE: &str = "globalThis.visit = { interactions: new Map(), longest: 0, shift: 0 };
    {
        const observe = (type, add, options = {}) =>
            new PerformanceObserver((list) => list.getEntries().forEach(add)).observe({ type, buffered: true, ...options });
        observe('event', ({ interactionId, duration }) => {
            if (!interactionId) return;
            visit.interactions.set(interactionId, Math.max(visit.interactions.get(interactionId) ?? 0, duration));
        }, { durationThreshold: 16 });
        observe('longtask', ({ duration }) => { visit.longest = Math.max(visit.longest, duration); });
        observe('layout-shift', ({ value, hadRecentInput }) => { if (!hadRecentInput) visit.shift += value; });
    }";

/// Returns a case for each CPU speed.
pub fn cases(sites: &Path) -> Vec<Case> {
    let case = |condition| Case {
        label: "",
        condition,
        sites: super::sites(sites, &[Target::Ours], "/"),
        measure: Box::new(|page, _, url| Box::pin(measure(page, url))),
    };
    Condition::BOTH_DESKTOPS.into_iter().map(case).collect()
}

async fn measure(page: &Page, url: &str) -> Result<Vec<Measurement>, String> {
    page.add_init_script(OBSERVE).await;
    page.open_without_waiting(url).await;
    timing::interactive(page).await?;
    tokio::time::sleep(PAUSE).await;
    let start = number(page, "visit.longest").await;
    let (mut slowest, mut shift) = (0.0, 0.0);
    for (at, action) in ACTIONS.into_iter().enumerate() {
        match action {
            Follow(path) => press_link(page, path).await?,
            Press(selector) => press_element(page, selector).await?,
            Key(key) => press_key(page, key).await,
            Back => {
                page.evaluate("history.back(); null").await;
            }
        }
        tokio::time::sleep(PAUSE).await;
        // With fewer than 50 interactions, the slowest one is the INP.
        let time = number(page, "Math.max(0, ...visit.interactions.values())").await;
        if time > slowest && time > SLOW {
            eprintln!("\n{time:.0} ms: action {}, {action:?}", at + 1);
        }
        let sum = number(page, "visit.shift").await;
        if sum > shift {
            eprintln!("\nlayout shift {:.3}: action {}, {action:?}", sum - shift, at + 1);
        }
        (slowest, shift) = (time, sum);
    }
    let longest = number(page, "visit.longest").await;
    Ok(vec![
        Measurement::new("INP", slowest, Unit::Milliseconds),
        Measurement::new("longest task of the start", start, Unit::Milliseconds),
        Measurement::new("longest task", longest, Unit::Milliseconds),
        Measurement::new("layout shift", shift, Unit::Score),
    ])
}

async fn number(page: &Page, expression: &str) -> f64 {
    page.evaluate(expression).await.as_f64().unwrap_or_default()
}
