//! The ladder itself, pure: what a document says and what follows from it. Knows neither the page
//! nor the browser.

mod address;
mod id;
mod model;
mod problem;
mod quote;
mod read;
mod steps;

pub use address::Address;
pub use id::Id;
pub use model::{
    Category, CategoryIx, Document, Edge, EdgeKind, Ladder, Level, LevelIx, Link, Note,
    Requirement, RequirementKind, Resource, ResourceIx, ResourceRef, ResourceType, Role, RoleIx,
    Skill, SkillIx, SkillKind, SkillLevel, Statement, Track, TrackIx,
};
pub use problem::{Place, Problem, Severity};
pub use read::{Reader, Reading, read};
pub use steps::Steps;
