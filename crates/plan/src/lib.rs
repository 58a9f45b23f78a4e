//! The visitor's plan, pure: what they answered, what is left between two roles, and the files and
//! links that carry it elsewhere. Knows the ladder, and neither the page nor the browser.

mod answers;
mod beside;
mod calendar;
mod date;
mod gap;
mod json;
mod learn;
mod markdown;
mod record;
mod said;
mod share;
mod sheet;
mod stamp;
mod way;
mod words;

pub use answers::{Answer, Answers};
pub use beside::{Beside, Difference};
pub use calendar::calendar;
pub use date::Date;
pub use gap::{Gap, Gone, Progress, Wanted};
pub use json::Json;
pub use learn::to_learn;
pub use markdown::markdown;
pub use record::{Record, SCHEMA, Unreadable};
pub use said::{About, Rating, Said};
pub use share::{BadLink, SharedRatings};
pub use sheet::csv;
pub use stamp::{Stamp, Writer};
pub use way::way;
pub use words::{asked_in_words, choices, rating_name, said_in_words, way_in_words};
