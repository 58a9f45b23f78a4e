//! The graph of roles: which steps lead where and which skills are carried over.

mod height;
mod path;
mod requirement_index;
mod role_graph;

pub use path::PathStep;
pub(crate) use requirement_index::{RequirementIndex, RequirementRef};
pub use role_graph::RoleGraph;
