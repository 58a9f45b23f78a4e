//! Answers and how they merge, the record format, the gap to a role, share links and imports.

#![allow(clippy::unwrap_used, clippy::panic)] // tests may panic

use ladder::{Id, Ladder, LevelIx, RequirementKind, RoleIx, SkillIx, read};
use plan::{
    Answer, AnswerKind, AnswerValue, Answers, ClientId, CurrentRole, Date, Gap, ImportDiff,
    Journey, LamportClock, LinkError, OwnRating, Progress, RatedAs, Rating, Record, RecordError,
    Renames, SCHEMA, SharedRatings, Standing, path,
};
use proptest::prelude::*;

const CLIENT: ClientId = ClientId(7);

fn id(text: &str) -> Id {
    Id::new(text).unwrap()
}

fn ladder(json: &str) -> Ladder {
    let reading = read(json);
    reading.ladder.unwrap_or_else(|| panic!("{:?}", reading.problems))
}

fn bundled() -> Ladder {
    ladder(include_str!("../../../public/ladders/ai-developer.json"))
}

fn role(ladder: &Ladder, name: &str) -> RoleIx {
    ladder.role_by_id(&id(name)).unwrap()
}

fn skills_left(ladder: &Ladder, gap: &Gap, answers: &Answers) -> Vec<String> {
    let left = gap.remaining(ladder, answers);
    left.iter().map(|(stage, target)| format!("{stage} {}", ladder[target.skill].id)).collect()
}

fn value() -> impl Strategy<Value = AnswerValue> {
    prop_oneof![
        prop::option::of(prop_oneof![
            Just(Rating::NotYet),
            Just(Rating::Learning),
            Just(Rating::Have),
            "[a-z]{1,3}".prop_map(|level| Rating::Level(id(&level))),
        ])
        .prop_map(AnswerValue::Rating),
        "(\\PC|[\\x00-\\x1f\"\\\\]){0,12}".prop_map(AnswerValue::Note),
        prop::option::of((1_u8..13, 1_u8..29)).prop_map(|day| {
            AnswerValue::Due(day.and_then(|(m, d)| Date::new(&format!("2026-{m:02}-{d:02}"))))
        }),
        any::<bool>().prop_map(AnswerValue::Seen),
        prop::option::of("[a-z]{1,2}")
            .prop_map(|from| AnswerValue::Goal(from.map(|from| id(&from)))),
        prop::option::of(prop_oneof![
            Just(CurrentRole::StartingOut),
            "[a-c]".prop_map(|role| CurrentRole::Role(id(&role))),
        ])
        .prop_map(AnswerValue::CurrentRole),
    ]
}

fn answers() -> impl Strategy<Value = Answers> {
    let clock = (0_u64..9, 0_u32..3)
        .prop_map(|(counter, client)| LamportClock { counter, client: ClientId(client) });
    let name = prop::option::of("(\\PC|[\\x00-\\x1f\"\\\\]){0,6}");
    let answer = ("[a-c]", value(), clock, name).prop_map(|(skill, value, clock, name)| Answer {
        id: id(&skill),
        value,
        clock,
        name,
    });
    (prop::collection::vec(answer, 0..8), 0_u64..5)
        .prop_map(|(all, deleted_until)| Answers::new(all, deleted_until))
}

fn merged(a: &Answers, b: &Answers) -> Answers {
    let mut both = a.clone();
    both.merge(b.clone());
    both
}

proptest! {
    #[test]
    fn merging_is_commutative_associative_and_idempotent(a in answers(), b in answers(), c in answers()) {
        prop_assert_eq!(merged(&a, &b), merged(&b, &a));
        prop_assert_eq!(merged(&merged(&a, &b), &c), merged(&a, &merged(&b, &c)));
        prop_assert_eq!(merged(&a, &a), a.clone());
        let both = merged(&a, &b);
        prop_assert!(both.covers(&a) && both.covers(&b));
    }

    #[test]
    fn a_new_answer_wins_over_all_known_ones(a in answers(), b in answers(), value in value()) {
        let mut latest = merged(&a, &b);
        latest.set(&id("a"), value.clone(), ClientId(0));
        for older in [a, b] {
            let found = merged(&latest, &older).value(value.kind(), &id("a")).cloned();
            prop_assert_eq!(found.filter(|found| !found.is_blank()), Some(value.clone()).filter(|value| !value.is_blank()));
        }
    }

    #[test]
    fn deleted_answers_do_not_return_by_merging(a in answers(), b in answers()) {
        let mut latest = merged(&a, &b);
        latest.delete_all();
        for older in [a, b] {
            prop_assert!(merged(&latest, &older).is_blank());
        }
    }

    #[test]
    fn a_record_parses_back_even_when_reformatted(answers in answers(), revision in 0_u64..1000, source in "\\PC{0,20}") {
        let record = Record { ladder: id("some-ladder"), source, revision, answers };
        let written = record.write();
        prop_assert_eq!(Record::parse(&written), Ok(record.clone()));
        // Other programs may reformat it.
        let value: serde_json::Value = serde_json::from_str(&written).unwrap();
        prop_assert_eq!(Record::parse(&value.to_string()), Ok(record));
    }

    #[test]
    fn a_truncated_or_altered_record_is_never_accepted_as_intact(
        answers in answers(), position in any::<prop::sample::Index>(), byte in 32_u8..127,
    ) {
        let record = Record { ladder: id("l"), source: "/".into(), revision: 1, answers };
        let written = record.write();
        let position = position.index(written.len() - 1);
        let mut cut = written.clone().into_bytes();
        cut.truncate(position);
        prop_assert_ne!(Record::parse(&String::from_utf8_lossy(&cut)), Ok(record.clone()));
        let mut altered = written.clone().into_bytes();
        altered[position] = byte;
        if let Ok(read) = Record::parse(&String::from_utf8_lossy(&altered)) {
            prop_assert_eq!(read, record);
        }
    }

    #[test]
    fn parsing_arbitrary_text_does_not_panic(text in "\\PC{0,60}|[\\[\\]{}:,\"a-z0-9 ]{0,60}") {
        let _ = Record::parse(&text);
        let ladder = letters();
        let _ = SharedRatings::parse(&text, &ladder);
        for version in 1..4 {
            let _ = SharedRatings::parse(&format!("#plan={version}.{text}"), &ladder);
        }
    }

    #[test]
    fn a_share_link_carries_every_rating_and_detects_truncation(answers in answers()) {
        let ladder = letters();
        let shared = SharedRatings::new(&ladder.id, &answers);
        for longest in [usize::MAX, 0] {
            let fragment = shared.fragment(&ladder, longest);
            prop_assert!(fragment.bytes().all(|b| b.is_ascii_alphanumeric() || b"=.;:,-_".contains(&b)), "{}", fragment);
            prop_assert_eq!(fragment.starts_with("plan=3."), longest == 0);
            let parse = |text: &str| SharedRatings::parse(text, &ladder);
            prop_assert_eq!(parse(&format!("#{fragment}")), Some(Ok(shared.clone())));
            prop_assert_eq!(parse(&fragment.replace(';', "%3B").replace(':', "%3a")), Some(Ok(shared.clone())));
            for end in 5..fragment.len() {
                prop_assert_eq!(parse(&fragment[..end]), Some(Err(LinkError::Damaged)));
            }
        }
    }
}

/// A ladder with the id `a` that has two of the skills in [`answers`].
fn letters() -> Ladder {
    ladder(
        r#"{"format": 1, "id": "a", "title": "A", "roles": [{"id": "a", "title": "A"}],
            "skills": [{"id": "c", "name": "C"}, {"id": "a", "name": "A"}]}"#,
    )
}

#[test]
fn a_long_link_holds_places_and_is_refused_once_the_skills_have_changed() {
    let skill = |n: usize| format!(r#"{{"id": "skill-with-a-long-name-{n}", "name": "{n}"}}"#);
    let skills = |count: usize| (0..count).map(skill).collect::<Vec<_>>().join(",");
    let ladder = ladder_with_skills(&skills(1_000));
    let mut answers = Answers::default();
    for skill in ladder.skills.iter().step_by(2) {
        answers.set(&skill.id, AnswerValue::Rating(Some(Rating::Have)), CLIENT);
    }
    let shared = SharedRatings::new(&ladder.id, &answers);
    assert!(shared.fragment(&ladder, usize::MAX).len() > 10_000);
    let short = shared.fragment(&ladder, 1_900);
    assert!(short.len() < 600, "{}", short.len());
    assert_eq!(SharedRatings::parse(&short, &ladder), Some(Ok(shared)));
    let changed = ladder_with_skills(&skills(999));
    assert_eq!(SharedRatings::parse(&short, &changed), Some(Err(LinkError::SkillsChanged)));
    assert_eq!(
        SharedRatings::parse(&short, &letters()),
        Some(Err(LinkError::OtherLadder(id("l"))))
    );
}

#[test]
fn a_record_of_schema_1_parses_and_is_written_unchanged() {
    let first = Record::parse(include_str!("fixtures/answers/v1.json")).unwrap();
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
    assert_eq!((answers.deleted_until(), answers.all().len()), (3, 10));
    // The layout is covered by the checksum and must not change.
    assert_eq!(first.write(), include_str!("fixtures/answers/v1.json"));
}

#[test]
fn control_characters_keep_the_form_that_existing_checksums_cover() {
    let mut answers = Answers::default();
    answers.set(&id("python"), AnswerValue::Note("a\tb\rc\u{8}\n".into()), CLIENT);
    let record = Record { ladder: id("l"), source: "/".into(), revision: 1, answers };
    assert!(record.write().contains(r#""is": "a\u0009b\u000dc\u0008\n""#));
}

/// Raising the schema requires a fixture of the previous one.
#[test]
fn every_schema_has_a_readable_fixture() {
    for schema in 1..=SCHEMA {
        let path = format!("{}/tests/fixtures/answers/v{schema}.json", env!("CARGO_MANIFEST_DIR"));
        let text = std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{path}: {error}"));
        assert!(Record::parse(&text).is_ok_and(|record| !record.answers.is_blank()), "{path}");
        assert!(text.contains(&format!("\"schema\": {schema},")), "{path}");
    }
}

#[test]
fn each_kind_of_invalid_record_has_its_own_error() {
    let written = include_str!("fixtures/answers/v1.json");
    let altered = written.replace("\"have\"", "\"learning\"");
    match Record::parse(&altered) {
        Err(RecordError::Changed(record)) => {
            assert_eq!(record.answers.rating(&id("python")), Some(&Rating::Learning));
        }
        other => panic!("{other:?}"),
    }
    for (text, error) in [
        ("", RecordError::NotJson),
        (&written[..written.len() - 3], RecordError::NotJson),
        ("{}", RecordError::NotARecord),
        ("[1]", RecordError::NotARecord),
        (&written.replace("\"schema\": 1", "\"schema\": 3"), RecordError::Newer),
        (&written.replace("\"schema\": 1", "\"schema\": 0"), RecordError::NotARecord),
        (&written.replace("\"have\"", "\"great\""), RecordError::Answer(3)),
        (&written.replace("2027-02-28", "2027-02-29"), RecordError::Answer(7)),
    ] {
        assert_eq!(Record::parse(text), Err(error), "{text}");
    }
}

#[test]
fn clearing_an_answer_wins_when_merged_with_the_older_value() {
    let mut here = Answers::default();
    assert!(!here.set(&id("python"), AnswerValue::Rating(None), CLIENT), "nothing to clear");
    assert!(here.set(&id("python"), AnswerValue::Rating(Some(Rating::Have)), CLIENT));
    assert!(!here.set(&id("python"), AnswerValue::Rating(Some(Rating::Have)), CLIENT), "unchanged");
    let there = here.clone();
    assert!(here.set(&id("python"), AnswerValue::Rating(None), CLIENT));
    assert_eq!(merged(&here, &there).rating(&id("python")), None);
    assert!(here.is_blank() && !there.is_blank());
}

#[test]
fn the_path_includes_every_role_in_between() {
    let ladder = bundled();
    let ids = |from: Option<&str>, to| {
        let path = path(&ladder, from.map(|from| role(&ladder, from)), role(&ladder, to));
        path.iter().map(|&role| ladder[role].id.to_string()).collect::<Vec<_>>()
    };
    assert_eq!(ids(Some("ai-developer"), "team-leader"), ["ai-developer", "team-leader"]);
    assert_eq!(
        ids(Some("team-leader"), "vp-of-ai"),
        ["team-leader", "project-manager", "vp-of-ai"]
    );
    assert_eq!(ids(None, "project-manager"), ["ai-developer", "team-leader", "project-manager"]);
    assert_eq!(ids(None, "ai-developer"), ["ai-developer"]);
    // No steps lead down this ladder.
    assert_eq!(ids(Some("cto"), "ai-developer"), ["cto", "ai-developer"]);
    assert_eq!(ids(Some("cto"), "cto"), ["cto"]);
}

#[test]
fn the_gap_holds_only_skills_of_the_target_ordered_by_the_path() {
    let ladder = bundled();
    let gap = Gap::new(&ladder, None, role(&ladder, "team-leader"));
    let mut answers = Answers::default();
    let all = skills_left(&ladder, &gap, &answers);
    assert_eq!(all.len(), 7);
    assert!(all[..4].iter().all(|name| name.starts_with('0')), "{all:?}");
    assert!(all[4..].iter().all(|name| name.starts_with('1')), "{all:?}");
    assert_eq!(gap.progress(&ladder, &answers), Progress { total: 7, ..Progress::default() });
    answers.set(&id("python"), AnswerValue::Rating(Some(Rating::Have)), CLIENT);
    answers.set(&id("ml-frameworks"), AnswerValue::Rating(Some(Rating::Learning)), CLIENT);
    // A skill of a role further up is not part of this plan.
    answers.set(&id("budgeting"), AnswerValue::Rating(Some(Rating::Have)), CLIENT);
    let progress = Progress { met: 1, learning: 1, not_yet: 0, total: 7 };
    assert_eq!(gap.progress(&ladder, &answers), progress);
    assert!(!skills_left(&ladder, &gap, &answers).contains(&"0 python".to_owned()));
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
fn a_rating_is_a_level_of_the_scale_of_its_skill() {
    let ladder = ladder(
        r#"{"format": 2, "id": "scales", "title": "Scales",
        "scale": [{"id": "low", "name": "Low"}, {"id": "high", "name": "High"}],
        "scales": [
            {"id": "cefr", "levels": [{"id": "high", "name": "A1"}, {"id": "low", "name": "B1"}]}],
        "skills": [
            {"id": "saw", "name": "Saw"}, {"id": "dutch", "name": "Dutch", "scale": "cefr"}],
        "roles": [{"id": "r", "title": "R", "skills": [
            {"skill": "saw", "level": "high"}, {"skill": "dutch", "level": "low"}]}]}"#,
    );
    let choices = |skill: u32| {
        let choices = Rating::choices(&ladder, SkillIx(skill));
        choices.iter().map(Rating::code).collect::<Vec<_>>()
    };
    assert_eq!(choices(0), ["level:low", "level:high"]);
    assert_eq!(choices(1), ["level:high", "level:low"]);
    let gap = Gap::new(&ladder, None, role(&ladder, "r"));
    let mut answers = Answers::default();
    for (skill, level) in [("saw", "low"), ("dutch", "high")] {
        answers.set(&id(skill), AnswerValue::Rating(Some(Rating::Level(id(level)))), CLIENT);
    }
    assert_eq!(skills_left(&ladder, &gap, &answers), ["0 saw", "0 dutch"]);
    for (skill, level) in [("saw", "high"), ("dutch", "low")] {
        answers.set(&id(skill), AnswerValue::Rating(Some(Rating::Level(id(level)))), CLIENT);
    }
    assert_eq!(skills_left(&ladder, &gap, &answers), [""; 0]);
}

#[test]
fn a_skill_is_part_of_the_gap_until_its_level_is_reached() {
    let ladder = ladder(LEVELS);
    let gap = Gap::new(&ladder, None, role(&ladder, "c"));
    let mut answers = Answers::default();
    let mut rate = |skill: &str, rating: Rating| {
        answers.set(&id(skill), AnswerValue::Rating(Some(rating)), CLIENT);
        skills_left(&ladder, &gap, &answers)
    };
    assert_eq!(rate("deep", Rating::NotYet), ["0 deep", "1 any", "2 late"]);
    assert_eq!(rate("deep", Rating::Level(id("one"))), ["1 deep", "1 any", "2 late"]);
    assert_eq!(rate("deep", Rating::Level(id("two"))), ["1 any", "2 deep", "2 late"]);
    assert_eq!(rate("deep", Rating::Level(id("three"))), ["1 any", "2 late"]);
    assert_eq!(rate("any", Rating::Level(id("one"))), ["2 late"]);
    // Neither "Have it" nor a level that no longer exists is enough for a level.
    assert_eq!(rate("late", Rating::Have), ["2 late"]);
    assert_eq!(rate("late", Rating::Level(id("nine"))), ["2 late"]);
    assert_eq!(rate("late", Rating::Level(id("two"))), [""; 0]);
    let progress = Progress { met: 3, learning: 0, not_yet: 0, total: 3 };
    assert_eq!(gap.progress(&ladder, &answers), progress);
    assert_eq!(gap.skills.len(), 4, "optional skills are listed but do not count");
}

#[test]
fn skills_of_the_present_role_count_as_held_until_they_are_rated() {
    let ladder = bundled();
    let from = role(&ladder, "ai-developer");
    let gap = Gap::new(&ladder, Some(from), role(&ladder, "team-leader"));
    let mut answers = Answers::default();
    let progress = |answers: &Answers| gap.progress(&ladder, answers);
    assert_eq!(progress(&answers), Progress { met: 4, total: 7, ..Progress::default() });
    let left = ["1 communication", "1 agile-methodologies", "1 cross-functional-collaboration"];
    assert_eq!(skills_left(&ladder, &gap, &answers), left);
    let python = gap.skills.iter().find(|target| ladder[target.skill].id.as_str() == "python");
    let python = python.unwrap();
    assert!(python.is_expected(&ladder, &answers));
    assert_eq!(python.rating(&ladder, &answers), Some(&Rating::Have));
    // One rating takes back one skill, and "not yet" differs from no rating.
    answers.set(&id("python"), AnswerValue::Rating(Some(Rating::NotYet)), CLIENT);
    assert!(!python.is_expected(&ladder, &answers));
    let taken_back = Progress { met: 3, learning: 0, not_yet: 1, total: 7 };
    assert_eq!(progress(&answers), taken_back);
    answers.set(&id("python"), AnswerValue::Rating(None), CLIENT);
    assert_eq!(progress(&answers).met, 4);
    // Someone just starting out holds nothing.
    let gap = Gap::new(&ladder, None, role(&ladder, "team-leader"));
    assert_eq!(gap.progress(&ladder, &answers).met, 0);
}

#[test]
fn having_all_skills_of_a_role_means_the_levels_that_this_role_requires() {
    let ladder = ladder(LEVELS);
    let gap = Gap::new(&ladder, Some(role(&ladder, "b")), role(&ladder, "c"));
    let mut answers = Answers::default();
    // By default, "deep" is held at the level of the present role, which is not enough for the goal.
    assert_eq!(skills_left(&ladder, &gap, &answers), ["1 deep", "1 late"]);
    let present = gap.skills.iter().filter(|skill| skill.first_stage() == 0);
    let present: Vec<_> = present.cloned().collect();
    assert_eq!(present.len(), 2);
    assert_eq!(gap.ratings_at(&ladder, &answers, &present, 0), [], "nothing to change");
    answers.set(&id("deep"), AnswerValue::Rating(Some(Rating::NotYet)), CLIENT);
    let level = |level: &str| AnswerValue::Rating(Some(Rating::Level(id(level))));
    assert_eq!(gap.ratings_at(&ladder, &answers, &present, 0), [(id("deep"), level("two"))]);
    let new: Vec<_> = gap.skills.iter().map(|skill| (skill.new_at(), skill.counts())).collect();
    assert_eq!(new, [(Some(1), true), (Some(1), true), (None, true), (Some(1), false)]);
    let goal = gap.ratings_at(&ladder, &answers, &gap.skills[..3], 1);
    assert_eq!(goal, [(id("deep"), level("three")), (id("late"), level("two"))]);
}

#[test]
fn a_role_may_require_more_of_a_skill_at_each_stage() {
    let ladder = ladder(LEVELS);
    let gap = Gap::new(&ladder, Some(role(&ladder, "a")), role(&ladder, "c"));
    let deep = &gap.skills[0];
    let names =
        [0, 1, 2].map(|stage| deep.level_at(stage).map(|level| ladder[level].name.as_str()));
    assert_eq!(names, [Some("One"), Some("Two"), Some("Three")]);
}

fn set_role(answers: &mut Answers, ladder: &Ladder, role: CurrentRole) {
    answers.set(&ladder.id, AnswerValue::CurrentRole(Some(role)), CLIENT);
}

#[test]
fn the_journey_proposes_the_next_step_until_the_visitor_chooses_a_goal() {
    let ladder = bundled();
    let named = |name: &str| Some(role(&ladder, name));
    let mut answers = Answers::default();
    assert_eq!(Journey::new(&ladder, &answers), Journey::default());
    set_role(&mut answers, &ladder, CurrentRole::StartingOut);
    let journey = Journey::new(&ladder, &answers);
    assert_eq!((journey.is_known, journey.role, journey.goal), (true, None, named("ai-developer")));
    assert_eq!(journey.next_skills.len(), 4);
    set_role(&mut answers, &ladder, CurrentRole::Role(id("team-leader")));
    let journey = Journey::new(&ladder, &answers);
    assert_eq!((journey.role, journey.next), (named("team-leader"), named("project-manager")));
    assert_eq!(journey.behind, [role(&ladder, "ai-developer")]);
    assert_eq!((journey.goal, journey.next_skills.len()), (named("project-manager"), 3));
    answers.set(&id("cto"), AnswerValue::Goal(Some(id("team-leader"))), CLIENT);
    let journey = Journey::new(&ladder, &answers);
    assert_eq!((journey.next, journey.goal), (named("project-manager"), named("cto")));
    assert!(journey.skills_to_goal > journey.next_skills.len());
    for (name, standing) in [
        ("team-leader", Standing::Current),
        ("project-manager", Standing::Next),
        ("cto", Standing::Goal),
        ("ai-developer", Standing::Passed),
        ("vp-of-ai", Standing::Other),
    ] {
        assert_eq!(journey.standing(role(&ladder, name)), Some(standing), "{name}");
        assert_eq!(Journey::default().standing(role(&ladder, name)), None);
    }
    // A goal that was reached makes way for the next step; the top has none.
    set_role(&mut answers, &ladder, CurrentRole::Role(id("cto")));
    assert_eq!(Journey::new(&ladder, &answers).goal, None);
    set_role(&mut answers, &ladder, CurrentRole::Role(id("no-longer-there")));
    assert_eq!(Journey::new(&ladder, &answers), Journey::default());
}

#[test]
fn the_journey_has_the_ratings_also_of_a_visitor_who_has_not_said_where_they_are() {
    let ladder = ladder(include_str!("../../../tests/fixtures/valid/levels-and-tracks.json"));
    let mut answers = Answers::default();
    let level = LevelIx::all(ladder.scale.len()).last().unwrap();
    let skills: Vec<_> = ladder.skill_indices().take(3).collect();
    let ratings =
        [Rating::Level(ladder[level].id.clone()), Rating::Learning, Rating::Level(id("gone"))];
    for (&skill, rating) in skills.iter().zip(ratings) {
        answers.set(&ladder[skill].id, AnswerValue::Rating(Some(rating)), CLIENT);
    }
    let journey = Journey::new(&ladder, &answers);
    assert!(!journey.is_known);
    let own = |skill, rated| OwnRating { skill, rated, is_expected: false };
    let expected = [own(skills[0], RatedAs::Level(level)), own(skills[1], RatedAs::Learning)];
    assert_eq!(journey.ratings, expected);
    let found: Vec<_> = skills.iter().map(|&skill| journey.rating(skill)).collect();
    assert_eq!(found, [Some(expected[0]), Some(expected[1]), None]);
    answers.set(&ladder[skills[1]].id, AnswerValue::Rating(None), CLIENT);
    assert_eq!(Journey::new(&ladder, &answers).rating(skills[1]), None);
}

#[test]
fn a_skill_that_is_new_on_the_path_is_required_as_where_it_is_new() {
    let ladder = bundled();
    let kind = |from: Option<&str>| {
        let gap = Gap::new(
            &ladder,
            from.map(|from| role(&ladder, from)),
            role(&ladder, "project-manager"),
        );
        let python = ladder.skill_by_id(&id("python")).unwrap();
        let target = gap.skills.iter().find(|target| target.skill == python).unwrap();
        gap.kind(&ladder, target)
    };
    assert_eq!(kind(None), Some(RequirementKind::Core));
    assert_eq!(kind(Some("team-leader")), None, "carried over");
}

#[test]
fn the_journey_has_what_the_role_expects_until_the_visitor_rates_it() {
    let ladder = bundled();
    let skill = |name: &str| ladder.skill_by_id(&id(name)).unwrap();
    let mut answers = Answers::default();
    set_role(&mut answers, &ladder, CurrentRole::Role(id("team-leader")));
    let rating = |answers: &Answers, name| {
        Journey::new(&ladder, answers).rating(skill(name)).map(|own| (own.rated, own.is_expected))
    };
    assert_eq!(rating(&answers, "python"), Some((RatedAs::Have, true)));
    assert_eq!(rating(&answers, "budgeting"), None, "only a later role requires it");
    answers.set(&id("python"), AnswerValue::Rating(Some(Rating::Learning)), CLIENT);
    assert_eq!(rating(&answers, "python"), Some((RatedAs::Learning, false)));
    let next = Journey::new(&ladder, &answers).next_skills;
    assert!(next.contains(&skill("python")) && next.len() == 4, "{next:?}");
}

#[test]
fn a_goal_below_the_own_role_stands_if_it_was_chosen_from_there() {
    let ladder = bundled();
    let mut answers = Answers::default();
    set_role(&mut answers, &ladder, CurrentRole::Role(id("vp-of-ai")));
    answers.set(&id("team-leader"), AnswerValue::Goal(Some(id("ai-developer"))), CLIENT);
    assert_eq!(Journey::new(&ladder, &answers).goal, Some(role(&ladder, "director-of-ai")));
    answers.set(&id("team-leader"), AnswerValue::Goal(Some(id("vp-of-ai"))), CLIENT);
    assert_eq!(Journey::new(&ladder, &answers).goal, Some(role(&ladder, "team-leader")));
}

#[test]
fn steps_are_counted_up_and_down_from_the_own_role() {
    let ladder = bundled();
    let mut answers = Answers::default();
    let steps = |answers: &Answers, to: &str| {
        Journey::new(&ladder, answers).steps_to(&ladder, role(&ladder, to))
    };
    assert_eq!(steps(&answers, "cto"), None);
    set_role(&mut answers, &ladder, CurrentRole::Role(id("project-manager")));
    assert_eq!(steps(&answers, "director-of-ai"), Some(2));
    assert_eq!(steps(&answers, "project-manager"), Some(0));
    assert_eq!(steps(&answers, "ai-developer"), Some(-2));
}

#[test]
fn several_plans_are_kept_and_listed_the_latest_first() {
    let mut answers = Answers::default();
    for (from, to) in [(None, "team-leader"), (Some("team-leader"), "cto"), (None, "team-leader")] {
        answers.set(&id(to), AnswerValue::Goal(from.map(id)), CLIENT);
    }
    let goals: Vec<_> = answers.goals().iter().map(|(_, to)| to.to_string()).collect();
    assert_eq!(goals, ["team-leader", "cto"]);
}

/// Versions of the site that know only schema 1 can go on reading answers without a current role.
#[test]
fn only_a_record_with_a_current_role_needs_schema_2() {
    let record = Record::parse(include_str!("fixtures/answers/v2.json")).unwrap();
    let role = record.answers.current_role(&id("ai-developer"));
    assert_eq!(role, Some(&CurrentRole::Role(id("team-leader"))));
    assert_eq!(record.write(), include_str!("fixtures/answers/v2.json"));
    let mut answers = Answers::default();
    answers.set(&id("python"), AnswerValue::Rating(Some(Rating::Have)), CLIENT);
    let mut record = Record { answers, ..record };
    assert!(record.write().contains("\"schema\": 1,"));
    record.answers.set(
        &id("ai-developer"),
        AnswerValue::CurrentRole(Some(CurrentRole::StartingOut)),
        CLIENT,
    );
    assert!(record.write().contains("\"schema\": 2,"));
}

#[test]
fn a_share_link_carries_the_current_role() {
    let mut answers = Answers::default();
    answers.set(&id("python"), AnswerValue::Rating(Some(Rating::Have)), CLIENT);
    let ladder = id("ai-developer");
    let whole = bundled();
    let fragment =
        |answers: &Answers| SharedRatings::new(&ladder, answers).fragment(&whole, usize::MAX);
    for (role, part) in [
        (CurrentRole::StartingOut, "ai-developer;now:;have:python"),
        (CurrentRole::Role(id("team-leader")), "ai-developer;now:team-leader;have:python"),
    ] {
        answers.set(&ladder, AnswerValue::CurrentRole(Some(role.clone())), CLIENT);
        let fragment = fragment(&answers);
        assert!(fragment.starts_with("plan=2.") && fragment.ends_with(part), "{fragment}");
        let shared = SharedRatings::parse(&fragment, &whole).unwrap().unwrap();
        assert_eq!(shared.current_role, Some(role));
        assert_eq!(shared.into_answers().count(), 2);
    }
}

#[test]
fn answers_about_removed_skills_and_resources_are_orphaned() {
    let ladder = bundled();
    let mut answers = Answers::default();
    answers.set(&id("cobol"), AnswerValue::Rating(Some(Rating::Have)), CLIENT);
    answers.set(&id("cobol"), AnswerValue::Note("Since 1999".into()), CLIENT);
    answers.set(&id("old-video"), AnswerValue::Seen(true), CLIENT);
    answers.set(&id("python"), AnswerValue::Rating(Some(Rating::Have)), CLIENT);
    answers.set(&id("fortran"), AnswerValue::Rating(Some(Rating::Have)), CLIENT);
    answers.set(&id("fortran"), AnswerValue::Rating(None), CLIENT);
    let orphans = answers.orphans(&ladder).into_iter();
    let orphans: Vec<_> = orphans.map(|orphan| (orphan.id.to_string(), orphan.kinds)).collect();
    assert_eq!(
        orphans,
        [
            ("cobol".into(), vec![AnswerKind::Rating, AnswerKind::Note]),
            ("old-video".into(), vec![AnswerKind::Seen])
        ]
    );
}

fn ladder_with_skills(skills: &str) -> Ladder {
    ladder(&format!(
        r#"{{"format": 1, "id": "l", "title": "L", "skills": [{skills}], "roles": [{{"id": "a", "title": "A"}}]}}"#
    ))
}

#[test]
fn a_skill_that_is_gone_keeps_the_name_that_the_ladder_gave_it() {
    let mut answers = Answers::default();
    let note = || AnswerValue::Note("Since 1999".into());
    answers.set(&id("cobol"), AnswerValue::Rating(Some(Rating::Have)), CLIENT);
    assert!(answers.add_names(&ladder_with_skills(r#"{"id": "cobol", "name": "COBOL"}"#)));
    // An answer given later, once the skill is gone, has the name of the others.
    let ladder = ladder_with_skills(r#"{"id": "new", "name": "Another"}"#);
    answers.set(&id("cobol"), note(), CLIENT);
    assert!(!answers.add_names(&ladder));
    let record = Record { ladder: id("l"), source: "/".into(), revision: 1, answers };
    let written = record.write();
    assert!(
        written.contains(r#"{ "rating": "cobol", "is": "have", "at": "1.7", "name": "COBOL" }"#)
    );
    let answers = Record::parse(&written).unwrap().answers;
    let [orphan] = &answers.orphans(&ladder)[..] else { panic!("one skill is gone") };
    assert_eq!((orphan.label(), orphan.kinds.len()), ("COBOL", 2));
    assert_eq!(orphan.carried_answers(&ladder, &answers), []);
    match Record::parse(&written.replace("COBOL", "BASIC")) {
        Err(RecordError::Changed(_)) => {}
        other => panic!("{other:?}"),
    }
}

/// They leave out fields that they do not know, and compare the checksum with the rest.
#[test]
fn older_versions_of_the_site_can_read_records_with_names() {
    let mut answers = Answers::default();
    answers.set(&id("cobol"), AnswerValue::Rating(Some(Rating::Have)), CLIENT);
    let mut record = Record { ladder: id("l"), source: "/".into(), revision: 1, answers };
    let without_names = record.write();
    record.answers.add_name(AnswerKind::Rating, &id("cobol"), "COBOL");
    let lines = record.write();
    let lines = lines.replace(r#", "name": "COBOL""#, "");
    let lines: Vec<&str> = lines.lines().filter(|line| !line.contains("names-checksum")).collect();
    assert_eq!(lines.join("\n") + "\n", without_names);
}

#[test]
fn answers_can_be_carried_over_to_the_only_skill_of_the_same_name() {
    let mut answers = Answers::default();
    answers.set(&id("cobol"), AnswerValue::Rating(Some(Rating::Have)), CLIENT);
    answers.set(&id("cobol"), AnswerValue::Note("Since 1999".into()), CLIENT);
    answers.add_names(&ladder_with_skills(r#"{"id": "cobol", "name": "COBOL"}"#));
    let carried = |answers: &Answers, skills: &str| {
        let ladder = ladder_with_skills(skills);
        answers.orphans(&ladder)[0].carried_answers(&ladder, answers)
    };
    let twice = r#"{"id": "b", "name": "Cobol"}, {"id": "c", "name": "COBOL"}"#;
    assert_eq!(carried(&answers, twice), []);
    let once = r#"{"id": "cobol-2", "name": " Cobol "}"#;
    assert_eq!(carried(&answers, once).len(), 2);
    // An answer of the visitor's own is never replaced.
    answers.set(&id("cobol-2"), AnswerValue::Rating(Some(Rating::Learning)), CLIENT);
    let values: Vec<_> =
        carried(&answers, once).into_iter().flat_map(|carried| carried.into_answers()).collect();
    assert_eq!(
        values,
        [
            (id("cobol-2"), AnswerValue::Note("Since 1999".into())),
            (id("cobol"), AnswerValue::Note(String::new()))
        ]
    );
}

#[test]
fn the_form_of_share_links_does_not_change() {
    let mut answers = Answers::default();
    for (skill, rating) in
        [("python", Rating::Have), ("git", Rating::Level(id("two"))), ("apis", Rating::Have)]
    {
        answers.set(&id(skill), AnswerValue::Rating(Some(rating)), CLIENT);
    }
    answers.set(&id("python"), AnswerValue::Note("private".into()), CLIENT);
    let ladder = bundled();
    let shared = SharedRatings::new(&ladder.id, &answers);
    // Links that were sent must open forever.
    let with_ids = "plan=1.766443e6.ai-developer;have:apis,python;level:two:git";
    assert_eq!(shared.fragment(&ladder, with_ids.len()), with_ids);
    let with_places = "plan=3.986d7419.ai-developer;of:c2be39e5;have:AC;level:two:,git";
    assert_eq!(shared.fragment(&ladder, with_ids.len() - 1), with_places);
    let parse = |fragment| SharedRatings::parse(fragment, &ladder);
    assert_eq!(parse("#content"), None);
    assert_eq!(parse("#plan=4.whatever"), Some(Err(LinkError::Newer)));
    assert_eq!(parse("#plan="), Some(Err(LinkError::Damaged)));
}

#[test]
fn an_import_shows_only_answers_that_differ() {
    let mut own = Answers::default();
    own.set(&id("python"), AnswerValue::Rating(Some(Rating::Have)), CLIENT);
    own.set(&id("git"), AnswerValue::Rating(Some(Rating::NotYet)), CLIENT);
    let mut theirs = Answers::default();
    theirs.set(&id("python"), AnswerValue::Rating(Some(Rating::Have)), ClientId(9));
    theirs.set(&id("git"), AnswerValue::Rating(Some(Rating::Learning)), ClientId(9));
    theirs.set(&id("apis"), AnswerValue::Note("new".into()), ClientId(9));
    theirs.set(&id("sql"), AnswerValue::Rating(Some(Rating::Have)), ClientId(9));
    theirs.set(&id("sql"), AnswerValue::Rating(None), ClientId(9));
    let import = ImportDiff::from_answers(&theirs);
    let differences: Vec<_> =
        import.differences(&own).into_iter().map(|d| (d.id.to_string(), d.own)).collect();
    let git = AnswerValue::Rating(Some(Rating::NotYet));
    assert_eq!(differences, [("git".into(), Some(git)), ("apis".into(), None)]);
    for difference in import.differences(&own) {
        own.set(&difference.id, difference.theirs, CLIENT);
    }
    assert_eq!(import.differences(&own), []);
}

/// A ladder in which a skill and a role have other ids than before.
fn renamed_ladder() -> Ladder {
    ladder(
        r#"{"format": 1, "id": "l", "title": "L",
            "skills": [{"id": "conversation", "name": "C", "formerly": ["talking", "speaking"]}],
            "roles": [{"id": "head", "title": "H", "formerly": ["lead"], "skills": ["conversation"]},
                      {"id": "boss", "title": "B", "skills": ["conversation"]}]}"#,
    )
}

#[test]
fn answers_under_a_former_id_count_for_the_present_one() {
    let ladder = renamed_ladder();
    let mut answers = Answers::default();
    answers.set(&id("talking"), AnswerValue::Rating(Some(Rating::Learning)), CLIENT);
    answers.set(&id("talking"), AnswerValue::Note("kept".into()), CLIENT);
    answers.set(&id("lead"), AnswerValue::Seen(true), CLIENT);
    answers.set(&id("boss"), AnswerValue::Goal(Some(id("lead"))), CLIENT);
    let now = AnswerValue::CurrentRole(Some(CurrentRole::Role(id("lead"))));
    answers.set(&id("l"), now, CLIENT);
    answers.set(&id("speaking"), AnswerValue::Rating(Some(Rating::Have)), CLIENT);
    let answers = answers.renamed(&Renames::new(&ladder));
    // Of two skills that became one, the later answer counts.
    assert_eq!(answers.rating(&id("conversation")), Some(&Rating::Have));
    assert_eq!(answers.note(&id("conversation")), "kept");
    assert_eq!(answers.current_role(&id("l")), Some(&CurrentRole::Role(id("head"))));
    assert_eq!(answers.goal(), Some((Some(&id("head")), &id("boss"))));
    // The ids of resources are ids of their own.
    assert!(answers.is_seen(&id("lead")));
    assert_eq!(answers.rating(&id("talking")), None);
    let journey = Journey::new(&ladder, &answers);
    assert_eq!((journey.role, journey.goal), (Some(RoleIx(0)), Some(RoleIx(1))));
}

#[test]
fn shared_ratings_under_a_former_id_count_for_the_present_one() {
    let renames = Renames::new(&renamed_ladder());
    let shared = SharedRatings {
        ladder: id("l"),
        current_role: Some(CurrentRole::Role(id("lead"))),
        ratings: vec![
            (id("conversation"), Rating::Have),
            (id("other"), Rating::NotYet),
            (id("talking"), Rating::Learning),
        ],
    };
    let import = ImportDiff::new(shared.into_answers()).renamed(&renames);
    let found = import.differences(&Answers::default());
    let found: Vec<_> = found.iter().map(|found| (found.id.as_str(), &found.theirs)).collect();
    assert_eq!(found.len(), 3);
    assert!(found.contains(&("conversation", &AnswerValue::Rating(Some(Rating::Have)))));
    assert!(found.contains(&("other", &AnswerValue::Rating(Some(Rating::NotYet)))));
    let role = AnswerValue::CurrentRole(Some(CurrentRole::Role(id("head"))));
    assert!(found.contains(&("l", &role)));
}

proptest! {
    #[test]
    fn replacing_former_ids_does_not_depend_on_when_answers_are_merged(
        ids in prop::collection::vec(("(talking|speaking|conversation|lead|head)", value()), 0..8),
        cut in 0_usize..9,
    ) {
        let renames = Renames::new(&renamed_ladder());
        let (mut first, mut second) = (Answers::default(), Answers::default());
        for (at, (name, value)) in ids.into_iter().enumerate() {
            let answers = if at < cut { &mut first } else { &mut second };
            answers.set(&id(&name), value, ClientId(at as u32));
        }
        let mut renamed_last = first.clone();
        renamed_last.merge(second.clone());
        let mut renamed_first = first.renamed(&renames);
        renamed_first.merge(second.renamed(&renames));
        prop_assert_eq!(renamed_last.renamed(&renames), renamed_first);
    }
}
