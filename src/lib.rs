//! A career ladder that anyone can climb and anyone can publish.
//!
//! The map of the modules is in `ARCHITECTURE.md`. Arrows point down only: pages, components, ui,
//! state, browser; [`ladder`] and [`route`] are pure and know none of them.

pub mod ladder;
