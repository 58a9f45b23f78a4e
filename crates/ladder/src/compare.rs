//! Comparing two roles: skills, responsibilities, wording, and what helps with the difference.

mod change_group;
mod comparison;
mod diff_budget;
mod diff_hunk;
mod learning_resource;
mod skill_overlap;
mod statement_change;
mod word_bag;
mod word_diff;

pub use change_group::{ChangeCount, ChangeGroup};
pub use comparison::{ChangeKind, Comparison, SkillChange};
pub use diff_budget::DiffBudget;
pub use learning_resource::LearningResource;
pub use similar::ChangeTag;
pub use skill_overlap::{MAX_SIMILAR_ROLES, SkillOverlap};
pub use statement_change::StatementChange;
pub(crate) use statement_change::statement_changes;
pub use word_diff::{DiffPart, word_diff};
