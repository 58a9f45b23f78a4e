//! Search.

use super::count;

/// How many results there are. Before anything is typed, what can be searched.
#[must_use]
pub fn search_status(query: &str, results: usize) -> String {
    match results {
        _ if query.trim().is_empty() => "Search everything on this ladder.".to_owned(),
        0 => "No results. Try a different or shorter search.".to_owned(),
        results => count(results, "result", "results"),
    }
}
