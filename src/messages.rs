//! The sentences of the interface, by feature, as functions with typed arguments.

pub mod compare;
pub mod compare_markdown;
pub mod date;
pub mod failures;
pub mod ladder;
pub mod list;
pub mod matrix;
pub mod matrix_csv;
pub mod not_found;
pub mod open;
pub mod plan;
pub mod resource;
pub mod role;
pub mod search;
pub mod skill;

/// "1 role", "4 roles".
#[must_use]
pub fn count(n: usize, one: &str, many: &str) -> String {
    format!("{n} {}", if n == 1 { one } else { many })
}
