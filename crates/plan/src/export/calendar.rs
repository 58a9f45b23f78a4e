//! The target dates of a plan as an iCalendar file (RFC 5545).
//!
//! All-day events instead of to-dos: most calendars on the web and on phones import events and ignore
//! `VTODO`. The events are transparent, so that the day stays free for meetings.

use super::Labels;
use crate::answer::AnswerKind;
use crate::answers::Answers;
use crate::date::Date;
use crate::gap::Gap;
use ladder::{Id, Ladder, RoleIx};

/// Writes an event for each open skill with a target date, and for each that the ladder no longer has;
/// `None` if there is no such skill.
///
/// `now` is the current time in UTC, in the form `20260131T120000Z`.
#[must_use]
pub fn calendar(
    ladder: &Ladder,
    to: RoleIx,
    gap: &Gap,
    answers: &Answers,
    labels: Labels,
    now: &str,
) -> Option<String> {
    let mut events = Vec::new();
    for (_, target) in gap.remaining(ladder, answers) {
        let id = &ladder[target.skill].id;
        let Some(due) = answers.due(id) else { continue };
        let requirement = (labels.requirement)(ladder, target);
        let about = format!("{}: {requirement}", ladder.distinct_title(to));
        let summary = ladder.distinct_skill_name(target.skill);
        events.push(Event { id, due, summary, about });
    }
    let orphans = answers.orphans(ladder);
    for orphan in &orphans {
        let is_skill = orphan.kinds.iter().all(|kind| *kind != AnswerKind::Seen);
        let Some(due) = answers.due(&orphan.id).filter(|_| is_skill) else { continue };
        let about = "No longer on this ladder".to_owned();
        events.push(Event { id: &orphan.id, due, summary: orphan.label().to_owned(), about });
    }
    if events.is_empty() {
        return None;
    }
    let mut file = String::new();
    let mut line = |text: &str| fold(text, &mut file);
    line("BEGIN:VCALENDAR");
    line("VERSION:2.0");
    line("PRODID:-//Career Ladder//My plan//EN");
    line("CALSCALE:GREGORIAN");
    for Event { id, due, summary, about } in events {
        line("BEGIN:VEVENT");
        // Stable, so that importing again updates the event.
        line(&format!("UID:{id}.{}@career-ladder", ladder.id));
        line(&format!("DTSTAMP:{now}"));
        // A date without a time means the whole day (section 3.6.1). The end is not part of the event;
        // some calendars need it.
        line(&format!("DTSTART;VALUE=DATE:{}", due.digits()));
        line(&format!("DTEND;VALUE=DATE:{}", due.next_day_digits()));
        line(&format!("SUMMARY:{}", escaped(&summary)));
        let note = answers.note(id);
        let separator = if note.is_empty() { "" } else { "\n" };
        line(&format!("DESCRIPTION:{}", escaped(&format!("{about}{separator}{note}"))));
        line("TRANSP:TRANSPARENT");
        line("END:VEVENT");
    }
    line("END:VCALENDAR");
    Some(file)
}

/// A target date.
struct Event<'a> {
    id: &'a Id,
    due: &'a Date,
    summary: String,
    about: String,
}

/// Escapes a value of type TEXT (section 3.3.11) and drops other control characters.
fn escaped(text: &str) -> String {
    let mut escaped = String::new();
    for c in text.replace("\r\n", "\n").chars() {
        match c {
            '\\' | ';' | ',' => escaped.extend(['\\', c]),
            '\n' | '\r' => escaped.push_str("\\n"),
            '\t' => escaped.push('\t'),
            c if c.is_control() => {}
            c => escaped.push(c),
        }
    }
    escaped
}

/// Writes a line, folded after at most 75 octets and never within a character (section 3.1).
fn fold(line: &str, file: &mut String) {
    let mut width = 0;
    for c in line.chars() {
        if width + c.len_utf8() > 75 {
            file.push_str("\r\n ");
            width = 1;
        }
        file.push(c);
        width += c.len_utf8();
    }
    file.push_str("\r\n");
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn folded_lines_are_short_and_unfold_to_the_original(text in "\\PC{0,200}") {
            let mut file = String::new();
            fold(&text, &mut file);
            prop_assert!(file.split("\r\n").all(|line| line.len() <= 75));
            prop_assert_eq!(file.replace("\r\n ", ""), text + "\r\n");
        }
    }

    #[test]
    fn special_characters_are_escaped() {
        assert_eq!(escaped("a,b;c\\d\ne\r\nf\u{7}"), "a\\,b\\;c\\\\d\\ne\\nf");
    }
}
