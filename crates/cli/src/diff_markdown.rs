//! Writes what changed between two versions of a ladder as Markdown.

use ladder::{ChangeTag, ChangedItem, DetailChange, LadderDiff, ListDiff, WordChange};

/// The changes as Markdown, for a change log.
#[must_use]
pub fn markdown(title: &str, diff: &LadderDiff) -> String {
    let mut text = format!("# Changes in {}\n", escaped(title));
    if diff.is_empty() {
        text.push_str("\nNothing changed.\n");
        return text;
    }
    if !diff.ladder.is_empty() {
        text.push_str("\n## The ladder\n\n");
        diff.ladder.iter().for_each(|detail| text.push_str(&detail_line(detail)));
    }
    for (noun, list) in diff.lists().into_iter().filter(|(_, list)| !list.is_empty()) {
        list_section(&mut text, noun, list);
    }
    gone(&mut text, diff);
    text
}

fn list_section(text: &mut String, noun: &str, list: &ListDiff) {
    text.push_str(&format!("\n## {}\n", heading(noun)));
    let has_moves = !list.removed.is_empty() || !list.renamed.is_empty() || list.reordered;
    if !list.added.is_empty() || has_moves {
        text.push('\n');
    }
    for added in &list.added {
        text.push_str(&format!("- Added: **{}** (`{}`)\n", escaped(&added.name), added.id));
    }
    for removed in &list.removed {
        text.push_str(&format!("- Removed: **{}** (`{}`)\n", escaped(&removed.name), removed.id));
    }
    for renamed in &list.renamed {
        let name = escaped(&renamed.name);
        text.push_str(&format!("- New id: **{name}** (`{}`, was `{}`)\n", renamed.id, renamed.was));
    }
    if list.reordered {
        text.push_str("- The order changed.\n");
    }
    for ChangedItem { id, name, details } in &list.changed {
        text.push_str(&format!("\n### {} (`{id}`)\n\n", escaped(name)));
        details.iter().for_each(|detail| text.push_str(&detail_line(detail)));
    }
}

/// The ids that are gone, with what that means.
fn gone(text: &mut String, diff: &LadderDiff) {
    let lists = diff.lists();
    let gone: Vec<_> = lists
        .iter()
        .flat_map(|(noun, list)| list.removed.iter().map(move |removed| (noun, removed)))
        .collect();
    if gone.is_empty() {
        return;
    }
    text.push_str(
        "\n## Ids that are gone\n\nLinks to them and answers that visitors gave no longer lead anywhere.\n\n",
    );
    for (noun, removed) in gone {
        let now = removed.now.as_ref().map(|now| {
            let or_list = match *noun {
                "role" | "skill" => " or list it in `formerly`",
                _ => "",
            };
            format!(
                "; `{now}` has the same name: if it is the same {noun}, keep the old id{or_list}"
            )
        });
        text.push_str(&format!("- {noun} `{}`{}\n", removed.id, now.unwrap_or_default()));
    }
}

/// One change as an item of a list.
fn detail_line(detail: &DetailChange) -> String {
    let path: Vec<String> =
        detail.path.iter().map(|step| escaped(&step.replace('_', " "))).collect();
    let path = path.join(" › ");
    match (&detail.before, &detail.after) {
        (Some(before), Some(after)) if detail.words.is_empty() => {
            format!("- {path}: ~~{}~~ → {}\n", escaped(before), escaped(after))
        }
        (Some(_), Some(_)) => format!("- {path}: {}\n", words(&detail.words)),
        (None, Some(after)) if after.is_empty() => format!("- {path}: added\n"),
        (None, Some(after)) => format!("- {path}: added: {}\n", escaped(after)),
        (Some(before), None) if before.is_empty() => format!("- {path}: removed\n"),
        (Some(before), None) => format!("- {path}: removed: ~~{}~~\n", escaped(before)),
        (None, None) => String::new(),
    }
}

/// A reworded text: deleted words struck out, inserted ones bold.
fn words(words: &[WordChange]) -> String {
    let part = |word: &WordChange| {
        let (space, text) = word.text.split_at(word.text.len() - word.text.trim_start().len());
        let (space, text) = (escaped(space), escaped(text));
        match word.tag {
            ChangeTag::Equal => format!("{space}{text}"),
            ChangeTag::Delete => format!("{space}~~{text}~~"),
            ChangeTag::Insert => format!("{space}**{text}**"),
        }
    };
    words.iter().map(part).collect::<String>().trim_start().to_owned()
}

fn heading(noun: &str) -> String {
    let plural = if noun == "category" { "categories".to_owned() } else { format!("{noun}s") };
    let mut chars = plural.chars();
    let first = chars.next().map(|c| c.to_ascii_uppercase());
    first.into_iter().chain(chars).collect()
}

/// Escapes Markdown syntax in a text and joins its lines.
fn escaped(text: &str) -> String {
    let mut escaped = String::new();
    for c in text.chars() {
        match c {
            '\n' | '\r' => escaped.push(' '),
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '#' | '~' | '|' => {
                escaped.push('\\');
                escaped.push(c);
            }
            _ => escaped.push(c),
        }
    }
    escaped
}
