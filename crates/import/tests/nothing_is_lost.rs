//! What a table has is understood, guessed or left out, and never lost without a remark.

#![allow(clippy::unwrap_used, missing_docs)] // tests may panic

use import::{Imported, Mapping, RemarkKind, SourceFile, import};
use ladder::{Ladder, Role};

fn imported(files: &[(&str, &str)]) -> Imported {
    let files: Vec<_> =
        files.iter().map(|(name, text)| SourceFile { name, bytes: text.as_bytes() }).collect();
    import(&files, &Mapping::default()).unwrap()
}

/// The ladder of a table, and what was left out: line, column and message.
fn table(text: &str) -> (Ladder, Vec<String>) {
    let imported = imported(&[("a.csv", text)]);
    let left_out = remarks(&imported, RemarkKind::LeftOut);
    let reading = imported.document.check();
    let has_error =
        reading.problems.iter().any(|found| found.problem.severity == ladder::Severity::Error);
    assert!(!has_error, "{:?}", reading.problems);
    (reading.ladder.unwrap(), left_out)
}

fn remarks(imported: &Imported, kind: RemarkKind) -> Vec<String> {
    let of_kind = imported.remarks.iter().filter(|remark| remark.kind == kind);
    let shown = of_kind.map(|remark| {
        let place = remark.location.unwrap().place;
        format!("{}:{} {}", place.line, place.column, remark.message)
    });
    shown.collect()
}

/// The title, track and levels of each role.
fn roles(ladder: &Ladder) -> Vec<String> {
    let role = |role: &Role| {
        let track = role.track.map_or("-", |track| ladder[track].name.as_str());
        let level = |requirement: &ladder::Requirement| {
            let level = requirement.level.map_or("x", |level| ladder[level].name.as_str());
            format!(" {}={level}", ladder[requirement.skill].name)
        };
        let skills: String = role.skills.iter().map(level).collect();
        format!("{} ({track}){skills}", role.title)
    };
    ladder.roles.iter().map(role).collect()
}

#[test]
fn a_second_row_of_heads_names_the_roles() {
    let (ladder, left_out) = table("Skill,Engineers,\n,Junior,Senior\nWheels,Basic,Expert\n");
    assert_eq!(roles(&ladder), ["Junior (-) Wheels=Basic", "Senior (-) Wheels=Expert"]);
    assert_eq!(left_out, ["1:7 the head `Engineers` above all roles"]);
    let (ladder, left_out) = table(
        "Area,Skill,Engineers,,Managers,,Chief\n,,Junior,Senior,Junior,Senior,\nHands,Wheels,1,2,3,4,5\n",
    );
    assert_eq!(
        roles(&ladder),
        [
            "Junior (Engineers) Wheels=1",
            "Senior (Engineers) Wheels=2",
            "Junior (Managers) Wheels=3",
            "Senior (Managers) Wheels=4",
            "Chief (-) Wheels=5",
        ]
    );
    assert_eq!(left_out, Vec::<String>::new());
}

#[test]
fn heads_above_all_columns_are_recognised() {
    let (ladder, left_out) =
        table("Skills,,Engineers,,Boss\nArea,Skill,Junior,Senior,Lead\nHands,Wheels,x,,x\n");
    assert_eq!(
        roles(&ladder),
        ["Junior (Engineers) Wheels=x", "Senior (Engineers)", "Lead (Boss) Wheels=x"]
    );
    assert_eq!(left_out, ["1:1 the head `Skills` above other columns"]);
}

#[test]
fn marks_below_a_head_are_no_second_row_of_heads() {
    let (ladder, left_out) = table("Skill,Junior,\n,x,x\nWheels,x,\n");
    assert_eq!(roles(&ladder), ["Junior (-) Wheels=x"]);
    assert_eq!(left_out, ["2:2 this row has no skill", "2:4 1 cell without a head"]);
}

#[test]
fn every_row_of_text_above_the_heads_is_reported() {
    let imported = imported(&[(
        "a.csv",
        "Workshop\nMarch 2026\n,Old,\n,Bench,Office\nSkill,Junior,Lead\nWheels,x,x\n",
    )]);
    assert_eq!(
        remarks(&imported, RemarkKind::LeftOut),
        ["2:1 `March 2026` above the table", "3:2 the head `Old` above others"]
    );
}

#[test]
fn rows_that_differ_in_track_or_grade_are_different_roles() {
    let imported = imported(&[(
        "a.csv",
        "Title,Track,Grade,Summary,Responsibilities\nEngineer,Web,1,,builds\nEngineer,Data,2,,analyses\n\
         Engineer,Web,,One,tests\nEngineer,Web,1,Two,\n",
    )]);
    assert_eq!(
        remarks(&imported, RemarkKind::LeftOut),
        ["5:16 a second `summary` of `Engineer`: `Two`"]
    );
    let guesses = remarks(&imported, RemarkKind::Guessed);
    assert!(
        guesses
            .contains(&"3:1 this is another role named `Engineer`: its track differs".to_owned()),
        "{guesses:?}"
    );
    let ladder = imported.document.check().ladder.unwrap();
    assert_eq!(roles(&ladder), ["Engineer (Web)", "Engineer (Data)"]);
    let grade = |at: usize| ladder.roles[at].grade.as_deref();
    assert_eq!((grade(0), grade(1)), (Some("1"), Some("2")));
    let texts = |at: usize| -> Vec<String> {
        let texts = ladder.roles[at].responsibilities.iter();
        texts.map(|statement| statement.text.to_string()).collect()
    };
    assert_eq!(
        (texts(0), texts(1)),
        (vec!["builds".into(), "tests".into()], vec!["analyses".into()])
    );
    assert_ne!(ladder.roles[0].id, ladder.roles[1].id);
}

#[test]
fn a_reference_to_one_of_several_roles_of_a_title_is_a_guess() {
    let imported = imported(&[
        ("roles.csv", "Title,Grade\nEngineer,1\nEngineer,2\n"),
        ("requirements.csv", "Role,Skill\nEngineer,Wheels\n"),
    ]);
    let guesses = remarks(&imported, RemarkKind::Guessed);
    assert!(
        guesses
            .contains(&"2:1 several roles are named `Engineer`; this is the first one".to_owned()),
        "{guesses:?}"
    );
    let ladder = imported.document.check().ladder.unwrap();
    assert_eq!(roles(&ladder), ["Engineer (-) Wheels=x", "Engineer (-)"]);
}

#[test]
fn a_second_value_of_a_skill_or_level_is_reported() {
    let imported = imported(&[
        ("levels.csv", "Level,Description\nBasic,Does it\nBasic,Knows it\n"),
        ("skills.csv", "Skill,Category,Kind,Basic\nWheels,Hands,Tool,a\nWheels,Heads,Craft,b\n"),
        ("roles.csv", "Title\nLead\n"),
    ]);
    assert_eq!(
        remarks(&imported, RemarkKind::LeftOut),
        [
            "3:7 a second `description` of `Basic`: `Knows it`",
            "3:8 a second `category` of `Wheels`: `Heads`",
            "3:14 a second `kind` of `Wheels`: `craft`",
            "3:20 a second text about this level of the skill",
        ]
    );
}

#[test]
fn a_matrix_has_all_fields_of_skills() {
    let (ladder, left_out) = table(
        "Id,Skill,Statements,Includes,Formerly,Also known as,Tools,Lead\n\
         w,Wheels,\"Trues\nBuilds\",\"stand, key (5 mm)\",rims,Wheel building,truing,x\n",
    );
    let skill = &ladder.skills[0];
    assert_eq!(skill.id.as_str(), "w");
    assert_eq!(skill.statements.len(), 2);
    assert_eq!(skill.includes, ["stand", "key (5 mm)"]);
    assert_eq!(skill.formerly[0].as_str(), "rims");
    assert_eq!(skill.also_known_as, ["Wheel building"]);
    assert_eq!(left_out, ["1:53 the column `Tools`, a second one for `includes`"]);
}

#[test]
fn cells_without_a_head_are_reported_once_a_column() {
    for text in [
        "Skill,,Lead\nWheels,a,x,far\nBrakes,b,x,out\nTalk,,x\n",
        "Title,,Summary\nLead,a,Leads,far\nChief,b,,out\n",
    ] {
        let (_, left_out) = table(text);
        assert_eq!(left_out.len(), 2, "{left_out:?}");
        assert!(left_out.iter().all(|remark| remark.ends_with(" 2 cells without a head")));
        assert!(left_out[0].starts_with("2:"));
    }
}

#[test]
fn errors_of_formulas_are_no_levels() {
    let (ladder, left_out) =
        table("Skill,Junior,Senior\nWheels,#N/A,\nBrakes,Basic,Err:502\nTalk,x,x\n");
    assert_eq!(roles(&ladder), ["Junior (-) Brakes=Basic Talk=x", "Senior (-) Talk=x"]);
    assert_eq!((ladder.scale.len(), ladder.categories.len()), (1, 0));
    assert_eq!(
        left_out,
        ["2:8 the error `#N/A` of a formula", "3:14 the error `Err:502` of a formula"]
    );
}

#[test]
fn a_row_whose_name_cannot_be_read_is_not_part_of_the_row_above() {
    let (ladder, left_out) = table("Title,Summary\nLead,Leads\n#REF!,Does more\n");
    assert_eq!(ladder.roles.len(), 1);
    assert_eq!(left_out, ["3:1 the error `#REF!` of a formula", "3:7 this row has no title"]);
    let (ladder, left_out) = table("Role,Skill,Level\nLead,Wheels,1\n#REF!,Brakes,2\n");
    assert_eq!(roles(&ladder), ["Lead (-) Wheels=1"]);
    assert_eq!(left_out[1], "3:7 this row has no role or no skill");
}

#[test]
fn a_table_of_requirements_completes_the_lists_of_roles() {
    let imported = imported(&[
        ("roles.csv", "Title,Skills,Key skills\nLead,\"Wheels, Brakes: Basic\",Talk\n"),
        (
            "requirements.csv",
            "Role,Skill,Level,Requirement\nLead,Wheels,Expert,\nLead,Brakes,Expert,\nLead,Talk,,Nice to have\n",
        ),
    ]);
    assert_eq!(
        remarks(&imported, RemarkKind::LeftOut),
        [
            "3:6 the level `Expert` of `Brakes` for `Lead`, which has `Basic` already",
            "4:6 the requirement `Nice to have` of `Talk` for `Lead`, which has `Key` already",
        ]
    );
    let ladder = imported.document.check().ladder.unwrap();
    assert_eq!(roles(&ladder), ["Lead (-) Talk=x Wheels=Expert Brakes=Basic"]);
}

#[test]
fn a_skill_in_two_rows_of_a_matrix_keeps_what_they_agree_on() {
    let (ladder, left_out) =
        table("Skill,Lead,Chief\nWheels,Basic,\nWheels,Expert,Expert\nWheels,Basic,x\n");
    assert_eq!(roles(&ladder), ["Lead (-) Wheels=Basic", "Chief (-) Wheels=Expert"]);
    assert_eq!(
        left_out,
        ["3:8 the level `Expert` of `Wheels` for `Lead`, which has `Basic` already"]
    );
}

#[test]
fn a_table_with_more_items_than_a_ladder_may_have_is_refused_with_the_limit() {
    let rows: String = (0..20_001).map(|at| format!("s{at},x\n")).collect();
    let text = format!("Skill,Lead\n{rows}");
    let file = SourceFile { name: "a.csv", bytes: text.as_bytes() };
    let refused = import(&[file], &Mapping::default()).unwrap_err();
    let messages: Vec<_> =
        refused.problems.iter().map(|problem| problem.problem.message.as_str()).collect();
    assert_eq!(messages, ["too many skills (limit: 20,000)"]);
}

#[test]
fn a_next_role_whose_title_others_have_is_a_guess() {
    let imported = imported(&[(
        "a.csv",
        "Title,Track,Next\nIntern,,Senior\nSenior,Web,\nSenior,Data,Chief\nChief,,\n",
    )]);
    let guessed = remarks(&imported, RemarkKind::Guessed);
    let expected = "2:9 `next` leads to `senior`, the first of 2 roles with the title `Senior`";
    assert!(guessed.iter().any(|remark| remark == expected), "{guessed:?}");
}
