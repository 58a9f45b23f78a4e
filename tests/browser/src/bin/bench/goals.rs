//! The goals, in one table.

use crate::statistics::median;
use crate::target::Target;

/// A quick pass fails only above this multiple of a goal, because few runs on a busy machine vary.
const TOLERANCE: f64 = 1.5;

/// The upper limit of a median of our site.
pub enum Goal {
    /// A multiple of another target's median.
    Times(f64, Target),
    /// An absolute value.
    AtMost(f64),
}

use Goal::{AtMost, Times};
use Target::{ByHand, NoScript, React};

/// The scene, the label of the case, the metric, and the goal. An empty label stands for all cases.
const GOALS: [(&str, &str, &str, Goal); 15] = [
    ("first-visit", "", "first paint", Times(1.2, NoScript)),
    ("first-visit", "", "painted and interactive", Times(0.85, React)),
    ("press", "", "first press", Times(1.0, React)),
    ("press", "", "later presses", Times(1.0, React)),
    ("filter", "bundled", "key", Times(1.0, React)),
    ("filter", "bundled", "clear", Times(1.0, React)),
    ("filter", "1,000 x 1,000", "key", Times(1.2, ByHand)),
    ("filter", "3,000 x 13,900", "key", Times(1.2, ByHand)),
    ("link", "1,000 x 1,000", "matrix shown", Times(1.5, ByHand)),
    ("link", "3,000 x 13,900", "matrix shown", Times(1.2, ByHand)),
    ("own", "", "matrix shown", Times(1.0, ByHand)),
    ("own", "", "shown and interactive", Times(1.0, ByHand)),
    ("visit", "", "INP", AtMost(100.0)),
    ("visit", "", "longest task", AtMost(100.0)),
    // Shifts below this are not visible.
    ("visit", "", "layout shift", AtMost(0.001)),
];

/// Finds the goal of a metric in a case.
pub fn find(scene: &str, label: &str, metric: &str) -> Option<&'static Goal> {
    let is_it = |goal: &&(&str, &str, &str, Goal)| {
        goal.0 == scene && (goal.1.is_empty() || goal.1 == label) && goal.2 == metric
    };
    const { &GOALS }.iter().find(is_it).map(|(.., goal)| goal)
}

impl Goal {
    /// How much of the goal is used: 1 if it is just reached. `values` returns the values of a target.
    pub fn used<'a>(&self, values: impl Fn(Target) -> &'a [f64]) -> f64 {
        let ours = median(values(Target::Ours));
        match self {
            Times(ratio, target) => ours / (median(values(*target)) * ratio),
            AtMost(limit) => ours / limit,
        }
    }

    /// Describes the goal, and whether it is reached.
    pub fn describe(&self, used: f64) -> String {
        // What the table shows with two decimals counts.
        let outcome = if used < 1.005 { "met" } else { "missed" };
        match self {
            Times(ratio, target) => format!("{ratio} × {}: {outcome}", target.name()),
            AtMost(limit) => format!("{limit}: {outcome}"),
        }
    }

    /// Whether a quick pass fails.
    pub fn is_far_missed(used: f64) -> bool {
        used > TOLERANCE
    }
}
