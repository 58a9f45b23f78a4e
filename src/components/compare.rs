//! The comparison of two roles.

pub mod change_counts;
pub mod element_budget;
pub mod path;
pub mod resources;
pub mod responsibilities;
pub mod role_selects;
pub mod role_table;
pub mod skill_changes;
pub mod start;
pub mod statement_changes;
pub mod tools;
pub mod word_diff;
