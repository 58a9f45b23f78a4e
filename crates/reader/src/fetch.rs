//! Fetches a document from an address.

use crate::body::{Body, read_stream};
use crate::scope::scope;
use gloo_net::http::{Request, Response};
use gloo_timers::future::TimeoutFuture;
use reader::{FETCH_TIMEOUT_MS, Failure, is_mixed_content};
use std::cell::Cell;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{AbortSignal, ReferrerPolicy, RequestCache, RequestCredentials, RequestMode};

/// Fetches a document, without credentials or referrer.
pub async fn fetch(url: &str) -> Result<Body, Failure> {
    /// Browsers may report a policy violation after the request has failed.
    const VIOLATION_DELAY_MS: u32 = 50;
    let timeout = AbortSignal::timeout_with_u32(FETCH_TIMEOUT_MS);
    let violations = ViolationListener::new();
    let outcome = request(url, &timeout).await;
    if matches!(outcome, Err(Failure::Unreachable)) {
        TimeoutFuture::new(VIOLATION_DELAY_MS).await;
    }
    match outcome {
        Err(_) if timeout.aborted() => Err(Failure::TooSlow),
        Err(Failure::Unreachable) if violations.any() => Err(Failure::NotAllowed),
        Err(Failure::Unreachable) if is_mixed_content(&scope().location().protocol(), url) => {
            Err(Failure::NotSecure)
        }
        Err(Failure::Unreachable) if !scope().navigator().on_line() => Err(Failure::Offline),
        outcome => outcome,
    }
}

async fn request(url: &str, timeout: &AbortSignal) -> Result<Body, Failure> {
    let is_same_origin = url.starts_with(&format!("{}/", scope().location().origin()));
    // `SameOrigin` refuses a redirect to another host, which the visitor has not confirmed.
    let mode = if is_same_origin { RequestMode::SameOrigin } else { RequestMode::Cors };
    let response = Request::get(url)
        .mode(mode)
        .credentials(RequestCredentials::Omit)
        .referrer_policy(ReferrerPolicy::NoReferrer)
        .cache(RequestCache::NoCache)
        .abort_signal(Some(timeout))
        .send()
        .await
        .map_err(|_| Failure::Unreachable)?;
    if !response.ok() {
        return Err(Failure::Status(response.status()));
    }
    let final_url = response.url();
    let (text, beginning) = match response.body() {
        Some(body) => read_stream(body, content_length(&response)).await?,
        None => Default::default(),
    };
    let redirected_to = (final_url != url && !final_url.is_empty()).then_some(final_url);
    Ok(Body { text, beginning, redirected_to })
}

/// The length in bytes, if the server announces that of the text and not of a compressed form.
fn content_length(response: &Response) -> Option<u32> {
    let headers = response.headers();
    let is_plain = headers.get("content-encoding").is_none();
    headers.get("content-length").filter(|_| is_plain)?.parse().ok()
}

/// Notices requests that the site's own content security policy blocks; the request itself does not say.
struct ViolationListener {
    seen: Rc<Cell<bool>>,
    callback: Closure<dyn FnMut()>,
}

const VIOLATION: &str = "securitypolicyviolation";

impl ViolationListener {
    fn new() -> Self {
        let seen = Rc::new(Cell::new(false));
        let callback = {
            let seen = Rc::clone(&seen);
            Closure::new(move || seen.set(true))
        };
        let function = callback.as_ref().unchecked_ref();
        let _ = scope().add_event_listener_with_callback(VIOLATION, function);
        Self { seen, callback }
    }

    fn any(&self) -> bool {
        self.seen.get()
    }
}

impl Drop for ViolationListener {
    fn drop(&mut self) {
        let function = self.callback.as_ref().unchecked_ref();
        let _ = scope().remove_event_listener_with_callback(VIOLATION, function);
    }
}
