//! The steps of the ladder from one role to the other, with what each step adds.

use crate::components::hue;
use crate::messages::compare as messages;
use crate::messages::ladder::step_kind;
use crate::router::{RolePair, Route};
use crate::stores::SharedLadder;
use crate::ui::{Paged, english, pages_of, paragraph};
use ladder::{Comparison, PathStep, RoleIx};
use leptos::prelude::*;
use std::ops::Range;
use std::sync::Arc;

const STEPS_PER_PAGE: usize = 12;

/// The steps between the roles of a comparison, or why there are none. Nothing for a single step without a note.
#[component]
pub fn StepByStep(
    ladder: SharedLadder,
    /// The compared roles.
    comparison: Arc<Comparison>,
) -> impl IntoView {
    let (from, to) = (comparison.from, comparison.to);
    let content = match ladder.graph().path(from, to) {
        // The rest of the page shows what a single step adds.
        Some(path) if path.len() == 1 => note(&path[0]),
        Some(path) => Some(steps(&ladder, path)),
        None => Some(no_path(&ladder, from, to)),
    };
    content.map(|content| {
        view! {
            <section class="compare-part path">
                <h2 lang="en">"Step by step"</h2>
                {content}
            </section>
        }
    })
}

fn steps(ladder: &SharedLadder, path: Vec<PathStep>) -> AnyView {
    let len = path.len();
    let render = {
        let ladder = ladder.clone();
        move |range: Range<usize>| {
            let items: Vec<_> = path[range].iter().map(|step| item(&ladder, step)).collect();
            view! { <ol class="path-steps">{items}</ol> }.into_any()
        }
    };
    view! {
        <p>{english(messages::path_length(len))}</p>
        <Paged pages=pages_of(len, STEPS_PER_PAGE) nouns=("step", "steps") render />
    }
    .into_any()
}

fn item(ladder: &SharedLadder, step: &PathStep) -> impl IntoView + use<> {
    let (from, to) = (step.from, step.edge.to);
    let href = ladder.href(&Route::Compare(RolePair::of(ladder, from, to)));
    let summary = messages::step_summary(ladder, &ladder.compare(from, to));
    view! {
        <li data-hue=hue::of_role(ladder, to)>
            <p lang="en" class="kind">{step_kind(step.edge.kind)}</p>
            <a class="where" href=href>{ladder.distinct_title(to)}</a>
            {note(step)}
            <p>{english(summary)}</p>
        </li>
    }
}

fn note(step: &PathStep) -> Option<AnyView> {
    step.edge.note.as_ref().map(|note| paragraph("note", note))
}

fn no_path(ladder: &SharedLadder, from: RoleIx, to: RoleIx) -> AnyView {
    if ladder.graph().role_pairs().next().is_none() {
        return view! {
            <p lang="en">"This ladder doesn’t define steps between roles, so this is a direct comparison."</p>
        }
        .into_any();
    }
    let reverse = ladder.graph().path(to, from).map(|path| {
        let href = ladder.href(&Route::Compare(RolePair::of(ladder, to, from)));
        view! { " " <a href=href>{messages::reverse_path(path.len())}</a> }
    });
    let message = messages::no_path(&ladder.distinct_title(from), &ladder.distinct_title(to));
    view! { <p>{english(view! { {message} {reverse} })}</p> }.into_any()
}
