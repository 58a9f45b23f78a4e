//! The file format of answers: readable JSON, one answer per line, with a checksum.
//!
//! Storage and backup files share this format, so there is one parser and one writer, and whatever
//! was quarantined or exported can be opened again. `tests/fixtures/answers` holds a file of every
//! released schema; each must stay readable forever.

use super::answer::{AnswerKind, AnswerValue, CurrentRole, Rating};
use super::answers::{Answer, Answers};
use super::checksum::checksum;
use super::clock::LamportClock;
use super::date::Date;
use ladder::Id;
use serde::Deserialize;
use serde_json::Value;

/// The latest schema. A record with a higher number was written by a newer version of the site and is
/// left alone. Schema 2 added where the visitor is now; a record without it is written as schema 1, which
/// older versions of the site can read. They can also read records with the names of skills and resources:
/// the names have a checksum of their own, so those versions leave them out and lose nothing else.
pub const SCHEMA: u64 = 2;

const FORMAT: &str = "career-ladder-answers";

/// Answers, and the ladder they belong to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Record {
    /// The id of the ladder.
    pub ladder: Id,
    /// Where the ladder comes from; tells ladders with the same id apart.
    pub source: String,
    /// Counts the writes; of two copies the higher is the later.
    pub revision: u64,
    /// The answers.
    pub answers: Answers,
}

/// Why a text cannot be used as a record.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum RecordError {
    /// Not valid JSON, for example because it is truncated.
    #[error("invalid or truncated JSON")]
    NotJson,
    /// JSON of another format.
    #[error("not a file of answers")]
    NotARecord,
    /// Written by a newer version of the site.
    #[error("written by a newer version")]
    Newer,
    /// The answer with this number, counted from 1, is invalid.
    #[error("answer {0} is invalid")]
    Answer(usize),
    /// The checksum does not match: damaged or edited by hand. Holds the record as it reads now.
    #[error("the checksum does not match")]
    Changed(Box<Record>),
}

impl Record {
    /// Writes the record; [`Record::parse`] reads it back.
    #[must_use]
    pub fn write(&self) -> String {
        let names = self.names_checksum();
        let names = names.map(|names| format!("  \"names-checksum\": \"{names}\",\n"));
        let (text, names, checksum) = (self.body(true), names.unwrap_or_default(), self.checksum());
        format!("{text}{names}  \"checksum\": \"{checksum}\"\n}}\n")
    }

    /// Parses a record of any released schema.
    ///
    /// # Errors
    /// See [`RecordError`].
    pub fn parse(text: &str) -> Result<Self, RecordError> {
        // Some editors add a byte-order mark.
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let json: Value = serde_json::from_str(text).map_err(|_| RecordError::NotJson)?;
        if json.get("format").and_then(Value::as_str) != Some(FORMAT) {
            return Err(RecordError::NotARecord);
        }
        match json.get("schema").and_then(Value::as_u64) {
            Some(1..=SCHEMA) => Self::from_json(json),
            Some(newer) if newer > SCHEMA => Err(RecordError::Newer),
            _ => Err(RecordError::NotARecord),
        }
    }

    fn from_json(json: Value) -> Result<Self, RecordError> {
        let stored = StoredRecord::deserialize(json).map_err(|_| RecordError::NotARecord)?;
        if stored.revision.max(stored.forgotten) > LamportClock::MAX_COUNTER {
            return Err(RecordError::NotARecord);
        }
        let ladder = Id::new(&stored.ladder).ok_or(RecordError::NotARecord)?;
        let answers = stored.answers.into_iter().enumerate().map(|(index, answer)| {
            let name = answer.get("name").and_then(Value::as_str).map(str::to_owned);
            let stored = StoredAnswer::deserialize(answer).ok();
            stored.and_then(|stored| stored.answer(name)).ok_or(RecordError::Answer(index + 1))
        });
        let answers = Answers::new(answers.collect::<Result<_, _>>()?, stored.forgotten);
        let record = Self { ladder, source: stored.source, revision: stored.revision, answers };
        let is_intact = stored.checksum == Some(record.checksum())
            && stored.names_checksum == record.names_checksum();
        if is_intact { Ok(record) } else { Err(RecordError::Changed(Box::new(record))) }
    }

    /// The lowest schema that can express the answers.
    fn schema(&self) -> u64 {
        let has_current_role = |answer: &Answer| answer.value.kind() == AnswerKind::CurrentRole;
        if self.answers.all().iter().any(has_current_role) { 2 } else { 1 }
    }

    /// The checksum covers everything before it, without the names. The layout of a released schema must
    /// therefore not change. Other programs may reformat a record, because it is parsed and written again
    /// before the checksum is compared.
    fn checksum(&self) -> String {
        format!("{:016x}", checksum(&self.body(false)))
    }

    /// The checksum of the names; `None` if there are none.
    fn names_checksum(&self) -> Option<String> {
        let mut has_names = false;
        let names = self.answers.all().iter().map(|answer| {
            has_names |= answer.name.is_some();
            format!("{}\n", answer.name.as_deref().map(quote).unwrap_or_default())
        });
        let names: String = names.collect();
        has_names.then(|| format!("{:016x}", checksum(&names)))
    }

    /// Everything before the checksums.
    fn body(&self, with_names: bool) -> String {
        let Self { ladder, source, revision, answers } = self;
        let schema = self.schema();
        let (source, forgotten) = (quote(source), answers.deleted_until());
        let lines: Vec<String> =
            answers.all().iter().map(|answer| answer_line(answer, with_names)).collect();
        let end = if lines.is_empty() { "" } else { "\n  " };
        let lines = lines.join(",");
        format!(
            "{{\n  \"format\": \"{FORMAT}\",\n  \"schema\": {schema},\n  \"ladder\": \"{ladder}\",\n  \
             \"source\": {source},\n  \"revision\": {revision},\n  \"forgotten\": {forgotten},\n  \
             \"answers\": [{lines}{end}],\n"
        )
    }
}

/// The stored form of a record.
#[derive(Deserialize)]
#[serde(rename_all = "kebab-case")]
struct StoredRecord {
    ladder: String,
    source: String,
    revision: u64,
    forgotten: u64,
    answers: Vec<Value>,
    names_checksum: Option<String>,
    checksum: Option<String>,
}

/// The stored form of an answer: the id under the name of its kind, its value and its clock. The name of what
/// it is about is optional.
#[derive(Deserialize)]
#[serde(untagged)]
enum StoredAnswer {
    Rating {
        rating: String,
        is: Option<Rating>,
        at: LamportClock,
    },
    Note {
        note: String,
        is: String,
        at: LamportClock,
    },
    Due {
        due: String,
        is: Option<Date>,
        at: LamportClock,
    },
    Seen {
        seen: String,
        is: bool,
        at: LamportClock,
    },
    Goal {
        goal: String,
        is: Option<String>,
        at: LamportClock,
    },
    #[serde(rename_all = "kebab-case")]
    CurrentRole {
        current_role: String,
        is: Option<CurrentRole>,
        at: LamportClock,
    },
}

impl StoredAnswer {
    /// The answer; `None` if an id is invalid.
    fn answer(self, name: Option<String>) -> Option<Answer> {
        let (id, value, clock) = match self {
            Self::Rating { rating, is, at } => (rating, AnswerValue::Rating(is), at),
            Self::Note { note, is, at } => (note, AnswerValue::Note(is), at),
            Self::Due { due, is, at } => (due, AnswerValue::Due(is), at),
            Self::Seen { seen, is, at } => (seen, AnswerValue::Seen(is), at),
            Self::CurrentRole { current_role, is, at } => {
                (current_role, AnswerValue::CurrentRole(is), at)
            }
            Self::Goal { goal, is: None, at } => (goal, AnswerValue::Goal(None), at),
            Self::Goal { goal, is: Some(from), at } => {
                (goal, AnswerValue::Goal(Some(Id::new(&from)?)), at)
            }
        };
        Some(Answer { id: Id::new(&id)?, value, clock, name })
    }
}

fn answer_line(answer: &Answer, with_name: bool) -> String {
    let text = |text: Option<String>| text.map_or("null".to_owned(), |text| quote(&text));
    let (kind, is) = match &answer.value {
        AnswerValue::Rating(rating) => ("rating", text(rating.as_ref().map(Rating::code))),
        AnswerValue::Note(note) => ("note", quote(note)),
        AnswerValue::Due(due) => ("due", text(due.as_ref().map(Date::to_string))),
        AnswerValue::Seen(seen) => ("seen", seen.to_string()),
        AnswerValue::Goal(from) => ("goal", text(from.as_ref().map(Id::to_string))),
        AnswerValue::CurrentRole(role) => {
            ("current-role", text(role.as_ref().map(CurrentRole::code)))
        }
    };
    let Answer { id, clock, name, .. } = answer;
    let name = name.as_deref().filter(|_| with_name);
    let name = name.map(|name| format!(", \"name\": {}", quote(name))).unwrap_or_default();
    format!("\n    {{ \"{kind}\": \"{id}\", \"is\": {is}, \"at\": \"{clock}\"{name} }}")
}

/// A JSON string. Unlike `serde_json`, all control characters but `\n` are written as `\u00..`: the
/// checksums of existing records cover that form.
fn quote(text: &str) -> String {
    let mut json = String::from('"');
    for c in text.chars() {
        match c {
            '"' | '\\' => json.extend(['\\', c]),
            '\n' => json.push_str("\\n"),
            c if c < ' ' => json.push_str(&format!("\\u{:04x}", u32::from(c))),
            c => json.push(c),
        }
    }
    json.push('"');
    json
}
