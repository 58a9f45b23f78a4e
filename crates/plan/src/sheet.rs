//! The plan as CSV (RFC 4180), safe to open in a spreadsheet.

use super::answers::Answers;
use super::gap::Gap;
use super::learn::to_learn;
use super::words::{asked_in_words, rows};
use ladder::{Ladder, csv_row};

/// A line a skill, what is left first. Lines end in CRLF.
#[must_use]
pub fn csv(ladder: &Ladder, gap: &Gap, answers: &Answers) -> String {
    let mut csv = String::new();
    let head =
        ["Skill", "Left", "Needed for", "Asked for", "Rating", "By", "Note", "To learn from"];
    csv_row(&mut csv, head.into_iter());
    for row in rows(ladder, gap, answers) {
        let skill = &ladder[row.wanted.skill];
        let needed = gap.way.get(row.stage).map_or("", |&role| ladder[role].title.as_str());
        let links = to_learn(ladder, gap, row.wanted).iter().map(|reference| {
            let resource = &ladder[reference.resource];
            let seen = if answers.is_seen(&resource.id) { " (done)" } else { "" };
            format!("{}{seen}: {}", resource.title, resource.url.as_str())
        });
        let links: Vec<String> = links.collect();
        let due = answers.due(&skill.id).map(ToString::to_string).unwrap_or_default();
        let (asked, links) = (asked_in_words(ladder, row.wanted), links.join("\n"));
        let fields = [
            skill.name.as_str(),
            if row.open { "yes" } else { "no" },
            needed,
            &asked,
            &row.rating,
            &due,
            answers.note(&skill.id),
            &links,
        ];
        csv_row(&mut csv, fields.into_iter());
    }
    csv
}
