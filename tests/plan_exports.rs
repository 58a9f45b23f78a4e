//! The plan's exports: Markdown, CSV and iCalendar.

#![allow(clippy::unwrap_used, clippy::panic)] // tests may panic

use career_ladder::messages::plan::LABELS;
use ladder::{CsvDialect, Id, Ladder, RoleIx, read};
use plan::{
    AnswerKind, AnswerValue, Answers, ClientId, Date, Gap, Rating, calendar, csv, markdown,
};

const CLIENT: ClientId = ClientId(7);

fn id(text: &str) -> Id {
    Id::new(text).unwrap()
}

fn role(ladder: &Ladder, name: &str) -> RoleIx {
    ladder.role_by_id(&id(name)).unwrap()
}

const LEVELS: &str = r#"{
  "format": 1, "id": "levels", "title": "Levels, and: more",
  "scale": [{ "id": "one", "name": "One" }, { "id": "two", "name": "Two" }, { "id": "three", "name": "Three" }],
  "skills": [
    { "id": "deep", "name": "Deep", "resources": ["book"] },
    { "id": "any", "name": "Any *level*" },
    { "id": "nice", "name": "Nice" },
    { "id": "late", "name": "Late", "levels": { "two": { "name": "Second" } } }
  ],
  "roles": [
    { "id": "a", "title": "A", "skills": [{ "skill": "deep", "level": "one" }] },
    { "id": "b", "title": "B", "resources": ["talk"], "skills": [{ "skill": "any" }, { "skill": "deep", "level": "two" }] },
    { "id": "c", "title": "=C", "skills": [
      { "skill": "late", "level": "two", "kind": "core" }, { "skill": "nice", "level": "one", "kind": "optional" },
      { "skill": "deep", "level": "three" }, { "skill": "any" }] }
  ],
  "resources": [
    { "id": "book", "title": "A book [sic]", "url": "https://example.org/book" },
    { "id": "talk", "title": "A talk", "url": "https://www.youtube.com/watch?v=PSWUr5E_OKY" }
  ]
}"#;

fn plan_with_answers() -> (Ladder, Gap, Answers) {
    let ladder = read(LEVELS).ladder.unwrap();
    let gap = Gap::new(&ladder, Some(role(&ladder, "a")), role(&ladder, "c"));
    let mut answers = Answers::default();
    answers.set(&id("deep"), AnswerValue::Rating(Some(Rating::Level(id("one")))), CLIENT);
    answers.set(&id("deep"), AnswerValue::Due(Date::new("2027-02-28")), CLIENT);
    answers.set(
        &id("deep"),
        AnswerValue::Note("=SUM(A1), \"quoted\"\n- # second; line\\".into()),
        CLIENT,
    );
    answers.set(&id("any"), AnswerValue::Rating(Some(Rating::Level(id("two")))), CLIENT);
    answers.set(&id("any"), AnswerValue::Due(Date::new("2026-01-01")), CLIENT);
    answers.set(&id("book"), AnswerValue::Seen(true), CLIENT);
    answers.set(&id("cobol"), AnswerValue::Note("kept".into()), CLIENT);
    answers.set(&id("fortran"), AnswerValue::Rating(Some(Rating::Have)), CLIENT);
    answers.set(&id("fortran"), AnswerValue::Note("also".into()), CLIENT);
    answers.add_name(AnswerKind::Note, &id("fortran"), "FORTRAN [77]");
    (ladder, gap, answers)
}

#[test]
fn markdown_is_escaped_and_groups_skills_by_stage() {
    let (ladder, gap, answers) = plan_with_answers();
    let text =
        markdown(&ladder, gap.path.first().copied(), role(&ladder, "c"), &gap, &answers, LABELS);
    assert_eq!(
        text,
        "# My plan: A to =C\n\nLevels, and: more\n\n1 of 3 skills done, 2 to go.\n\
         \n## New for B\n\n\
         - [ ] [A talk](<https://www.youtube.com/watch?v=PSWUr5E_OKY>)\n\
         - [ ] **Deep** (Required: Three; current: One; due 2027-02-28)\n  \
         > \\=SUM(A1), \"quoted\"\n  > \\- \\# second; line\\\\\n  \
         - [x] [A book \\[sic\\]](<https://example.org/book>)\n\
         \n## New for \\=C\n\n\
         - [ ] **Late** (Key skill: Second)\n\
         \n## Nice to have\n\n\
         - [ ] **Nice** (Nice to have: One)\n\
         \n## Done\n\n\
         - [x] **Any \\*level\\*** (Required; current: Two; due 2026-01-01)\n\
         \n## No longer on this ladder\n\n\
         - **FORTRAN \\[77\\]**: Have it; also\n\
         - `cobol`: kept\n"
    );
}

#[test]
fn csv_is_quoted_and_safe_to_open_in_a_spreadsheet() {
    let (ladder, gap, answers) = plan_with_answers();
    assert_eq!(
        csv(&ladder, &gap, &answers, LABELS, CsvDialect::Standard),
        "Skill,To do,Needed for,Requirement,Rating,Target date,Note,Learn\r\n\
         Deep,yes,B,Required: Three,One,2027-02-28,\"'=SUM(A1), \"\"quoted\"\"\n- # second; line\\\",A book [sic] (done): https://example.org/book\r\n\
         Late,yes,\"'=C\",Key skill: Second,,,,\r\n\
         Any *level*,no,B,Required,Two,2026-01-01,,A talk: https://www.youtube.com/watch?v=PSWUr5E_OKY\r\n\
         Nice,yes,\"'=C\",Nice to have: One,,,,\r\n\
         FORTRAN [77],,No longer on this ladder,,Have it,,also,\r\n\
         cobol,,No longer on this ladder,,,,kept,\r\n"
    );
}

#[test]
fn the_calendar_holds_the_target_dates_of_open_skills() {
    let (ladder, gap, answers) = plan_with_answers();
    let to = role(&ladder, "c");
    let file = calendar(&ladder, to, &gap, &answers, LABELS, "20260131T120000Z").unwrap();
    assert_eq!(
        file,
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Career Ladder//My plan//EN\r\nCALSCALE:GREGORIAN\r\n\
         BEGIN:VEVENT\r\nUID:deep.levels@career-ladder\r\nDTSTAMP:20260131T120000Z\r\n\
         DTSTART;VALUE=DATE:20270228\r\nDTEND;VALUE=DATE:20270301\r\nSUMMARY:Deep\r\n\
         DESCRIPTION:=C: Required: Three\\n=SUM(A1)\\, \"quoted\"\\n- # second\\; line\\\\\r\n\
         TRANSP:TRANSPARENT\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
    );
    assert_eq!(calendar(&ladder, to, &gap, &Answers::default(), LABELS, "20260131T120000Z"), None);
}

#[test]
fn the_calendar_names_dates_of_skills_that_are_gone() {
    let (ladder, gap, mut answers) = plan_with_answers();
    answers.set(&id("cobol"), AnswerValue::Due(Date::new("2028-02-29")), CLIENT);
    answers.set(&id("fortran"), AnswerValue::Due(Date::new("2028-03-01")), CLIENT);
    let to = role(&ladder, "c");
    let file = calendar(&ladder, to, &gap, &answers, LABELS, "20260131T120000Z").unwrap();
    assert!(file.contains("SUMMARY:FORTRAN [77]\r\n"), "{file}");
    let expected = "DTSTART;VALUE=DATE:20280229\r\nDTEND;VALUE=DATE:20280301\r\nSUMMARY:cobol\r\n\
        DESCRIPTION:No longer on this ladder\\nkept\r\n";
    assert!(file.contains(expected), "{file}");
}
