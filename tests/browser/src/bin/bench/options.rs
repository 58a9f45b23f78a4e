//! The command line.

use crate::scenes::{SCENES, Scene};
use std::path::PathBuf;

/// The default number of runs, and that of a quick pass.
const RUNS: (usize, usize) = (9, 3);

/// What to measure.
pub struct Options {
    /// The folder with the sites.
    pub sites: PathBuf,
    /// How often.
    pub runs: usize,
    /// Whether to run only the scenes of a quick pass, and to fail far from a goal.
    pub is_quick: bool,
    wanted: Vec<String>,
}

impl Options {
    /// Parses the arguments; an error is a sentence.
    pub fn parse(mut arguments: impl Iterator<Item = String>) -> Result<Self, String> {
        let sites = arguments.next().ok_or("usage: bench SITES [--runs N] [--quick] [SCENE…]")?;
        let (mut runs, mut is_quick, mut wanted) = (None, false, Vec::new());
        while let Some(argument) = arguments.next() {
            match argument.as_str() {
                "--quick" => is_quick = true,
                "--runs" => {
                    let number = arguments.next().and_then(|number| number.parse().ok());
                    runs = Some(number.filter(|runs| *runs > 0).ok_or("--runs needs a number.")?);
                }
                name if SCENES.iter().any(|scene| scene.name == name) => wanted.push(argument),
                name => {
                    let names = SCENES.map(|scene| scene.name).join(", ");
                    return Err(format!("There is no scene `{name}`. The scenes are {names}."));
                }
            }
        }
        let runs = runs.unwrap_or(if is_quick { RUNS.1 } else { RUNS.0 });
        Ok(Self { sites: sites.into(), runs, is_quick, wanted })
    }

    /// The scenes to run: those that are named, or all.
    pub fn scenes(&self) -> impl Iterator<Item = Scene> {
        SCENES.into_iter().filter(|scene| {
            let is_wanted =
                self.wanted.is_empty() || self.wanted.iter().any(|name| name == scene.name);
            is_wanted && (scene.quick.is_some() || !self.is_quick)
        })
    }
}
