//! State that pages share: the open ladder, and the visitor's answers.

pub mod answers;
mod open_ladder;

pub use answers::{AnswerStore, SaveState, use_answers};
pub use open_ladder::{OpenLadder, Provenance, SharedLadder};
