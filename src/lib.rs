//! A career ladder that anyone can climb and anyone can publish.
//!
//! `ARCHITECTURE.md` describes the modules. Pages use components, components use `ui` and `stores`, never the
//! other way round. The crates [`ladder`] and [`plan`] are pure and depend on none of them.

pub mod app;
pub mod browser;
pub mod chunk;
mod components;
pub mod messages;
pub mod pages;
#[cfg(feature = "ssr")]
pub mod prerender;
pub mod router;
pub mod stores;
mod subscription;
mod ui;
