//! A case of a scene: what is measured, on which sites, under which condition.

use crate::condition::Condition;
use crate::target::Target;
use browser_tests::Page;
use std::future::Future;
use std::path::PathBuf;
use std::pin::Pin;

/// A sequence of user actions that is measured on comparable sites.
pub struct Case {
    /// What distinguishes the case within its scene, such as a ladder or a page; may be empty.
    pub label: &'static str,
    /// The condition.
    pub condition: Condition,
    /// The sites: ours first.
    pub sites: Vec<Site>,
    /// Runs the case on an empty page of a site.
    pub measure: Measure,
}

/// A site that takes part in a case.
#[derive(Clone, Debug)]
pub struct Site {
    /// Whose it is.
    pub target: Target,
    /// The folder to serve.
    pub folder: PathBuf,
    /// The address to open; [`ORIGIN`] stands for the site's origin.
    pub url: String,
}

/// Placeholder for the site's origin in [`Site::url`].
pub const ORIGIN: &str = "{origin}";

/// Measures a case on a page: takes the page, the target, and the address to open.
pub type Measure = Box<dyn for<'a> Fn(&'a Page, Target, &'a str) -> MeasureFuture<'a>>;

/// The future of a [`Measure`]; an error is a sentence.
pub type MeasureFuture<'a> = Pin<Box<dyn Future<Output = Result<Vec<Measurement>, String>> + 'a>>;

/// A value that was measured in one run.
#[derive(Clone, Copy, Debug)]
pub struct Measurement {
    /// What was measured.
    pub metric: &'static str,
    /// The value.
    pub value: f64,
    /// Its unit.
    pub unit: Unit,
}

/// The unit of a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// A duration.
    Milliseconds,
    /// Bytes, shown in KB.
    Bytes,
    /// Bytes, shown in MB.
    Memory,
    /// A number of events.
    Count,
    /// A score of the browser, such as the layout shift.
    Score,
}

impl Measurement {
    /// Creates a measurement.
    pub fn new(metric: &'static str, value: f64, unit: Unit) -> Self {
        Self { metric, value, unit }
    }
}
