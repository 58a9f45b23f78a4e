//! The skills matrix as a CSV file.

use super::matrix::{group_heading, requirement_status};
use ladder::{CsvDialect, CsvFile, Ladder, Matrix, RoleIx, SkillIx};

/// The most cells of a table. Larger ones are impractical in a spreadsheet.
const MAX_CELLS: usize = 250_000;

/// The filtered matrix, with the columns category and skill, the scale if the ladder has several, and a column for
/// each role. A matrix with too many cells has a row for each skill of each role instead.
#[must_use]
pub fn matrix_csv(ladder: &Ladder, matrix: &Matrix, dialect: CsvDialect) -> String {
    let is_table = matrix.len() * matrix.roles.len() <= MAX_CELLS;
    let mut csv = CsvFile::new(dialect);
    let titles: Vec<String> =
        matrix.roles.iter().map(|&role| ladder.distinct_title(role)).collect();
    let titles = titles.iter().map(String::as_str);
    let has_scales = !ladder.scales.is_empty();
    if is_table {
        let scale = has_scales.then_some("Scale");
        csv.row(["Category", "Skill"].into_iter().chain(scale).chain(titles))
    } else {
        csv.row(["Category", "Skill", "Role", "Requirement"])
    }
    for group in &matrix.groups {
        let heading = group_heading(ladder, group.grouping);
        for &skill in &group.skills {
            let name = ladder.distinct_skill_name(skill);
            let name = name.as_str();
            if is_table {
                let cells: Vec<String> =
                    matrix.roles.iter().map(|&role| cell(ladder, role, skill)).collect();
                let cells = cells.iter().map(String::as_str);
                let scale = has_scales.then(|| scale_of(ladder, skill));
                csv.row([heading.as_str(), name].into_iter().chain(scale).chain(cells));
                continue;
            }
            let requiring: Vec<RoleIx> =
                ladder.roles_requiring(skill).map(|(role, _)| role).collect();
            let applies = |role: &&RoleIx| {
                requiring.binary_search(role).is_ok() || ladder.graph().carries_over(**role, skill)
            };
            for &role in matrix.roles.iter().filter(applies) {
                let requirement = cell(ladder, role, skill);
                csv.row([&heading, name, &ladder.distinct_title(role), &requirement]);
            }
        }
    }
    csv.finish()
}

/// The name of the scale of a skill; empty for the ladder's own.
fn scale_of(ladder: &Ladder, skill: SkillIx) -> &str {
    let scale = ladder.scale_of(skill).map(|scale| &ladder[scale]);
    scale.map_or("", |scale| scale.name.as_deref().unwrap_or(scale.id.as_str()))
}

/// The level, if any, and the requirement: "Advanced (required)".
fn cell(ladder: &Ladder, role: RoleIx, skill: SkillIx) -> String {
    let status = ladder.requirement_status(role, skill);
    let label = requirement_status(status);
    match ladder.effective_level(role, skill).filter(|_| status.applies()) {
        Some(level) => {
            format!("{} ({})", ladder.level_name(skill, level), label.to_ascii_lowercase())
        }
        None => label.to_owned(),
    }
}
