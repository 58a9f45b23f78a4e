//! The ladder page: the rungs, the skill filter and the summary table.

pub mod about;
pub mod legend;
pub mod lines;
pub mod picture;
pub mod role_card;
pub mod role_finder;
pub mod role_list;
pub mod row;
pub mod skill_filter;
pub mod summary_table;
