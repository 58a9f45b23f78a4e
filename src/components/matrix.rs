//! The skills matrix.

pub mod filters;
pub mod role_filter;
pub mod table;
pub mod virtual_matrix;
