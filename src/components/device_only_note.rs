//! A note that links to a ladder from a file work only on this device.

use crate::browser::download::download;
use crate::browser::stored_documents;
use crate::router::Origin;
use crate::stores::SharedLadder;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// A note that a copied link works on this device only, with a button that downloads the ladder. Renders
/// nothing if the ladder was not opened from a file.
#[component]
pub fn DeviceOnlyNote(ladder: SharedLadder) -> impl IntoView {
    matches!(ladder.origin(), Origin::StoredFile(_)).then(|| {
        let error = RwSignal::new(None::<String>);
        let (name, key) = (format!("{}.json", ladder.id), ladder.origin().value());
        let save = move |_| {
            let (name, key) = (name.clone(), key.clone());
            spawn_local(async move {
                let result = match stored_documents::text(&key).await {
                    Some(text) => download(&name, "application/json", &text)
                        .map_err(|error| error.to_string()),
                    None => Err("Your browser didn’t keep the file. Send the one you opened.".to_owned()),
                };
                error.try_set(result.err());
            });
        };
        view! {
            <div class="notice device-only" lang="en">
                <p>
                    "You opened this ladder from a file, so the link works on this device only. To share it, \
                     send the file, too."
                </p>
                <button type="button" class="quiet" on:click=save>"Download the ladder"</button>
                <p role="alert">{move || error.get()}</p>
            </div>
        }
    })
}
