//! A career ladder that anyone can climb and anyone can publish.
//!
//! `ARCHITECTURE.md` describes the modules. Dependencies point down only: pages, components, ui, stores,
//! browser. The crates [`ladder`] and [`plan`] are pure and depend on none of them.

pub mod app;
pub mod browser;
pub mod chunk;
pub mod components;
pub mod messages;
pub mod pages;
#[cfg(feature = "ssr")]
pub mod prerender;
pub mod router;
pub mod stores;
pub mod ui;
