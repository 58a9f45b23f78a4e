//! When the window changes its size, or how large things are drawn in it.

use super::listen::listen_anywhere;
use crate::signal::RwSignal;

/// Calls `act` with each change of the window's size, until the owner that called this is gone.
pub fn on_resize(act: impl Fn() + 'static) {
    listen_anywhere("resize", move |_| act());
}

/// Whether the window is as narrow as a phone, where tables become lists; follows the window once
/// [`Narrow::follow`] was called.
#[derive(Clone, Copy)]
pub struct Narrow(RwSignal<bool>);

impl Narrow {
    /// Not narrow, until it is followed.
    #[must_use]
    pub fn new() -> Self {
        Self(RwSignal::new(false))
    }

    /// Looks at the window now and with each change of its size. `width` is the greatest width that
    /// counts as narrow, as the style sheets have it: `46rem`.
    pub fn follow(self, width: &'static str) {
        let look = move || {
            let query = format!("(max-width: {width})");
            let query = super::window().and_then(|window| window.match_media(&query).ok()?);
            let is_narrow = query.is_some_and(|query| query.matches());
            if self.0.get_untracked() != is_narrow {
                self.0.set(is_narrow);
            }
        };
        look();
        on_resize(look);
    }

    /// Whether it is narrow.
    #[must_use]
    pub fn get(self) -> bool {
        self.0.get()
    }
}

impl Default for Narrow {
    fn default() -> Self {
        Self::new()
    }
}
