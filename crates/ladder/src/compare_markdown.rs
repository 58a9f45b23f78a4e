//! A comparison as Markdown, to be pasted into a document or a message.

use super::compare::{Change, Comparison, SkillChange};
use super::compare_words::{compare_sentence, counted, listed};
use super::holding::Holding;
use super::path::PathStep;
use super::statement_changes::StatementChange;
use super::word_difference::{Budget, Fate, word_difference};
use crate::Statement;
use crate::{Ladder, RoleIx};

/// The whole comparison as CommonMark; `address` is where it is shown. Texts of the ladder stand for
/// themselves: whatever would be read as Markdown in them is escaped.
#[must_use]
pub fn compare_markdown(ladder: &Ladder, comparison: &Comparison, address: &str) -> String {
    let (from, to) = (&ladder[comparison.from], &ladder[comparison.to]);
    let mut paper = Paper { ladder, text: String::new(), budget: Budget::of_a_page() };
    paper.line(&format!("# From {} to {}", plain(&from.title), plain(&to.title)));
    paper.line(&plain(&compare_sentence(ladder, comparison)));
    paper.facts(comparison);
    paper.skills(comparison);
    paper.responsibilities(comparison);
    paper.path(comparison);
    paper.resources(comparison);
    let title = plain(&ladder.title);
    paper.line(&format!("{title}: <{address}>"));
    paper.text.truncate(paper.text.trim_end().len());
    paper.text.push('\n');
    paper.text
}

/// What is written so far.
struct Paper<'a> {
    ladder: &'a Ladder,
    text: String,
    budget: Budget,
}

impl Paper<'_> {
    /// A paragraph or heading, with an empty line after it.
    fn line(&mut self, text: &str) {
        self.text.push_str(text);
        self.text.push_str("\n\n");
    }

    fn list(&mut self, items: &[String]) {
        for item in items {
            self.text.push_str(&format!("- {item}\n"));
        }
        self.text.push('\n');
    }

    fn facts(&mut self, comparison: &Comparison) {
        let (from, to) = (&self.ladder[comparison.from], &self.ladder[comparison.to]);
        let rows = [
            ("Focus area", &from.focus, &to.focus),
            ("Strategic impact", &from.impact, &to.impact),
        ];
        let cell = |text: &Option<String>| plain(text.as_deref().unwrap_or("–"));
        let mut table = String::new();
        for (label, before, after) in rows {
            if before.is_some() || after.is_some() {
                table.push_str(&format!("\n| {label} | {} | {} |", cell(before), cell(after)));
            }
        }
        if !table.is_empty() {
            let (from, to) = (plain(from.short()), plain(to.short()));
            self.line(&format!("| | {from} | {to} |\n|---|---|---|{table}"));
        }
    }

    fn skills(&mut self, comparison: &Comparison) {
        for change in Change::ALL {
            let skills: Vec<_> = comparison.of(change).collect();
            if skills.is_empty() {
                continue;
            }
            self.line(&format!("## {} ({})", change.word(), counted(skills.len(), "skill")));
            if change.is_difference() {
                let items: Vec<String> =
                    skills.into_iter().map(|skill| self.skill(comparison, skill)).collect();
                self.list(&items);
            } else {
                let names = skills.iter().map(|skill| plain(&self.ladder[skill.skill].name));
                self.line(&names.collect::<Vec<_>>().join(", "));
            }
        }
    }

    fn skill(&mut self, comparison: &Comparison, skill: &SkillChange) -> String {
        let ladder = self.ladder;
        let mut item = format!("**{}**", plain(&ladder[skill.skill].name));
        let told = |holding: Holding| {
            let level = holding.level_name(ladder).map(plain);
            let firmness = holding.firmness().to_owned();
            [level, Some(firmness)].into_iter().flatten().collect::<Vec<_>>().join(", ")
        };
        let ends = [skill.before, skill.after].into_iter().flatten().map(told);
        let mut ends: Vec<String> = ends.collect();
        ends.dedup();
        item.push_str(&format!(": {}", ends.join(" → ")));
        let said = |role: RoleIx| -> &[Statement] {
            ladder[role].requirement(skill.skill).map_or(&[], |asked| &asked.statements)
        };
        let changes: Vec<_> = skill.statements.iter().filter(|change| !change.is_kept()).collect();
        for change in changes {
            let line = self.statement(said(comparison.from), said(comparison.to), *change);
            item.push_str(&format!("\n  - {line}"));
        }
        item
    }

    fn responsibilities(&mut self, comparison: &Comparison) {
        let ladder = self.ladder;
        let of = |role: RoleIx| ladder[role].responsibilities.as_slice();
        let changes = &comparison.responsibilities;
        if !changes.is_empty() {
            self.line("## Responsibilities");
            let (from, to) = (of(comparison.from), of(comparison.to));
            let items: Vec<String> =
                changes.iter().map(|change| self.statement(from, to, *change)).collect();
            self.list(&items);
        }
    }

    fn statement(
        &mut self,
        from: &[Statement],
        to: &[Statement],
        change: StatementChange,
    ) -> String {
        match change {
            StatementChange::Kept(_, at) => format!("Kept: {}", plain(&to[at].text)),
            StatementChange::Added(at) => format!("Added: {}", plain(&to[at].text)),
            StatementChange::LeftBehind(at) => format!("Left behind: {}", plain(&from[at].text)),
            StatementChange::Reworded(before, after) => {
                let parts = word_difference(&from[before].text, &to[after].text, &mut self.budget);
                let told = parts.iter().map(|part| {
                    let (space, text) =
                        (if part.space.is_empty() { "" } else { " " }, plain(&part.text));
                    match part.fate {
                        Fate::Kept => format!("{space}{text}"),
                        Fate::Removed => format!("{space}~~{text}~~"),
                        Fate::Added => format!("{space}**{text}**"),
                    }
                });
                format!("Reworded: {}", told.collect::<String>().trim_start())
            }
        }
    }

    fn path(&mut self, comparison: &Comparison) {
        let Some(path) = self.ladder.path(comparison.from, comparison.to) else { return };
        if path.len() > 1 {
            self.line("## The way there");
            let steps = path.iter().enumerate().map(|(at, step)| self.step(at + 1, step));
            let steps: Vec<String> = steps.collect();
            self.line(&steps.join("\n"));
        }
    }

    fn step(&self, number: usize, step: &PathStep) -> String {
        let ladder = self.ladder;
        let comparison = ladder.compare(step.from, step.edge.to);
        let gained = comparison.of(Change::Gained).map(|skill| plain(&ladder[skill.skill].name));
        let gained: Vec<String> = gained.collect();
        let adds =
            if gained.is_empty() { String::new() } else { format!(": adds {}", listed(&gained)) };
        let title = plain(&ladder[step.edge.to].title);
        format!("{number}. {} to {title}{adds}", step.edge.kind.words())
    }

    fn resources(&mut self, comparison: &Comparison) {
        let ladder = self.ladder;
        let serving = ladder.serving(comparison);
        if serving.is_empty() {
            return;
        }
        self.line("## To learn from");
        let items: Vec<String> = serving
            .iter()
            .map(|serving| {
                let resource = &ladder[serving.reference.resource];
                let skills = serving.skills.iter().map(|&skill| plain(&ladder[skill].name));
                let role = serving.role.map(|role| plain(&ladder[role].title));
                let served: Vec<String> = role.into_iter().chain(skills).collect();
                let (title, url) = (plain(&resource.title), resource.url.as_str());
                format!("[{title}](<{url}>), for {}", listed(&served))
            })
            .collect();
        self.list(&items);
    }
}

/// A text on one line that stands for itself in CommonMark: every ASCII mark that can mean something
/// there is escaped. <https://spec.commonmark.org/0.31.2/#backslash-escapes>
fn plain(text: &str) -> String {
    let mut escaped = String::new();
    for (at, word) in text.split_whitespace().enumerate() {
        if at > 0 {
            escaped.push(' ');
        }
        for (place, c) in word.char_indices() {
            let begins_a_block = at == 0 && place == 0 && matches!(c, '#' | '+' | '-' | '=');
            let ends_a_number = at == 0
                && matches!(c, '.' | ')')
                && place > 0
                && word[..place].bytes().all(|b| b.is_ascii_digit());
            let is_inline = matches!(c, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '~');
            // An ampersand means something only before a name or a number.
            let rest = &word[place + c.len_utf8()..];
            let names = rest.starts_with(|next: char| next == '#' || next.is_ascii_alphanumeric());
            let is_inline = is_inline || (c == '&' && names);
            if begins_a_block || ends_a_number || is_inline {
                escaped.push('\\');
            }
            escaped.push(c);
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::plain;

    #[test]
    fn texts_stand_for_themselves() {
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
            assert_eq!(plain(text), expected);
        }
    }
}
