//! A hold on an element, from the moment it is drawn.

use crate::signal::RwSignal;
use send_wrapper::SendWrapper;
use web_sys::Element;

/// Holds an element once it is drawn. Copied freely; reading it in an effect waits for the element.
#[derive(Clone, Copy)]
pub struct Reference(RwSignal<Option<SendWrapper<Element>>>);

impl Reference {
    /// Holds nothing yet.
    #[must_use]
    pub fn new() -> Self {
        Self(RwSignal::new(None))
    }

    pub(super) fn fill(self, element: Element) {
        self.0.set(Some(SendWrapper::new(element)));
    }

    /// Hands the element to `act`, where there is one; an effect that calls this waits for it.
    pub fn with(self, act: impl FnOnce(&Element)) {
        if let Some(element) = self.0.get() {
            act(&element);
        }
    }

    /// Hands the element to `act`, where there is one; there is none once what it was drawn with is gone.
    pub fn with_untracked(self, act: impl FnOnce(&Element)) {
        if let Some(element) = self.0.get_if_there().flatten() {
            act(&element);
        }
    }
}

impl Default for Reference {
    fn default() -> Self {
        Self::new()
    }
}
