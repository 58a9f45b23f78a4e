//! Limits the number of elements that a comparison renders at once. Longer lists are split into pages.

use ladder::DiffBudget;
use std::sync::{Arc, Mutex, PoisonError};

/// The most elements for the changes of skills and responsibilities together.
const MAX_ELEMENTS: usize = 800;

/// The smallest share of a list.
const MIN_SHARE: usize = 40;

/// Divides the elements among the lists of a comparison, in proportion to their size.
#[derive(Clone, Copy)]
pub struct ElementBudget {
    total: usize,
}

impl ElementBudget {
    /// A budget for lists that need `total` elements together.
    #[must_use]
    pub fn new(total: usize) -> Self {
        Self { total }
    }

    /// The elements that a list that needs `size` elements may render.
    #[must_use]
    pub fn share(self, size: usize) -> usize {
        if self.total <= MAX_ELEMENTS {
            size
        } else {
            (MAX_ELEMENTS * size / self.total).max(MIN_SHARE)
        }
    }
}

/// A [`DiffBudget`] shared by everything that is rendered at once.
#[derive(Clone)]
pub struct SharedDiffBudget(Arc<Mutex<DiffBudget>>);

impl SharedDiffBudget {
    /// A new budget for one page.
    #[must_use]
    pub fn for_page() -> Self {
        Self(Arc::new(Mutex::new(DiffBudget::for_page())))
    }

    /// Calls `spend` with the budget.
    pub fn with<T>(&self, spend: impl FnOnce(&mut DiffBudget) -> T) -> T {
        spend(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }

    /// Returns this budget on the first call and a new one on each later call, for the pages of a
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
    use super::{ElementBudget, MAX_ELEMENTS, MIN_SHARE};

    #[test]
    fn lists_over_the_limit_share_it_in_proportion_to_their_size() {
        assert_eq!(ElementBudget::new(MAX_ELEMENTS).share(MAX_ELEMENTS - 1), MAX_ELEMENTS - 1);
        let many = ElementBudget::new(10 * MAX_ELEMENTS);
        assert_eq!(many.share(5 * MAX_ELEMENTS), MAX_ELEMENTS / 2);
        assert_eq!(many.share(3), MIN_SHARE);
    }
}
