//! Parts of the program that come when they are first needed, so that the first view is small.
//!
//! With the feature `split`, a release is taken apart at the functions that [`part!`] declares
//! (`xtask/src/after_build/parts.rs`); without it, everything is one program and each part is there.

use crate::browser::later::later;
use crate::browser::start;
use crate::markup::{Markup, view};
use crate::signal::RwSignal;
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
    when_there_or(load, || Markup::Nothing, draw)
}

/// The same, with something to be seen until the part has come.
pub fn when_there_or(
    load: impl Fn() -> Coming,
    meanwhile: impl Fn() -> Markup + 'static,
    draw: impl Fn() -> Markup + 'static,
) -> Markup {
    wait(load(), Box::new(meanwhile), Box::new(draw))
}

type Drawing = Box<dyn Fn() -> Markup>;

fn wait(mut coming: Coming, meanwhile: Drawing, draw: Drawing) -> Markup {
    if is_there(&mut coming) {
        return draw();
    }
    let came = RwSignal::new(None);
    later(async move { came.set(Some(coming.await.is_ok())) });
    Markup::Changing(Box::new(move || match came.get() {
        None => meanwhile(),
        Some(true) => draw(),
        Some(false) => view! {
            <p role="alert">"A part of this page did not arrive. Reload to try again."</p>
        },
    }))
}

/// Both of two parts, which come at the same time: one alone is asked for only once it is waited for.
#[must_use]
pub fn together(first: Coming, second: Coming) -> Coming {
    let (first, second) = (begun(first), begun(second));
    Box::pin(async {
        first.await?;
        second.await
    })
}

/// The same part, asked for now.
fn begun(mut coming: Coming) -> Coming {
    let mut context = Context::from_waker(Waker::noop());
    match coming.as_mut().poll(&mut context) {
        Poll::Ready(outcome) => Box::pin(std::future::ready(outcome)),
        Poll::Pending => coming,
    }
}

/// Whether a part is there already.
pub fn is_there(coming: &mut Coming) -> bool {
    let mut context = Context::from_waker(Waker::noop());
    matches!(coming.as_mut().poll(&mut context), Poll::Ready(Ok(())))
}

/// Runs what a function of a part does, at once where the part is there, else once it has come. Where
/// it does not come, the page says so and is as it was.
pub fn act(acting: impl Future<Output = Result<(), NotLoaded>> + 'static) {
    let mut acting: Coming = Box::pin(acting);
    let mut context = Context::from_waker(Waker::noop());
    match acting.as_mut().poll(&mut context) {
        Poll::Ready(Ok(())) => {}
        Poll::Ready(Err(_)) => start::say_what_is_missing(),
        Poll::Pending => later(async move {
            if acting.await.is_err() {
                start::say_what_is_missing();
            }
        }),
    }
}

/// Declares `async fn name(…)` in the part `module`, for [`drawn`] and [`act`], and `async fn load()`
/// where that is asked for, which makes sure that the part is there. A module can have several of
/// these; they come together.
macro_rules! part {
    ($module:ident, $load:ident, fn $name:ident($($argument:ident: $type:ty),* $(,)?) -> $given:ty $body:block) => {
        #[cfg(feature = "split")]
        #[leptos::wasm_split::wasm_split(
            $module,
            wasm_split_path = leptos::wasm_split,
            fallible,
            preload($load)
        )]
        pub(super) fn $name($($argument: $type),*) -> Result<$given, crate::part::NotLoaded> {
            Ok($body)
        }

        #[cfg(not(feature = "split"))]
        #[allow(clippy::unused_async)] // as it is where parts are split off
        async fn $load() -> Result<(), crate::part::NotLoaded> {
            Ok(())
        }

        crate::part::part!(@whole fn $name($($argument: $type),*) -> $given $body);
    };
    ($module:ident, fn $name:ident($($argument:ident: $type:ty),* $(,)?) -> $given:ty $body:block) => {
        #[cfg(feature = "split")]
        #[leptos::wasm_split::wasm_split(
            $module,
            wasm_split_path = leptos::wasm_split,
            fallible
        )]
        pub(super) fn $name($($argument: $type),*) -> Result<$given, crate::part::NotLoaded> {
            Ok($body)
        }

        crate::part::part!(@whole fn $name($($argument: $type),*) -> $given $body);
    };
    (@whole fn $name:ident($($argument:ident: $type:ty),*) -> $given:ty $body:block) => {
        #[cfg(not(feature = "split"))]
        #[allow(clippy::unused_async)] // as it is where parts are split off
        pub(super) async fn $name($($argument: $type),*) -> Result<$given, crate::part::NotLoaded> {
            Ok($body)
        }
    };
}
pub(crate) use part;
