//! The ladder page: the picture of rungs, the skill filter, the summary.

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
