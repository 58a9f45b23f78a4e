//! Career ladders: reading a document, and everything that follows from it. Pure: no browser, no
//! clock, no files.

mod address;
mod compare;
mod csv_row;
mod graph;
mod id;
mod language;
mod layout;
mod listed;
mod model;
mod packed;
mod problem;
mod query;
mod quote;
mod read;
mod resource;
mod role;
mod skill;
mod token;
mod video;
#[cfg(not(target_arch = "wasm32"))]
pub mod wire;

pub use address::Address;
pub use compare::{
    ChangeKind, ChangeTag, Comparison, DiffBudget, DiffPart, LearningResource, MAX_SIMILAR_ROLES,
    SkillChange, SkillOverlap, StatementChange, word_diff,
};
pub use csv_row::csv_row;
pub use graph::{PathStep, RoleGraph};
pub use id::Id;
pub use layout::{GridCell, GridLayout, GridLine, LadderLayout, RowLayout};
pub use listed::{Listed, Listed as CatalogEntry};
pub use model::{CategoryIx, Document, Ladder, LevelIx, ResourceIx, RoleIx, SkillIx, TrackIx};
pub use packed::unpack_list;
pub use packed::{NotPacked, Unpacker};
pub use problem::{Place, Problem, Severity};
pub use query::{
    Directory, DirectoryPage, DirectoryQuery, EffectiveRequirement, FilterResult, Grouping,
    MAX_HITS, MatchMode, Matrix, MatrixQuery, RequirementFilter, RequirementStatus, RoleGroup,
    RoleMatch, SearchHit, SearchIndex, SearchQuery, SearchResults, SkillFilter, SkillGroup,
    SkillNameIndex, normalize, ranked,
};
pub use read::{Beginning, Reader, Reading, is_date, nearest, read};
pub use resource::{Link, Note, Resource, ResourceRef, ResourceType};
pub use role::{Edge, EdgeKind, Requirement, RequirementKind, Role, Statement, Track};
pub use skill::{Category, Level, Skill, SkillKind, SkillLevel};
pub use video::Video;
