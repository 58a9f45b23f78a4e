//! Exporting a plan: printing, files, a share link.

use super::climb_card::ClimbCard;
use super::context::PlanContext;
use super::import::{PendingImport, RestoreButton};
use crate::browser::download::download;
use crate::browser::{clipboard, clock, fragment, locale, print};
use crate::components::device_only_note::DeviceOnlyNote;
use crate::messages::plan::{LABELS, share_result};
use crate::ui::{Icon, IconShape};
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
    let shared = RwSignal::new(None::<SharedLink>);
    let link_field = move || {
        let link = shared.with(|shared| shared.as_ref().filter(|link| !link.is_copied).cloned());
        link.map(|link| {
            view! {
                <label class="by-hand">
                    "Copy this link"
                    <input type="text" readonly prop:value=link.url />
                </label>
            }
        })
    };
    let is_too_long =
        move || shared.with(|shared| shared.as_ref().is_some_and(SharedLink::is_too_long));
    let backup = {
        let plan = plan.clone();
        Callback::new(move |()| write_file(&plan, status, &BACKUP))
    };
    let ladder = plan.ladder.clone();
    view! {
        <section class="plan-out" aria-labelledby="plan-out">
            <h2 lang="en" id="plan-out">"Export and share"</h2>
            <div class="row">
                {file_buttons(&plan, status)}
                <ClimbCard plan=plan.clone() />
                {share_button(&plan, status, shared)} <RestoreButton answers=plan.answers ladder=plan.ladder.clone() import />
            </div>
            <p class="told" aria-live="polite">{move || status.get()}</p>
            <Show when=is_too_long>
                <button type="button" lang="en" class="quiet" on:click=move |_| backup.run(())>
                    "Download the backup file"
                </button>
            </Show>
            {link_field}
            <Show when=move || shared.with(Option::is_some)>
                <DeviceOnlyNote ladder=ladder.clone() />
            </Show>
        </section>
    }
}

/// A link to the visitor's ratings.
#[derive(Clone)]
struct SharedLink {
    url: String,
    is_copied: bool,
}

/// The longest link that programs pass on unchanged, in characters.
const LONGEST_LINK: usize = 2_000;

impl SharedLink {
    fn is_too_long(&self) -> bool {
        self.url.len() > LONGEST_LINK
    }
}

/// A file to export.
struct ExportFile {
    /// The end of its name.
    suffix: &'static str,
    mime: &'static str,
    /// Writes the text; `None` if there is nothing to write.
    write: fn(&PlanContext, &Answers) -> Option<String>,
}

const MARKDOWN: ExportFile = ExportFile {
    suffix: "plan.md",
    mime: "text/markdown",
    write: |plan, answers| {
        Some(markdown(&plan.ladder, plan.from, plan.to, &plan.gap, answers, LABELS))
    },
};
const CSV: ExportFile = ExportFile {
    suffix: "plan.csv",
    mime: "text/csv",
    write: |plan, answers| {
        Some(csv(&plan.ladder, &plan.gap, answers, LABELS, CsvDialect::Standard))
    },
};
const CSV_FOR_EXCEL: ExportFile = ExportFile {
    suffix: "plan.csv",
    mime: "text/csv",
    write: |plan, answers| {
        Some(csv(&plan.ladder, &plan.gap, answers, LABELS, locale::excel_dialect()))
    },
};
const CALENDAR: ExportFile = ExportFile {
    suffix: "plan.ics",
    mime: "text/calendar",
    write: |plan, answers| {
        calendar(&plan.ladder, plan.to, &plan.gap, answers, LABELS, &clock::utc_timestamp())
    },
};
const BACKUP: ExportFile = ExportFile {
    suffix: "answers.json",
    mime: "application/json",
    write: |plan, _| Some(plan.answers.backup()),
};

/// Downloads a file. `status` says if that failed.
fn write_file(plan: &PlanContext, status: RwSignal<String>, file: &ExportFile) {
    let name = format!("{}-{}", plan.ladder.id, file.suffix);
    let text = plan.answers.with_untracked(|state| (file.write)(plan, &state.answers));
    status.set(match text.map(|text| download(&name, file.mime, &text)) {
        Some(Ok(())) => String::new(),
        Some(Err(error)) => error.to_string(),
        None => "No skill has a target date yet. Add one first.".to_owned(),
    });
}

fn file_buttons(plan: &PlanContext, status: RwSignal<String>) -> impl IntoView + use<> {
    let button = |label: &'static str, file: ExportFile| {
        let plan = plan.clone();
        let on_click = move |_| write_file(&plan, status, &file);
        view! {
            <button type="button" lang="en" class="quiet" on:click=on_click>
                <Icon shape=IconShape::Download /> {label}
            </button>
        }
    };
    view! {
        <button type="button" lang="en" class="quiet" on:click=|_| print::open_dialog()>"Print"</button>
        {button("Markdown", MARKDOWN)}
        {button("CSV", CSV)}
        {button("CSV for Excel", CSV_FOR_EXCEL)}
        {button("Calendar", CALENDAR)}
        {button("Backup file", BACKUP)}
    }
}

fn share_button(
    plan: &PlanContext,
    status: RwSignal<String>,
    shared: RwSignal<Option<SharedLink>>,
) -> impl IntoView + use<> {
    let plan = plan.clone();
    let on_click = move |_| {
        let ratings = plan
            .answers
            .with_untracked(|state| SharedRatings::new(&plan.ladder.id, &state.answers));
        if ratings.ratings.is_empty() {
            status.set("Rate at least one skill to share.".to_owned());
            return;
        }
        let page = fragment::url_without_fragment();
        let longest = LONGEST_LINK.saturating_sub(page.len() + 1);
        let url = format!("{page}#{}", ratings.fragment(&plan.ladder, longest));
        let link = SharedLink { url: url.clone(), is_copied: false };
        clipboard::copy(&url, move |is_copied| {
            let too_long = link.is_too_long().then_some(link.url.len());
            status.try_set(share_result(is_copied, too_long));
            shared.try_set(Some(SharedLink { is_copied, ..link }));
        });
    };
    view! { <button type="button" lang="en" class="quiet" on:click=on_click>"Copy link to my ratings"</button> }
}
