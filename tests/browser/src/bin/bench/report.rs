//! The report of a scenario as a Markdown table: medians, quartiles, and the ratios of our page to the
//! others.

use crate::scenario::{Candidate, CpuSpeed, Measurement, Scenario};
use std::fmt;

/// The values of a metric at a CPU speed.
struct Row {
    metric: &'static str,
    unit: &'static str,
    speed: CpuSpeed,
    /// For each candidate, the values of all runs.
    values: Vec<Vec<f64>>,
}

/// The report of a scenario.
pub struct Report {
    name: String,
    candidates: Vec<&'static str>,
    rows: Vec<Row>,
}

impl Report {
    /// Creates an empty report.
    pub fn new(scenario: &Scenario) -> Self {
        let candidates = scenario.candidates.iter().map(|candidate| candidate.name).collect();
        Self { name: scenario.name.clone(), candidates, rows: Vec::new() }
    }

    /// Adds a measurement.
    pub fn add(&mut self, candidate: &Candidate, speed: CpuSpeed, measurement: Measurement) {
        let Measurement { metric, value, unit } = measurement;
        let row = self.rows.iter().position(|row| row.metric == metric && row.speed == speed);
        let row = row.unwrap_or_else(|| {
            let values = vec![Vec::new(); self.candidates.len()];
            self.rows.push(Row { metric, unit, speed, values });
            self.rows.len() - 1
        });
        let column = self.candidates.iter().position(|name| *name == candidate.name);
        let column = column.unwrap_or_else(|| panic!("unknown candidate {}", candidate.name));
        self.rows[row].values[column].push(value);
    }
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let others: Vec<_> =
            self.candidates.iter().skip(1).map(|name| format!("ours / {name}")).collect();
        writeln!(f, "### {}\n", self.name)?;
        writeln!(f, "| | {} | {} |", self.candidates.join(" | "), others.join(" | "))?;
        writeln!(f, "|---|{}", "---:|".repeat(self.candidates.len() + others.len()))?;
        for row in &self.rows {
            write!(f, "| {}, {} |", row.metric, row.speed.label())?;
            for values in &row.values {
                if values.is_empty() {
                    write!(f, " |")?;
                    continue;
                }
                let [low, median, high] = quartiles(values);
                write!(f, " {median:.0} {} ({low:.0}–{high:.0}) |", row.unit)?;
            }
            let median = |values: &Vec<f64>| quartiles(values)[1];
            for other in &row.values[1..] {
                match (row.unit, median(other)) {
                    ("ms", time) if time > 0.0 => {
                        write!(f, " {:.2} |", median(&row.values[0]) / time)?
                    }
                    _ => write!(f, " |")?,
                }
            }
            writeln!(f)?;
        }
        Ok(())
    }
}

/// Returns the lower quartile, the median and the upper quartile.
fn quartiles(values: &[f64]) -> [f64; 3] {
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    let last = sorted.len().saturating_sub(1) as f64;
    [0.25, 0.5, 0.75].map(|part| {
        let at = last * part;
        let (below, above) = (at.floor() as usize, at.ceil() as usize);
        let value = |at: usize| sorted.get(at).copied().unwrap_or_default();
        value(below) + (value(above) - value(below)) * at.fract()
    })
}
