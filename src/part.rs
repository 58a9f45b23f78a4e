//! Parts of the program that come when they are first needed, so that the first view is small.
//!
//! With the feature `split`, a release is taken apart at the functions that [`part!`] declares
//! (`xtask/src/after_build/split.rs`); without it, everything is one program and each part is there.

use crate::browser::later::later;
use crate::markup::{Markup, view};
use leptos::prelude::*;
pub use leptos::wasm_split::SplitLoaderError as NotLoaded;
use std::future::Future;
use std::pin::{Pin, pin};
use std::task::{Context, Poll, Waker};

/// A part on its way; it fails where the network does, and may be asked for again.
pub type Coming = Pin<Box<dyn Future<Output = Result<(), NotLoaded>>>>;

/// Draws with a function of a part that is there; nothing where it is not.
pub fn drawn(drawing: impl Future<Output = Result<Markup, NotLoaded>>) -> Markup {
    let mut context = Context::from_waker(Waker::noop());
    match pin!(drawing).poll(&mut context) {
        Poll::Ready(Ok(markup)) => markup,
        Poll::Ready(Err(_)) | Poll::Pending => Markup::Nothing,
    }
}

/// Draws once a part has come, at once where it is there; says so where it does not come.
pub fn when_there(load: impl Fn() -> Coming, draw: impl Fn() -> Markup + 'static) -> Markup {
    let mut coming = load();
    if is_there(&mut coming) {
        return draw();
    }
    let came = RwSignal::new(None);
    later(async move { came.set(Some(coming.await.is_ok())) });
    Markup::Changing(Box::new(move || match came.get() {
        None => Markup::Nothing,
        Some(true) => draw(),
        Some(false) => view! {
            <p role="alert">"A part of this page did not arrive. Reload the page to try again."</p>
        },
    }))
}

/// Whether a part is there already.
pub fn is_there(coming: &mut Coming) -> bool {
    let mut context = Context::from_waker(Waker::noop());
    matches!(coming.as_mut().poll(&mut context), Poll::Ready(Ok(())))
}

/// Declares `async fn draw(…)` in the part `module`, for [`drawn`], and `async fn load()`, which
/// makes sure that the part is there. A module can have several of these; they come together.
macro_rules! part {
    ($module:ident, $load:ident, fn $draw:ident($($argument:ident: $type:ty),* $(,)?) $body:block) => {
        #[cfg(feature = "split")]
        #[leptos::wasm_split::wasm_split(
            $module,
            wasm_split_path = leptos::wasm_split,
            fallible,
            preload($load)
        )]
        pub(super) fn $draw($($argument: $type),*) -> Result<crate::markup::Markup, crate::part::NotLoaded> {
            Ok($body)
        }

        #[cfg(not(feature = "split"))]
        #[allow(clippy::unused_async)] // as it is where parts are split off
        pub(super) async fn $draw($($argument: $type),*) -> Result<crate::markup::Markup, crate::part::NotLoaded> {
            Ok($body)
        }

        #[cfg(not(feature = "split"))]
        #[allow(clippy::unused_async)] // as it is where parts are split off
        async fn $load() -> Result<(), crate::part::NotLoaded> {
            Ok(())
        }
    };
}
pub(crate) use part;
