//! Subscriptions that end with their subscriber.

use leptos::prelude::on_cleanup;
use leptos::reactive::graph::{Observer, Source, ToAnySource};

/// Lets the current effect or memo leave the subscribers of `signal` when it is disposed. Needed where a
/// signal outlives pages: reactive_graph 0.2 otherwise keeps disposed subscribers for as long as the signal.
pub fn end_with_subscriber(signal: &impl ToAnySource) {
    if let Some(subscriber) = Observer::get() {
        let signal = signal.to_any_source();
        on_cleanup(move || signal.remove_subscriber(&subscriber));
    }
}
