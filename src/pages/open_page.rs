//! `/open`: open another ladder. Also what is shown of any attempt to open one, wherever it began.

use crate::components::{
    ladder_choices::{AddressChoice, FileChoice, ListedLadders},
    opening_state::OpeningState,
    problem_list::ProblemList,
    recent_ladders::RecentLadders,
};
use crate::opening::{Stage, use_opening};
use crate::stores::SharedLadder;
use leptos::prelude::*;

/// The attempt, what is odd about the open ladder, and the ways to another one.
#[component]
pub fn OpenPage(
    /// The open ladder.
    ladder: SharedLadder,
) -> impl IntoView {
    let attempt = use_opening().attempt();
    // While there is a question or work under way, there is nothing else to decide.
    let chooses = Memo::new(move |_| {
        attempt.with(|attempt| {
            let stage = attempt.as_ref().map(|attempt| &attempt.stage);
            !matches!(stage, Some(Stage::Asking | Stage::Underway(_)))
        })
    });
    let choices = {
        let ladder = ladder.clone();
        move || chooses.get().then(|| choices(&ladder))
    };
    view! {
        <div class="open-page">
            <header class="page-head">
                <h1 lang="en" tabindex="-1">"Open a ladder"</h1>
                <p lang="en" class="lead">
                    "Another career ladder in place of this one: from this site, from a file, or from wherever it is published. It is read in your browser."
                </p>
            </header>
            <OpeningState />
            {choices}
        </div>
    }
}

fn choices(ladder: &SharedLadder) -> AnyView {
    let attempt = use_opening().attempt();
    let warnings = ladder.provenance().warnings.clone();
    let title = ladder.title.clone();
    let warned = move || {
        let is_idle = attempt.with(Option::is_none) && !warnings.is_empty();
        is_idle.then(|| {
            let (title, problems) = (title.clone(), warnings.clone().into());
            view! {
                <section class="attempt" data-kind="problems">
                    <h2>"What is odd about " {title}</h2>
                    <p lang="en">"It is shown all the same. Whoever publishes it may want to know."</p>
                    <ProblemList problems />
                </section>
            }.into_any()
        })
    };
    view! {
        {warned}
        <div class="ways">
            <div>
                <ListedLadders ladder=ladder.clone() />
                <RecentLadders />
            </div>
            <div>
                <FileChoice />
                <AddressChoice />
            </div>
        </div>
    }
    .into_any()
}
