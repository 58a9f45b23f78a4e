//! The visitor's plan: answers and how they merge, what is left, and every file and link out of it.

#![allow(clippy::unwrap_used, clippy::panic)] // a test may fail loudly

use ladder::{Id, Ladder, RoleIx, read};
use plan::{
    About, Answer, Answers, BadLink, Beside, Date, Gap, Rating, Record, SCHEMA, Said,
    SharedRatings, Stamp, Unreadable, Writer, calendar, csv, markdown, way,
};
use proptest::prelude::*;

const ME: Writer = Writer(7);

fn id(text: &str) -> Id {
    Id::new(text).unwrap()
}

fn ladder(json: &str) -> Ladder {
    let reading = read(json);
    reading.ladder.unwrap_or_else(|| panic!("{:?}", reading.problems))
}

fn bundled() -> Ladder {
    ladder(include_str!("../public/ladders/ai-developer.json"))
}

fn role(ladder: &Ladder, name: &str) -> RoleIx {
    ladder.role_by_id(&id(name)).unwrap()
}

fn names(ladder: &Ladder, gap: &Gap, answers: &Answers) -> Vec<String> {
    let left = gap.left(ladder, answers);
    left.iter().map(|(stage, wanted)| format!("{stage} {}", ladder[wanted.skill].id)).collect()
}

// --- answers ---------------------------------------------------------------------------------

fn said() -> impl Strategy<Value = Said> {
    prop_oneof![
        prop::option::of(prop_oneof![
            Just(Rating::NotYet),
            Just(Rating::Learning),
            Just(Rating::Have),
            "[a-z]{1,3}".prop_map(|level| Rating::Level(id(&level))),
        ])
        .prop_map(Said::Rating),
        "(\\PC|[\\x00-\\x1f\"\\\\]){0,12}".prop_map(Said::Note),
        prop::option::of((1_u8..13, 1_u8..29)).prop_map(|day| {
            Said::Due(day.and_then(|(m, d)| Date::new(&format!("2026-{m:02}-{d:02}"))))
        }),
        any::<bool>().prop_map(Said::Seen),
        prop::option::of("[a-z]{1,2}").prop_map(|from| Said::Goal(from.map(|from| id(&from)))),
    ]
}

fn answers() -> impl Strategy<Value = Answers> {
    let stamp =
        (0_u64..9, 0_u32..3).prop_map(|(clock, writer)| Stamp { clock, writer: Writer(writer) });
    let answer =
        ("[a-c]", said(), stamp).prop_map(|(of, said, stamp)| Answer { id: id(&of), said, stamp });
    (prop::collection::vec(answer, 0..8), 0_u64..5)
        .prop_map(|(all, forgotten)| Answers::stored(all, forgotten))
}

fn merged(a: &Answers, b: &Answers) -> Answers {
    let mut both = a.clone();
    both.merge(b.clone());
    both
}

proptest! {
    #[test]
    fn tabs_agree_in_whatever_order_they_hear_of_each_other(a in answers(), b in answers(), c in answers()) {
        prop_assert_eq!(merged(&a, &b), merged(&b, &a));
        prop_assert_eq!(merged(&merged(&a, &b), &c), merged(&a, &merged(&b, &c)));
        prop_assert_eq!(merged(&a, &a), a.clone());
        let both = merged(&a, &b);
        prop_assert!(both.covers(&a) && both.covers(&b));
    }

    #[test]
    fn what_is_answered_now_wins_over_everything_known(a in answers(), b in answers(), said in said()) {
        let mut now = merged(&a, &b);
        now.say(&id("a"), said.clone(), Writer(0));
        for older in [a, b] {
            let found = merged(&now, &older).said(said.about(), &id("a")).cloned();
            prop_assert_eq!(found.filter(|found| !found.is_blank()), Some(said.clone()).filter(|said| !said.is_blank()));
        }
    }

    #[test]
    fn what_is_forgotten_stays_so(a in answers(), b in answers()) {
        let mut now = merged(&a, &b);
        now.forget();
        for older in [a, b] {
            prop_assert!(merged(&now, &older).is_blank());
        }
    }

    #[test]
    fn a_record_reads_back(answers in answers(), revision in 0_u64..1000, source in "\\PC{0,20}") {
        let record = Record { ladder: id("some-ladder"), source, revision, answers };
        let written = record.write();
        prop_assert_eq!(Record::read(&written), Ok(record.clone()));
        // Other programs may lay it out anew.
        let value: serde_json::Value = serde_json::from_str(&written).unwrap();
        prop_assert_eq!(Record::read(&value.to_string()), Ok(record));
    }

    #[test]
    fn a_record_that_was_cut_or_altered_is_never_taken_for_whole(
        answers in answers(), at in any::<prop::sample::Index>(), byte in 32_u8..127,
    ) {
        let record = Record { ladder: id("l"), source: "/".into(), revision: 1, answers };
        let written = record.write();
        let at = at.index(written.len() - 1);
        let mut cut = written.clone().into_bytes();
        cut.truncate(at);
        prop_assert_ne!(Record::read(&String::from_utf8_lossy(&cut)), Ok(record.clone()));
        let mut altered = written.clone().into_bytes();
        altered[at] = byte;
        if let Ok(read) = Record::read(&String::from_utf8_lossy(&altered)) {
            prop_assert_eq!(read, record);
        }
    }

    #[test]
    fn no_text_panics(text in "\\PC{0,60}|[\\[\\]{}:,\"a-z0-9 ]{0,60}") {
        let _ = Record::read(&text);
        let _ = SharedRatings::read(&text);
        let _ = SharedRatings::read(&format!("#plan=1.{text}"));
    }

    #[test]
    fn a_link_carries_every_rating(answers in answers()) {
        let shared = SharedRatings::of(&id("some-ladder"), &answers);
        let fragment = shared.fragment();
        prop_assert!(fragment.bytes().all(|b| b.is_ascii_alphanumeric() || b"=.;:,-".contains(&b)), "{}", fragment);
        prop_assert_eq!(SharedRatings::read(&format!("#{fragment}")), Some(Ok(shared.clone())));
        prop_assert_eq!(SharedRatings::read(&fragment.replace(';', "%3B").replace(':', "%3a")), Some(Ok(shared)));
        for end in 5..fragment.len() {
            prop_assert_eq!(SharedRatings::read(&fragment[..end]), Some(Err(BadLink::NotWhole)));
        }
    }
}

#[test]
fn records_of_every_released_schema_can_be_read() {
    let first = Record::read(include_str!("fixtures/answers/v1.json")).unwrap();
    assert_eq!(
        (first.ladder.as_str(), first.source.as_str(), first.revision),
        ("ai-developer", "/", 12)
    );
    let answers = &first.answers;
    assert_eq!(answers.rating(&id("python")), Some(&Rating::Have));
    assert_eq!(answers.rating(&id("apis")), Some(&Rating::Level(id("advanced"))));
    assert_eq!(answers.rating(&id("agile")), None);
    assert_eq!(
        answers.note(&id("python")),
        "Ask about \"typing\".\nThen packaging: C:\\lib, 50 % é 👩‍💻"
    );
    assert_eq!(answers.due(&id("git")).map(Date::as_str), Some("2027-02-28"));
    assert!(answers.is_seen(&id("become-an-ai-engineer")) && !answers.is_seen(&id("ai-roadmap")));
    assert_eq!(answers.goal(), Some((Some(&id("ai-developer")), &id("team-leader"))));
    assert_eq!((answers.forgotten(), answers.all().len()), (3, 10));
    // Written again it is the same file: the form of this schema has not drifted.
    assert_eq!(first.write(), include_str!("fixtures/answers/v1.json"));
}

/// Whoever raises the schema leaves a file of the one before behind.
#[test]
fn every_schema_has_a_file_that_can_be_read() {
    for schema in 1..=SCHEMA {
        let path = format!("{}/tests/fixtures/answers/v{schema}.json", env!("CARGO_MANIFEST_DIR"));
        let text = std::fs::read_to_string(&path).unwrap_or_else(|why| panic!("{path}: {why}"));
        assert!(Record::read(&text).is_ok_and(|record| !record.answers.is_blank()), "{path}");
        assert!(text.contains(&format!("\"schema\": {schema},")), "{path}");
    }
}

#[test]
fn says_why_a_text_is_no_record() {
    let written = include_str!("fixtures/answers/v1.json");
    let altered = written.replace("\"have\"", "\"learning\"");
    match Record::read(&altered) {
        Err(Unreadable::Changed(record)) => {
            assert_eq!(record.answers.rating(&id("python")), Some(&Rating::Learning));
        }
        other => panic!("{other:?}"),
    }
    for (text, why) in [
        ("", Unreadable::NotWhole),
        (&written[..written.len() - 3], Unreadable::NotWhole),
        ("{}", Unreadable::Other),
        ("[1]", Unreadable::Other),
        (&written.replace("\"schema\": 1", "\"schema\": 2"), Unreadable::Newer),
        (&written.replace("\"schema\": 1", "\"schema\": 0"), Unreadable::Other),
        (&written.replace("\"have\"", "\"great\""), Unreadable::Answer(3)),
        (&written.replace("2027-02-28", "2027-02-29"), Unreadable::Answer(7)),
    ] {
        assert_eq!(Record::read(text), Err(why), "{text}");
    }
}

#[test]
fn an_answer_that_is_taken_back_is_taken_back_everywhere() {
    let mut here = Answers::default();
    assert!(!here.say(&id("python"), Said::Rating(None), ME), "nothing to take back");
    assert!(here.say(&id("python"), Said::Rating(Some(Rating::Have)), ME));
    assert!(!here.say(&id("python"), Said::Rating(Some(Rating::Have)), ME), "nothing new");
    let there = here.clone();
    assert!(here.say(&id("python"), Said::Rating(None), ME));
    assert_eq!(merged(&here, &there).rating(&id("python")), None);
    assert!(here.is_blank() && !there.is_blank());
}

// --- what is left ----------------------------------------------------------------------------

#[test]
fn the_way_passes_every_role_between() {
    let ladder = bundled();
    let ids = |from: Option<&str>, to| {
        let way = way(&ladder, from.map(|from| role(&ladder, from)), role(&ladder, to));
        way.iter().map(|&role| ladder[role].id.to_string()).collect::<Vec<_>>()
    };
    assert_eq!(ids(Some("ai-developer"), "team-leader"), ["ai-developer", "team-leader"]);
    assert_eq!(
        ids(Some("team-leader"), "vp-of-ai"),
        ["team-leader", "project-manager", "vp-of-ai"]
    );
    assert_eq!(ids(None, "project-manager"), ["ai-developer", "team-leader", "project-manager"]);
    assert_eq!(ids(None, "ai-developer"), ["ai-developer"]);
    // Down the ladder no step leads.
    assert_eq!(ids(Some("cto"), "ai-developer"), ["cto", "ai-developer"]);
    assert_eq!(ids(Some("cto"), "cto"), ["cto"]);
}

#[test]
fn asks_only_for_what_the_target_asks_for_and_orders_it_by_the_step() {
    let ladder = bundled();
    let gap = Gap::of(&ladder, None, role(&ladder, "team-leader"));
    let mut answers = Answers::default();
    let all = names(&ladder, &gap, &answers);
    assert_eq!(all.len(), 7);
    assert!(all[..4].iter().all(|name| name.starts_with('0')), "{all:?}");
    assert!(all[4..].iter().all(|name| name.starts_with('1')), "{all:?}");
    assert_eq!(gap.progress(&ladder, &answers).in_words(), "0 of 7 skills, 7 to go.");
    answers.say(&id("python"), Said::Rating(Some(Rating::Have)), ME);
    answers.say(&id("ml-frameworks"), Said::Rating(Some(Rating::Learning)), ME);
    // Of a role further up: kept, and no part of this plan.
    answers.say(&id("budgeting"), Said::Rating(Some(Rating::Have)), ME);
    assert_eq!(gap.progress(&ladder, &answers).in_words(), "1 of 7 skills, 6 to go.");
    assert!(!names(&ladder, &gap, &answers).contains(&"0 python".to_owned()));
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

#[test]
fn a_level_is_left_until_it_is_reached_and_needed_where_it_is_first_asked_for() {
    let ladder = ladder(LEVELS);
    let gap = Gap::of(&ladder, None, role(&ladder, "c"));
    let mut answers = Answers::default();
    let mut rate = |skill: &str, rating: Rating| {
        answers.say(&id(skill), Said::Rating(Some(rating)), ME);
        names(&ladder, &gap, &answers)
    };
    assert_eq!(rate("deep", Rating::NotYet), ["0 deep", "1 any", "2 late"]);
    assert_eq!(rate("deep", Rating::Level(id("one"))), ["1 deep", "1 any", "2 late"]);
    assert_eq!(rate("deep", Rating::Level(id("two"))), ["1 any", "2 deep", "2 late"]);
    assert_eq!(rate("deep", Rating::Level(id("three"))), ["1 any", "2 late"]);
    assert_eq!(rate("any", Rating::Level(id("one"))), ["2 late"]);
    // "Have it" says nothing of a level, and neither does a level that is gone.
    assert_eq!(rate("late", Rating::Have), ["2 late"]);
    assert_eq!(rate("late", Rating::Level(id("nine"))), ["2 late"]);
    assert_eq!(rate("late", Rating::Level(id("two"))), [""; 0]);
    let progress = gap.progress(&ladder, &answers);
    assert_eq!(progress.in_words(), "All 3 skills are there. Nothing is left.");
    assert_eq!(gap.wanted.len(), 4, "what is good to have is shown and does not count");
}

#[test]
fn answers_to_what_is_gone_are_kept_and_told() {
    let ladder = bundled();
    let mut answers = Answers::default();
    answers.say(&id("cobol"), Said::Rating(Some(Rating::Have)), ME);
    answers.say(&id("cobol"), Said::Note("Since 1999".into()), ME);
    answers.say(&id("old-video"), Said::Seen(true), ME);
    answers.say(&id("python"), Said::Rating(Some(Rating::Have)), ME);
    answers.say(&id("fortran"), Said::Rating(Some(Rating::Have)), ME);
    answers.say(&id("fortran"), Said::Rating(None), ME);
    let gone: Vec<_> =
        answers.gone(&ladder).iter().map(|gone| (gone.id.to_string(), gone.about)).collect();
    assert_eq!(
        gone,
        [
            ("cobol".into(), About::Rating),
            ("cobol".into(), About::Note),
            ("old-video".into(), About::Seen)
        ]
    );
}

// --- out of it -------------------------------------------------------------------------------

fn a_plan() -> (Ladder, Gap, Answers) {
    let ladder = ladder(LEVELS);
    let gap = Gap::of(&ladder, Some(role(&ladder, "a")), role(&ladder, "c"));
    let mut answers = Answers::default();
    answers.say(&id("deep"), Said::Rating(Some(Rating::Level(id("one")))), ME);
    answers.say(&id("deep"), Said::Due(Date::new("2027-02-28")), ME);
    answers.say(&id("deep"), Said::Note("=SUM(A1), \"quoted\"\n- # second; line\\".into()), ME);
    answers.say(&id("any"), Said::Rating(Some(Rating::Level(id("two")))), ME);
    answers.say(&id("any"), Said::Due(Date::new("2026-01-01")), ME);
    answers.say(&id("book"), Said::Seen(true), ME);
    answers.say(&id("cobol"), Said::Note("kept".into()), ME);
    (ladder, gap, answers)
}

#[test]
fn markdown_shows_texts_as_they_are() {
    let (ladder, gap, answers) = a_plan();
    let text = markdown(&ladder, gap.way.first().copied(), role(&ladder, "c"), &gap, &answers);
    assert_eq!(
        text,
        "# My plan: A to =C\n\nLevels, and: more\n\n1 of 3 skills, 2 to go.\n\
         \n## Needed for B\n\n\
         - [ ] **Deep** (Asked for: Three; now: One; by 2027-02-28)\n  \
         > \\=SUM(A1), \"quoted\"\n  > \\- \\# second; line\\\\\n  \
         - [x] [A book \\[sic\\]](<https://example.org/book>)\n\
         \n## Needed for \\=C\n\n\
         - [ ] **Late** (Key skill: Second)\n\
         \n## Good to have\n\n\
         - [ ] **Nice** (Good to have: One)\n\
         \n## There already\n\n\
         - [x] **Any \\*level\\*** (Asked for; now: Two; by 2026-01-01)\n\
         \n## Kept, though this ladder no longer has it\n\n\
         - `cobol`: kept\n"
    );
}

#[test]
fn csv_is_quoted_and_disarmed() {
    let (ladder, gap, answers) = a_plan();
    assert_eq!(
        csv(&ladder, &gap, &answers),
        "Skill,Left,Needed for,Asked for,Rating,By,Note,To learn from\r\n\
         Deep,yes,B,Asked for: Three,One,2027-02-28,\"'=SUM(A1), \"\"quoted\"\"\n- # second; line\\\",A book [sic] (done): https://example.org/book\r\n\
         Late,yes,\"'=C\",Key skill: Second,,,,\r\n\
         Any *level*,no,B,Asked for,Two,2026-01-01,,A talk: https://www.youtube.com/watch?v=PSWUr5E_OKY\r\n\
         Nice,yes,\"'=C\",Good to have: One,,,,\r\n"
    );
}

#[test]
fn the_calendar_has_the_dates_of_what_is_left() {
    let (ladder, gap, answers) = a_plan();
    let to = role(&ladder, "c");
    let file = calendar(&ladder, to, &gap, &answers, "20260131T120000Z").unwrap();
    assert_eq!(
        file,
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Career Ladder//My plan//EN\r\nCALSCALE:GREGORIAN\r\n\
         BEGIN:VEVENT\r\nUID:deep.levels@career-ladder\r\nDTSTAMP:20260131T120000Z\r\n\
         DTSTART;VALUE=DATE:20270228\r\nSUMMARY:Deep\r\n\
         DESCRIPTION:=C: Asked for: Three\\n=SUM(A1)\\, \"quoted\"\\n- # second\\; line\\\\\r\n\
         TRANSP:TRANSPARENT\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
    );
    assert_eq!(calendar(&ladder, to, &gap, &Answers::default(), "20260131T120000Z"), None);
}

#[test]
fn a_link_reads_the_same_whatever_became_of_the_ladder() {
    let mut answers = Answers::default();
    for (skill, rating) in
        [("python", Rating::Have), ("git", Rating::Level(id("two"))), ("apis", Rating::Have)]
    {
        answers.say(&id(skill), Said::Rating(Some(rating)), ME);
    }
    answers.say(&id("python"), Said::Note("private".into()), ME);
    let fragment = SharedRatings::of(&id("ai-developer"), &answers).fragment();
    // A golden link: those that were sent must open for ever.
    assert_eq!(fragment, "plan=1.766443e6.ai-developer;have:apis,python;level:two:git");
    assert_eq!(SharedRatings::read("#content"), None);
    assert_eq!(SharedRatings::read("#plan=2.whatever"), Some(Err(BadLink::Newer)));
    assert_eq!(SharedRatings::read("#plan="), Some(Err(BadLink::NotWhole)));
}

#[test]
fn answers_from_elsewhere_stand_beside_ones_own() {
    let mut own = Answers::default();
    own.say(&id("python"), Said::Rating(Some(Rating::Have)), ME);
    own.say(&id("git"), Said::Rating(Some(Rating::NotYet)), ME);
    let mut theirs = Answers::default();
    theirs.say(&id("python"), Said::Rating(Some(Rating::Have)), Writer(9));
    theirs.say(&id("git"), Said::Rating(Some(Rating::Learning)), Writer(9));
    theirs.say(&id("apis"), Said::Note("new".into()), Writer(9));
    theirs.say(&id("sql"), Said::Rating(Some(Rating::Have)), Writer(9));
    theirs.say(&id("sql"), Said::Rating(None), Writer(9));
    let beside = Beside::of(&theirs);
    let told: Vec<_> =
        beside.differences(&own).into_iter().map(|d| (d.id.to_string(), d.own)).collect();
    let git = Said::Rating(Some(Rating::NotYet));
    assert_eq!(told, [("git".into(), Some(git)), ("apis".into(), None)]);
    for difference in beside.differences(&own) {
        own.say(&difference.id, difference.theirs, ME);
    }
    assert_eq!(beside.differences(&own), []);
}
