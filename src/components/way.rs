//! The way from one role to another along the steps of the ladder, with what each step adds.

use super::hue;
use crate::ladder::{Change, Comparison, Ladder, PathStep, RoleIx, StatementChange};
use crate::markup::{Markup, view};
use crate::route::{Ends, Route};
use crate::state::Shared;
use crate::ui::{count, english};

/// Of a longer way only so many steps are told one by one.
const LONGEST_WAY: usize = 30;

/// The steps one by one, or why there are none.
#[must_use]
pub fn way(ladder: &Shared, comparison: &Comparison) -> Markup {
    let (from, to) = (comparison.from, comparison.to);
    let content = match ladder.path(from, to) {
        Some(path) => steps(ladder, &path),
        None => no_way(ladder, from, to),
    };
    view! {
        <section class="compare-part way">
            <h2>"The way there"</h2>
            {content}
        </section>
    }
}

fn steps(ladder: &Shared, path: &[PathStep]) -> Markup {
    if let [only] = path {
        return one_step(ladder, only);
    }
    let items: Vec<_> = path.iter().take(LONGEST_WAY).map(|step| item(ladder, step)).collect();
    let more = path.len().saturating_sub(LONGEST_WAY);
    let more = (more > 0).then(|| format!("And {} more.", count(more, "step", "steps")));
    let lead = format!("{} lead there; each adds this.", count(path.len(), "step", "steps"));
    view! {
        <p>{english(lead)}</p>
        <ol class="way-steps">{items}</ol>
        {more.map(|more| view! { <p>{more}</p> })}
    }
}

/// What the only step of a way adds is what the whole page shows.
fn one_step(ladder: &Ladder, step: &PathStep) -> Markup {
    let (from, to) = (ladder[step.from].title.clone(), ladder[step.edge.to].title.clone());
    let kind = step.edge.kind.words();
    view! {
        <p>{english(view! { {kind} " leads from " <bdi>{from}</bdi> " to " <bdi>{to}</bdi> "." })}</p>
        {note(step)}
    }
}

fn item(ladder: &Shared, step: &PathStep) -> Markup {
    let (from, to) = (step.from, step.edge.to);
    let link = ladder.href(&Route::Compare(Ends::of(ladder, from, to)));
    view! {
        <li data-hue=hue::of_role(ladder, to)>
            <p class="kind">{step.edge.kind.words()}</p>
            <a class="where" href=link>{ladder[to].title.clone()}</a>
            {note(step)}
            <p>{english(what_it_adds(ladder, from, to))}</p>
        </li>
    }
}

fn note(step: &PathStep) -> Option<Markup> {
    let note = step.edge.note.clone()?;
    Some(view! { <p class="note" dir="auto">{note}</p> })
}

/// What a step adds, in a sentence.
#[must_use]
pub fn what_it_adds(ladder: &Ladder, from: RoleIx, to: RoleIx) -> String {
    let comparison = ladder.compare(from, to);
    let mut sentences = Vec::new();
    for (change, verb) in [
        (Change::Gained, "Adds"),
        (Change::Raised, "Raises"),
        (Change::Firmer, "Asks more firmly for"),
    ] {
        let skills: Vec<_> = comparison.of(change).map(|skill| skill.skill).collect();
        if !skills.is_empty() {
            let counted = count(skills.len(), "skill", "skills");
            sentences.push(format!("{verb} {counted}: {}.", ladder.named(&skills)));
        }
    }
    let is_added = |change: &&StatementChange| matches!(change, StatementChange::Added(_));
    let added = comparison.responsibilities.iter().filter(is_added).count();
    if added > 0 {
        let counted = count(added, "responsibility", "responsibilities");
        sentences.push(format!("Takes on {counted}."));
    }
    match sentences.is_empty() {
        true => "Adds no skill and no responsibility.".to_owned(),
        false => sentences.join(" "),
    }
}

fn no_way(ladder: &Shared, from: RoleIx, to: RoleIx) -> Markup {
    let (here, there) = (ladder[from].title.clone(), ladder[to].title.clone());
    let has_steps = ladder.neighbouring_pairs().next().is_some();
    if !has_steps {
        return view! {
            <p>"This ladder names no steps between its roles; the two are compared directly."</p>
        };
    }
    let first = format!(
        "No steps of this ladder lead from {here} to {there}; the two are compared directly."
    );
    let back = ladder.path(to, from).map(|back| {
        let turned = ladder.href(&Route::Compare(Ends::of(ladder, to, from)));
        let counted = count(back.len(), "step", "steps");
        view! { " " <a href=turned>"The other way, it is " {counted} "."</a> }
    });
    view! { <p>{english(view! { {first} {back} })}</p> }
}
