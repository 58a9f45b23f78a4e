//! The values of a scene, as a Markdown table: medians, quartiles, ratios, goals.

use crate::case::{Case, Measurement, Unit};
use crate::goals::{self, Goal};
use crate::statistics::quartiles;
use crate::target::Target;
use std::fmt;

/// The report of a scene.
pub struct Report {
    scene: &'static str,
    rows: Vec<Row>,
}

/// The values of a metric in a case.
struct Row {
    name: String,
    label: &'static str,
    metric: &'static str,
    unit: Unit,
    /// For each target, the values of all runs.
    values: Vec<(Target, Vec<f64>)>,
}

impl Report {
    /// Creates an empty report.
    pub fn new(scene: &'static str) -> Self {
        Self { scene, rows: Vec::new() }
    }

    /// Adds a measurement.
    pub fn add(&mut self, case: &Case, target: Target, measurement: Measurement) {
        let Measurement { metric, value, unit } = measurement;
        let (label, separator) = (case.label, if case.label.is_empty() { "" } else { ": " });
        let name = format!("{label}{separator}{metric}{}", case.condition.label());
        let row = self.rows.iter().position(|row| row.name == name).unwrap_or_else(|| {
            self.rows.push(Row { name, label, metric, unit, values: Vec::new() });
            self.rows.len() - 1
        });
        let values = &mut self.rows[row].values;
        match values.iter_mut().find(|(known, _)| *known == target) {
            Some((_, values)) => values.push(value),
            None => values.push((target, vec![value])),
        }
    }

    /// A sentence for each goal that is missed by far.
    pub fn far_missed(&self) -> Vec<String> {
        let sentence = |row: &Row| {
            let goal = goals::find(self.scene, row.label, row.metric)?;
            let used = goal.used(|target| row.of(target));
            let sentence = format!("{}, {}: {}", self.scene, row.name, goal.describe(used));
            Goal::is_far_missed(used).then(|| format!("{sentence} by a factor of {used:.1}."))
        };
        self.rows.iter().filter_map(sentence).collect()
    }

    /// The targets of any row, in the order of the tables.
    fn targets(&self) -> Vec<Target> {
        let has = |target: &Target| self.rows.iter().any(|row| !row.of(*target).is_empty());
        Target::ALL.into_iter().filter(has).collect()
    }
}

impl Row {
    /// The values of a target; empty if it was not measured.
    fn of(&self, target: Target) -> &[f64] {
        let values = self.values.iter().find(|(known, _)| *known == target);
        values.map_or(&[], |(_, values)| values)
    }

    /// The median, with the middle half of the values if they differ.
    fn cell(&self, target: Target) -> String {
        let values = self.of(target);
        if values.is_empty() {
            return String::new();
        }
        let [low, median, high] = quartiles(values).map(|value| self.unit.format(value));
        let unit = self.unit.name();
        if low == high {
            format!("{median}{unit}")
        } else {
            format!("{median}{unit} ({low}–{high})")
        }
    }

    /// Ours divided by the other, if that says something.
    fn ratio(&self, other: Target) -> String {
        let [ours, other] = [Target::Ours, other].map(|target| quartiles(self.of(target))[1]);
        match self.unit {
            Unit::Milliseconds | Unit::Bytes if other > 0.0 => format!("{:.2}", ours / other),
            _ => String::new(),
        }
    }
}

impl Unit {
    fn format(self, value: f64) -> String {
        match self {
            Self::Milliseconds | Self::Count => format!("{value:.0}"),
            Self::Bytes => format!("{:.1}", value / 1024.0),
            Self::Memory => format!("{:.0}", value / 1024.0 / 1024.0),
            Self::Score => format!("{value:.3}"),
        }
    }

    fn name(self) -> &'static str {
        match self {
            Self::Milliseconds => " ms",
            Self::Bytes => " KB",
            Self::Memory => " MB",
            Self::Count | Self::Score => "",
        }
    }
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let targets = self.targets();
        let others = targets.get(1..).unwrap_or_default();
        let names = targets.iter().map(|target| target.name().to_owned());
        let ratios = others.iter().map(|other| format!("ours / {}", other.name()));
        let head: Vec<_> = names.chain(ratios).collect();
        writeln!(f, "| | {} | goal |", head.join(" | "))?;
        writeln!(f, "|---|{}---|", "---:|".repeat(head.len()))?;
        for row in &self.rows {
            let cells = targets.iter().map(|target| row.cell(*target));
            let ratios = others.iter().map(|other| row.ratio(*other));
            let cells: Vec<_> = cells.chain(ratios).collect();
            let goal = goals::find(self.scene, row.label, row.metric);
            let goal = goal.map(|goal| goal.describe(goal.used(|target| row.of(target))));
            writeln!(f, "| {} | {} | {} |", row.name, cells.join(" | "), goal.unwrap_or_default())?;
        }
        Ok(())
    }
}
