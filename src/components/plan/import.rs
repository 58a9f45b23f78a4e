//! Answers that came by a link or in a file, beside one's own; none becomes one's own without a word.

use crate::browser::{focus, fragment};
use crate::messages::plan as messages;
use crate::stores::{AnswerStore, SharedLadder};
use crate::ui::count;
use ladder::{Id, SkillIx};
use leptos::prelude::*;
use plan::{AnswerKind, AnswerValue, Difference, ImportDiff, Record, RecordError, SharedRatings};

/// As many differences are shown at once; all of them can be taken over.
const SHOWN: usize = 60;

/// What arrived, if anything did.
#[derive(Clone, Copy)]
pub struct Arrived(RwSignal<Import>);

/// What came.
#[derive(Clone, Debug, Default)]
struct Import {
    /// What it is, or why it cannot be read.
    words: String,
    theirs: ImportDiff,
}

impl Arrived {
    /// What the address brings, now and whenever its fragment changes.
    #[must_use]
    pub fn by_address(ladder: &Id) -> Self {
        let arrived = Self(RwSignal::default());
        let ladder = ladder.clone();
        Effect::new(move |_| {
            let look = {
                let ladder = ladder.clone();
                move || arrived.read_link(&ladder, &fragment::current())
            };
            look();
            fragment::on_change(look);
        });
        arrived
    }

    fn read_link(self, ladder: &Id, fragment: &str) {
        match SharedRatings::parse(fragment) {
            None => {}
            Some(Err(error)) => self.tell(messages::link_error(error).to_owned()),
            Some(Ok(shared)) if shared.ladder != *ladder => self.tell(format!(
                "This link belongs to a different ladder, “{}”. Open that ladder, then use the link again.",
                shared.ladder
            )),
            Some(Ok(shared)) => {
                let said = shared.ratings.into_iter().map(|(id, rating)| (id, AnswerValue::Rating(Some(rating))));
                let words = "Someone shared their ratings with you. Compare them with yours.".to_owned();
                self.0.set(Import { words, theirs: ImportDiff::new(said) });
            }
        }
    }

    fn tell(self, words: String) {
        self.0.set(Import { words, theirs: ImportDiff::default() });
    }

    fn close(self) {
        self.0.set(Import::default());
        fragment::clear();
    }
}

/// Takes in what stood in a file that the visitor chose: at once where they have no answers, which
/// can be undone; else it is shown beside theirs.
pub fn file_read(answers: AnswerStore, ladder: &Id, arrived: Arrived, text: Option<&str>) {
    let (record, words) = match text.map(Record::parse) {
        None => return arrived.tell("We couldn’t read that file.".to_owned()),
        Some(Err(RecordError::Changed(record))) => {
            (*record, "This file was edited outside this site. Check it before you use it.")
        }
        Some(Err(error)) => return arrived.tell(messages::record_error(&error)),
        Some(Ok(record)) => (record, "Answers in this file"),
    };
    if record.ladder != *ladder {
        return arrived.tell(format!(
            "This file belongs to a different ladder, “{}”. Open that ladder, then the file.",
            record.ladder
        ));
    }
    let theirs = ImportDiff::from_answers(&record.answers);
    if answers.with_untracked(|state| state.answers.is_blank()) {
        let all = answers.with_untracked(|state| theirs.differences(&state.answers));
        take(answers, all, "restored");
    } else {
        arrived.0.set(Import { words: words.to_owned(), theirs });
    }
}

fn take(answers: AnswerStore, all: Vec<Difference>, done: &str) {
    if !all.is_empty() {
        let done = format!("{} {done}.", count(all.len(), "answer", "answers"));
        answers.set_answers(all.into_iter().map(|one| (one.id, one.theirs)).collect(), done);
    }
}

/// What arrived, beside one's own.
#[must_use]
pub fn plan_beside(ladder: &SharedLadder, answers: AnswerStore, arrived: Arrived) -> AnyView {
    let ladder = ladder.clone();
    let panel = move || {
        let came = arrived.0.get();
        (!came.words.is_empty()).then(|| {
            let differences = answers.with(|state| came.theirs.differences(&state.answers));
            let is_empty = came.theirs.is_empty();
            let content = (!is_empty).then(|| side_by_side(&ladder, answers, differences));
            view! {
                <section class="plan-beside" aria-label="Shared answers">
                    <p class="lead">{came.words}</p>
                    {content}
                    <button lang="en" class="quiet" on:click=move |_| arrived.close()>"Close"</button>
                </section>
            }.into_any()
        })
    };
    view! { {panel} }.into_any()
}

fn side_by_side(
    ladder: &SharedLadder,
    answers: AnswerStore,
    differences: Vec<Difference>,
) -> AnyView {
    if differences.is_empty() {
        return view! { <p lang="en">"They match yours. Nothing to copy."</p> }.into_any();
    }
    let more = differences.len().saturating_sub(SHOWN);
    let more =
        (more > 0).then(|| view! { <p class="count">{format!("And {more} more.")}</p> }.into_any());
    let rows: Vec<_> =
        differences.iter().take(SHOWN).map(|one| row(ladder, answers, one)).collect();
    let words = format!("Use all {}", differences.len());
    let all = move |_| {
        take(answers, differences.clone(), "copied");
        focus::on_next_frame(".plan-beside button".to_owned());
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
        <button class="quiet" on:click=all>{words}</button>
        " "
    }
    .into_any()
}

fn row(ladder: &SharedLadder, answers: AnswerStore, one: &Difference) -> AnyView {
    let skill = ladder.skill_by_id(&one.id);
    let own = one.own.as_ref().map(|own| messages::answer(ladder, skill, own));
    let name = subject(ladder, skill, one);
    let single = one.clone();
    let press = move |_| {
        take(answers, vec![single.clone()], "copied");
        // The row goes; the next one's button takes the focus.
        focus::on_next_frame(".plan-beside button".to_owned());
    };
    view! {
        <tr>
            <th scope="row">{name.clone()}</th>
            <td>{messages::answer(ladder, skill, &one.theirs)}</td>
            <td>{own.unwrap_or_else(|| "—".to_owned())}</td>
            <td>
                <button lang="en" class="plain" aria-label=format!("Use this for {name}") on:click=press>
                    "Use this"
                </button>
            </td>
        </tr>
    }.into_any()
}

/// What was asked about, by its name on this ladder, else by its id.
fn subject(ladder: &SharedLadder, skill: Option<SkillIx>, one: &Difference) -> String {
    let id = one.id.to_string();
    let resource = || ladder.resources.iter().find(|r| r.id == one.id).map(|r| r.title.clone());
    let role = || ladder.role_by_id(&one.id).map(|role| ladder[role].title.clone());
    let skill = || skill.map(|skill| ladder[skill].name.clone());
    match one.kind() {
        AnswerKind::Rating => skill().unwrap_or(id),
        AnswerKind::Note => format!("Note on {}", skill().unwrap_or(id)),
        AnswerKind::Due => format!("Date for {}", skill().unwrap_or(id)),
        AnswerKind::Seen => resource().unwrap_or(id),
        AnswerKind::Goal => format!("Goal: {}", role().unwrap_or(id)),
    }
}
