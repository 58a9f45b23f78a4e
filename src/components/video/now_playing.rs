//! One video at a time: starting one stops the one before it.

use leptos::prelude::*;

/// Whether a video's player is shown; `None` before it was first started.
type Playing = RwSignal<Option<bool>>;

/// The video that is playing, if one is.
#[derive(Clone, Copy)]
pub struct NowPlaying(StoredValue<Option<Playing>>);

impl NowPlaying {
    /// Provides it as context. No video is playing.
    pub fn provide() {
        provide_context(Self(StoredValue::new(None)));
    }

    /// Starts `video` and stops the one before it.
    pub fn start(self, video: Playing) {
        let before = self.0.try_update_value(|current| current.replace(video)).flatten();
        if let Some(before) = before.filter(|before| *before != video) {
            // It may have left with its page.
            before.try_set(Some(false));
        }
        video.set(Some(true));
    }

    /// Stops `video`.
    pub fn stop(self, video: Playing) {
        self.0.set_value(None);
        video.set(Some(false));
    }

    /// Whether no video is playing.
    #[must_use]
    pub fn is_none(self) -> bool {
        self.0.with_value(Option::is_none)
    }
}
