//! The skills matrix, exported as CSV and imported again, gives the same ladder.

#![allow(clippy::unwrap_used, clippy::panic)] // tests may panic

use career_ladder::browser::text::NORMALIZER;
use career_ladder::messages::matrix_csv::matrix_csv;
use import::{Mapping, SourceFile, import, update};
use ladder::{CsvDialect, Ladder, Matrix, MatrixQuery, SkillNameIndex, read, to_json};
use proptest::prelude::*;
use serde_json::{Value, json};

fn exported(ladder: &Ladder) -> String {
    let names = SkillNameIndex::new(ladder, NORMALIZER);
    matrix_csv(ladder, &Matrix::new(ladder, &names, &MatrixQuery::default()), CsvDialect::Standard)
}

fn imported(csv: &str) -> Ladder {
    let file = SourceFile { name: "matrix.csv", bytes: csv.as_bytes() };
    let reading = import(&[file], &Mapping::default()).unwrap().document.check();
    reading.ladder.unwrap_or_else(|| panic!("{:?}\n{csv}", reading.problems))
}

/// The ladder, updated with a table.
fn updated(ladder: &Ladder, csv: &str) -> Ladder {
    let mut mapping = Mapping::default();
    mapping.keep_ids_of(ladder);
    let file = SourceFile { name: "matrix.csv", bytes: csv.as_bytes() };
    let reading = import(&[file], &mapping).unwrap().document.check();
    let table = reading.ladder.unwrap_or_else(|| panic!("{:?}\n{csv}", reading.problems));
    update(ladder, &table).unwrap().ladder
}

/// Everything that the matrix shows: for each role and skill the level and the kind of the requirement.
fn requirements(ladder: &Ladder) -> Vec<String> {
    let mut found = Vec::new();
    for role in ladder.role_indices() {
        for skill in ladder.skill_indices() {
            let requirement = ladder[role].requirement(skill);
            let level =
                ladder.effective_level(role, skill).map(|level| ladder[level].name.as_str());
            if let Some(requirement) = requirement {
                let category =
                    ladder[skill].category.map(|category| ladder[category].name.as_str());
                let (role, skill) = (&ladder[role].title, &ladder[skill].name);
                found.push(format!("{role} {category:?} {skill} {level:?} {:?}", requirement.kind));
            }
        }
    }
    found.sort();
    found
}

/// A ladder with only what a matrix can show. `cells` has a number for each role and skill.
fn ladder(roles: usize, cells: &[u8], cumulative: bool, has_categories: bool) -> Ladder {
    let names = ["Wheels", "Talking, listening", "=SUM(A1)", "Größe \"XL\"", "計画"];
    let levels = ["Basic", "Intermediate", "Advanced", "Expert"];
    let level = |name: &&str| json!({ "id": name.to_lowercase(), "name": name });
    let skill = |(at, name): (usize, &&str)| {
        let category = (has_categories && at < 3).then_some(if at < 2 { "a" } else { "b" });
        json!({ "id": format!("s{at}"), "name": name, "category": category })
    };
    let role = |role: usize| {
        let requirement = |skill: usize| {
            let cell = cells[role * names.len() + skill];
            let level = levels.get(usize::from(cell / 4 % 5)).map(|name| name.to_lowercase());
            let kind = ["", "core", "required", "optional"][usize::from(cell % 4)];
            (!cell.is_multiple_of(4))
                .then(|| json!({ "skill": format!("s{skill}"), "level": level, "kind": kind }))
        };
        let skills: Vec<Value> = (0..names.len()).filter_map(requirement).collect();
        json!({ "id": format!("r{role}"), "title": format!("Role {role}"), "skills": skills })
    };
    let categories = json!([{ "id": "a", "name": "Hands" }, { "id": "b", "name": "Heads" }]);
    let document = json!({
        "format": 1, "id": "x", "title": "X", "cumulative": cumulative,
        "categories": if has_categories { categories } else { json!([]) },
        "scale": levels.iter().map(level).collect::<Vec<_>>(),
        "skills": names.iter().enumerate().map(skill).collect::<Vec<_>>(),
        "roles": (0..roles).map(role).collect::<Vec<_>>(),
    });
    read(&document.to_string()).ladder.unwrap()
}

proptest! {
    #[test]
    fn an_exported_matrix_is_imported_as_the_same_ladder(
        roles in 1_usize..5,
        cells in prop::collection::vec(0_u8..20, 25),
        cumulative: bool,
        has_categories: bool,
    ) {
        let original = ladder(roles, &cells, cumulative, has_categories);
        let csv = exported(&original);
        let copy = imported(&csv);
        prop_assert_eq!(requirements(&copy), requirements(&original));
        prop_assert_eq!(to_json(&updated(&original, &csv)).unwrap(), to_json(&original).unwrap());
        prop_assert_eq!(exported(&copy), csv, "the export of the copy is the same file");
    }
}

#[test]
fn the_bundled_ladder_survives_export_and_import() {
    let bundled = read(include_str!("../public/ladders/ai-developer.json")).ladder.unwrap();
    let csv = exported(&bundled);
    let copy = imported(&csv);
    assert_eq!(requirements(&copy), requirements(&bundled));
    assert_eq!(exported(&copy), csv);
}

#[test]
fn scales_survive_export_and_import() {
    let document = json!({
        "format": 1, "id": "x", "title": "X",
        "scale": [{ "id": "basic", "name": "Basic" }, { "id": "expert", "name": "Expert" }],
        "scales": [{ "id": "depth", "name": "Depth", "levels": [
            { "id": "basic", "name": "Basic" }, { "id": "middle", "name": "Middle" }, { "id": "deep", "name": "Deep" }
        ] }],
        "skills": [{ "id": "a", "name": "A" }, { "id": "b", "name": "B", "scale": "depth" }],
        "roles": [
            { "id": "one", "title": "One", "skills": [{ "skill": "a", "level": "basic" }, { "skill": "b", "level": "middle" }] },
            { "id": "two", "title": "Two", "skills": [{ "skill": "a", "level": "expert" }, { "skill": "b", "level": "deep" }] },
            { "id": "three", "title": "Three", "skills": [{ "skill": "b", "level": "basic" }] }
        ]
    });
    let original = read(&document.to_string()).ladder.unwrap();
    let csv = exported(&original);
    assert!(csv.contains("Category,Skill,Scale,One,Two,Three"), "{csv}");
    let copy = imported(&csv);
    assert_eq!(requirements(&copy), requirements(&original));
    assert_eq!(exported(&copy), csv);
    assert_eq!(copy.scales.len(), 1);
}

#[test]
fn the_bundled_ladders_updated_with_their_exports_are_the_same() {
    for file in ["ai-developer", "ai-careers"] {
        let path = format!("{}/public/ladders/{file}.json", env!("CARGO_MANIFEST_DIR"));
        let ladder = read(&std::fs::read_to_string(path).unwrap()).ladder.unwrap();
        let copy = updated(&ladder, &exported(&ladder));
        assert_eq!(to_json(&copy).unwrap(), to_json(&ladder).unwrap());
    }
}

#[test]
fn ladders_of_every_shape_updated_with_their_exports_are_the_same() {
    for (name, document) in ladder_shapes::all() {
        let ladder = read(&document).ladder.unwrap();
        let copy = updated(&ladder, &exported(&ladder));
        assert_eq!(to_json(&copy).unwrap(), to_json(&ladder).unwrap(), "{name}");
    }
}

#[test]
fn levels_in_any_script_keep_their_order_and_an_edit_changes_one_requirement() {
    let mut document = json!({
        "format": 1, "id": "x", "title": "سلم", "language": "ar", "cumulative": true,
        "scale": [{ "id": "c", "name": "خبير" }, { "id": "a", "name": "مبتدئ" }, { "id": "b", "name": "متوسط" }],
        "scales": [{ "id": "languages", "name": "اللغات", "levels": [
            { "id": "a", "name": "مبتدئ" }, { "id": "fluent", "name": "طليق" }
        ] }],
        "skills": [{ "id": "s", "name": "القيادة" }, { "id": "t", "name": "العربية", "scale": "languages" }],
        "tracks": [{ "id": "web", "name": "الويب" }, { "id": "data", "name": "البيانات" }],
        "roles": [
            { "id": "r", "title": "مهندس", "track": "web", "next": ["q"], "skills": [
                { "skill": "s", "level": "a" }, { "skill": "t", "level": "fluent", "kind": "core" }
            ] },
            { "id": "q", "title": "مهندس", "track": "data", "skills": [{ "skill": "s", "level": "b" }, "t"] }
        ]
    });
    let original = read(&document.to_string()).ladder.unwrap();
    let csv = exported(&original);
    assert_eq!(to_json(&updated(&original, &csv)).unwrap(), to_json(&original).unwrap());
    let edited = csv.replacen("متوسط (required)", "خبير (key)", 1);
    assert_ne!(edited, csv);
    document["roles"][1]["skills"][0] = json!({ "skill": "s", "level": "c", "kind": "core" });
    let expected = read(&document.to_string()).ladder.unwrap();
    assert_eq!(to_json(&updated(&original, &edited)).unwrap(), to_json(&expected).unwrap());
}

/// A spreadsheet saves with semicolons, in the encoding of the system, with blank rows.
#[test]
fn an_export_that_a_spreadsheet_saved_again_is_the_same() {
    let original = ladder(3, &[1, 2, 3, 6, 11, 0, 4, 9, 15, 1, 18, 2, 3, 0, 7], true, true);
    let csv = exported(&original).replace("計画", "Plan");
    let saved =
        csv.replace("\"Talking, listening\"", "Talking. listening").replace(',', ";") + ";;;;\r\n";
    let saved: Vec<u8> = saved.chars().map(|c| u8::try_from(u32::from(c)).unwrap()).collect();
    let file = SourceFile { name: "matrix.csv", bytes: &saved };
    let copy = import(&[file], &Mapping::default()).unwrap().document.check().ladder.unwrap();
    assert_eq!(
        requirements(&copy),
        requirements(&imported(&csv.replace("Talking, listening", "Talking. listening")))
    );
}
