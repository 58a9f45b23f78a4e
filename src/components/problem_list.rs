//! The problems of a document: counted, grouped, each with its place, and all of them to copy.

use crate::browser::clipboard;
use crate::ui::count;
use ladder::{Place, Problem, Severity};
use leptos::prelude::*;
use std::sync::Arc;

/// So many of a group are drawn before a visitor asks for all.
const DRAWN: usize = 50;

/// The problems, errors first.
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

/// The first of a group, and all of it once that is asked for.
#[component]
fn Group(problems: Arc<[Problem]>) -> impl IntoView {
    let all = RwSignal::new(false);
    let len = problems.len();
    let drawn = move || {
        let shown = if all.get() { len } else { DRAWN };
        problems.iter().take(shown).map(problem).collect::<Vec<_>>()
    };
    let more = move || {
        (len > DRAWN && !all.get()).then(|| {
            view! {
                <button class="quiet" on:click=move |_| all.set(true)>
                    {format!("Show all {len}")}
                </button>
            }
        })
    };
    view! { <ol>{drawn}</ol> {more} }
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

/// A message begins small and ends without its full stop, because it may stand in a line of output.
fn sentence(message: &str) -> String {
    let mut letters = message.chars();
    let first =
        letters.next().map(|first| first.to_ascii_uppercase().to_string()).unwrap_or_default();
    let stop = if message.ends_with('?') { "" } else { "." };
    format!("{first}{}{stop}", letters.as_str())
}

/// A message with what it quotes between backticks set apart.
fn words(message: &str) -> Vec<AnyView> {
    let parts = message.split('`').enumerate();
    let word = |(nth, part): (usize, &str)| {
        let part = part.to_owned();
        if nth % 2 == 1 { view! { <code>{part}</code> }.into_any() } else { part.into_any() }
    };
    parts.map(word).collect()
}

/// Copies the whole list as text, a problem a line.
#[component]
fn CopyButton(problems: Arc<[Problem]>) -> impl IntoView {
    let outcome = RwSignal::new(None::<bool>);
    let copy = move |_| {
        let lines: Vec<String> = problems.iter().map(ToString::to_string).collect();
        clipboard::copy(&lines.join("\n"), move |is_there| outcome.set(Some(is_there)));
    };
    let said = move || match outcome.get() {
        None => "",
        Some(true) => "Copied.",
        Some(false) => "The browser did not allow it; select the list and copy it.",
    };
    view! {
        <p class="copy">
            <button lang="en" class="quiet" on:click=copy>"Copy the list"</button>
            <span role="status">{said}</span>
        </p>
    }
}
