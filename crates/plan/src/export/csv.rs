//! The plan as CSV (RFC 4180), safe to open in a spreadsheet.

use super::{Labels, rows};
use crate::answers::Answers;
use crate::gap::Gap;
use ladder::{Ladder, csv_row};

const COLUMNS: [&str; 8] =
    ["Skill", "To do", "Needed for", "Requirement", "Rating", "Target date", "Note", "Learn"];

/// Writes a row for each skill, what is left first. Lines end in CRLF.
#[must_use]
pub fn csv(ladder: &Ladder, gap: &Gap, answers: &Answers, labels: Labels) -> String {
    let mut csv = String::new();
    csv_row(&mut csv, COLUMNS);
    for row in rows(ladder, gap, answers, labels) {
        let skill = &ladder[row.target.skill];
        let needed = gap.path.get(row.stage).map_or("", |&role| ladder[role].title.as_str());
        let links = gap.resources(ladder, row.target).iter().map(|reference| {
            let resource = &ladder[reference.resource];
            let seen = if answers.is_seen(&resource.id) { " (done)" } else { "" };
            format!("{}{seen}: {}", resource.title, resource.url.as_str())
        });
        let links: Vec<String> = links.collect();
        let due = answers.due(&skill.id).map(ToString::to_string).unwrap_or_default();
        let (requirement, links) = ((labels.requirement)(ladder, row.target), links.join("\n"));
        let fields = [
            skill.name.as_str(),
            if row.is_open { "yes" } else { "no" },
            needed,
            &requirement,
            &row.rating,
            &due,
            answers.note(&skill.id),
            &links,
        ];
        csv_row(&mut csv, fields);
    }
    csv
}
