//! Where in a grid one was, found again on the way back.

use std::cell::RefCell;

/// How far a grid was scrolled, down and on, and the row and column that the keys were on.
pub type Place = ((f64, f64), (usize, usize));

thread_local! {
    /// The places of this visit, each by its address.
    static PLACES: RefCell<Vec<(String, Place)>> = const { RefCell::new(Vec::new()) };
}

/// Keeps the place in the grid of the page that is shown.
pub fn keep(place: Place) {
    let address = super::navigation::address();
    PLACES.with_borrow_mut(|places| match places.iter_mut().find(|(at, _)| *at == address) {
        Some((_, known)) => *known = place,
        None => places.push((address, place)),
    });
}

/// The place where one was, where one has come back to the page that is shown. A new entry of the
/// history begins at the top, whatever its address is.
#[must_use]
pub fn found() -> Option<Place> {
    let state = super::window()?.history().ok()?.state().ok()?;
    if state.is_null() || state.is_undefined() {
        return None;
    }
    let address = super::navigation::address();
    PLACES
        .with_borrow(|places| places.iter().find(|(at, _)| *at == address).map(|(_, place)| *place))
}
