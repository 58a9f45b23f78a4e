//! Asks an address for its document.

use crate::arrival::{Arrival, gather};
use crate::scope::scope;
use gloo_net::http::{Request, Response};
use js_sys::Promise;
use reader::{Failure, MOST_SECONDS, is_mixed};
use std::cell::Cell;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    AbortController, AbortSignal, ReferrerPolicy, RequestCache, RequestCredentials, RequestMode,
};

/// Fetches a document, without credentials and without saying from where.
pub async fn fetch(address: &str) -> Result<Arrival, Failure> {
    let deadline = Deadline::begin();
    let forbidden = Forbidden::listen();
    let outcome = arrive(address, deadline.signal()).await;
    if matches!(outcome, Err(Failure::Unreachable)) {
        // What kept it away may be told a moment after the request has failed.
        pause(NOTICE).await;
    }
    match outcome {
        Err(_) if deadline.has_passed() => Err(Failure::TooSlow),
        Err(Failure::Unreachable) if forbidden.was_met() => Err(Failure::NotAllowed),
        Err(Failure::Unreachable) if is_mixed(&scope().location().protocol(), address) => {
            Err(Failure::NotSecure)
        }
        Err(Failure::Unreachable) if !scope().navigator().on_line() => Err(Failure::Offline),
        outcome => outcome,
    }
}

/// Thousandths of a second within which a browser tells that a policy was met.
const NOTICE: i32 = 50;

async fn pause(milliseconds: i32) {
    let pause = Promise::new(&mut |then, _| {
        let _ = scope().set_timeout_with_callback_and_timeout_and_arguments_0(&then, milliseconds);
    });
    // It is only ever fulfilled.
    let _ = JsFuture::from(pause).await;
}

async fn arrive(address: &str, signal: Option<&AbortSignal>) -> Result<Arrival, Failure> {
    let own = address.starts_with(&format!("{}/", scope().location().origin()));
    // A host of one's own cannot hand over to another one unseen.
    let mode = if own { RequestMode::SameOrigin } else { RequestMode::Cors };
    let response = Request::get(address)
        .mode(mode)
        .credentials(RequestCredentials::Omit)
        .referrer_policy(ReferrerPolicy::NoReferrer)
        .cache(RequestCache::NoCache)
        .abort_signal(signal)
        .send()
        .await
        .map_err(|_| Failure::Unreachable)?;
    if !response.ok() {
        return Err(Failure::Status(response.status()));
    }
    let answered = response.url();
    let (text, beginning) = match response.body() {
        Some(body) => gather(body, length(&response)).await?,
        None => Default::default(),
    };
    let answered = (answered != address && !answered.is_empty()).then_some(answered);
    Ok(Arrival { text, beginning, answered })
}

/// How many bytes will come, where the host says so of the text itself and not of a compressed form.
fn length(response: &Response) -> Option<u32> {
    let headers = response.headers();
    let plain = headers.get("content-encoding").is_none();
    headers.get("content-length").filter(|_| plain)?.parse().ok()
}

/// Ends a request that takes too long.
struct Deadline {
    signal: Option<AbortSignal>,
    timer: Option<i32>,
    _abort: Closure<dyn FnMut()>,
}

impl Deadline {
    fn begin() -> Self {
        let controller = AbortController::new().ok();
        let signal = controller.as_ref().map(AbortController::signal);
        let abort = Closure::new(move || controller.iter().for_each(AbortController::abort));
        let milliseconds = MOST_SECONDS as i32 * 1_000;
        let timer = scope().set_timeout_with_callback_and_timeout_and_arguments_0(
            abort.as_ref().unchecked_ref(),
            milliseconds,
        );
        Self { signal, timer: timer.ok(), _abort: abort }
    }

    fn signal(&self) -> Option<&AbortSignal> {
        self.signal.as_ref()
    }

    fn has_passed(&self) -> bool {
        self.signal.as_ref().is_some_and(AbortSignal::aborted)
    }
}

impl Drop for Deadline {
    fn drop(&mut self) {
        self.timer.into_iter().for_each(|timer| scope().clear_timeout_with_handle(timer));
    }
}

/// Takes notice where this site's policy forbids a request, which the request itself does not say.
struct Forbidden {
    met: Rc<Cell<bool>>,
    notice: Closure<dyn FnMut()>,
}

const VIOLATION: &str = "securitypolicyviolation";

impl Forbidden {
    fn listen() -> Self {
        let met = Rc::new(Cell::new(false));
        let of_closure = Rc::clone(&met);
        let notice = Closure::new(move || of_closure.set(true));
        let callback = notice.as_ref().unchecked_ref();
        let _ = scope().add_event_listener_with_callback(VIOLATION, callback);
        Self { met, notice }
    }

    fn was_met(&self) -> bool {
        self.met.get()
    }
}

impl Drop for Forbidden {
    fn drop(&mut self) {
        let callback = self.notice.as_ref().unchecked_ref();
        let _ = scope().remove_event_listener_with_callback(VIOLATION, callback);
    }
}
