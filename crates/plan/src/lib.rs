//! The visitor's plan: their answers, the gap between two roles, exports, the share link, and the
//! repository that stores answers without losing any. Pure: no browser, no clock, no files.

mod answer;
mod answers;
mod checksum;
mod clock;
mod date;
mod export;
mod gap;
mod import_diff;
mod journey;
mod orphans;
mod path;
mod record;
mod renames;
mod repository;
mod share;
mod store;

pub use answer::{AnswerKind, AnswerValue, CurrentRole, Rating};
pub use answers::{Answer, Answers};
pub use clock::{ClientId, LamportClock};
pub use date::Date;
pub use export::{Labels, calendar, csv, markdown};
pub use gap::{Gap, Progress, SkillProgress, TargetSkill};
pub use import_diff::{Difference, ImportDiff};
pub use journey::{Journey, OwnRating, RatedAs, Standing};
pub use orphans::{CarriedAnswer, Orphan};
pub use path::path;
pub use record::{Record, RecordError, SCHEMA};
pub use renames::Renames;
pub use repository::{AnswerRepository, DeletedAnswers, LoadedAnswers, SaveError, TabSlot};
pub use share::{LinkError, SharedRatings};
pub use store::{Store, StoreError};
