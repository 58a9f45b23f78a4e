//! The plan as Markdown: a list to tick off, that reads as it is too.

use super::answers::Answers;
use super::gap::Gap;
use super::learn::to_learn;
use super::words::{Row, asked_in_words, rows, said_in_words, way_in_words};
use ladder::{Ladder, RoleIx};

/// Writes the plan: what is left in the order of the way, what is there, and answers to what the
/// ladder does not have any more.
#[must_use]
pub fn markdown(
    ladder: &Ladder,
    from: Option<RoleIx>,
    to: RoleIx,
    gap: &Gap,
    answers: &Answers,
) -> String {
    let way = escaped(&way_in_words(ladder, from, to));
    let progress = gap.progress(ladder, answers).in_words();
    let mut text = format!("# My plan: {way}\n\n{}\n\n{progress}\n", escaped(&ladder.title));
    let all = rows(ladder, gap, answers);
    let (left, rest): (Vec<Row<'_>>, Vec<Row<'_>>) =
        all.into_iter().partition(|row| row.open && row.wanted.counts());
    let mut stage = None;
    for row in &left {
        if stage != Some(row.stage) {
            stage = Some(row.stage);
            let role = gap.way.get(row.stage).map_or("", |&role| ladder[role].title.as_str());
            text.push_str(&format!("\n## Needed for {}\n\n", escaped(role)));
        }
        item(ladder, gap, answers, row, &mut text);
    }
    let (extra, done): (Vec<Row<'_>>, Vec<Row<'_>>) = rest.into_iter().partition(|row| row.open);
    for (heading, rows) in [("Good to have", extra), ("There already", done)] {
        if !rows.is_empty() {
            text.push_str(&format!("\n## {heading}\n\n"));
            rows.iter().for_each(|row| item(ladder, gap, answers, row, &mut text));
        }
    }
    gone(ladder, answers, &mut text);
    text
}

fn item(ladder: &Ladder, gap: &Gap, answers: &Answers, row: &Row<'_>, text: &mut String) {
    let skill = &ladder[row.wanted.skill];
    let tick = if row.open { ' ' } else { 'x' };
    text.push_str(&format!("- [{tick}] **{}**", escaped(&skill.name)));
    let mut facts = vec![asked_in_words(ladder, row.wanted)];
    if !row.rating.is_empty() {
        facts.push(format!("now: {}", row.rating));
    }
    facts.extend(answers.due(&skill.id).map(|due| format!("by {due}")));
    text.push_str(&format!(" ({})\n", escaped(&facts.join("; "))));
    for line in answers.note(&skill.id).lines().filter(|line| !line.trim().is_empty()) {
        text.push_str(&format!("  > {}\n", escaped(line)));
    }
    if row.open {
        for reference in to_learn(ladder, gap, row.wanted) {
            let resource = &ladder[reference.resource];
            let tick = if answers.is_seen(&resource.id) { 'x' } else { ' ' };
            let title = escaped(&resource.title);
            text.push_str(&format!("  - [{tick}] [{title}](<{}>)\n", resource.url.as_str()));
        }
    }
}

fn gone(ladder: &Ladder, answers: &Answers, text: &mut String) {
    let gone = answers.gone(ladder);
    if !gone.is_empty() {
        text.push_str("\n## Kept, though this ladder no longer has it\n\n");
    }
    for gone in gone {
        let said = answers.said(gone.about, &gone.id);
        let said = said.map(|said| said_in_words(ladder, None, said)).unwrap_or_default();
        text.push_str(&format!("- `{}`: {}\n", gone.id, escaped(&said)));
    }
}

/// A text so that Markdown shows it as it is, on one line. CommonMark lets a backslash stand before
/// any ASCII punctuation: <https://spec.commonmark.org/0.31.2/#backslash-escapes>.
fn escaped(text: &str) -> String {
    let mut escaped = String::new();
    for c in text.chars() {
        match c {
            '\n' | '\r' => escaped.push(' '),
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '#' | '&' | '~' | '|' | '!' => {
                escaped.push('\\');
                escaped.push(c);
            }
            _ => escaped.push(c),
        }
    }
    // What would begin a list, a rule or a number where a line begins.
    let digits = escaped.trim_start_matches(|c: char| c.is_ascii_digit());
    let at = escaped.len() - digits.len();
    let lists =
        if at == 0 { digits.starts_with(['-', '+', '=']) } else { digits.starts_with(['.', ')']) };
    if lists {
        escaped.insert(at, '\\');
    }
    escaped
}
