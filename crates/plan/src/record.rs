//! The one form in which answers are stored and handed out as a file: readable JSON, an answer a
//! line, with what is needed to know it whole and to know whose it is.
//!
//! One form for both, so that there is one reader, one writer and one set of migrations, and so that
//! what was set aside or exported can always be opened again. `tests/fixtures/answers` holds a file of
//! every schema that was released; each must stay readable for ever.

use super::answers::{Answer, Answers};
use super::date::Date;
use super::json::{Json, quote};
use super::said::{About, Rating, Said};
use super::stamp::Stamp;
use ladder::Id;

/// The schema that is written. A higher number is a newer page's: it is left alone.
pub const SCHEMA: u64 = 1;

/// What every record says of itself.
const FORMAT: &str = "career-ladder-answers";

/// Answers, and whose they are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Record {
    /// The id of the ladder that was answered.
    pub ladder: Id,
    /// Where that ladder comes from, as the page tells ladders of one id apart.
    pub source: String,
    /// How often it was written; of two copies the higher is the later.
    pub revision: u64,
    /// The answers.
    pub answers: Answers,
}

/// Why a text is not a record that can be used.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Unreadable {
    /// It is not JSON to its end.
    #[error("it is not whole, or it is no file of answers")]
    NotWhole,
    /// It is something else.
    #[error("it is no file of answers")]
    Other,
    /// A newer page wrote it.
    #[error("a newer version of this page wrote it; reload the page to get that version")]
    Newer,
    /// A part of it says nothing we know.
    #[error("the answer with the number {0} in it cannot be read")]
    Answer(usize),
    /// It was changed, by a fault or by hand, since it was written. Holds what it says now.
    #[error("it was changed since this page wrote it")]
    Changed(Box<Record>),
}

impl Record {
    /// Writes it; [`Record::read`] gives the same back.
    #[must_use]
    pub fn write(&self) -> String {
        let mut json = self.body();
        let checksum = checksum(&json);
        json.push_str(&format!("  \"checksum\": \"{checksum:016x}\"\n}}\n"));
        json
    }

    /// Reads what [`Record::write`] wrote, now or in an earlier version of the page.
    ///
    /// # Errors
    /// See [`Unreadable`].
    pub fn read(text: &str) -> Result<Self, Unreadable> {
        let json = Json::read(text).ok_or(Unreadable::NotWhole)?;
        if json.get("format").and_then(Json::text) != Some(FORMAT) {
            return Err(Unreadable::Other);
        }
        match json.get("schema").and_then(Json::number) {
            Some(SCHEMA) => first_schema(&json),
            Some(newer) if newer > SCHEMA => Err(Unreadable::Newer),
            _ => Err(Unreadable::Other),
        }
    }

    /// Everything before the checksum, which is over just this: white space and the order of members
    /// are another program's to change, what is said is not.
    fn body(&self) -> String {
        let mut json = format!("{{\n  \"format\": \"{FORMAT}\",\n  \"schema\": {SCHEMA},\n");
        json.push_str(&format!("  \"ladder\": \"{}\",\n  \"source\": ", self.ladder));
        quote(&self.source, &mut json);
        let (revision, forgotten) = (self.revision, self.answers.forgotten());
        json.push_str(&format!(",\n  \"revision\": {revision},\n  \"forgotten\": {forgotten},\n"));
        json.push_str("  \"answers\": [");
        for (place, answer) in self.answers.all().iter().enumerate() {
            json.push_str(if place == 0 { "\n    " } else { ",\n    " });
            write_answer(answer, &mut json);
        }
        json.push_str(if self.answers.all().is_empty() { "],\n" } else { "\n  ],\n" });
        json
    }
}

/// The names under which answers stand.
const NAMES: [(&str, About); 5] = [
    ("rating", About::Rating),
    ("note", About::Note),
    ("due", About::Due),
    ("seen", About::Seen),
    ("goal", About::Goal),
];

fn write_answer(answer: &Answer, json: &mut String) {
    let about = answer.said.about();
    let name = NAMES.iter().find(|(_, known)| *known == about).map_or("", |(name, _)| name);
    json.push_str(&format!("{{ \"{name}\": \"{}\", \"is\": ", answer.id));
    let text = match &answer.said {
        Said::Rating(rating) => rating.as_ref().map(Rating::word),
        Said::Note(note) => Some(note.clone()),
        Said::Due(due) => due.as_ref().map(Date::to_string),
        Said::Goal(from) => from.as_ref().map(Id::to_string),
        Said::Seen(_) => None,
    };
    match (text, &answer.said) {
        (Some(text), _) => quote(&text, json),
        (None, Said::Seen(seen)) => json.push_str(if *seen { "true" } else { "false" }),
        (None, _) => json.push_str("null"),
    }
    json.push_str(&format!(", \"at\": \"{}\" }}", answer.stamp));
}

fn first_schema(json: &Json) -> Result<Record, Unreadable> {
    let text = |name| json.get(name).and_then(Json::text);
    let number = |name| json.get(name).and_then(Json::number).filter(|&n| n <= Stamp::LAST);
    let header = (|| Some((Id::new(text("ladder")?)?, text("source")?, number("revision")?)))();
    let (Some((ladder, source, revision)), Some(forgotten), Some(Json::List(list))) =
        (header, number("forgotten"), json.get("answers"))
    else {
        return Err(Unreadable::Other);
    };
    let answers = list
        .iter()
        .enumerate()
        .map(|(place, answer)| read_answer(answer).ok_or(Unreadable::Answer(place + 1)));
    let answers = Answers::stored(answers.collect::<Result<_, _>>()?, forgotten);
    let record = Record { ladder, source: source.to_owned(), revision, answers };
    let written = text("checksum").and_then(|digits| u64::from_str_radix(digits, 16).ok());
    if written == Some(checksum(&record.body())) {
        Ok(record)
    } else {
        Err(Unreadable::Changed(Box::new(record)))
    }
}

fn read_answer(json: &Json) -> Option<Answer> {
    let (id, about) = NAMES.iter().find_map(|&(name, about)| Some((json.get(name)?, about)))?;
    let is = json.get("is")?;
    // `null` where there is nothing, else a text of a form of its own.
    let none = *is == Json::Null;
    let said = match about {
        About::Rating if none => Said::Rating(None),
        About::Rating => Said::Rating(Some(Rating::read(is.text()?)?)),
        About::Note => Said::Note(is.text()?.to_owned()),
        About::Due if none => Said::Due(None),
        About::Due => Said::Due(Some(Date::new(is.text()?)?)),
        About::Seen => Said::Seen(if let Json::Bool(seen) = is { *seen } else { return None }),
        About::Goal if none => Said::Goal(None),
        About::Goal => Said::Goal(Some(Id::new(is.text()?)?)),
    };
    let stamp = Stamp::read(json.get("at")?.text()?)?;
    Some(Answer { id: Id::new(id.text()?)?, said, stamp })
}

/// FNV-1a, 64 bits (<https://datatracker.ietf.org/doc/html/draft-eastlake-fnv>): tells a torn or
/// altered text from a whole one. It is no protection against someone who means to deceive, who could
/// write a record of their own just as well.
pub(super) fn checksum(text: &str) -> u64 {
    text.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3)
    })
}
