//! The plan as CSV (RFC 4180), safe to open in a spreadsheet.

use super::{Labels, rows};
use crate::answer::AnswerKind;
use crate::answers::Answers;
use crate::gap::Gap;
use ladder::{CsvDialect, CsvFile, Ladder};

const COLUMNS: [&str; 8] =
    ["Skill", "To do", "Needed for", "Requirement", "Rating", "Target date", "Note", "Learn"];

/// The value of "Needed for" if the skill no longer exists.
const GONE: &str = "No longer on this ladder";

/// Writes a row for each skill, what is left first, and for each skill with an answer that the ladder no
/// longer has. Lines end in CRLF.
#[must_use]
pub fn csv(
    ladder: &Ladder,
    gap: &Gap,
    answers: &Answers,
    labels: Labels,
    dialect: CsvDialect,
) -> String {
    let mut csv = CsvFile::new(dialect);
    csv.row(COLUMNS);
    for row in rows(ladder, gap, answers, labels) {
        let skill = &ladder[row.target.skill];
        let stage = gap.path.get(row.stage);
        let needed = stage.map_or_else(String::new, |&role| ladder.distinct_title(role));
        let name = ladder.distinct_skill_name(row.target.skill);
        let links = gap.resources(ladder, row.target).iter().map(|reference| {
            let resource = &ladder[reference.resource];
            let seen = if answers.is_seen(&resource.id) { " (done)" } else { "" };
            match resource.url.link() {
                Some(url) => format!("{}{seen}: {}", resource.title, url.as_str()),
                None => format!("{}{seen}", resource.title),
            }
        });
        let links: Vec<String> = links.collect();
        let due = answers.due(&skill.id).map(ToString::to_string).unwrap_or_default();
        let (requirement, links) = ((labels.requirement)(ladder, row.target), links.join("\n"));
        let fields = [
            name.as_str(),
            if row.is_open { "yes" } else { "no" },
            &needed,
            &requirement,
            &row.rating,
            &due,
            answers.note(&skill.id),
            &links,
        ];
        csv.row(fields);
    }
    for orphan in answers.orphans(ladder) {
        let (name, id) = (orphan.label(), &orphan.id);
        if orphan.kinds.contains(&AnswerKind::Seen) {
            csv.row([name, "", GONE, "", "", "", "", "done"]);
            continue;
        }
        let rating = answers.rating(id).map(|rating| (labels.rating)(ladder, None, rating));
        let due = answers.due(id).map(ToString::to_string).unwrap_or_default();
        let rating = rating.unwrap_or_default();
        csv.row([name, "", GONE, "", &rating, &due, answers.note(id), ""]);
    }
    csv.finish()
}
