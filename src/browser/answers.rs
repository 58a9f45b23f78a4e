//! Where the visitor's answers are kept on their device, so that what was said to be saved is.
//!
//! The rules are in [`shelf`], over anything that is a [`Store`]; a property test drives them over
//! one that fails at every call, tears every write and serves two tabs at once.

mod copies;
mod file;
mod lanes;
mod local;
mod others;
mod shelf;
mod store;
mod tab;

pub use copies::Lane;
pub use file::read_chosen;
pub use lanes::{take_lane, when_free};
pub use local::Local;
pub use others::{Others, forget_others, others};
pub use shelf::{Forgotten, Found, NotSaved, Shelf};
pub use store::{Fault, Store};
pub use tab::{after_a_pause, on_change, on_leave, on_return, writer};
