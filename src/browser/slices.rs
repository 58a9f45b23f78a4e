//! Long work done in slices, so that the page answers in between.

use leptos::prelude::*;
use std::cell::RefCell;
use std::rc::Rc;
use std::time::Duration;

/// Thousandths of a second that a slice may take. Browsers put four more between two slices: shorter
/// ones would make the whole a third longer, and a hand notices a wait only from a tenth on.
const SLICE: f64 = 40.0;

/// Calls `step` again and again until it says that nothing is left, at once and then with room in between
/// for whatever the visitor does.
pub fn run(step: impl FnMut() -> bool + 'static) {
    slice(Rc::new(RefCell::new(step)));
}

fn slice(step: Rc<RefCell<dyn FnMut() -> bool>>) {
    let until = js_sys::Date::now() + SLICE;
    while (step.borrow_mut())() {
        if js_sys::Date::now() >= until {
            return set_timeout(move || slice(step), Duration::ZERO);
        }
    }
}
