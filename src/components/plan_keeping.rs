//! Whether the answers are saved, and what to do where they are not.

use crate::browser::answers::NotSaved;
use crate::browser::download::download;
use crate::browser::focus;
use crate::opening::use_opening;
use crate::state::{Keeping, Mine};
use leptos::prelude::*;

/// "Saved" or "Not saved".
#[must_use]
pub fn keeping_status(mine: Mine) -> AnyView {
    let word = move || match mine.with(|state| state.keeping) {
        Keeping::Nothing => "",
        Keeping::Saving => "Saving…",
        Keeping::Saved => "Saved",
        Keeping::Not(_) => "Not saved",
    };
    let is_not =
        move || mine.with(|state| matches!(state.keeping, Keeping::Not(_))).then_some("no");
    view! { <p class="keeping" role="status" data-saved=is_not>{word}</p> }.into_any()
}

/// Why the answers are not saved, with the file that keeps them; what can be undone; and what lies on
/// the device and cannot be read.
#[must_use]
pub fn keeping_notices(mine: Mine, ladder: &str) -> AnyView {
    let name = format!("{ladder}-answers.json");
    let why = move || {
        let Keeping::Not(why) = mine.with(|state| state.keeping) else { return None };
        let name = name.clone();
        let save = move |_| drop(download(&name, "application/json", &mine.file()));
        Some(view! {
            <div class="notice">
                <p>{reason(why)}</p>
                <button lang="en" class="quiet" on:click=save>"Download your answers as a file"</button>
            </div>
        }.into_any())
    };
    let opening = use_opening();
    let undo = move || {
        let done = mine.with(|state| state.undo.last().map(|undo| undo.done.clone()))?;
        let undo = move |_| {
            if mine.undo() {
                opening.bring_back();
            }
            // The button goes; the focus is not to be lost with it.
            focus::heading();
        };
        Some(
            view! {
                <div class="undo">
                    <p>{done}</p>
                    <button lang="en" class="quiet" on:click=undo>"Undo"</button>
                </div>
            }
            .into_any(),
        )
    };
    let name = format!("{ladder}-unreadable.txt");
    let unreadable = move || unreadable(mine, &name);
    view! { {why} <div aria-live="polite">{undo}</div> {unreadable} }.into_any()
}

fn unreadable(mine: Mine, name: &str) -> Option<AnyView> {
    let texts = mine.with(|state| state.unreadable.join("\n\n"));
    let name = name.to_owned();
    (!texts.is_empty()).then(|| {
        let save = move |_| drop(download(&name, "text/plain", &texts));
        view! {
            <div class="notice">
                <p>
                    "Something on this device should be answers of yours and cannot be read. It was put \
                     aside and nothing of it is deleted; what could be read is shown here."
                </p>
                <button lang="en" class="quiet" on:click=save>"Download what cannot be read"</button>
            </div>
        }.into_any()
    })
}

fn reason(why: NotSaved) -> &'static str {
    match why {
        NotSaved::Blocked => {
            "This browser does not let the page keep anything. Everything works, but your answers last \
             only until you leave; a file keeps them."
        }
        NotSaved::Full => {
            "There is no room left for this site on your device. Nothing is lost while this page is \
             open; a file keeps your answers until there is room again."
        }
        NotSaved::NotKept => {
            "The browser took your answers and did not keep them as they are. Nothing is lost while \
             this page is open; a file keeps them."
        }
        NotSaved::Newer => {
            "A newer version of this page has saved answers here, and this one would not understand \
             all of them, so it changes nothing on your device. Reload the page to get the newer version."
        }
    }
}
