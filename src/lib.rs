//! A career ladder that anyone can climb and anyone can publish.
//!
//! The map of the modules is in `ARCHITECTURE.md`. Arrows point down only: pages, components, ui,
//! stores, browser; [`ladder`], [`plan`] and [`route`] are pure and know none of them.

pub mod app;
pub mod browser;
pub mod bundled;
pub mod chunk;
pub mod components;
pub mod messages;
pub mod pages;
#[cfg(feature = "ssr")]
pub mod prerender;
pub mod router;
pub mod stores;
pub mod ui;
