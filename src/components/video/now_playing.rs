//! One video at a time: starting one stops the one before it.

use leptos::prelude::*;
use std::sync::{Mutex, PoisonError};

/// Whether a player is shown; `None` before it was first started.
type Playing = RwSignal<Option<bool>>;

/// The video that is playing.
static CURRENT: Mutex<Option<Playing>> = Mutex::new(None);

/// Makes `video` the only one and stops the one before it.
pub fn stop_others(video: Playing) {
    let before = replace(Some(video));
    if let Some(before) = before.filter(|before| *before != video) {
        // It may have left with its page.
        before.try_set(Some(false));
    }
}

/// Stops `video`.
pub fn stop(video: Playing) {
    replace(None);
    video.set(Some(false));
}

/// Whether no video is playing.
pub fn is_none() -> bool {
    CURRENT.lock().unwrap_or_else(PoisonError::into_inner).is_none()
}

fn replace(video: Option<Playing>) -> Option<Playing> {
    std::mem::replace(&mut *CURRENT.lock().unwrap_or_else(PoisonError::into_inner), video)
}
