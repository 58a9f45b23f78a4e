//! Compares a draft with the limits of a ladder, before it becomes a document.

use super::Draft;
use crate::remark::Report;
use crate::source::Location;
use ladder::{grouped, limits};

impl Draft {
    /// Whether it has more items than a ladder may have, so that the rest of the source need not be read.
    pub fn is_full(&self) -> bool {
        self.roles.items.len() > limits::ROLES
            || self.skills.items.len() > limits::SKILLS
            || self.scales.items.len() > limits::SCALES
            || self.resources.items.len() > limits::RESOURCES
    }

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
                let message = format!("too many {what} (limit: {})", grouped(limit));
                report.problem(Location::at(1, 1), message);
            }
        }
        report.problems.len() == before
    }
}
