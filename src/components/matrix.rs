//! The skills matrix.

pub mod filters;
pub mod role_filter;
pub mod skill_summary;
pub mod table;
pub mod virtual_matrix;
