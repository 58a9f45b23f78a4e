//! Compares a draft with the limits of a ladder, before it becomes a document.

use super::Draft;
use crate::remark::Report;
use crate::source::Location;
use ladder::{grouped, limits};

impl Draft {
    /// Whether a ladder may have as many items. Reports the lists that have too many.
    pub fn is_within_limits(&self, report: &mut Report) -> bool {
        let requirements = self.roles.items.iter().map(|role| role.skills.len()).sum();
        let before = report.problems.len();
        for (what, count, limit) in [
            ("roles", self.roles.items.len(), limits::ROLES),
            ("skills", self.skills.items.len(), limits::SKILLS),
            ("scales", self.scales.items.len(), limits::SCALES),
            ("resources", self.resources.items.len(), limits::RESOURCES),
            ("skill requirements in total", requirements, limits::REQUIREMENTS),
        ] {
            if count > limit {
                let (count, limit) = (grouped(count), grouped(limit));
                report.problem(Location::at(1, 1), format!("{count} {what} (limit: {limit})"));
            }
        }
        report.problems.len() == before
    }
}
