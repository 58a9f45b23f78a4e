//! The way from one role to another along the steps of the ladder, with what each step adds.

use super::hue;
use super::role_choosers::between;
use crate::ladder::{Change, Comparison, Ladder, PathStep, RoleIx, StatementChange, listed};
use crate::markup::{Markup, view};
use crate::state::Shared;
use crate::ui::count;

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
    let told = path.iter().take(LONGEST_WAY).map(|step| step_item(ladder, step, path.len()));
    let items: Vec<_> = told.collect();
    let more = path.len().saturating_sub(LONGEST_WAY);
    let more = (more > 0).then(|| format!("And {} more.", count(more, "step", "steps")));
    let lead = match path {
        [only] => format!("{} leads there.", only.edge.kind.words()),
        _ => format!("{} lead there; each adds this.", count(path.len(), "step", "steps")),
    };
    view! {
        <p>{lead}</p>
        <ol class="way-steps">{items}</ol>
        {more.map(|more| view! { <p>{more}</p> })}
    }
}

fn step_item(ladder: &Shared, step: &PathStep, steps: usize) -> Markup {
    let (from, to) = (step.from, step.edge.to);
    let link = ladder.href(&between(ladder, from, to));
    let title = ladder[to].title.clone();
    // The only step of a way is what the whole page shows: no link to itself.
    let name = match steps {
        1 => view! { <span class="where">{title}</span> },
        _ => view! { <a class="where" href=link>{title}</a> },
    };
    let adds = (steps > 1).then(|| view! { <p>{what_it_adds(ladder, from, to)}</p> });
    view! {
        <li data-hue=hue::of_role(ladder, to)>
            <p class="kind">{step.edge.kind.words()}</p>
            {name}
            {step.edge.note.clone().map(|note| view! { <p class="note" dir="auto">{note}</p> })}
            {adds}
        </li>
    }
}

/// What a step adds, in a sentence.
#[must_use]
pub fn what_it_adds(ladder: &Ladder, from: RoleIx, to: RoleIx) -> String {
    let comparison = ladder.compare(from, to);
    let named = |change| -> Vec<String> {
        comparison.of(change).map(|skill| ladder[skill.skill].name.clone()).collect()
    };
    let mut sentences = Vec::new();
    for (change, verb) in [
        (Change::Gained, "Adds"),
        (Change::Raised, "Raises"),
        (Change::Firmer, "Asks more firmly for"),
    ] {
        let names = named(change);
        if !names.is_empty() {
            let counted = count(names.len(), "skill", "skills");
            sentences.push(format!("{verb} {counted}: {}.", listed(&names)));
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
        let turned = ladder.href(&between(ladder, to, from));
        let counted = count(back.len(), "step", "steps");
        view! { " " <a href=turned>"The other way, it is " {counted} "."</a> }
    });
    view! { <p>{first} {back}</p> }
}
