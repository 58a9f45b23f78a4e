//! The role page.

pub mod level_text;
pub mod neighbours;
pub mod rail;
pub mod requirements;
pub mod similar_roles;
pub mod statements;
