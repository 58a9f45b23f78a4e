//! Tables: every layout and encoding, and the report.

#![allow(clippy::unwrap_used, missing_docs)] // tests may panic

use import::{Imported, Mapping, RemarkKind, SourceFile, import};
use ladder::{Ladder, RequirementKind};

fn imported(files: &[(&str, &[u8])], mapping: &str) -> Imported {
    let files: Vec<_> = files.iter().map(|(name, bytes)| SourceFile { name, bytes }).collect();
    let mapping = Mapping::read("map.yaml", mapping.as_bytes()).unwrap();
    import(&files, &mapping).unwrap()
}

/// The ladder of one table.
fn ladder(name: &str, text: &str) -> Ladder {
    let reading = imported(&[(name, text.as_bytes())], "{}").document.check();
    assert_eq!(reading.problems, []);
    reading.ladder.unwrap()
}

/// The requirements of every role: skill, level and kind.
fn requirements(ladder: &Ladder) -> Vec<String> {
    let role = |role: &ladder::Role| {
        let skills = role.skills.iter().map(|requirement| {
            let level = requirement.level.map(|level| format!(":{}", ladder[level].id));
            let kind = match requirement.kind {
                RequirementKind::Core => "!",
                RequirementKind::Required => "",
                RequirementKind::Optional => "?",
            };
            format!("{}{}{kind}", ladder[requirement.skill].id, level.unwrap_or_default())
        });
        format!("{}: {}", role.id, skills.collect::<Vec<_>>().join(" "))
    };
    ladder.roles.iter().map(role).collect()
}

fn remarks(imported: &Imported, kind: RemarkKind) -> Vec<String> {
    let of_kind = imported.remarks.iter().filter(|remark| remark.kind == kind);
    of_kind.map(|remark| remark.message.clone()).collect()
}

const MATRIX: &str = "Skill;Apprentice;Mechanic;Lead\r\nWheels;Basic;Advanced;Expert\r\n\"Talking, listening\";;Advanced;Expert (key)\r\n;;;\r\nBudget;;;X\r\n";

#[test]
fn a_matrix_gives_roles_skills_and_levels() {
    let ladder = ladder("workshop.csv", MATRIX);
    assert_eq!(
        requirements(&ladder),
        [
            "apprentice: wheels:basic",
            "mechanic: wheels:advanced talking-listening:advanced",
            "lead: wheels:expert talking-listening:expert! budget"
        ]
    );
    let scale: Vec<_> = ladder.scale.iter().map(|level| level.name.as_str()).collect();
    assert_eq!(scale, ["Basic", "Advanced", "Expert"]);
    assert_eq!((ladder.title.as_str(), ladder.id.as_str()), ("Workshop", "workshop"));
}

#[test]
fn every_encoding_of_a_spreadsheet_is_read() {
    let text = "Skill\tKöchin\nSoße\tx\n";
    let utf16: Vec<u8> =
        std::iter::once(0xfeff).chain(text.encode_utf16()).flat_map(u16::to_le_bytes).collect();
    let windows: Vec<u8> = text.chars().map(|c| u8::try_from(u32::from(c)).unwrap()).collect();
    let marked = format!("\u{feff}{text}").into_bytes();
    for bytes in [text.as_bytes(), &marked, &utf16, &windows] {
        let ladder = imported(&[("a.tsv", bytes)], "{}").document.check().ladder.unwrap();
        assert_eq!(ladder.roles[0].title, "Köchin");
        assert_eq!(requirements(&ladder), ["kochin: sosse"]);
    }
}

#[test]
fn arabic_and_japanese_tables_are_read() {
    let arabic = ladder("a.csv", "\u{feff}المهارة,مهندس,مهندس أول\nالتواصل,x,x\nبايثون,,x\n");
    assert_eq!(arabic.roles[1].title, "مهندس أول");
    assert_eq!(arabic.roles[1].skills.len(), 2);
    let japanese = ladder(
        "j.csv",
        "役職,スキル,責任\n主任,設計、レビュー（単体、結合）,\"・計画\n・教育\"\n部長,予算,\n",
    );
    assert_eq!(japanese.roles[0].skills.len(), 2);
    assert_eq!(japanese.skills[1].includes, ["単体", "結合"]);
    assert_eq!(japanese.roles[0].responsibilities.len(), 2);
    assert_ne!(japanese.roles[0].id, japanese.roles[1].id);
}

#[test]
fn merged_heads_are_a_title_tracks_and_categories() {
    let table = "Workshop 2026,,,,\n,,Bench,,Office\nArea,Skill,Apprentice,Mechanic,Lead\nHands,Wheels,1,2,1\n,Brakes,1,2,\nHeads,Budget,,,3\n";
    let import = imported(&[("a.csv", table.as_bytes())], "{}");
    let guesses = remarks(&import, RemarkKind::Guessed);
    assert!(guesses.iter().any(|guess| guess == "`Workshop 2026` is the title"), "{guesses:?}");
    assert!(
        guesses.iter().any(|guess| guess == "the levels, lowest first, by their numbers: 1, 2, 3"),
        "{guesses:?}"
    );
    let ladder = import.document.check().ladder.unwrap();
    assert_eq!(ladder.title, "Workshop 2026");
    let track = |at: usize| ladder[ladder.roles[at].track.unwrap()].name.as_str();
    assert_eq!([track(0), track(1), track(2)], ["Bench", "Bench", "Office"]);
    let category = |at: usize| ladder[ladder.skills[at].category.unwrap()].name.as_str();
    assert_eq!([category(0), category(1), category(2)], ["Hands", "Hands", "Heads"]);
    assert_eq!(requirements(&ladder)[1], "mechanic: wheels:2 brakes:2");
}

#[test]
fn objectives_of_a_skill_are_its_statements() {
    let roles = "Title,Skills\nApprentice,\"Brakes, Wheels\"\n";
    let skills = "Skill,Category,Objectives\nBrakes,Hands,\"- Adjusts rim brakes\n- Bleeds disc brakes\"\nWheels,Hands,\n";
    let files = [("roles.csv", roles.as_bytes()), ("skills.csv", skills.as_bytes())];
    let ladder = imported(&files, "{}").document.check().ladder.unwrap();
    let texts = |skill: usize| {
        ladder.skills[skill].statements.iter().map(|statement| statement.text.clone())
    };
    assert_eq!(texts(0).collect::<Vec<_>>(), ["Adjusts rim brakes", "Bleeds disc brakes"]);
    assert_eq!(texts(1).count(), 0);
}

#[test]
fn one_row_a_role() {
    let table = "Title,Track,Grade,Summary,Responsibilities,Key skills,Nice to have,Links,Next\n\
        Apprentice,Bench,1,Learns the trade,\"- Repairs brakes\n- Greets people\",\"Brakes, Customers\",,Truing: https://youtu.be/CCCCCCCCCCC?t=22 all of it,Mechanic\n\
        Mechanic,Bench,2,Builds wheels,\"Builds wheels; signs off repairs\",\"Wheels (stand, spoke key)\",Brakes,,\n\
        ,,,,Orders parts,,,,\n";
    let ladder = ladder("roles.csv", table);
    assert_eq!(
        requirements(&ladder),
        ["apprentice: brakes! customers!", "mechanic: wheels! brakes?"]
    );
    let apprentice = &ladder.roles[0];
    assert_eq!(apprentice.grade.as_deref(), Some("1"));
    assert_eq!(apprentice.responsibilities[1].text, "Greets people");
    let texts: Vec<_> =
        ladder.roles[1].responsibilities.iter().map(|statement| statement.text.as_str()).collect();
    assert_eq!(texts, ["Builds wheels", "signs off repairs", "Orders parts"]);
    assert_eq!(ladder.skills[2].includes, ["stand", "spoke key"]);
    assert_eq!(apprentice.resources[0].start, Some(22));
    assert_eq!(apprentice.resources[0].note.as_deref(), Some("all of it"));
    assert_eq!(ladder.resources[0].title, "Truing");
    assert_eq!(apprentice.next.len(), 1);
}

#[test]
fn one_row_a_requirement() {
    let table = "Category,Skill,Role,Requirement\nHands,Wheels,Apprentice,Basic (required)\nHands,Wheels,Lead,Advanced (key)\n,Brakes,Lead,Nice to have\n,Brakes,Apprentice,\n";
    let ladder = ladder("a.csv", table);
    assert_eq!(
        requirements(&ladder),
        ["apprentice: wheels:basic brakes", "lead: wheels:advanced! brakes?"]
    );
}

#[test]
fn several_tables_are_the_sheets_of_one_workbook() {
    let files: [(&str, &[u8]); 6] = [
        ("ladder.csv", b"Field,Value\nTitle,The Bench\nId,bench\nCumulative,yes\n"),
        ("levels.csv", b"Level,Description\nSure,Does it\nBold,Teaches it\n"),
        ("skills.csv", b"Skill,Id,Category,Kind,Sure\nWheels,w,Hands,Tool,Trues a wheel\n"),
        ("roles.csv", b"Title,Short title\nMaster of Wheels,Master\nLead,\n"),
        (
            "requirements.csv",
            b"Role,Skill,Level,Requirement\nMaster of Wheels,Wheels,Bold,Key\n,Brakes,Sure,\n",
        ),
        ("resources.csv", b"Title,URL,Type,Role\nOn wheels,https://example.org/wheels,Book,Lead\n"),
    ];
    let reading = imported(&files, "{}").document.check();
    assert_eq!(reading.problems, []);
    let ladder = reading.ladder.unwrap();
    assert_eq!(
        (ladder.id.as_str(), ladder.title.as_str(), ladder.cumulative),
        ("bench", "The Bench", true)
    );
    assert_eq!(requirements(&ladder), ["master: w:bold! brakes:sure", "lead: "]);
    assert_eq!(ladder.skills[0].levels.len(), 1);
    assert_eq!(ladder.roles[1].resources.len(), 1);
}

#[test]
fn problems_are_at_their_cell() {
    let files: [(&str, &[u8]); 1] =
        [("resources.csv", b"Title,URL\nGood,https://example.org\nBad, not an address \n")];
    let roles: (&str, &[u8]) = ("roles.csv", b"Title,Id\nLead,Lead 1\n");
    let reading = imported(&[files[0], roles], "{}").document.check();
    let is_about_a_value = |pointer: &str| pointer.ends_with("/url") || pointer.ends_with("/id");
    let found = reading.problems.iter().filter(|found| is_about_a_value(&found.problem.pointer));
    let found =
        found.map(|found| (found.source, found.problem.severity, found.problem.place.unwrap()));
    let found: Vec<_> = found.collect();
    let (warning, error) = (ladder::Severity::Warning, ladder::Severity::Error);
    let place = |line, column| ladder::Place { line, column };
    assert_eq!(found, [(0, warning, place(3, 5)), (1, error, place(2, 6))]);
}

#[test]
fn what_stands_for_nothing_is_reported() {
    let import = imported(&[("a.csv", b"Title,Summary,Salary\nLead,Leads,10\n")], "{}");
    assert_eq!(
        remarks(&import, RemarkKind::LeftOut),
        ["the column `Salary` stands for nothing that is known"]
    );
    assert_eq!(
        remarks(&import, RemarkKind::Understood),
        ["one row a role: `Title` is `title`, `Summary` is `summary`"]
    );
}

#[test]
fn a_mapping_says_what_the_source_does_not() {
    let map = "columns: { Salary: grade }\nladder: { id: bench, title: The Bench, language: en-GB }\nids: { Lead: boss }\nroles: { Boss: Lead }\n";
    let ladder = imported(&[("a.csv", b"Title,Summary,Salary\nBoss,Leads,10\n")], map)
        .document
        .check()
        .ladder
        .unwrap();
    assert_eq!(ladder.roles[0].grade.as_deref(), Some("10"));
    assert_eq!(
        (ladder.id.as_str(), ladder.language.as_str(), ladder.roles[0].id.as_str()),
        ("bench", "en-GB", "boss")
    );
    let faults = Mapping::read("map.yaml", b"colums: {}\nskills: 3\n").unwrap_err();
    let messages: Vec<_> =
        faults.problems.iter().map(|problem| problem.problem.message.as_str()).collect();
    assert!(messages[0].ends_with("did you mean `columns`?"), "{messages:?}");
    assert_eq!(messages.len(), 2);
}

#[test]
fn prose_in_a_matrix_says_what_the_requirement_means() {
    let ladder = ladder(
        "a.csv",
        "Skill,Junior,Senior\nReview,\"Asks for reviews\nReads them\",Reviews the work of others with care and time\n",
    );
    let requirement = &ladder.roles[0].skills[0];
    assert_eq!(requirement.statements.len(), 2);
    assert_eq!(ladder.roles[1].skills[0].statements.len(), 1);
}

#[test]
fn roles_down_and_skills_across_are_turned() {
    let ladder = ladder("a.csv", "Role,Wheels,Brakes\nApprentice,,x\nLead,x,x\n");
    assert_eq!(requirements(&ladder), ["apprentice: brakes", "lead: wheels brakes"]);
}

#[test]
fn a_million_rows_are_refused_with_a_sentence() {
    let text = "a,b\n".repeat(1_000_000);
    let file = SourceFile { name: "a.csv", bytes: text.as_bytes() };
    let refused = import(&[file], &Mapping::default()).unwrap_err();
    assert!(refused.problems[0].problem.message.starts_with("the table has more than 600000 rows"));
}

#[test]
fn a_formula_is_text() {
    let ladder = ladder("a.csv", "Skill,Lead\n'=HYPERLINK(1),x\n=2+3,x\n");
    assert_eq!(ladder.skills[0].name, "=HYPERLINK(1)");
    assert_eq!(ladder.skills[1].name, "=2+3");
}

/// Shapes that would take long if each thing were compared with each.
#[test]
fn large_and_odd_tables_take_no_time() {
    let names = |count: usize| (0..count).map(|at| format!("s{at}\n")).collect::<String>();
    let wide = (0..200_000).map(|at| format!("r{at},")).collect::<String>();
    let list = (0..20_000).map(|at| format!("skill {at};")).collect::<String>();
    let rows = (0..20_000).map(|at| format!("skill {at},x,x\n")).collect::<String>();
    let started = std::time::Instant::now();
    for text in [
        format!("Skill,Lead\nfirst,x\n{}", names(200_000)),
        format!("Skill,{wide}\n{}", names(1_000)),
        format!("{}\nx\n", "Title,".repeat(100_000)),
        format!("Title,Key skills,Skills\nLead,\"{list}\",\"{list}\"\n"),
        format!("Skill,Lead,Chief\n{rows}{rows}"),
    ] {
        let file = SourceFile { name: "a.csv", bytes: text.as_bytes() };
        let _ = import(&[file], &Mapping::default());
    }
    assert!(started.elapsed() < std::time::Duration::from_secs(60), "{:?}", started.elapsed());
}
