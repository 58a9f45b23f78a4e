//! The dated parts of a plan as an iCalendar file (RFC 5545).
//!
//! Events of a whole day and not to-dos: most calendars on the web and on phones import events and
//! pass over `VTODO`. They are transparent, so that a day with a goal in it stays free for meetings.

use super::answers::Answers;
use super::gap::Gap;
use super::words::asked_in_words;
use ladder::{Ladder, RoleIx};

/// Writes an event for each skill of the plan that is left and has a date; none where there is none.
///
/// `now` is the present moment in UTC, as in `20260131T120000Z`: this code knows no clock.
#[must_use]
pub fn calendar(
    ladder: &Ladder,
    to: RoleIx,
    gap: &Gap,
    answers: &Answers,
    now: &str,
) -> Option<String> {
    let mut file = String::new();
    let mut line = |text: &str| fold(text, &mut file);
    line("BEGIN:VCALENDAR");
    line("VERSION:2.0");
    line("PRODID:-//Career Ladder//My plan//EN");
    line("CALSCALE:GREGORIAN");
    let mut events = 0;
    for (_, wanted) in gap.left(ladder, answers) {
        let skill = &ladder[wanted.skill];
        let Some(due) = answers.due(&skill.id) else { continue };
        events += 1;
        line("BEGIN:VEVENT");
        // The same each time, so that a calendar that has the event already changes it.
        line(&format!("UID:{}.{}@career-ladder", skill.id, ladder.id));
        line(&format!("DTSTAMP:{now}"));
        // A date alone is the whole of that day (section 3.6.1).
        line(&format!("DTSTART;VALUE=DATE:{}", due.digits()));
        line(&format!("SUMMARY:{}", escaped(&skill.name)));
        let about = format!("{}: {}", ladder[to].title, asked_in_words(ladder, wanted));
        let note = answers.note(&skill.id);
        let about = if note.is_empty() { about } else { format!("{about}\n{note}") };
        line(&format!("DESCRIPTION:{}", escaped(&about)));
        line("TRANSP:TRANSPARENT");
        line("END:VEVENT");
    }
    line("END:VCALENDAR");
    (events > 0).then_some(file)
}

/// A text as a value of type TEXT (section 3.3.11); other control characters have no place in it.
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

/// Writes a line, folded where it is longer than 75 octets, never within a character (section 3.1).
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
        fn folded_lines_are_short_and_read_back(text in "\\PC{0,200}") {
            let mut file = String::new();
            fold(&text, &mut file);
            prop_assert!(file.split("\r\n").all(|line| line.len() <= 75));
            prop_assert_eq!(file.replace("\r\n ", ""), text + "\r\n");
        }
    }

    #[test]
    fn texts_are_escaped() {
        assert_eq!(escaped("a,b;c\\d\ne\r\nf\u{7}"), "a\\,b\\;c\\\\d\\ne\\nf");
    }
}
