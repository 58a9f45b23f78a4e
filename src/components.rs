//! Components that know the ladder, by feature.

pub mod compare;
pub mod device_only_note;
pub mod facts;
pub mod hue;
pub mod journey;
pub mod ladder;
pub mod links;
pub mod matrix;
pub mod open;
pub mod plan;
pub mod role;
pub mod role_select;
pub mod search;
pub mod shell;
pub mod skill;
pub mod skill_links;
pub mod video;
