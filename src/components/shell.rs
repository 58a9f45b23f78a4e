//! Header, footer and the menus in them.

pub mod brand_mark;
pub mod footer;
pub mod header;
pub mod ladder_menu;
pub mod theme_switch;
