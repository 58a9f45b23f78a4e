//! Header, footer and menus.

pub mod footer;
pub mod header;
pub mod ladder_menu;
pub mod theme_switch;
