//! Components for opening another ladder.

pub mod banner;
pub mod drop_target;
pub mod loader_status;
pub mod problem_list;
pub mod recent_ladders;
pub mod sources;
