//! How an attempt to open a ladder stands: the question, the progress, or what came of it.

use super::failure_words::words_for;
use super::problem_list::ProblemList;
use crate::browser::focus;
use crate::opening::{Attempt, Opening, Stage, Wanted, use_opening};
use crate::route::{Origin, Route};
use crate::ui::count;
use ladder::{Problem, Severity};
use leptos::prelude::*;
use reader::{Failure, Progress};
use std::sync::Arc;

/// What is drawn anew when it changes: which stage, and of what. The progress changes within it, so
/// that its button keeps the focus.
type Kind = (u8, Wanted);

/// The attempt, or nothing.
#[component]
pub fn OpeningState() -> impl IntoView {
    let opening = use_opening();
    let attempt = opening.attempt();
    let kind = Memo::new(move |_| attempt.with(|attempt| attempt.as_ref().map(kind_of)));
    Effect::new(move |_| {
        // What was pressed is gone; what came of it is where one goes on.
        if kind.with(Option::is_some) {
            focus::on(".attempt h2");
        }
    });
    // Announced in the same place whatever is shown; the words themselves are below it.
    let said =
        move || attempt.with(|attempt| attempt.as_ref().map(announcement).unwrap_or_default());
    let shown = move || {
        kind.track();
        let Some(Attempt { wanted, stage }) = attempt.get_untracked() else {
            return ().into_any();
        };
        match stage {
            Stage::Asking => question(opening, &wanted),
            Stage::Underway(_) => progress(opening, &wanted),
            Stage::Failed(failure) => failed(opening, &wanted, failure),
            Stage::Refused(problems) => refused(opening, &wanted, problems),
        }
    };
    view! {
        <p class="visually-hidden" role="status">{said}</p>
        {shown}
    }
}

fn kind_of(attempt: &Attempt) -> Kind {
    let stage = match attempt.stage {
        Stage::Asking => 0,
        Stage::Underway(_) => 1,
        Stage::Failed(_) => 2,
        Stage::Refused(_) => 3,
    };
    (stage, attempt.wanted.clone())
}

/// What a screen reader hears; of the progress only that there is some.
fn announcement(attempt: &Attempt) -> String {
    let whose = &attempt.wanted.whose;
    match &attempt.stage {
        Stage::Asking => String::new(),
        Stage::Underway(Progress::Arriving(..)) => "Opening the ladder".to_owned(),
        Stage::Underway(_) => "Reading the ladder".to_owned(),
        Stage::Failed(failure) => words_for(*failure, whose).what,
        Stage::Refused(problems) => format!("The document has {}.", counts(problems)),
    }
}

fn question(opening: Opening, wanted: &Wanted) -> AnyView {
    let Some(Origin::At(address)) = wanted.origin.clone() else { return ().into_any() };
    let written = address.as_str().to_owned();
    view! {
        <section class="attempt" data-kind="question">
            <h2 tabindex="-1">"Open a ladder from " <span class="whose">{wanted.whose.clone()}</span> "?"</h2>
            <p>
                "This link leads to a ladder that is not part of this site. Opening it asks "
                {wanted.whose.clone()} " for the document, which tells that host your network address and nothing else."
            </p>
            <p class="address"><code>{written}</code></p>
            <p class="actions">
                <button lang="en" class="primary" on:click=move |_| opening.open_address(address.clone())>
                    "Open it"
                </button>
                {back(opening)}
            </p>
        </section>
    }.into_any()
}

fn progress(opening: Opening, wanted: &Wanted) -> AnyView {
    let attempt = opening.attempt();
    let now = move || {
        attempt.with(|attempt| match attempt.as_ref().map(|attempt| &attempt.stage) {
            Some(Stage::Underway(progress)) => *progress,
            _ => Progress::Unpacking(100),
        })
    };
    let value = move || permille(now()).map(|permille| permille.to_string());
    let told = move || words_of(now());
    let whose = if wanted.whose.is_empty() { "this site" } else { &wanted.whose }.to_owned();
    view! {
        <section class="attempt" data-kind="progress">
            <h2 tabindex="-1">"Opening a ladder from " <span class="whose">{whose}</span></h2>
            <progress max="1000" value=value aria-label="Progress"></progress>
            <p class="told">{told}</p>
            <p class="actions">
                <button lang="en" class="quiet" on:click=move |_| opening.cancel()>"Cancel"</button>
            </p>
        </section>
    }
    .into_any()
}

/// How much of a thousand is done; none where nobody knows. What comes is the first half, reading
/// it a third, and the rest what the page does with it.
fn permille(progress: Progress) -> Option<u32> {
    match progress {
        Progress::Arriving(_, None) => None,
        Progress::Arriving(bytes, Some(of)) => {
            (bytes <= of).then(|| (u64::from(bytes) * 500 / u64::from(of.max(1))) as u32)
        }
        Progress::Reading(percent) => Some(500 + u32::from(percent) * 3),
        Progress::Unpacking(percent) => Some(800 + u32::from(percent) * 2),
    }
}

fn words_of(progress: Progress) -> String {
    match progress {
        Progress::Arriving(0, _) => "Asking for the document".to_owned(),
        Progress::Arriving(bytes, _) => format!("{} have come", megabytes(bytes)),
        Progress::Reading(_) => "Reading it".to_owned(),
        Progress::Unpacking(_) => "Putting it together".to_owned(),
    }
}

/// Bytes as "1.2 MB", or as "64 KB" where they are fewer.
#[must_use]
pub fn megabytes(bytes: u32) -> String {
    if bytes < 1_000_000 {
        format!("{} KB", bytes.div_ceil(1_000))
    } else {
        format!("{}.{} MB", bytes / 1_000_000, bytes / 100_000 % 10)
    }
}

fn failed(opening: Opening, wanted: &Wanted, failure: Failure) -> AnyView {
    let words = words_for(failure, &wanted.whose);
    let heading =
        if failure == Failure::Cancelled { "Stopped" } else { "This ladder could not be opened" };
    let again = (words.may_try_again && wanted.origin.is_some()).then(|| {
        view! {
            <button lang="en" class="primary" on:click=move |_| opening.again()>"Try again"</button>
        }
        .into_any()
    });
    let address = match &wanted.origin {
        Some(Origin::At(address)) => {
            let written = address.as_str().to_owned();
            Some(view! { <p class="address"><code>{written}</code></p> }.into_any())
        }
        _ => None,
    };
    view! {
        <section class="attempt" data-kind="failure">
            <h2 tabindex="-1">{heading}</h2>
            <p>{words.what}</p>
            {address}
            <p>{words.to_do}</p>
            <p class="actions">{again} {back(opening)}</p>
        </section>
    }
    .into_any()
}

fn refused(opening: Opening, wanted: &Wanted, problems: Arc<[Problem]>) -> AnyView {
    let whose = if wanted.whose.is_empty() { "this site" } else { &wanted.whose }.to_owned();
    let told = format!(
        "It has {}. A ladder is shown once it has no errors; everything that is wrong is listed here, with its place.",
        counts(&problems)
    );
    view! {
        <section class="attempt" data-kind="problems">
            <h2 tabindex="-1">"The ladder from " <span class="whose">{whose}</span> " has errors"</h2>
            <p>{told}</p>
            <ProblemList problems />
            <p class="actions">{back(opening)}</p>
        </section>
    }.into_any()
}

/// "3 errors and 1 warning".
fn counts(problems: &[Problem]) -> String {
    let of = |severity| problems.iter().filter(|problem| problem.severity == severity).count();
    let (errors, warnings) = (of(Severity::Error), of(Severity::Warning));
    let errors = count(errors, "error", "errors");
    if warnings == 0 {
        return errors;
    }
    format!("{errors} and {}", count(warnings, "warning", "warnings"))
}

/// The way back to the ladder that is open still.
fn back(opening: Opening) -> AnyView {
    let ladder = opening.ladder().get_untracked();
    let link = ladder.href(&Route::default());
    view! {
        <a class="quiet" href=link on:click=move |_| opening.dismiss()>
            "Back to " {ladder.title.clone()}
        </a>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::{megabytes, permille};
    use reader::Progress;

    #[test]
    fn progress_only_grows() {
        let steps = [
            Progress::Arriving(0, Some(100)),
            Progress::Arriving(100, Some(100)),
            Progress::Reading(0),
            Progress::Reading(100),
            Progress::Unpacking(0),
            Progress::Unpacking(100),
        ];
        let parts: Vec<_> = steps.into_iter().filter_map(permille).collect();
        assert_eq!(parts, [0, 500, 500, 800, 800, 1000]);
        assert_eq!(permille(Progress::Arriving(5, None)), None);
        // A host may say less than it sends.
        assert_eq!(permille(Progress::Arriving(5, Some(4))), None);
    }

    #[test]
    fn sizes_are_short() {
        let sizes =
            [(1, "1 KB"), (65_536, "66 KB"), (1_249_000, "1.2 MB"), (16_777_216, "16.7 MB")];
        for (bytes, told) in sizes {
            assert_eq!(megabytes(bytes), told);
        }
    }
}
