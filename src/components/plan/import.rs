//! Importing answers from a share link or a backup file. They are shown next to the visitor's own
//! answers, which change only if the visitor says so.

use crate::browser::file::File;
use crate::browser::{focus, fragment};
use crate::messages::plan as messages;
use crate::stores::{AnswerStore, SharedLadder};
use leptos::ev::Event;
use leptos::prelude::*;
use leptos::task::spawn_local;
use plan::{Difference, ImportDiff, Record, RecordError, Renames, SharedRatings};

/// The most differences that are listed. "Use all" includes the others.
const MAX_ROWS: usize = 60;

/// The most that `localStorage` holds, and so more than any backup.
const MAX_BACKUP_BYTES: f64 = 10.0 * 1024.0 * 1024.0;

/// Imported answers that the visitor has not dealt with yet.
#[derive(Clone, Copy)]
pub struct PendingImport(RwSignal<Import>);

#[derive(Clone, Debug, Default)]
struct Import {
    /// What the answers are, or why they cannot be read. Empty if there is no import.
    message: String,
    answers: ImportDiff,
}

impl PendingImport {
    /// Reads shared ratings from the fragment of the address, now and whenever it changes.
    #[must_use]
    pub fn from_fragment(ladder: &SharedLadder) -> Self {
        let import = Self(RwSignal::default());
        let ladder = ladder.clone();
        Effect::new(move |_| {
            let ladder = ladder.clone();
            let read = move || import.read_link(&ladder, &fragment::current());
            read();
            fragment::on_change(read);
        });
        import
    }

    fn read_link(self, ladder: &SharedLadder, fragment: &str) {
        match SharedRatings::parse(fragment, ladder) {
            None => {}
            Some(Err(error)) => self.fail(messages::link_error(&error)),
            Some(Ok(shared)) => {
                let message = "Someone shared their ratings with you. Compare them with yours.";
                let answers = ImportDiff::new(shared.into_answers());
                let answers = answers.renamed(&Renames::new(ladder));
                self.0.set(Import { message: message.to_owned(), answers });
            }
        }
    }

    /// Reads a backup file. Visitors without answers get its answers at once, with undo; for others,
    /// it is shown next to theirs.
    fn read_backup(self, answers: AnswerStore, ladder: &SharedLadder, text: Option<&str>) {
        let (record, message) = match text.map(Record::parse) {
            None => return self.fail("We couldn’t read that file.".to_owned()),
            Some(Err(RecordError::Changed(record))) => {
                (*record, "This file was edited outside this site. Check it before you use it.")
            }
            Some(Err(error)) => return self.fail(messages::record_error(&error)),
            Some(Ok(record)) => (record, "Answers in this file"),
        };
        if record.ladder != ladder.id {
            return self.fail(messages::file_of_other_ladder(&record.ladder));
        }
        let imported = ImportDiff::from_answers(&record.answers.renamed(&Renames::new(ladder)));
        if answers.with_untracked(|state| state.answers.is_blank()) {
            let differences = answers.with_untracked(|state| imported.differences(&state.answers));
            apply(answers, differences, "restored");
        } else {
            self.0.set(Import { message: message.to_owned(), answers: imported });
        }
    }

    fn fail(self, message: String) {
        self.0.set(Import { message, answers: ImportDiff::default() });
    }

    fn close(self) {
        self.0.set(Import::default());
        fragment::clear();
    }
}

/// Replaces the visitor's answers. `verb` is the past participle for the undo message.
fn apply(answers: AnswerStore, differences: Vec<Difference>, verb: &str) {
    if !differences.is_empty() {
        let message = messages::answers_imported(differences.len(), verb);
        let values = differences.iter().map(|d| (d.id.clone(), d.theirs.clone()));
        answers.set_answers(values.collect(), message);
        let names = differences.iter();
        answers.add_names(names.filter_map(|d| Some((d.kind(), &d.id, d.name.as_deref()?))));
    }
}

/// Imported answers next to the visitor's own, while there is an import.
#[component]
pub fn ImportPanel(
    /// The open ladder.
    ladder: SharedLadder,
    /// The visitor's answers.
    answers: AnswerStore,
    /// The imported answers.
    import: PendingImport,
) -> impl IntoView {
    move || {
        let Import { message, answers: imported } = import.0.get();
        (!message.is_empty()).then(|| {
            let differences = answers.with(|state| imported.differences(&state.answers));
            let table =
                (!imported.is_empty()).then(|| difference_table(&ladder, answers, differences));
            let close = move |_| {
                import.close();
                // The button is removed.
                focus::heading();
            };
            view! {
                <section class="plan-beside" aria-label="Shared answers">
                    <p class="lead">{message}</p>
                    {table}
                    <button type="button" lang="en" class="quiet" on:click=close>"Close"</button>
                </section>
            }
        })
    }
}

fn difference_table(
    ladder: &SharedLadder,
    answers: AnswerStore,
    differences: Vec<Difference>,
) -> AnyView {
    if differences.is_empty() {
        return view! { <p lang="en">"They match yours. Nothing to copy."</p> }.into_any();
    }
    let hidden = differences.len().saturating_sub(MAX_ROWS);
    let more = (hidden > 0).then(|| view! { <p class="count">{format!("And {hidden} more.")}</p> });
    let rows = differences.iter().take(MAX_ROWS);
    let rows: Vec<_> = rows.map(|difference| row(ladder, answers, difference)).collect();
    let label = format!("Use all {}", differences.len());
    let use_all = move |_| {
        apply(answers, differences.clone(), "copied");
        focus_first_button();
    };
    view! {
        <div class="table-frame">
            <table>
                <thead>
                    <tr>
                        <th lang="en" scope="col">"Skill"</th>
                        <th lang="en" scope="col">"Theirs"</th>
                        <th lang="en" scope="col">"Yours"</th>
                        <td></td>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
        {more}
        <button type="button" class="quiet" on:click=use_all>{label}</button>
        " "
    }
    .into_any()
}

fn row(
    ladder: &SharedLadder,
    answers: AnswerStore,
    difference: &Difference,
) -> impl IntoView + use<> {
    let skill = ladder.skill_by_id(&difference.id);
    let own = difference.own.as_ref().map(|own| messages::answer(ladder, skill, own));
    let name = messages::difference(ladder, difference);
    let label = format!("Use this for {name}");
    let theirs = messages::answer(ladder, skill, &difference.theirs);
    let difference = difference.clone();
    let use_this = move |_| {
        apply(answers, vec![difference.clone()], "copied");
        focus_first_button();
    };
    view! {
        <tr>
            <th scope="row">{name}</th>
            <td>{theirs}</td>
            <td>{own.unwrap_or_else(|| "—".to_owned())}</td>
            <td>
                <button type="button" lang="en" class="plain" aria-label=label on:click=use_this>
                    "Use this"
                </button>
            </td>
        </tr>
    }
}

/// Focuses the first button of the panel, because the button that was pressed is removed.
fn focus_first_button() {
    focus::on_next_frame(".plan-beside button".to_owned());
}

/// A button to open a backup file.
#[component]
pub fn RestoreButton(
    /// The visitor's answers.
    answers: AnswerStore,
    /// The open ladder.
    ladder: SharedLadder,
    /// Receives the answers.
    import: PendingImport,
) -> impl IntoView {
    let on_change = move |event: Event| {
        let Some(file) = File::chosen(&event) else { return };
        let ladder = ladder.clone();
        spawn_local(async move {
            let text = file.text(MAX_BACKUP_BYTES).await;
            import.read_backup(answers, &ladder, text.as_deref());
        });
    };
    view! {
        <label lang="en" class="quiet file">
            "Restore from backup"
            <input type="file" accept=".json,application/json" on:change=on_change />
        </label>
    }
}
