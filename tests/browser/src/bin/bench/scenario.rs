//! What is measured: the same on several pages, ours first.

use browser_tests::Page;
use serde_json::Value;
use std::future::Future;
use std::pin::Pin;

/// Something a visitor does, on pages that can be compared.
pub struct Scene {
    /// What it is called.
    pub name: String,
    /// The pages: ours, then those it is measured against.
    pub contenders: Vec<Contender>,
    /// Does it on a page that is empty yet, in a browser of its own, and says what it took.
    pub measure: Measure,
}

/// See [`Scene::measure`]: the page, and the address to open.
pub type Measure = Box<dyn for<'a> Fn(&'a Page, &'a str) -> Measured<'a>>;

/// The figures to come.
pub type Measured<'a> = Pin<Box<dyn Future<Output = Vec<Figure>> + 'a>>;

/// A page that takes part.
pub struct Contender {
    /// What it is called.
    pub name: &'static str,
    /// Its address on the site.
    pub address: String,
}

/// A figure of one run.
pub struct Figure {
    /// What was measured.
    pub what: &'static str,
    /// How much it was.
    pub value: f64,
    /// Of what: "ms", "MB".
    pub unit: &'static str,
}

/// How fast the machine seems to the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Speed {
    /// As it is.
    Full,
    /// The page's thread four times slower, as a phone is.
    Quarter,
}

impl Speed {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Full, Self::Quarter];

    /// How many times slower.
    pub fn rate(self) -> u32 {
        match self {
            Self::Full => 1,
            Self::Quarter => 4,
        }
    }

    /// What it is called.
    pub fn word(self) -> &'static str {
        match self {
            Self::Full => "full speed",
            Self::Quarter => "4x slower",
        }
    }
}

/// A number that a script gave.
pub fn number(value: &Value) -> f64 {
    value.as_f64().unwrap_or_else(|| panic!("{value} is no number"))
}
