//! The plan from one role to another, with the visitor’s answers.

pub mod climb_card;
pub mod context;
pub mod delete_data;
pub mod export;
pub mod import;
pub mod orphaned_answers;
pub mod plan_list;
pub mod progress;
pub mod roles;
pub mod save_status;
pub mod skill;
pub mod skill_details;
pub mod skills;
