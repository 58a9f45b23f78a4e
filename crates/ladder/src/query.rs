//! Queries over a ladder: requirements, filters, search and the skills matrix.

mod column_heads;
mod directory;
mod directory_query;
mod effective_requirement;
mod matrix;
mod matrix_filter;
mod matrix_query;
mod requirement_status;
mod search_index;
mod search_query;
mod skill_filter;
mod skill_name_index;

pub use column_heads::{ColumnHead, ColumnHeads};
pub use directory::{Directory, DirectoryPage, RoleGroup};
pub use directory_query::DirectoryQuery;
pub use effective_requirement::EffectiveRequirement;
pub(crate) use effective_requirement::EffectiveRequirements;
pub use matrix::{Grouping, Matrix, SkillGroup};
pub use matrix_query::{MatrixQuery, RequirementFilter};
pub use requirement_status::RequirementStatus;
pub use search_index::{MAX_HITS, SearchHit, SearchIndex, SearchResults};
pub use search_query::{SearchQuery, normalize, ranked};
pub use skill_filter::{FilterResult, MatchMode, RoleMatch, SkillFilter};
pub use skill_name_index::SkillNameIndex;
