//! How much of a comparison is shown at once, so that the number of elements on the page is limited.
//! Long lists are split into pages.

use ladder::DiffBudget;
use std::sync::{Arc, Mutex, PoisonError};

/// The most elements for the changes of skills and responsibilities together.
const MAX_ELEMENTS: usize = 800;

/// The least share of a list.
const MIN_SHARE: usize = 40;

/// The elements for all lists of a comparison, shared in proportion to their size.
#[derive(Clone, Copy)]
pub struct ElementBudget {
    wanted: usize,
}

impl ElementBudget {
    /// For lists that need `wanted` elements in total.
    #[must_use]
    pub fn new(wanted: usize) -> Self {
        Self { wanted }
    }

    /// The elements for a list that needs `wanted` elements.
    #[must_use]
    pub fn share(self, wanted: usize) -> usize {
        if self.wanted <= MAX_ELEMENTS {
            wanted
        } else {
            (MAX_ELEMENTS * wanted / self.wanted).max(MIN_SHARE)
        }
    }
}

/// A [`DiffBudget`] shared by everything that is rendered at once.
#[derive(Clone)]
pub struct SharedDiffBudget(Arc<Mutex<DiffBudget>>);

impl SharedDiffBudget {
    /// The budget of a page.
    #[must_use]
    pub fn for_page() -> Self {
        Self(Arc::new(Mutex::new(DiffBudget::for_page())))
    }

    /// Calls `on` with the budget.
    pub fn spend<T>(&self, on: impl FnOnce(&mut DiffBudget) -> T) -> T {
        on(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }

    /// Returns this budget on the first call and a new one on each call after that, for pages of a
    /// list that are opened later.
    pub fn then_new(self) -> impl Fn() -> Self {
        let first = Mutex::new(Some(self));
        move || {
            let first = first.lock().unwrap_or_else(PoisonError::into_inner).take();
            first.unwrap_or_else(Self::for_page)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::ElementBudget;
    use super::MAX_ELEMENTS;
    use super::MIN_SHARE;

    #[test]
    fn lists_that_do_not_fit_are_shortened_in_proportion() {
        assert_eq!(ElementBudget::new(MAX_ELEMENTS).share(MAX_ELEMENTS - 1), MAX_ELEMENTS - 1);
        let many = ElementBudget::new(10 * MAX_ELEMENTS);
        assert_eq!(many.share(5 * MAX_ELEMENTS), MAX_ELEMENTS / 2);
        assert_eq!(many.share(3), MIN_SHARE);
    }
}
