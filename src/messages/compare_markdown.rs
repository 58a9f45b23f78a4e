//! A comparison as a Markdown file.

use super::compare::{change_kind, compare_summary, importance, statement_change};
use super::count;
use super::ladder::step_kind;
use super::list::join_list;
use ladder::{
    ChangeKind, ChangeTag, Comparison, DiffBudget, EffectiveRequirement, Ladder, PathStep,
    RichText, RoleIx, SkillChange, Statement, StatementChange, word_diff,
};

/// The comparison as CommonMark, with the ladder's text escaped. `address` is the URL of the page.
#[must_use]
pub fn compare_markdown(ladder: &Ladder, comparison: &Comparison, address: &str) -> String {
    let mut budget = DiffBudget::for_page();
    let title = |role| escape(&ladder.distinct_title(role));
    let mut blocks = vec![
        format!("# From {} to {}", title(comparison.from), title(comparison.to)),
        escape(&compare_summary(ladder, comparison)),
    ];
    blocks.extend(facts(ladder, comparison));
    blocks.extend(skills(ladder, comparison, &mut budget));
    blocks.extend(responsibilities(ladder, comparison, &mut budget));
    blocks.extend(path(ladder, comparison));
    blocks.extend(resources(ladder, comparison));
    blocks.push(format!("{}: <{address}>", escape(&ladder.title)));
    blocks.join("\n\n") + "\n"
}

fn list(items: impl Iterator<Item = String>) -> String {
    items.map(|item| format!("- {item}")).collect::<Vec<_>>().join("\n")
}

fn facts(ladder: &Ladder, comparison: &Comparison) -> Option<String> {
    let (from, to) = (&ladder[comparison.from], &ladder[comparison.to]);
    let rows =
        [("Focus area", &from.focus, &to.focus), ("Strategic impact", &from.impact, &to.impact)];
    let cell = |text: &Option<RichText>| escape(text.as_deref().unwrap_or("–"));
    let rows: Vec<String> = rows
        .into_iter()
        .filter(|(_, before, after)| before.is_some() || after.is_some())
        .map(|(label, before, after)| format!("\n| {label} | {} | {} |", cell(before), cell(after)))
        .collect();
    let short = |role| escape(&ladder.distinct_short_title(role));
    let (from, to) = (short(comparison.from), short(comparison.to));
    (!rows.is_empty()).then(|| format!("| | {from} | {to} |\n|---|---|---|{}", rows.concat()))
}

fn skills(ladder: &Ladder, comparison: &Comparison, budget: &mut DiffBudget) -> Vec<String> {
    let mut blocks = Vec::new();
    for kind in ChangeKind::ALL {
        let skills: Vec<_> = comparison.with_kind(kind).collect();
        if skills.is_empty() {
            continue;
        }
        let counted = count(skills.len(), "skill", "skills");
        blocks.push(format!("## {} ({counted})", change_kind(kind)));
        if kind.is_difference() {
            blocks.push(list(skills.iter().map(|found| skill(ladder, comparison, found, budget))));
        } else {
            let names = skills.iter().map(|found| escape(&ladder.distinct_skill_name(found.skill)));
            blocks.push(names.collect::<Vec<_>>().join(", "));
        }
    }
    blocks
}

fn skill(
    ladder: &Ladder,
    comparison: &Comparison,
    skill: &SkillChange,
    budget: &mut DiffBudget,
) -> String {
    let described = |requirement: EffectiveRequirement| {
        let level = requirement.level_name(ladder).map(escape);
        let parts = level.into_iter().chain([importance(&requirement).to_owned()]);
        parts.collect::<Vec<_>>().join(", ")
    };
    let mut requirements: Vec<String> =
        [skill.before, skill.after].into_iter().flatten().map(described).collect();
    requirements.dedup();
    let mut item = format!(
        "**{}**: {}",
        escape(&ladder.distinct_skill_name(skill.skill)),
        requirements.join(" → ")
    );
    let statements = |role: RoleIx| -> &[Statement] {
        ladder[role].requirement(skill.skill).map_or(&[], |requirement| &requirement.statements)
    };
    let (from, to) = (statements(comparison.from), statements(comparison.to));
    for change in skill.statements.iter().filter(|change| !change.is_unchanged()) {
        item.push_str(&format!("\n  - {}", statement(from, to, *change, budget)));
    }
    item
}

fn responsibilities(
    ladder: &Ladder,
    comparison: &Comparison,
    budget: &mut DiffBudget,
) -> Vec<String> {
    let changes = comparison.responsibilities.iter();
    let (from, to) = (&ladder[comparison.from], &ladder[comparison.to]);
    let (from, to) = (&from.responsibilities, &to.responsibilities);
    let items = changes.map(|change| statement(from, to, *change, budget));
    if comparison.responsibilities.is_empty() {
        Vec::new()
    } else {
        vec!["## Responsibilities".to_owned(), list(items)]
    }
}

fn statement(
    from: &[Statement],
    to: &[Statement],
    change: StatementChange,
    budget: &mut DiffBudget,
) -> String {
    let text = match change {
        StatementChange::Unchanged(_, index) | StatementChange::Added(index) => {
            escape(&to[index].text)
        }
        StatementChange::Removed(index) => escape(&from[index].text),
        StatementChange::Reworded(before, after) => {
            let parts = word_diff(&from[before].text, &to[after].text, budget);
            let marked = parts.iter().map(|part| {
                let space = if part.space.is_empty() { "" } else { " " };
                let text = escape(&part.text);
                match part.tag {
                    ChangeTag::Equal => format!("{space}{text}"),
                    ChangeTag::Delete => format!("{space}~~{text}~~"),
                    ChangeTag::Insert => format!("{space}**{text}**"),
                }
            });
            marked.collect::<String>().trim_start().to_owned()
        }
    };
    format!("{}: {text}", statement_change(change))
}

fn path(ladder: &Ladder, comparison: &Comparison) -> Vec<String> {
    match ladder.graph().path(comparison.from, comparison.to) {
        Some(path) if path.len() > 1 => {
            let steps =
                path.iter().enumerate().map(|(index, found)| step(ladder, index + 1, found));
            vec!["## Step by step".to_owned(), steps.collect::<Vec<_>>().join("\n")]
        }
        _ => Vec::new(),
    }
}

fn step(ladder: &Ladder, number: usize, step: &PathStep) -> String {
    let comparison = ladder.compare(step.from, step.edge.to);
    let new = comparison
        .with_kind(ChangeKind::New)
        .map(|new| escape(&ladder.distinct_skill_name(new.skill)));
    let new: Vec<String> = new.collect();
    let adds = if new.is_empty() { String::new() } else { format!(", adds {}", join_list(&new)) };
    let title = escape(&ladder.distinct_title(step.edge.to));
    format!("{number}. {}: {title}{adds}", step_kind(step.edge.kind))
}

fn resources(ladder: &Ladder, comparison: &Comparison) -> Vec<String> {
    let resources = ladder.learning_resources(comparison);
    if resources.is_empty() {
        return Vec::new();
    }
    let items = resources.iter().map(|found| {
        let resource = &ladder[found.reference.resource];
        let role = found.role.map(|role| escape(&ladder.distinct_title(role)));
        let skills = found.skills.iter().map(|&skill| escape(&ladder.distinct_skill_name(skill)));
        let purposes: Vec<String> = role.into_iter().chain(skills).collect();
        let title = escape(&ladder.distinct_resource_title(found.reference.resource));
        let title = match resource.url.link() {
            Some(url) => format!("[{title}](<{}>)", url.as_str()),
            None => title,
        };
        format!("{title}, for {}", join_list(&purposes))
    });
    vec!["## Learn".to_owned(), list(items)]
}

/// The text on one line, with the punctuation escaped that CommonMark would interpret.
/// <https://spec.commonmark.org/0.31.2/#backslash-escapes>
fn escape(text: &str) -> String {
    let mut escaped = String::new();
    for (index, word) in text.split_whitespace().enumerate() {
        if index > 0 {
            escaped.push(' ');
        }
        for (offset, c) in word.char_indices() {
            let starts_block = index == 0 && offset == 0 && matches!(c, '#' | '+' | '-' | '=');
            let ends_number = index == 0
                && matches!(c, '.' | ')')
                && offset > 0
                && word[..offset].bytes().all(|b| b.is_ascii_digit());
            let is_inline = matches!(c, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '~');
            // An ampersand only starts an entity before a name or a number.
            let rest = &word[offset + c.len_utf8()..];
            let is_entity = c == '&'
                && rest.starts_with(|next: char| next == '#' || next.is_ascii_alphanumeric());
            if starts_block || ends_number || is_inline || is_entity {
                escaped.push('\\');
            }
            escaped.push(c);
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::escape;

    #[test]
    fn markdown_syntax_is_escaped() {
        for (text, expected) in [
            ("C++ & C# &amp; R&D", "C++ & C# \\&amp; R\\&D"),
            ("# No heading\n- no list", "\\# No heading - no list"),
            ("1. no list, 1.5 a number", "1\\. no list, 1.5 a number"),
            (
                "*a* _b_ `c` [d](e) <f> | ~g~",
                "\\*a\\* \\_b\\_ \\`c\\` \\[d\\](e) \\<f\\> \\| \\~g\\~",
            ),
            ("  ", ""),
        ] {
            assert_eq!(escape(text), expected);
        }
    }
}
