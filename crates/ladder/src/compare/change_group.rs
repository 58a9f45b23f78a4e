//! The changes of a comparison in a few groups, which skills and responsibilities share.

use super::comparison::{ChangeKind, Comparison};
use super::statement_change::StatementChange;

/// How skills and responsibilities change, in a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ChangeGroup {
    /// Only the second role has it.
    New,
    /// A higher level, or more important.
    Raised,
    /// Expected in other words.
    Reworded,
    /// A lower level, or less important.
    Lowered,
    /// Only the first role has it.
    Left,
    /// The same for both roles, or carried over.
    Unchanged,
}

impl ChangeGroup {
    /// Every group, in the order in which they are shown.
    pub const ALL: [Self; 6] =
        [Self::New, Self::Raised, Self::Reworded, Self::Lowered, Self::Left, Self::Unchanged];

    /// The group of a change of a skill.
    #[must_use]
    pub fn of_skill(kind: ChangeKind) -> Self {
        match kind {
            ChangeKind::New => Self::New,
            ChangeKind::HigherLevel | ChangeKind::MoreImportant => Self::Raised,
            ChangeKind::Reworded => Self::Reworded,
            ChangeKind::LowerLevel | ChangeKind::LessImportant => Self::Lowered,
            ChangeKind::Dropped => Self::Left,
            ChangeKind::CarriedOver | ChangeKind::Unchanged => Self::Unchanged,
        }
    }

    /// The group of a change of a responsibility.
    #[must_use]
    pub fn of_statement(change: StatementChange) -> Self {
        match change {
            StatementChange::Added(_) => Self::New,
            StatementChange::Reworded(..) => Self::Reworded,
            StatementChange::Removed(_) => Self::Left,
            StatementChange::Unchanged(..) => Self::Unchanged,
        }
    }
}

/// How many changes a group has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ChangeCount {
    /// The skills that change in this way.
    pub skills: usize,
    /// The responsibilities that change in this way.
    pub responsibilities: usize,
}

impl ChangeCount {
    /// Skills and responsibilities together.
    #[must_use]
    pub fn total(self) -> usize {
        self.skills + self.responsibilities
    }
}

impl Comparison {
    /// The number of skills and of responsibilities in a group.
    #[must_use]
    pub fn count(&self, group: ChangeGroup) -> ChangeCount {
        let skills = self.skills.iter().filter(|skill| ChangeGroup::of_skill(skill.kind) == group);
        let is_counted = |change: &&StatementChange| ChangeGroup::of_statement(**change) == group;
        let responsibilities = self.responsibilities.iter().filter(is_counted);
        ChangeCount { skills: skills.count(), responsibilities: responsibilities.count() }
    }
}
