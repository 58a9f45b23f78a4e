//! The role page.

pub mod level_text;
pub mod neighbours;
pub mod next_step;
pub mod other_titles;
pub mod position;
pub mod rail;
pub mod requirements;
pub mod section_links;
pub mod similar_roles;
pub mod skill_group;
pub mod statements;
