//! Every sentence of the interface, by feature: functions with typed arguments.

pub mod compare;
pub mod compare_markdown;
pub mod date;
pub mod ladder;
pub mod list;
pub mod matrix;
pub mod matrix_csv;
pub mod plan;
