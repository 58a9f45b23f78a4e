//! Exporting a plan: printing, files, a share link.

use super::context::PlanContext;
use super::import::{PendingImport, RestoreButton};
use crate::browser::download::download;
use crate::browser::{clipboard, clock, fragment, locale, print};
use crate::messages::plan::{LABELS, share_result};
use crate::ui::{Icon, Shape};
use ladder::CsvDialect;
use leptos::prelude::*;
use plan::{Answers, SharedRatings, calendar, csv, markdown};

/// The buttons to export, share and restore a plan.
#[component]
pub fn ExportAndShare(
    /// The plan.
    plan: PlanContext,
    /// Receives the backup that the visitor opens.
    import: PendingImport,
) -> impl IntoView {
    let status = RwSignal::new(String::new());
    let link = RwSignal::new(String::new());
    let link_field = move || {
        let link = link.get();
        (!link.is_empty()).then(|| {
            view! {
                <label class="by-hand">
                    "Copy this link"
                    <input type="text" readonly prop:value=link.clone() />
                </label>
            }
        })
    };
    view! {
        <section class="plan-out" aria-labelledby="plan-out">
            <h2 lang="en" id="plan-out">"Export and share"</h2>
            <div class="row">
                {file_buttons(&plan, status)}
                {share_button(&plan, status, link)} <RestoreButton answers=plan.answers ladder=plan.ladder.clone() import />
            </div>
            <p class="told" aria-live="polite">{move || status.get()}</p>
            {link_field}
        </section>
    }
}

/// Writes the text of a file; `None` if there is nothing to write.
type WriteFile = fn(&PlanContext, &Answers) -> Option<String>;

fn file_buttons(plan: &PlanContext, status: RwSignal<String>) -> impl IntoView + use<> {
    let button = |label: &'static str, suffix: &str, mime: &'static str, write: WriteFile| {
        let name = format!("{}-{suffix}", plan.ladder.id);
        let plan = plan.clone();
        let on_click = move |_| {
            let text = plan.answers.with_untracked(|state| write(&plan, &state.answers));
            status.set(match text.map(|text| download(&name, mime, &text)) {
                Some(Ok(())) => String::new(),
                Some(Err(error)) => error.to_string(),
                None => "No skill has a target date yet. Add one first.".to_owned(),
            });
        };
        view! { <button class="quiet" on:click=on_click><Icon shape=Shape::Download /> {label}</button> }
    };
    view! {
        <button lang="en" class="quiet" on:click=|_| print::open_dialog()>"Print"</button>
        {button("Markdown", "plan.md", "text/markdown", |plan, answers| {
            Some(markdown(&plan.ladder, plan.from, plan.to, &plan.gap, answers, LABELS))
        })}
        {button("CSV", "plan.csv", "text/csv", |plan, answers| {
            Some(csv(&plan.ladder, &plan.gap, answers, LABELS, CsvDialect::Standard))
        })}
        {button("CSV for Excel", "plan.csv", "text/csv", |plan, answers| {
            Some(csv(&plan.ladder, &plan.gap, answers, LABELS, locale::excel_dialect()))
        })}
        {button("Calendar", "plan.ics", "text/calendar", |plan, answers| {
            calendar(&plan.ladder, plan.to, &plan.gap, answers, LABELS, &clock::utc_timestamp())
        })}
        {button("Backup file", "answers.json", "application/json", |plan, _| {
            Some(plan.answers.backup())
        })}
    }
}

fn share_button(
    plan: &PlanContext,
    status: RwSignal<String>,
    link: RwSignal<String>,
) -> impl IntoView + use<> {
    let plan = plan.clone();
    let on_click = move |_| {
        let shared = plan
            .answers
            .with_untracked(|state| SharedRatings::new(&plan.ladder.id, &state.answers));
        if shared.ratings.is_empty() {
            status.set("Rate at least one skill to share.".to_owned());
            return;
        }
        let url = format!("{}#{}", fragment::url_without_fragment(), shared.fragment());
        let (fallback, length) = (url.clone(), url.len());
        clipboard::copy(&url, move |is_copied| {
            status.try_set(share_result(is_copied, length));
            link.try_set(if is_copied { String::new() } else { fallback });
        });
    };
    view! { <button lang="en" class="quiet" on:click=on_click>"Copy link to my ratings"</button> }
}
