//! What leads out of a plan: paper, files, a link; and a file opened again.

use super::context::Planning;
use super::import::{Arrived, file_read};
use crate::browser::download::download;
use crate::browser::file::File;
use crate::browser::{clipboard, clock, fragment, print};
use crate::messages::plan::LABELS;
use crate::stores::AnswerStore;
use crate::ui::{Icon, Shape};
use leptos::ev::Event;
use leptos::prelude::*;
use leptos::task::spawn_local;
use plan::{SharedRatings, calendar, csv, markdown};

/// More than any backup: the most that `localStorage` holds.
const MAX_BACKUP_BYTES: f64 = 10.0 * 1024.0 * 1024.0;

/// Everything that takes a plan elsewhere. `told` says what came of it.
#[must_use]
pub fn plan_out(plan: &Planning, arrived: Arrived) -> AnyView {
    let told = RwSignal::new(String::new());
    let link = RwSignal::new(String::new());
    let by_hand = move || {
        let link = link.get();
        (!link.is_empty()).then(|| {
            view! {
                <label class="by-hand">
                    "Copy this link"
                    <input type="text" readonly prop:value=link.clone() />
                </label>
            }
            .into_any()
        })
    };
    view! {
        <section class="plan-out" aria-labelledby="plan-out">
            <h2 lang="en" id="plan-out">"Export and share"</h2>
            <div class="row">{files(plan, told)}</div>
            <div class="row">{share_button(plan, told, link)} {open_button(plan.answers, &plan.ladder.id, arrived)}</div>
            <p class="told" aria-live="polite">{move || told.get()}</p>
            {by_hand}
        </section>
    }.into_any()
}

/// Makes a file's text.
type Make = Box<dyn Fn(&Planning) -> Option<String>>;

fn files(plan: &Planning, told: RwSignal<String>) -> AnyView {
    let ladder = plan.ladder.id.to_string();
    let file = |word: &'static str, name: String, mime: &'static str, make: Make| {
        let plan = plan.clone();
        let press = move |_| {
            told.set(match make(&plan).map(|text| download(&name, mime, &text)) {
                Some(Ok(())) => String::new(),
                Some(Err(refused)) => refused.to_string(),
                None => "No skill has a target date yet. Add one first.".to_owned(),
            });
        };
        view! { <button class="quiet" on:click=press><Icon shape=Shape::Download /> {word}</button> }.into_any()
    };
    let answers = |look: fn(&Planning, &plan::Answers) -> Option<String>| -> Make {
        Box::new(move |plan| plan.answers.with_untracked(|state| look(plan, &state.answers)))
    };
    let as_markdown = answers(|plan, answers| {
        Some(markdown(&plan.ladder, plan.from, plan.to, &plan.gap, answers, LABELS))
    });
    let as_csv = answers(|plan, answers| Some(csv(&plan.ladder, &plan.gap, answers, LABELS)));
    let as_calendar = answers(|plan, answers| {
        calendar(&plan.ladder, plan.to, &plan.gap, answers, LABELS, &clock::utc_timestamp())
    });
    view! {
        <button lang="en" class="quiet" on:click=|_| print::open_dialog()>"Print"</button>
        {file("Markdown", format!("{ladder}-plan.md"), "text/markdown", as_markdown)}
        {file("CSV", format!("{ladder}-plan.csv"), "text/csv", as_csv)}
        {file("Calendar", format!("{ladder}-plan.ics"), "text/calendar", as_calendar)}
        {file(
            "Backup file",
            format!("{ladder}-answers.json"),
            "application/json",
            Box::new(|plan| Some(plan.answers.backup())),
        )}
    }
    .into_any()
}

fn share_button(plan: &Planning, told: RwSignal<String>, link: RwSignal<String>) -> AnyView {
    let plan = plan.clone();
    let press = move |_| {
        let shared = plan
            .answers
            .with_untracked(|state| SharedRatings::new(&plan.ladder.id, &state.answers));
        if shared.ratings.is_empty() {
            told.set("Rate at least one skill to share.".to_owned());
            return;
        }
        let address = format!("{}#{}", fragment::url_without_fragment(), shared.fragment());
        let by_hand = address.clone();
        clipboard::copy(&address, move |is_there| {
            let words = match is_there {
                true => {
                    "Link copied. It contains your ratings only – no notes or dates – and nothing is stored online."
                }
                false => "Your browser blocked copying. Copy the link below.",
            };
            told.try_set(words.to_owned());
            link.try_set(if is_there { String::new() } else { by_hand.clone() });
        });
    };
    view! { <button lang="en" class="quiet" on:click=press>"Copy link to my ratings"</button> }
        .into_any()
}

/// Opens a file of answers.
#[must_use]
pub fn open_button(answers: AnswerStore, ladder: &ladder::Id, arrived: Arrived) -> AnyView {
    let ladder = ladder.clone();
    let open = move |event: Event| {
        let Some(file) = File::chosen(&event) else { return };
        let ladder = ladder.clone();
        spawn_local(async move {
            let text = file.text(MAX_BACKUP_BYTES).await;
            file_read(answers, &ladder, arrived, text.as_deref());
        });
    };
    view! {
        <label class="quiet file">
            "Restore from backup"
            <input type="file" accept=".json,application/json" on:change=open />
        </label>
    }
    .into_any()
}
