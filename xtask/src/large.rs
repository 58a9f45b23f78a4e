//! `cargo xtask large`: writes a large ladder, the same every time.

use anyhow::{Context, Result, bail};
use large_ladder::{Size, large_ladder};
use lexopt::{Arg, Parser, ValueExt};
use std::path::PathBuf;

/// Writes the file.
pub fn run(mut arguments: Parser) -> Result<()> {
    let (mut size, mut file) = (Size::CATALOGUE, None);
    while let Some(argument) = arguments.next()? {
        match argument {
            Arg::Long("roles") => size.roles = arguments.value()?.parse()?,
            Arg::Long("skills") => size.skills = arguments.value()?.parse()?,
            Arg::Long("requirements") => size.skills_per_role = arguments.value()?.parse()?,
            Arg::Value(path) if file.is_none() => file = Some(PathBuf::from(path)),
            other => return Err(other.unexpected().into()),
        }
    }
    let Some(file) = file else { bail!("`cargo xtask large` needs the name of the file to write") };
    let text = large_ladder(size);
    let megabytes = text.len() as f64 / 1e6;
    std::fs::write(&file, text).with_context(|| format!("Cannot write {}", file.display()))?;
    println!(
        "{}: {} roles, {} skills, {} a role, {megabytes:.1} MB",
        file.display(),
        size.roles,
        size.skills,
        size.skills_per_role
    );
    Ok(())
}
