//! The problems of a document, errors first, with a button to copy them.

use crate::browser::clipboard;
use crate::ui::count;
use ladder::{Place, Problem, Severity};
use leptos::prelude::*;
use std::sync::Arc;

/// How many problems of a kind are shown at first.
const SHOWN: usize = 50;

/// The problems, grouped by severity.
#[component]
pub fn ProblemList(
    /// The problems, in the order of the text.
    problems: Arc<[Problem]>,
) -> impl IntoView {
    let groups = [(Severity::Error, "error", "errors"), (Severity::Warning, "warning", "warnings")];
    let groups = groups.map(|(severity, one, many)| {
        let of_group = problems.iter().filter(|problem| problem.severity == severity);
        let of_group: Arc<[Problem]> = of_group.cloned().collect();
        (!of_group.is_empty()).then(|| {
            let heading = count(of_group.len(), one, many);
            view! {
                <section class="problems" data-severity=severity.word()>
                    <h3>{heading}</h3>
                    <Group problems=of_group />
                </section>
            }
        })
    });
    view! {
        {groups}
        <CopyButton problems />
    }
}

/// The first problems of a kind, and a button to show all.
#[component]
fn Group(problems: Arc<[Problem]>) -> impl IntoView {
    let all = RwSignal::new(false);
    let len = problems.len();
    let items = move || {
        let shown = if all.get() { len } else { SHOWN };
        problems.iter().take(shown).map(problem).collect::<Vec<_>>()
    };
    let more = move || {
        (len > SHOWN && !all.get()).then(|| {
            view! {
                <button class="quiet" on:click=move |_| all.set(true)>
                    {format!("Show all {len}")}
                </button>
            }
        })
    };
    view! { <ol>{items}</ol> {more} }
}

fn problem(problem: &Problem) -> AnyView {
    let place = problem.place.map(|Place { line, column }| {
        view! { <span class="place">{format!("Line {line}, column {column}")}</span> }.into_any()
    });
    let pointer = Some(problem.pointer.clone()).filter(|pointer| !pointer.is_empty());
    let pointer = pointer.map(|pointer| view! { <code>{pointer}</code> }.into_any());
    view! {
        <li>
            <p>{words(&sentence(&problem.message))}</p>
            <p class="where">{place} {pointer}</p>
        </li>
    }
    .into_any()
}

/// A message as a sentence: messages begin in lower case and have no full stop.
fn sentence(message: &str) -> String {
    let mut letters = message.chars();
    let first =
        letters.next().map(|first| first.to_ascii_uppercase().to_string()).unwrap_or_default();
    let stop = if message.ends_with('?') { "" } else { "." };
    format!("{first}{}{stop}", letters.as_str())
}

/// A message with its quotes in backticks shown as code.
fn words(message: &str) -> Vec<AnyView> {
    let parts = message.split('`').enumerate();
    let word = |(nth, part): (usize, &str)| {
        let part = part.to_owned();
        if nth % 2 == 1 { view! { <code>{part}</code> }.into_any() } else { part.into_any() }
    };
    parts.map(word).collect()
}

/// Copies the list as text, one problem a line.
#[component]
fn CopyButton(problems: Arc<[Problem]>) -> impl IntoView {
    let outcome = RwSignal::new(None::<bool>);
    let copy = move |_| {
        let lines: Vec<String> = problems.iter().map(ToString::to_string).collect();
        clipboard::copy(&lines.join("\n"), move |is_copied| outcome.set(Some(is_copied)));
    };
    let said = move || match outcome.get() {
        None => "",
        Some(true) => "Copied.",
        Some(false) => "Your browser blocked copying. Select the list and copy it.",
    };
    view! {
        <p class="copy">
            <button lang="en" class="quiet" on:click=copy>"Copy list"</button>
            <span role="status">{said}</span>
        </p>
    }
}
