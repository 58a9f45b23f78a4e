//! Measures our pages and others in turn, in one run, and prints the figures as ratios: what the
//! machine does beside is then in all of them.
//!
//! `bench SITE [--runs N] [SCENE…]`; `SITE` is a folder that `cargo xtask bench` puts together.
//! A scene is a file of its own here, and a line in [`SCENES`].
#![allow(
    clippy::panic,
    clippy::expect_used,
    reason = "a tool for the desk: it ends with a sentence"
)]

mod first_paint;
mod matrix;
mod measure;
mod report;
mod scenario;

use report::Table;
use scenario::{Scene, Speed};
use std::path::{Path, PathBuf};

/// Everything that is measured.
const SCENES: &[fn(&Path) -> Vec<Scene>] = &[first_paint::scenes, matrix::scenes];

/// How often each page is measured, if nothing else is asked for; the median counts.
const RUNS: usize = 9;

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let mut arguments = std::env::args().skip(1);
    let site = PathBuf::from(arguments.next().unwrap_or_else(|| panic!("which folder?")));
    let (mut runs, mut wanted) = (RUNS, Vec::new());
    while let Some(argument) = arguments.next() {
        match argument.as_str() {
            "--runs" => {
                let number = arguments.next().and_then(|number| number.parse().ok());
                runs = number.unwrap_or_else(|| panic!("--runs needs a number"));
            }
            _ => wanted.push(argument),
        }
    }
    let scenes = SCENES.iter().flat_map(|scenes| scenes(&site));
    let is_wanted = |scene: &Scene| {
        wanted.is_empty() || wanted.iter().any(|word| scene.name.contains(word.as_str()))
    };
    for scene in scenes.filter(is_wanted) {
        let mut table = Table::of(&scene);
        for run in 1..=runs {
            for speed in Speed::ALL {
                for contender in &scene.contenders {
                    eprint!(
                        "\r{}: run {run} of {runs}, {}, {}   ",
                        scene.name,
                        speed.word(),
                        contender.name
                    );
                    for figure in measure::measure(&site, &scene, contender, speed).await {
                        table.add(contender, speed, figure);
                    }
                }
            }
        }
        eprintln!();
        println!("{table}");
    }
}
