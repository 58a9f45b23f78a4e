//! Queries over a ladder: requirements, filters, search and the skills matrix.

mod column_heads;
mod directory;
mod directory_query;
mod effective_requirement;
mod matrix;
mod matrix_filter;
mod matrix_query;
mod normalizer;
mod requirement_status;
mod role_name_index;
mod search_excerpt;
mod search_hit;
mod search_index;
mod search_query;
mod skill_filter;
mod skill_name_index;
mod text_index;

pub use column_heads::{ColumnHead, ColumnHeads};
pub use directory::{Directory, DirectoryPage, RoleGroup};
pub use directory_query::DirectoryQuery;
pub use effective_requirement::EffectiveRequirement;
pub(crate) use effective_requirement::EffectiveRequirements;
pub use matrix::{Grouping, Matrix, SkillGroup};
pub use matrix_query::{MatrixQuery, RequirementFilter};
pub use normalizer::Normalizer;
pub use requirement_status::RequirementStatus;
pub use role_name_index::RoleNameIndex;
pub use search_excerpt::Excerpt;
pub use search_hit::{HitTexts, ResourcePlace, SearchHit};
pub use search_index::{MAX_HITS, SearchIndex, SearchResults};
pub use search_query::{SearchQuery, ranked};
pub use skill_filter::{FilterResult, MatchMode, RoleMatch, SkillFilter};
pub use skill_name_index::SkillNameIndex;

/// Each id once, in the order of its first occurrence.
fn distinct(ids: impl Iterator<Item = crate::Id>) -> Vec<crate::Id> {
    let mut found = Vec::new();
    for id in ids {
        if !found.contains(&id) {
            found.push(id);
        }
    }
    found
}
