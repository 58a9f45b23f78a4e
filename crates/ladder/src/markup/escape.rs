//! Writes plain texts in a format that has markup.

use super::parse;

/// The markup of a text that says `plain` and has no marks. Only white space that is not shown may differ.
#[must_use]
pub fn escape_text(plain: &str) -> String {
    let says_the_same =
        parse(plain).is_none_or(|found| found.marks.is_empty() && found.plain == plain);
    if says_the_same {
        return plain.to_owned();
    }
    let mut escaped = String::with_capacity(plain.len() + 8);
    for (index, line) in plain.replace("\r\n", "\n").split(['\n', '\r']).enumerate() {
        if index > 0 {
            escaped.push('\n');
        }
        escape_line(line.trim_matches([' ', '\t']), true, &mut escaped);
    }
    escaped
}

/// The markup of a part of a text that says `plain`, whatever stands around it. `is_line_start` says whether a
/// list or another block could begin at this part.
#[must_use]
pub fn escape_run(plain: &str, is_line_start: bool) -> String {
    let mut escaped = String::with_capacity(plain.len() + 8);
    for (index, line) in plain.split('\n').enumerate() {
        if index > 0 {
            escaped.push('\n');
        }
        escape_line(line, is_line_start || index > 0, &mut escaped);
    }
    escaped
}

fn escape_line(line: &str, is_line_start: bool, escaped: &mut String) {
    let content = line.trim_start_matches([' ', '\t']);
    let start = line.len() - content.len();
    let digits = content.len() - content.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    for (at, c) in line.char_indices() {
        let begins_block = match c {
            '-' | '+' | '#' | '>' | '=' | '~' => at == start,
            '.' | ')' => digits > 0 && at == start + digits,
            _ => false,
        };
        if begins_block && is_line_start
            || matches!(c, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '&')
        {
            escaped.push('\\');
        }
        escaped.push(c);
    }
}
