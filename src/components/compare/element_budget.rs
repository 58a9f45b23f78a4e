//! How much of a comparison is shown at once: a page holds so many elements, whatever two roles ask
//! for. What has no room is turned to, page by page.

use ladder::Budget;
use std::sync::{Arc, Mutex, PoisonError};

/// The elements that the changes of skills and responsibilities may take together.
const ROOM: usize = 800;

/// The least that a list is given, however little of the whole it is.
const LEAST: usize = 40;

/// The room for all lists of a comparison, shared out by how much each would take.
#[derive(Clone, Copy)]
pub struct Room {
    wanted: usize,
}

impl Room {
    /// For lists that would take so many elements in all.
    #[must_use]
    pub fn for_all(wanted: usize) -> Self {
        Self { wanted }
    }

    /// The share of a list that would take so many.
    #[must_use]
    pub fn share(self, wanted: usize) -> usize {
        if self.wanted <= ROOM { wanted } else { (ROOM * wanted / self.wanted).max(LEAST) }
    }
}

/// What may be spent on comparing texts word by word, by all that is drawn at once.
#[derive(Clone)]
pub struct Purse(Arc<Mutex<Budget>>);

impl Purse {
    /// Enough for a page.
    #[must_use]
    pub fn of_a_page() -> Self {
        Self(Arc::new(Mutex::new(Budget::of_a_page())))
    }

    /// Spends from it.
    pub fn spend<T>(&self, on: impl FnOnce(&mut Budget) -> T) -> T {
        on(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }

    /// Gives this purse out once, and a full one each time after that: what is turned to later may
    /// cost as much as a page.
    pub fn then_full_ones(self) -> impl Fn() -> Self {
        let first = Mutex::new(Some(self));
        move || {
            let first = first.lock().unwrap_or_else(PoisonError::into_inner).take();
            first.unwrap_or_else(Self::of_a_page)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::LEAST;
    use super::ROOM;
    use super::Room;

    #[test]
    fn lists_that_fit_are_whole_and_others_share_what_there_is() {
        assert_eq!(Room::for_all(ROOM).share(ROOM - 1), ROOM - 1);
        let many = Room::for_all(10 * ROOM);
        assert_eq!(many.share(5 * ROOM), ROOM / 2);
        assert_eq!(many.share(3), LEAST);
    }
}
