//! The figures of a scene, as they are printed: medians, the half of the runs around them, and the
//! ratios of ours to the others.

use crate::scenario::{Contender, Figure, Scene, Speed};
use std::fmt;

/// What was measured, of which contender, at which speed.
struct Row {
    what: &'static str,
    unit: &'static str,
    speed: Speed,
    /// By the contenders' order: the figures of all runs.
    values: Vec<Vec<f64>>,
}

/// All rows of a scene.
pub struct Table {
    name: String,
    contenders: Vec<&'static str>,
    rows: Vec<Row>,
}

impl Table {
    /// An empty one.
    pub fn of(scene: &Scene) -> Self {
        let contenders = scene.contenders.iter().map(|contender| contender.name).collect();
        Self { name: scene.name.clone(), contenders, rows: Vec::new() }
    }

    /// Adds a figure.
    pub fn add(&mut self, contender: &Contender, speed: Speed, figure: Figure) {
        let Figure { what, value, unit } = figure;
        let place = self.rows.iter().position(|row| row.what == what && row.speed == speed);
        let place = place.unwrap_or_else(|| {
            let values = vec![Vec::new(); self.contenders.len()];
            self.rows.push(Row { what, unit, speed, values });
            self.rows.len() - 1
        });
        let nth = self.contenders.iter().position(|name| *name == contender.name);
        let nth = nth.unwrap_or_else(|| panic!("{} takes no part", contender.name));
        self.rows[place].values[nth].push(value);
    }
}

impl fmt::Display for Table {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let others: Vec<_> =
            self.contenders.iter().skip(1).map(|name| format!("ours / {name}")).collect();
        writeln!(f, "### {}\n", self.name)?;
        writeln!(f, "| | {} | {} |", self.contenders.join(" | "), others.join(" | "))?;
        writeln!(f, "|---|{}", "---:|".repeat(self.contenders.len() + others.len()))?;
        for row in &self.rows {
            write!(f, "| {}, {} |", row.what, row.speed.word())?;
            for values in &row.values {
                if values.is_empty() {
                    write!(f, " |")?;
                    continue;
                }
                let [low, middle, high] = quartiles(values);
                write!(f, " {middle:.0} {} ({low:.0}–{high:.0}) |", row.unit)?;
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

/// The lower quartile, the median and the upper quartile.
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
