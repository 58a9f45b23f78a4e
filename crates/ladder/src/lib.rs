//! Career ladders: parsing a document, and everything that follows from it. Pure: no browser, no
//! clock, no files.

mod catalog_entry;
mod compare;
mod csv_file;
mod diff;
mod distinct_names;
mod document;
mod graph;
mod grapheme;
mod ladder;
mod layout;
mod markup;
mod parse;
mod problem;
mod query;
mod quote;
mod skill_levels;
mod token;
mod transport;
mod video;
mod visible_form;

pub use catalog_entry::CatalogEntry;
pub use compare::{
    ChangeCount, ChangeGroup, ChangeKind, ChangeTag, Comparison, DiffBudget, DiffPart,
    LearningResource, MAX_SIMILAR_ROLES, SkillChange, SkillOverlap, StatementChange, word_diff,
};
pub use csv_file::{CsvDialect, CsvFile};
pub use diff::{
    ChangedItem, DetailChange, LadderDiff, ListDiff, NamedItem, RemovedItem, RenamedItem,
    WordChange,
};
pub use distinct_names::DistinctNames;
pub use document::{
    Address, AddressFault, Category, CategoryIx, Document, Edge, EdgeKind, FormatVersion, Id,
    Level, LevelIx, LevelPosition, Link, Mark, MarkKind, Note, Requirement, RequirementKind,
    Resource, ResourceAddress, ResourceIx, ResourceRef, ResourceType, RichText, Role, RoleIx,
    Scale, ScaleIx, Skill, SkillIx, SkillKind, SkillLevel, Statement, Track, TrackIx, is_date,
};
pub use document::{WriteError, json_schema, to_json, to_latest_json};
pub use graph::{PathStep, RoleGraph};
pub use ladder::Ladder;
pub use layout::{GridCell, GridLayout, GridLine, LadderLayout, RowLayout};
pub use markup::{escape_run, escape_text};
pub use parse::{Parser, PartialScan, Reading, limits, nearest, read};
pub use problem::{Place, Problem, Severity};
pub use query::{
    ColumnHead, ColumnHeads, Directory, DirectoryPage, DirectoryQuery, EffectiveRequirement,
    Excerpt, FilterResult, Grouping, HitTexts, MAX_HITS, MatchMode, Matrix, MatrixQuery,
    Normalizer, RequirementFilter, RequirementStatus, ResourcePlace, RoleGroup, RoleMatch,
    RoleNameIndex, SearchHit, SearchIndex, SearchQuery, SearchResults, SkillFilter, SkillGroup,
    SkillNameIndex, ranked,
};
pub use quote::{grouped, shown};
pub use transport::{NotPacked, Unpacker, pack_site, unpack_catalog};
pub use video::Video;
