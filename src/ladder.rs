//! The ladder itself, pure: what a document says and what follows from it. Knows neither the page
//! nor the browser.

mod address;
mod asked;
mod csv;
mod filter;
mod fold;
mod id;
mod language;
mod matrix;
mod model;
mod packed;
mod problem;
mod quote;
mod read;
mod search;
mod steps;
mod video;

pub use address::Address;
pub use asked::Asked;
pub use csv::{group_name, matrix_csv};
pub use filter::{Filtered, Matching, SkillFilter, Standing};
pub use fold::{Needle, ranked};
pub use id::Id;
pub use matrix::{AskedAs, Group, Grouping, Matrix, MatrixQuery, SkillTexts};
pub use model::{
    Category, CategoryIx, Document, Edge, EdgeKind, Ladder, Level, LevelIx, Link, Note,
    Requirement, RequirementKind, Resource, ResourceIx, ResourceRef, ResourceType, Role, RoleIx,
    Skill, SkillIx, SkillKind, SkillLevel, Statement, Track, TrackIx,
};
pub use packed::NotPacked;
pub use problem::{Place, Problem, Severity};
pub use read::{Reader, Reading, nearest, read};
pub use search::{Answers, Hit, SHOWN, SearchIndex};
pub use steps::Steps;
pub use video::Video;
