//! Web Locks, which give each tab a slot of its own: <https://www.w3.org/TR/web-locks/>
//!
//! Without locks (browsers have none on plain `http:`), all tabs share the first slot. A save then
//! loads, merges and writes within one task, which no other tab of the same process can interrupt, and
//! a tab whose answers were overwritten learns it from the `storage` event and saves again.

use js_sys::{Function, Object, Promise, Reflect};
use leptos::prelude::window;
use plan::{AnswerRepository, TabSlot};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

/// More tabs than anyone opens; further tabs share the last slot.
const SLOTS: u32 = 64;

/// Claims the first free slot and holds it until the tab is closed.
pub async fn claim_slot(repository: &AnswerRepository) -> TabSlot {
    for slot in (0..SLOTS - 1).map(TabSlot) {
        // Never settled: the browser releases the lock when the tab is closed.
        let hold = || Promise::new(&mut |_, _| {}).into();
        match request(repository, slot, hold).await {
            Some(true) => return slot,
            Some(false) => {}
            None => return TabSlot(0),
        }
    }
    TabSlot(SLOTS - 1)
}

/// Calls `act` while holding `slot`, unless a tab has claimed it.
pub async fn with_free_slot(
    repository: &AnswerRepository,
    slot: TabSlot,
    act: impl FnOnce() + 'static,
) {
    let run = move || {
        act();
        JsValue::UNDEFINED
    };
    request(repository, slot, run).await;
}

/// Requests the lock of a slot without waiting for it. If it is free, calls `granted` and holds the
/// lock until the returned promise is settled. Returns whether it was free; `None` without locks.
async fn request(
    repository: &AnswerRepository,
    slot: TabSlot,
    granted: impl FnOnce() -> JsValue + 'static,
) -> Option<bool> {
    let (locks, request) = lock_manager()?;
    let name = format!("{}{}", repository.prefix(), slot.0);
    let options = Object::new();
    Reflect::set(&options, &"ifAvailable".into(), &JsValue::TRUE).ok()?;
    let mut granted = Some(granted);
    let answer = Promise::new(&mut |resolve, reject| {
        let Some(granted) = granted.take() else { return };
        let callback = Closure::once_into_js(move |lock: JsValue| {
            let is_free = !lock.is_null();
            let _ = resolve.call1(&JsValue::UNDEFINED, &is_free.into());
            if is_free { granted() } else { JsValue::UNDEFINED }
        });
        match request.call3(&locks, &name.as_str().into(), &options, &callback) {
            Ok(held) => {
                // Rejected, for example, by a browser that stores nothing for this site.
                let fail = Closure::once(move |_: JsValue| drop(reject.call0(&JsValue::UNDEFINED)));
                let _ = held.unchecked_into::<Promise>().catch(&fail);
                fail.forget();
            }
            Err(_) => drop(reject.call0(&JsValue::UNDEFINED)),
        }
    });
    JsFuture::from(answer).await.ok()?.as_bool()
}

/// `navigator.locks` and its `request` method; `web_sys` has no stable bindings for them.
fn lock_manager() -> Option<(JsValue, Function)> {
    let navigator = Reflect::get(&window(), &"navigator".into()).ok()?;
    let locks = Reflect::get(&navigator, &"locks".into()).ok()?;
    let request = Reflect::get(&locks, &"request".into()).ok()?.dyn_into().ok()?;
    Some((locks, request))
}
