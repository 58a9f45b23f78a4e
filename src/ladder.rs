//! The ladder itself, pure: what a document says and what follows from it. Knows neither the page
//! nor the browser.

mod id;
mod model;
mod steps;

pub use id::Id;
pub use model::{
    Address, Category, CategoryIx, Document, Edge, EdgeKind, Ladder, Level, LevelIx, Link, Note,
    Requirement, RequirementKind, Resource, ResourceIx, ResourceRef, ResourceType, Role, RoleIx,
    Skill, SkillIx, SkillKind, SkillLevel, Statement, Track, TrackIx,
};
pub use steps::Steps;
