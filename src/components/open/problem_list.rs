//! The problems of a document, errors first, with a button to copy them.

use crate::browser::clipboard;
use crate::ui::count;
use ladder::{Place, Problem, Severity};
use leptos::prelude::*;
use std::sync::Arc;

/// The number of problems of each severity that are shown at first.
const MAX_COLLAPSED: usize = 50;

/// The problems, grouped by severity.
#[component]
pub fn ProblemList(
    /// The problems, in document order.
    problems: Arc<[Problem]>,
) -> impl IntoView {
    let groups = [(Severity::Error, "error", "errors"), (Severity::Warning, "warning", "warnings")];
    let groups = groups.map(|(severity, one, many)| {
        let problems: Arc<[Problem]> =
            problems.iter().filter(|problem| problem.severity == severity).cloned().collect();
        (!problems.is_empty()).then(|| {
            let heading = count(problems.len(), one, many);
            view! {
                <section class="problems" data-severity=severity.word()>
                    <h3>{heading}</h3>
                    <ProblemGroup problems />
                </section>
            }
        })
    });
    view! {
        {groups}
        <CopyButton problems />
    }
}

/// The first problems of one severity, and a button to show all.
#[component]
fn ProblemGroup(problems: Arc<[Problem]>) -> impl IntoView {
    let is_expanded = RwSignal::new(false);
    let len = problems.len();
    let items = move || {
        let limit = if is_expanded.get() { len } else { MAX_COLLAPSED };
        problems.iter().take(limit).map(problem_item).collect_view()
    };
    let show_all = move || {
        (len > MAX_COLLAPSED && !is_expanded.get()).then(|| {
            view! {
                <button type="button" class="quiet" on:click=move |_| is_expanded.set(true)>
                    {format!("Show all {len}")}
                </button>
            }
        })
    };
    view! { <ol>{items}</ol> {show_all} }
}

fn problem_item(problem: &Problem) -> impl IntoView + use<> {
    let place = problem.place.map(|Place { line, column }| {
        view! { <span class="place">{format!("Line {line}, column {column}")}</span> }
    });
    let pointer =
        (!problem.pointer.is_empty()).then(|| view! { <code>{problem.pointer.clone()}</code> });
    view! {
        <li>
            <p>{with_code(&as_sentence(&problem.message))}</p>
            <p class="where">{place} {pointer}</p>
        </li>
    }
}

/// Adds the capital letter and full stop that messages lack.
fn as_sentence(message: &str) -> String {
    let mut rest = message.chars();
    let first = rest.next().map(|first| first.to_ascii_uppercase().to_string()).unwrap_or_default();
    let stop = if message.ends_with('?') { "" } else { "." };
    format!("{first}{}{stop}", rest.as_str())
}

/// Renders text in backticks as code.
fn with_code(message: &str) -> Vec<AnyView> {
    let part = |(index, part): (usize, &str)| {
        let part = part.to_owned();
        if index % 2 == 1 { view! { <code>{part}</code> }.into_any() } else { part.into_any() }
    };
    message.split('`').enumerate().map(part).collect()
}

/// Copies the list as text, with one problem on each line.
#[component]
fn CopyButton(problems: Arc<[Problem]>) -> impl IntoView {
    let is_copied = RwSignal::new(None);
    let copy = move |_| {
        let lines: Vec<String> = problems.iter().map(ToString::to_string).collect();
        clipboard::copy(&lines.join("\n"), move |success| is_copied.set(Some(success)));
    };
    let status = move || match is_copied.get() {
        None => "",
        Some(true) => "Copied.",
        Some(false) => "Your browser blocked copying. Select the list and copy it.",
    };
    view! {
        <p class="copy">
            <button type="button" lang="en" class="quiet" on:click=copy>"Copy list"</button>
            <span role="status">{status}</span>
        </p>
    }
}
