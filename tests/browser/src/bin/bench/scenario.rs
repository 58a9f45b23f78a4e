//! The types of a benchmark: what is measured, and on which pages.

use browser_tests::Page;
use serde_json::Value;
use std::future::Future;
use std::pin::Pin;

/// A sequence of user actions that is measured on comparable pages.
pub struct Scenario {
    /// Its name.
    pub name: String,
    /// The pages: ours first, then those it is compared with.
    pub candidates: Vec<Candidate>,
    /// Runs the scenario on an empty page in a new browser.
    pub measure: Measure,
}

/// Takes the page and the URL to open; see [`Scenario::measure`].
pub type Measure = Box<dyn for<'a> Fn(&'a Page, &'a str) -> MeasureFuture<'a>>;

/// The future of a [`Measure`].
pub type MeasureFuture<'a> = Pin<Box<dyn Future<Output = Vec<Measurement>> + 'a>>;

/// A page that is measured.
pub struct Candidate {
    /// Its name.
    pub name: &'static str,
    /// Its URL on the site.
    pub url: String,
}

/// A value that was measured in one run.
pub struct Measurement {
    /// What was measured.
    pub metric: &'static str,
    /// The value.
    pub value: f64,
    /// The unit: "ms" or "MB".
    pub unit: &'static str,
}

/// The emulated speed of the CPU.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CpuSpeed {
    /// Not throttled.
    Full,
    /// Four times slower, like a phone.
    Quarter,
}

impl CpuSpeed {
    /// All speeds.
    pub const ALL: [Self; 2] = [Self::Full, Self::Quarter];

    /// Returns the slowdown factor.
    pub fn rate(self) -> u32 {
        match self {
            Self::Full => 1,
            Self::Quarter => 4,
        }
    }

    /// Returns the label in the report.
    pub fn label(self) -> &'static str {
        match self {
            Self::Full => "full speed",
            Self::Quarter => "4x slower",
        }
    }
}

/// Converts the result of a script to a number.
pub fn number(value: &Value) -> f64 {
    value.as_f64().unwrap_or_else(|| panic!("{value} is not a number"))
}
