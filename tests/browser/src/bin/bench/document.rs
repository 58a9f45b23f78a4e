//! Writes the tables of docs/performance.md, so that no figure in it is typed.

use browser_tests::project;
use std::fs;

/// Ends the part that is written.
const END: &str = "<!-- /bench -->";

/// Replaces the table of a scene.
pub fn write(scene: &str, table: &str) -> Result<(), String> {
    let file = project::root().join("docs/performance.md");
    let text = fs::read_to_string(&file).map_err(|error| format!("{}: {error}", file.display()))?;
    let text = with_table(&text, scene, table).ok_or_else(|| {
        format!("{} has no `<!-- bench:{scene} -->` with a `{END}` after it.", file.display())
    })?;
    fs::write(&file, text).map_err(|error| format!("{}: {error}", file.display()))
}

/// Returns the text with another table between the marks of a scene.
fn with_table(text: &str, scene: &str, table: &str) -> Option<String> {
    let start = format!("<!-- bench:{scene} -->");
    let (before, rest) = text.split_once(&start)?;
    let (_, after) = rest.split_once(END)?;
    Some(format!("{before}{start}\n\n{}\n\n{END}{after}", table.trim()))
}
