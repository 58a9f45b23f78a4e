//! What one does with a comparison: copy its link, copy it as Markdown, print it.

use crate::browser::{clipboard, focus, history, print};
use crate::messages::compare_markdown::compare_markdown;
use crate::router::RolePair;
use crate::stores::SharedLadder;
use crate::ui::{Icon, Shape};

use leptos::prelude::*;

/// What was made of a press on one of the two that copy.
#[derive(Clone, PartialEq)]
enum Copied {
    /// Nothing was pressed yet, or the roles are others since.
    Nothing,
    /// It is in the clipboard. Says what.
    There(&'static str),
    /// The clipboard was refused: the text is shown instead.
    Refused(String),
}

/// The buttons, what came of them, and the text to copy by hand where the clipboard is refused.
#[component]
pub fn CompareTools(
    /// The open ladder.
    ladder: SharedLadder,
    /// What the address holds.
    ends: Memo<RolePair>,
) -> impl IntoView {
    let copied = RwSignal::new(Copied::Nothing);
    Effect::new(move |_| {
        ends.track();
        copied.set(Copied::Nothing);
    });
    let copy = move |text: String, there: &'static str| {
        let shown = text.clone();
        let outcome = move |is_there: bool| {
            let outcome =
                if is_there { Copied::There(there) } else { Copied::Refused(shown.clone()) };
            // The page may be another by now.
            copied.try_set(outcome);
        };
        clipboard::copy(&text, outcome);
    };
    let pair = {
        let ladder = ladder.clone();
        let two = move |ends: &RolePair| ends.roles(&ladder).filter(|(from, to)| from != to);
        Memo::new(move |_| ends.with(&two))
    };
    let copy_link = move |_| copy(history::current_url(), "Link copied.");
    let copy_markdown = move |_| {
        if let Some((from, to)) = pair.get_untracked() {
            let comparison = ladder.compare(from, to);
            let markdown = compare_markdown(&ladder, &comparison, &history::current_url());
            copy(markdown, "Markdown copied.");
        }
    };
    let is_hidden = move || pair.get().is_none();
    view! {
        <div class="compare-tools" hidden=is_hidden>
            <button lang="en" class="quiet" on:click=copy_link><Icon shape=Shape::Link /> "Copy link"</button>
            <button lang="en" class="quiet" on:click=copy_markdown><Icon shape=Shape::Copy /> "Copy as Markdown"</button>
            <button lang="en" class="quiet" on:click=|_| print::open_dialog()><Icon shape=Shape::Print /> "Print"</button>
            <p class="outcome" role="status">{move || said(&copied.get())}</p>
            {move || by_hand(&copied.get())}
        </div>
    }
}

fn said(copied: &Copied) -> &'static str {
    match copied {
        Copied::Nothing => "",
        Copied::There(what) => what,
        Copied::Refused(_) => {
            "Your browser blocked copying. The text is selected below; copy it from there."
        }
    }
}

/// The text in a field, selected.
fn by_hand(copied: &Copied) -> AnyView {
    let Copied::Refused(text) = copied else { return ().into_any() };
    let text = text.clone();
    let field = NodeRef::<leptos::html::Textarea>::new();
    Effect::new(move |_| {
        if let Some(field) = field.get() {
            focus::and_select(&field);
        }
    });
    view! {
        <label class="by-hand">
            "Copy this text"
            <textarea readonly rows="8" node_ref=field>{text}</textarea>
        </label>
    }
    .into_any()
}
