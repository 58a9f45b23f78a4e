//! The way from one role to another along the steps of the ladder, with what each step adds.

use crate::components::hue;
use crate::messages::ladder::step_kind;
use crate::messages::role::skills_sentence;
use crate::router::{RolePair, Route};
use crate::stores::SharedLadder;
use crate::ui::{Paged, count, english, pages_of};
use ladder::{ChangeKind, Comparison, Ladder, PathStep, RoleIx, StatementChange};
use leptos::prelude::*;
use std::ops::Range;

/// So many steps are told at once.
const AT_ONCE: usize = 12;

/// The steps one by one, or why there are none.
#[must_use]
pub fn way(ladder: &SharedLadder, comparison: &Comparison) -> AnyView {
    let (from, to) = (comparison.from, comparison.to);
    let content = match ladder.graph().path(from, to) {
        Some(path) => steps(ladder, path),
        None => no_way(ladder, from, to),
    };
    view! {
        <section class="compare-part way">
            <h2 lang="en">"Step by step"</h2>
            {content}
        </section>
    }
    .into_any()
}

fn steps(ladder: &SharedLadder, path: Vec<PathStep>) -> AnyView {
    if let [only] = path.as_slice() {
        return one_step(ladder, only);
    }
    let len = path.len();
    let lead = format!("{} to get there:", count(len, "step", "steps"));
    let draw = {
        let ladder = ladder.clone();
        move |range: Range<usize>| {
            let items = path[range].iter().map(|step| item(&ladder, step));
            view! { <ol class="way-steps">{items.collect::<Vec<_>>()}</ol> }.into_any()
        }
    };
    view! {
        <p>{english(lead)}</p>
        <Paged pages=pages_of(len, AT_ONCE) nouns=("step", "steps") render=draw />
    }
    .into_any()
}

/// What the only step of a way adds is what the whole page shows.
fn one_step(ladder: &Ladder, step: &PathStep) -> AnyView {
    let (from, to) = (ladder[step.from].title.clone(), ladder[step.edge.to].title.clone());
    let kind = step_kind(step.edge.kind);
    view! {
        <p>{english(view! { {kind} " leads from " <bdi>{from}</bdi> " to " <bdi>{to}</bdi> "." })}</p>
        {note(step)}
    }.into_any()
}

fn item(ladder: &SharedLadder, step: &PathStep) -> AnyView {
    let (from, to) = (step.from, step.edge.to);
    let link = ladder.href(&Route::Compare(RolePair::of(ladder, from, to)));
    view! {
        <li data-hue=hue::of_role(ladder, to)>
            <p class="kind">{step_kind(step.edge.kind)}</p>
            <a class="where" href=link>{ladder[to].title.clone()}</a>
            {note(step)}
            <p>{english(what_it_adds(ladder, from, to))}</p>
        </li>
    }
    .into_any()
}

fn note(step: &PathStep) -> Option<AnyView> {
    let note = step.edge.note.clone()?;
    Some(view! { <p class="note" dir="auto">{note}</p> }.into_any())
}

/// What a step adds, in a sentence.
#[must_use]
pub fn what_it_adds(ladder: &Ladder, from: RoleIx, to: RoleIx) -> String {
    let comparison = ladder.compare(from, to);
    let mut sentences = Vec::new();
    for (change, verb) in [
        (ChangeKind::New, "Adds"),
        (ChangeKind::HigherLevel, "Raises"),
        (ChangeKind::MoreImportant, "Puts more weight on"),
        (ChangeKind::Reworded, "New expectations for"),
    ] {
        let skills: Vec<_> = comparison.with_kind(change).map(|skill| skill.skill).collect();
        sentences.extend(skills_sentence(ladder, verb, &skills));
    }
    let is_added = |change: &&StatementChange| matches!(change, StatementChange::Added(_));
    let added = comparison.responsibilities.iter().filter(is_added).count();
    if added > 0 {
        let counted = count(added, "responsibility", "responsibilities");
        sentences.push(format!("Takes on {counted}."));
    }
    match sentences.is_empty() {
        true => "No new skills or responsibilities listed.".to_owned(),
        false => sentences.join(" "),
    }
}

fn no_way(ladder: &SharedLadder, from: RoleIx, to: RoleIx) -> AnyView {
    let (here, there) = (ladder[from].title.clone(), ladder[to].title.clone());
    let has_steps = ladder.graph().role_pairs().next().is_some();
    if !has_steps {
        return view! {
            <p lang="en">"This ladder doesn’t define steps between roles, so this is a direct comparison."</p>
        }.into_any();
    }
    let first =
        format!("There’s no defined path from {here} to {there}, so this is a direct comparison.");
    let back = ladder.graph().path(to, from).map(|back| {
        let turned = ladder.href(&Route::Compare(RolePair::of(ladder, to, from)));
        let counted = count(back.len(), "step", "steps");
        view! { " " <a href=turned>"The other way round takes " {counted} "."</a> }.into_any()
    });
    view! { <p>{english(view! { {first} {back} })}</p> }.into_any()
}
