//! State shared by all pages: the open ladder, recent ladders and the visitor's answers.

pub mod answers;
mod answers_chunk;
mod journey;
mod ladder;
mod open_ladder;
pub mod recents;
mod site_data;

pub use answers::{AnswerStore, SaveState, use_answers};
pub use answers_chunk::load_chunk as load_answers_chunk;
pub use journey::{JourneyStore, use_journey};
pub use ladder::{LadderStore, LoadError, LoadRequest, LoaderState, load_chunk, use_ladder_store};
pub use open_ladder::{OpenLadder, Provenance, SharedLadder};
pub use site_data::SiteData;
