//! The parts of the program that a page needs at once, preloaded so that they come with it.

use crate::{Failure, file};
use career_ladder::prerender::Template;
use career_ladder::router::BASE;
use std::path::Path;

/// What the step before says of the parts: a line a part, its name and then its files. Not served.
const LIST: &str = "parts.txt";

/// Lets the template preload them; leaves it as it is where the program is one.
pub fn settle(folder: &Path, template: Template) -> Result<Template, Failure> {
    let list = folder.join(LIST);
    if !list.is_file() {
        return Ok(template);
    }
    let text = file::read(&list)?;
    file::remove(&list)?;
    let text = String::from_utf8_lossy(&text).into_owned();
    let parts = text.lines().filter_map(|line| {
        let mut words = line.split_whitespace();
        let part = words.next()?.to_owned();
        Some((part, words.map(|file| format!("{BASE}{file}")).collect()))
    });
    Ok(template.with_parts(parts.collect()))
}
