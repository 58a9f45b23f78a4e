//! Waiting: a condition is asked again and again, never a fixed time slept.

use std::time::{Duration, Instant};

/// How long a page may take for anything. Generous: machines that test are often busy.
pub(crate) const PATIENCE: Duration = Duration::from_secs(30);

/// Asks until there is an answer. `None` when patience ends.
pub(crate) async fn for_answer<T>(mut ask: impl AsyncFnMut() -> Option<T>) -> Option<T> {
    let end = Instant::now() + PATIENCE;
    loop {
        if let Some(answer) = ask().await {
            return Some(answer);
        }
        if Instant::now() > end {
            return None;
        }
        tokio::time::sleep(Duration::from_millis(25)).await;
    }
}
