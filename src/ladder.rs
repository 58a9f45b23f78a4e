//! The ladder itself, pure: what a document says and what follows from it. Knows neither the page
//! nor the browser.

mod address;
mod asked;
mod asks;
mod csv;
mod filter;
mod fold;
mod id;
mod language;
mod matrix;
mod matrix_query;
mod model;
mod packed;
mod place_set;
mod problem;
mod quote;
mod read;
mod resource;
mod role;
mod search;
mod sieve;
mod skill;
mod skill_texts;
mod steps;
mod video;

pub use address::Address;
pub use asked::Asked;
pub use csv::{group_name, matrix_csv};
pub use filter::{Filtered, Matching, SkillFilter, Standing};
pub use fold::{Needle, fold, ranked};
pub use id::Id;
pub use matrix::{Group, Grouping, Matrix};
pub use matrix_query::{AskedAs, MatrixQuery};
pub use model::{CategoryIx, Document, Ladder, LevelIx, ResourceIx, RoleIx, SkillIx, TrackIx};
pub use packed::NotPacked;
pub use problem::{Place, Problem, Severity};
pub use read::{Reader, Reading, nearest, read};
pub use resource::{Link, Note, Resource, ResourceRef, ResourceType};
pub use role::{Edge, EdgeKind, Requirement, RequirementKind, Role, Statement, Track};
pub use search::{Answers, Hit, SHOWN, SearchIndex};
pub use skill::{Category, Level, Skill, SkillKind, SkillLevel};
pub use skill_texts::SkillTexts;
pub use steps::Steps;
pub use video::Video;
