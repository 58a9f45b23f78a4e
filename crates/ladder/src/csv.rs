//! The matrix as CSV (RFC 4180), safe to open in a spreadsheet.

use super::asked::Asked;
use super::matrix::{Grouping, Matrix};
use crate::RequirementKind;
use crate::{Ladder, RoleIx, SkillIx};

impl Asked<'_> {
    /// The word for it: "Core", "Asked for", "Optional", "Carried", or nothing.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self.requirement() {
            Some(requirement) => Self::word_of(requirement.kind),
            None if self == Asked::Carried => "Carried",
            None => "",
        }
    }

    /// The word for a skill that a role asks for itself.
    #[must_use]
    pub fn word_of(kind: RequirementKind) -> &'static str {
        match kind {
            RequirementKind::Core => "Core",
            RequirementKind::Required => "Asked for",
            RequirementKind::Optional => "Optional",
        }
    }
}

/// The most cells of a table; a spreadsheet with more is of no use, and a page could not make it.
const MOST_CELLS: usize = 250_000;

/// Writes the shown rows and columns: group, skill, then a column a role. Where that would be too
/// many cells, a line for each skill that a role holds. Lines end in CRLF.
#[must_use]
pub fn matrix_csv(ladder: &Ladder, matrix: &Matrix) -> String {
    if matrix.len() * matrix.roles.len() > MOST_CELLS {
        return list(ladder, matrix);
    }
    let mut csv = String::new();
    let titles = matrix.roles.iter().map(|&role| ladder[role].title.as_str());
    write_row(&mut csv, ["Group", "Skill"].into_iter().chain(titles));
    for group in &matrix.groups {
        let heading = group_name(ladder, group.grouping);
        for &skill in &group.skills {
            let cells: Vec<String> =
                matrix.roles.iter().map(|&role| cell(ladder, role, skill)).collect();
            let start = [heading.as_str(), ladder[skill].name.as_str()];
            write_row(&mut csv, start.into_iter().chain(cells.iter().map(String::as_str)));
        }
    }
    csv
}

/// Group, skill, role, and how the role holds it.
fn list(ladder: &Ladder, matrix: &Matrix) -> String {
    let mut csv = String::new();
    write_row(&mut csv, ["Group", "Skill", "Role", "Asked for as"].into_iter());
    for group in &matrix.groups {
        let heading = group_name(ladder, group.grouping);
        for &skill in &group.skills {
            let asking: Vec<RoleIx> = ladder.asking(skill).map(|(role, _)| role).collect();
            let holds = |role: &RoleIx| {
                ladder.steps().carries(*role, skill) || asking.binary_search(role).is_ok()
            };
            for &role in matrix.roles.iter().filter(|role| holds(role)) {
                let (name, title) = (&ladder[skill].name, &ladder[role].title);
                let how = cell(ladder, role, skill);
                write_row(&mut csv, [&heading, name, title, &how].into_iter().map(String::as_str));
            }
        }
    }
    csv
}

/// The heading over a group of skills.
#[must_use]
pub fn group_name(ladder: &Ladder, grouping: Grouping) -> String {
    match grouping {
        Grouping::Category(category) => ladder[category].name.clone(),
        Grouping::NoCategory => "Other skills".to_owned(),
        Grouping::FirstAskedBy(role) if ladder.cumulative => {
            format!("From {} on", ladder[role].short())
        }
        Grouping::FirstAskedBy(role) => format!("First asked for by {}", ladder[role].short()),
        Grouping::Unasked => "Asked for by no role".to_owned(),
    }
}

fn cell(ladder: &Ladder, role: RoleIx, skill: SkillIx) -> String {
    let asked = ladder.asked(role, skill);
    match ladder.level_held(role, skill) {
        Some(level) if asked.holds() => {
            format!("{} ({})", ladder.level_name(skill, level), asked.word().to_ascii_lowercase())
        }
        _ => asked.word().to_owned(),
    }
}

/// Writes a line of CSV: quoted where RFC 4180 asks for it, formulas disarmed, CRLF at its end.
pub fn write_row<'a>(csv: &mut String, fields: impl Iterator<Item = &'a str>) {
    for (at, field) in fields.enumerate() {
        if at > 0 {
            csv.push(',');
        }
        write_field(csv, field);
    }
    csv.push_str("\r\n");
}

/// Quotes where RFC 4180 asks for it, and keeps a spreadsheet from reading a text as a formula
/// (<https://owasp.org/www-community/attacks/CSV_Injection>).
fn write_field(csv: &mut String, field: &str) {
    // Some spreadsheets take the wide forms of the signs for the signs.
    let signs = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];
    let formula = field.starts_with(signs);
    let quoted = formula || field.contains([',', '"', '\n', '\r']);
    if quoted {
        csv.push('"');
    }
    if formula {
        csv.push('\'');
    }
    for c in field.chars() {
        if c == '"' {
            csv.push('"');
        }
        csv.push(c);
    }
    if quoted {
        csv.push('"');
    }
}

#[cfg(test)]
mod tests {
    use super::write_row;

    #[test]
    fn quotes_and_disarms() {
        let row = |fields: &[&str]| {
            let mut csv = String::new();
            write_row(&mut csv, fields.iter().copied());
            csv
        };
        assert_eq!(row(&["a", "b c", ""]), "a,b c,\r\n");
        assert_eq!(
            row(&["a,b", "say \"hi\"", "two\nlines"]),
            "\"a,b\",\"say \"\"hi\"\"\",\"two\nlines\"\r\n"
        );
        for start in ["=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"] {
            assert_eq!(row(&[&format!("{start}1")]), format!("\"'{start}1\"\r\n"));
        }
    }
}
