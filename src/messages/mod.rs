//! The sentences and words of the interface, by feature. Functions take typed arguments and return
//! text; nothing here knows the page or the browser.

pub mod compare;
pub mod compare_markdown;
pub mod date;
pub mod ladder;
pub mod list;
pub mod matrix;
pub mod matrix_csv;
