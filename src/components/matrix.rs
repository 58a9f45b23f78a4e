//! The skills matrix.

pub mod cell;
pub mod chosen_columns;
pub mod filters;
pub mod legend;
pub mod own_marks;
pub mod role_filter;
pub mod table;
pub mod table_head;
pub mod virtual_matrix;
