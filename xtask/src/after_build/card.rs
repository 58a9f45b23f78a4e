//! The picture that stands for a publisher's ladder where it is linked to.

use super::built::Built;
use crate::build::published;
use crate::process::{self, cargo};
use crate::theme::Theme;
use anyhow::Result;

/// Draws it from the ladder; the project's own is in `public/`.
pub fn draw(built: &Built) -> Result<()> {
    if published().is_none() {
        return Ok(());
    }
    let mut draw = cargo();
    draw.args(["run", "--quiet", "--package", "social-card", "--"]);
    draw.arg(built.folder.join("social-card.png"));
    for (name, value) in Theme::chosen(built.options.theme.as_deref())?.card()? {
        draw.arg(format!("--{name}={value}"));
    }
    built.options.hand_to(&mut draw);
    process::run(&mut draw, "The social card could not be drawn, the lines above say why.")
}
