//! Skills with levels of their own.

#![allow(clippy::unwrap_used, missing_docs)] // tests may panic

use import::{Imported, Mapping, RemarkKind, SourceFile, import};
use ladder::Ladder;

fn imported(files: &[(&str, &[u8])]) -> Imported {
    let files: Vec<_> = files.iter().map(|(name, bytes)| SourceFile { name, bytes }).collect();
    import(&files, &Mapping::default()).unwrap()
}

/// The requirements of every role: skill and level.
fn requirements(ladder: &Ladder) -> Vec<String> {
    let role = |role: &ladder::Role| {
        let skills = role.skills.iter().map(|requirement| {
            let level = &ladder[requirement.level.unwrap()];
            format!("{}:{}", ladder[requirement.skill].id, level.id)
        });
        format!("{}: {}", role.id, skills.collect::<Vec<_>>().join(" "))
    };
    ladder.roles.iter().map(role).collect()
}

fn remarks(imported: &Imported, kind: RemarkKind) -> Vec<String> {
    let of_kind = imported.remarks.iter().filter(|remark| remark.kind == kind);
    of_kind.map(|remark| remark.message.clone()).collect()
}

const LEVELS: &[u8] =
    b"Level,Scale,Description\nBasic,,Does it\nExpert,,Teaches it\nBasic,Languages,Orders a coffee\nFluent,Languages,\n";

#[test]
fn a_sheet_of_levels_and_one_of_skills_name_scales() {
    let files: [(&str, &[u8]); 4] = [
        ("levels.csv", LEVELS),
        (
            "skills.csv",
            b"Skill,Scale,Basic,Expert\nWheels,,Trues,Builds\nDutch,Languages,Greets,Never\n",
        ),
        ("roles.csv", b"Title,Skills\nLead,\"Dutch: Fluent, Wheels: Expert\"\n"),
        ("requirements.csv", b"Role,Skill,Level\nApprentice,Wheels,Basic\n,Dutch,Basic\n"),
    ];
    let import = imported(&files);
    assert_eq!(remarks(&import, RemarkKind::LeftOut), ["`Expert` is no level of this skill"]);
    assert_eq!(
        remarks(&import, RemarkKind::Guessed),
        ["the ladder has no title; it is `Levels` after the file"]
    );
    let ladder = import.document.check().ladder.unwrap();
    let names = |levels: &[ladder::Level]| -> Vec<String> {
        levels.iter().map(|level| format!("{} {}", level.id, level.name)).collect()
    };
    assert_eq!(names(&ladder.scale), ["basic Basic", "expert Expert"]);
    assert_eq!(names(&ladder.scales[0].levels), ["basic Basic", "fluent Fluent"]);
    let (id, name) = (ladder.scales[0].id.as_str(), ladder.scales[0].name.as_deref());
    assert_eq!((id, name), ("languages", Some("Languages")));
    assert_eq!(
        requirements(&ladder),
        ["lead: dutch:fluent wheels:expert", "apprentice: wheels:basic dutch:basic"]
    );
    let dutch = ladder.roles[1].skills[1].level.unwrap();
    assert_eq!(ladder[dutch].description.as_deref(), Some("Orders a coffee"));
    let meanings = |skill: usize| ladder.skills[skill].levels.len();
    assert_eq!((meanings(0), meanings(1)), (2, 1));
}

#[test]
fn a_matrix_uses_the_scales_of_its_skills() {
    let files: [(&str, &[u8]); 2] = [
        ("levels.csv", LEVELS),
        (
            "matrix.csv",
            b"Skill,Scale,Apprentice,Lead\nDutch,Languages,Basic,Native\nWheels,,Basic,Expert\n",
        ),
    ];
    let import = imported(&files);
    let guesses = remarks(&import, RemarkKind::Guessed);
    assert!(
        guesses
            .contains(&"`Native` is the highest level so far of the scale `Languages`".to_owned())
    );
    let ladder = import.document.check().ladder.unwrap();
    assert_eq!(
        requirements(&ladder),
        ["apprentice: dutch:basic wheels:basic", "lead: dutch:native wheels:expert"]
    );
    assert_eq!((ladder.scale.len(), ladder.scales[0].levels.len()), (2, 3));
}

#[test]
fn levels_that_may_be_on_two_scales_are_a_guess() {
    let guess = |text: &str| {
        let import = imported(&[("a.csv", text.as_bytes())]);
        let guesses = remarks(&import, RemarkKind::Guessed);
        guesses.into_iter().find(|guess| guess.starts_with("all levels are on one scale"))
    };
    assert_eq!(
        guess("Category,Skill,Junior,Senior\nOther skills,Wheels,Basic (required),Expert (key)\nOther skills,Dutch,A2 (key),B2 (required)\n").as_deref(),
        Some(
            "all levels are on one scale, although no skill has levels of two of these groups: Basic, Expert; A2, B2"
        )
    );
    assert_eq!(guess("Skill,Junior,Senior\nWheels,Basic,Expert\nBrakes,Some,Expert\n"), None);
    assert_eq!(guess("Skill,Junior,Senior\nWheels,Basic,Expert\nBrakes,Some,\n"), None);
}
