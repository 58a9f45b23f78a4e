//! Chunks: parts of the program that are loaded when they are first needed.
//!
//! With `--cfg split`, a release (xtask/src/build/chunks.rs) is split at the functions declared with [`lazy_chunk!`].
//! Without it the program is one file, and every chunk counts as loaded.

use crate::browser::start;
use leptos::prelude::*;
use leptos::task::spawn_local;
pub use leptos::wasm_split::SplitLoaderError as ChunkLoadError;
use std::future::Future;
use std::pin::{Pin, pin};
use std::task::{Context, Poll, Waker};

/// A chunk that is being loaded. Fails if the network does; load it again to retry.
pub type LoadFuture = Pin<Box<dyn Future<Output = Result<(), ChunkLoadError>>>>;

/// Renders with a function of a chunk that is loaded; renders nothing if it is not. Each function counts as loaded
/// once its own `load` has finished, even if other functions of the chunk were used before.
pub fn render_loaded(rendering: impl Future<Output = Result<AnyView, ChunkLoadError>>) -> AnyView {
    match poll_once(pin!(rendering)) {
        Poll::Ready(Ok(view)) => view,
        Poll::Ready(Err(_)) | Poll::Pending => ().into_any(),
    }
}

/// Renders `view` as soon as the chunk is loaded, or a message if loading fails.
pub fn lazy(load: LoadFuture, view: impl Into<ViewFn>) -> AnyView {
    lazy_with_fallback(load, || (), view)
}

/// Renders `fallback` until the chunk is loaded, then `view`, or a message if loading fails.
pub fn lazy_with_fallback(
    load: LoadFuture,
    fallback: impl Into<ViewFn>,
    view: impl Into<ViewFn>,
) -> AnyView {
    let failed = || {
        view! {
            <p role="alert" lang="en">"Part of this page didn’t load. Reload to try again."</p>
        }
    };
    lazy_or_failed(load, fallback.into(), failed.into(), view.into())
}

/// Renders `fallback` until the chunk is loaded, then `view`, or `failed` if loading fails.
pub fn lazy_or_failed(
    mut load: LoadFuture,
    fallback: ViewFn,
    failed: ViewFn,
    view: ViewFn,
) -> AnyView {
    if is_loaded(&mut load) {
        return view.run();
    }
    let outcome = RwSignal::new(None);
    // The view may be gone by then.
    spawn_local(async move {
        let is_loaded = load.await.is_ok();
        let _ = outcome.try_set(Some(is_loaded));
    });
    (move || match outcome.get() {
        None => fallback.run(),
        Some(true) => view.run(),
        Some(false) => failed.run(),
    })
    .into_any()
}

/// Loads two chunks at the same time.
#[must_use]
pub fn join(first: LoadFuture, second: LoadFuture) -> LoadFuture {
    let (first, second) = (start_loading(first), start_loading(second));
    Box::pin(async {
        first.await?;
        second.await
    })
}

/// Starts loading the chunk: a future does nothing before it is polled.
#[must_use]
pub fn start_loading(mut load: LoadFuture) -> LoadFuture {
    match poll_once(load.as_mut()) {
        Poll::Ready(outcome) => Box::pin(std::future::ready(outcome)),
        Poll::Pending => load,
    }
}

/// Whether the chunk is loaded.
pub fn is_loaded(load: &mut LoadFuture) -> bool {
    matches!(poll_once(load.as_mut()), Poll::Ready(Ok(())))
}

fn poll_once<F: Future + ?Sized>(future: Pin<&mut F>) -> Poll<F::Output> {
    future.poll(&mut Context::from_waker(Waker::noop()))
}

/// Runs a function of a chunk, at once if the chunk is loaded, otherwise after loading it. If loading
/// fails, the page says so and stays as it is.
pub fn run(action: impl Future<Output = Result<(), ChunkLoadError>> + 'static) {
    let mut action: LoadFuture = Box::pin(action);
    match poll_once(action.as_mut()) {
        Poll::Ready(Ok(())) => {}
        Poll::Ready(Err(_)) => start::report_missing_part(),
        Poll::Pending => spawn_local(async move {
            if action.await.is_err() {
                start::report_missing_part();
            }
        }),
    }
}

/// Declares `async fn name(…)` in the chunk `module`, for [`render_loaded`] and [`run`], and, if named,
/// `async fn load()`, which loads the chunk. Functions of one module are in one chunk.
macro_rules! lazy_chunk {
    ($module:ident, $load:ident, fn $name:ident($($argument:ident: $type:ty),* $(,)?) -> $output:ty $body:block) => {
        #[cfg(split)]
        #[leptos::wasm_split::wasm_split(
            $module,
            wasm_split_path = leptos::wasm_split,
            fallible,
            preload($load)
        )]
        pub(super) fn $name($($argument: $type),*) -> Result<$output, crate::chunk::ChunkLoadError> {
            Ok($body)
        }

        #[cfg(not(split))]
        #[allow(clippy::unused_async)] // async with `--cfg split`
        pub(super) async fn $load() -> Result<(), crate::chunk::ChunkLoadError> {
            Ok(())
        }

        crate::chunk::lazy_chunk!(@unsplit fn $name($($argument: $type),*) -> $output $body);
    };
    ($module:ident, fn $name:ident($($argument:ident: $type:ty),* $(,)?) -> $output:ty $body:block) => {
        #[cfg(split)]
        #[leptos::wasm_split::wasm_split(
            $module,
            wasm_split_path = leptos::wasm_split,
            fallible
        )]
        pub(super) fn $name($($argument: $type),*) -> Result<$output, crate::chunk::ChunkLoadError> {
            Ok($body)
        }

        crate::chunk::lazy_chunk!(@unsplit fn $name($($argument: $type),*) -> $output $body);
    };
    (@unsplit fn $name:ident($($argument:ident: $type:ty),*) -> $output:ty $body:block) => {
        #[cfg(not(split))]
        #[allow(clippy::unused_async)] // async with `--cfg split`
        pub(super) async fn $name($($argument: $type),*) -> Result<$output, crate::chunk::ChunkLoadError> {
            Ok($body)
        }
    };
}
pub(crate) use lazy_chunk;
