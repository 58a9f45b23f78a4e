//! A lane for each tab, held by a Web Lock for as long as the tab lives.
//! <https://www.w3.org/TR/web-locks/>
//!
//! Where there are no locks (over plain `http:`, browsers give none), all tabs share the first lane.
//! There a save reads, merges and writes within one task, which no other tab of the same process can
//! break into; and a tab that hears from the `storage` event that its own was written over writes again.

use super::copies::Lane;
use super::shelf::Shelf;
use js_sys::{Function, Object, Promise, Reflect};
use std::rc::Rc;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};

/// More tabs of one ladder than anyone opens; what is beyond shares the last lane.
const LANES: u32 = 64;

/// Takes the first lane that no other tab has, holds it until the tab is gone, and tells it.
pub fn take_lane(shelf: &Shelf, told: impl Fn(Lane) + 'static) {
    take_from(shelf.prefix().into(), 0, Rc::new(told));
}

fn take_from(prefix: Rc<str>, lane: u32, told: Rc<dyn Fn(Lane)>) {
    if lane + 1 == LANES {
        return told(Lane(lane));
    }
    let (next, tell) = (prefix.clone(), told.clone());
    let refused = told.clone();
    let asked = ask(&prefix, Lane(lane), move |is_free| {
        if is_free {
            tell(Lane(lane));
            // Never settled: the browser gives the lock back when the tab is gone.
            return Promise::new(&mut |_, _| {}).into();
        }
        take_from(next.clone(), lane + 1, tell.clone());
        JsValue::UNDEFINED
    });
    match asked {
        // Refused later: by a browser that keeps nothing for this page.
        Some(held) => if_refused(&held, move || refused(Lane(0))),
        None => told(Lane(0)),
    }
}

/// Calls `act` while it holds `lane`, if no living tab does.
pub fn when_free(shelf: &Shelf, lane: Lane, act: impl Fn() + 'static) {
    let asked = ask(shelf.prefix(), lane, move |is_free| {
        if is_free {
            act();
        }
        JsValue::UNDEFINED
    });
    asked.into_iter().for_each(|held| if_refused(&held, || {}));
}

/// Asks for a lane's lock without waiting for it, and calls `answered` with whether it was free; it is
/// held until the promise that `answered` gives is settled. None where the browser has no locks.
fn ask(prefix: &str, lane: Lane, answered: impl Fn(bool) -> JsValue + 'static) -> Option<Promise> {
    let (locks, request) = locks()?;
    let options = Object::new();
    let _ = Reflect::set(&options, &"ifAvailable".into(), &JsValue::TRUE);
    let answered: Box<dyn Fn(JsValue) -> JsValue> =
        Box::new(move |lock: JsValue| answered(!lock.is_null()));
    let name = format!("{prefix}{}", lane.0);
    let callback = Closure::wrap(answered).into_js_value();
    request.call3(&locks, &name.into(), &options, &callback).ok()?.dyn_into().ok()
}

/// Calls `act` where the browser refuses the lock after all.
fn if_refused(held: &Promise, act: impl FnOnce() + 'static) {
    let refused = Closure::once(move |_: JsValue| act());
    let _ = held.catch(&refused);
    // The browser keeps it for as long as the lock may be asked for.
    refused.forget();
}

/// `navigator.locks` and its `request`; bindings to them are not stable yet.
fn locks() -> Option<(JsValue, Function)> {
    let window = crate::browser::window()?;
    let navigator = Reflect::get(&window, &"navigator".into()).ok()?;
    let locks = Reflect::get(&navigator, &"locks".into()).ok()?;
    let request = Reflect::get(&locks, &"request".into()).ok()?.dyn_into().ok()?;
    Some((locks, request))
}
