//! The plan as Markdown: a task list that also reads well as plain text.

use super::{Labels, Row, rows};
use crate::answers::Answers;
use crate::gap::Gap;
use ladder::{Ladder, ResourceRef, RoleIx};

/// Writes what is left in the order of the path, what is done, and orphaned answers.
#[must_use]
pub fn markdown(
    ladder: &Ladder,
    from: Option<RoleIx>,
    to: RoleIx,
    gap: &Gap,
    answers: &Answers,
    labels: Labels,
) -> String {
    let roles = escaped(&(labels.roles)(ladder, from, to));
    let progress = (labels.progress)(gap.progress(ladder, answers));
    let mut text = format!("# My plan: {roles}\n\n{}\n\n{progress}\n", escaped(&ladder.title));
    let mut rows = rows(ladder, gap, answers, labels);
    rows.sort_by_key(section);
    let mut last_heading = String::new();
    for row in rows {
        let heading = match section(&row) {
            Section::Left => stage_heading(ladder, from, gap, row.stage),
            Section::NiceToHave => "Nice to have".to_owned(),
            Section::Done => "Done".to_owned(),
        };
        if heading != last_heading {
            text.push_str(&format!("\n## {heading}\n\n"));
            last_heading = heading;
            if let (Section::Left, Some(&role)) = (section(&row), gap.path.get(row.stage)) {
                push_resources(ladder, answers, &ladder[role].resources, "", &mut text);
            }
        }
        push_item(ladder, answers, labels, &row, &mut text);
    }
    push_orphaned(ladder, answers, labels, &mut text);
    text
}

#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum Section {
    Left,
    NiceToHave,
    Done,
}

fn section(row: &Row<'_>) -> Section {
    match (row.is_open, row.target.counts()) {
        (true, true) => Section::Left,
        (true, false) => Section::NiceToHave,
        (false, _) => Section::Done,
    }
}

fn stage_heading(ladder: &Ladder, from: Option<RoleIx>, gap: &Gap, stage: usize) -> String {
    let role = gap.path.get(stage).copied();
    let title = role.map_or_else(String::new, |role| escaped(&ladder.distinct_title(role)));
    match role {
        Some(_) if role == from => format!("Needed today as {title}"),
        _ => format!("New for {title}"),
    }
}

fn push_item(ladder: &Ladder, answers: &Answers, labels: Labels, row: &Row<'_>, text: &mut String) {
    let skill = &ladder[row.target.skill];
    let tick = if row.is_open { ' ' } else { 'x' };
    text.push_str(&format!(
        "- [{tick}] **{}**",
        escaped(&ladder.distinct_skill_name(row.target.skill))
    ));
    let mut facts = vec![(labels.requirement)(ladder, row.target)];
    if !row.rating.is_empty() {
        facts.push(format!("current: {}", row.rating));
    }
    facts.extend(answers.due(&skill.id).map(|due| format!("due {due}")));
    text.push_str(&format!(" ({})\n", escaped(&facts.join("; "))));
    for line in answers.note(&skill.id).lines().filter(|line| !line.trim().is_empty()) {
        text.push_str(&format!("  > {}\n", escaped(line)));
    }
    if row.is_open {
        push_resources(ladder, answers, &skill.resources, "  ", text);
    }
}

/// A task for each resource.
fn push_resources(
    ladder: &Ladder,
    answers: &Answers,
    resources: &[ResourceRef],
    indent: &str,
    text: &mut String,
) {
    for reference in resources {
        let resource = &ladder[reference.resource];
        let tick = if answers.is_seen(&resource.id) { 'x' } else { ' ' };
        let title = escaped(&resource.title);
        text.push_str(&match resource.url.link() {
            Some(url) => format!("{indent}- [{tick}] [{title}](<{}>)\n", url.as_str()),
            None => format!("{indent}- [{tick}] {title}\n"),
        });
    }
}

fn push_orphaned(ladder: &Ladder, answers: &Answers, labels: Labels, text: &mut String) {
    let orphans = answers.orphans(ladder);
    if !orphans.is_empty() {
        text.push_str("\n## No longer on this ladder\n\n");
    }
    for orphan in orphans {
        let values = orphan.kinds.iter().filter_map(|kind| answers.value(*kind, &orphan.id));
        let values = values.map(|value| (labels.answer)(ladder, None, value));
        let values = values.collect::<Vec<_>>().join("; ");
        let name = match &orphan.name {
            Some(name) => format!("**{}**", escaped(name)),
            None => format!("`{}`", orphan.id),
        };
        text.push_str(&format!("- {name}: {}\n", escaped(&values)));
    }
}

/// Escapes a text so that Markdown shows it literally, on one line. CommonMark allows a backslash
/// before any ASCII punctuation: <https://spec.commonmark.org/0.31.2/#backslash-escapes>.
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
    // These would start a list or a heading at the beginning of a line.
    let digits = escaped.trim_start_matches(|c: char| c.is_ascii_digit());
    let at = escaped.len() - digits.len();
    let lists =
        if at == 0 { digits.starts_with(['-', '+', '=']) } else { digits.starts_with(['.', ')']) };
    if lists {
        escaped.insert(at, '\\');
    }
    escaped
}
