//! What separates two roles, by table and by property, on every ladder at hand.

#![allow(clippy::unwrap_used)]

#[path = "../crates/ladder/tests/documents/mod.rs"]
mod documents;
mod laws;

use career_ladder::bundled;
use documents::document;
use ladder::to_json;
use ladder::{
    Change, Comparison, Id, Ladder, RoleIx, StatementChange, compare_markdown, compare_sentence,
    read,
};
use proptest::prelude::*;
use std::path::Path;

/// Two tracks with levels, a diamond, every kind of edge and of change.
const SCALE: &str = include_str!("fixtures/valid/levels-and-tracks.json");

fn sound(text: &str) -> Ladder {
    let reading = read(text);
    assert_eq!(reading.problems, []);
    reading.ladder.unwrap()
}

fn role(ladder: &Ladder, id: &str) -> RoleIx {
    ladder.role_by_id(&Id::new(id).unwrap()).unwrap()
}

fn compare(ladder: &Ladder, from: &str, to: &str) -> Comparison {
    ladder.compare(role(ladder, from), role(ladder, to))
}

/// The ids of the skills that change in this way.
fn skills(ladder: &Ladder, comparison: &Comparison, change: Change) -> String {
    let ids: Vec<&str> =
        comparison.of(change).map(|skill| ladder[skill.skill].id.as_str()).collect();
    ids.join(" ")
}

/// Published frameworks, where they lie beside the repository.
fn published() -> Vec<Ladder> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/ladders");
    let Ok(entries) = std::fs::read_dir(&folder) else {
        println!("skipped: {} is not there", folder.display());
        return Vec::new();
    };
    let files = entries.map(|entry| entry.unwrap().path());
    let documents = files.filter(|path| path.extension().is_some_and(|ending| ending == "json"));
    documents.map(|path| sound(&std::fs::read_to_string(path).unwrap())).collect()
}

#[test]
fn the_laws_hold_on_the_bundled_ladder() {
    laws::hold(&bundled::ladder().unwrap());
}

#[test]
fn the_laws_hold_with_levels_and_tracks() {
    laws::hold(&sound(SCALE));
}

#[test]
fn the_laws_hold_on_published_frameworks() {
    published().iter().for_each(laws::hold);
}

proptest! {
    #[test]
    fn the_laws_hold_on_any_ladder(bytes in prop::collection::vec(any::<u8>(), 0..500)) {
        let written = to_json(&document(&bytes)).unwrap();
        laws::hold(&read(&written).ladder.unwrap());
    }
}

#[test]
fn the_bundled_ladder_compared() {
    let ladder = bundled::ladder().unwrap();
    for (from, to, change, expected) in [
        (
            "ai-developer",
            "team-leader",
            Change::Gained,
            "communication agile-methodologies cross-functional-collaboration",
        ),
        (
            "ai-developer",
            "team-leader",
            Change::Carried,
            "python ml-frameworks data-wrangling apis",
        ),
        ("ai-developer", "team-leader", Change::Dropped, ""),
        (
            "project-manager",
            "vp-of-ai",
            Change::Gained,
            "strategic-thinking business-acumen innovation-approval",
        ),
        ("project-manager", "vp-of-ai", Change::Firmer, "stakeholder-management"),
        ("vp-of-ai", "project-manager", Change::Looser, "stakeholder-management"),
        ("vp-of-ai", "director-of-ai", Change::Firmer, ""),
        (
            "director-of-ai",
            "vp-of-ai",
            Change::Firmer,
            "strategic-thinking business-acumen innovation-approval stakeholder-management",
        ),
        (
            "team-leader",
            "ai-developer",
            Change::Dropped,
            "communication agile-methodologies cross-functional-collaboration",
        ),
        ("team-leader", "ai-developer", Change::Firmer, "python ml-frameworks data-wrangling apis"),
    ] {
        let comparison = compare(&ladder, from, to);
        assert_eq!(skills(&ladder, &comparison, change), expected, "{from} to {to}: {change:?}");
    }
    let whole = compare(&ladder, "ai-developer", "cto");
    assert_eq!((whole.of(Change::Gained).count(), whole.of(Change::Carried).count()), (15, 4));
}

#[test]
fn with_levels_and_tracks() {
    let ladder = sound(SCALE);
    for (from, to, change, expected) in [
        ("junior", "senior", Change::Raised, "code"),
        ("senior", "junior", Change::Lowered, "code"),
        ("junior", "senior", Change::Gained, "review mentoring"),
        ("junior", "senior", Change::Dropped, "support"),
        ("senior", "lead", Change::Firmer, "mentoring"),
        ("senior", "lead", Change::Looser, "review"),
        ("senior", "lead", Change::Reworded, "planning"),
        ("senior", "lead", Change::Unchanged, "code"),
        ("senior", "senior-in-name", Change::Raised, "code"),
        ("senior", "senior-in-name", Change::Gained, ""),
    ] {
        let comparison = compare(&ladder, from, to);
        assert_eq!(skills(&ladder, &comparison, change), expected, "{from} to {to}: {change:?}");
    }
}

#[test]
fn statements_are_matched_by_id_then_by_text_then_by_their_words() {
    use StatementChange::{Added, Kept, LeftBehind, Reworded};
    let ladder = sound(SCALE);
    let comparison = compare(&ladder, "senior", "lead");
    assert_eq!(
        comparison.responsibilities,
        [Kept(1, 0), Reworded(0, 1), Reworded(2, 2), Added(3), LeftBehind(3)]
    );
    let planning = comparison.of(Change::Reworded).next().unwrap();
    assert_eq!(planning.statements, [Reworded(0, 0), Added(1)]);
}

#[test]
fn a_comparison_is_led_by_a_sentence() {
    let (open, scale) = (bundled::ladder().unwrap(), &sound(SCALE));
    let bundled: &Ladder = &open;
    for (ladder, from, to, expected) in [
        (
            bundled,
            "team-leader",
            "project-manager",
            "Project Manager asks for 3 skills that Team Leader does not. It takes on 3 responsibilities and leaves 3 behind. 7 skills carry over.",
        ),
        (
            bundled,
            "cto",
            "cto",
            "Chief Technical Officer (CTO) is on both sides: nothing separates a role from itself.",
        ),
        (
            scale,
            "senior",
            "senior-in-name",
            "One thing separates them. Senior in name asks for Code at the level Leads, Senior at the level Works alone.",
        ),
        (
            scale,
            "junior",
            "senior",
            "Senior asks for 2 skills that Junior does not, asks for 1 skill at a higher level and does not ask for 1 skill that Junior does. It takes on 4 responsibilities. 1 skill carries over.",
        ),
        (
            scale,
            "lead",
            "head",
            "Lead and Head ask for the same: nothing in skills or responsibilities separates them. Their focus differs.",
        ),
    ] {
        assert_eq!(compare_sentence(ladder, &compare(ladder, from, to)), expected);
    }
}

#[test]
fn a_comparison_as_markdown() {
    let (open, scale) = (bundled::ladder().unwrap(), &sound(SCALE));
    let bundled: &Ladder = &open;
    for (name, ladder, from, to) in [
        ("bundled", bundled, "ai-developer", "project-manager"),
        ("levels", scale, "senior", "lead"),
    ] {
        let comparison = compare(ladder, from, to);
        let markdown = compare_markdown(ladder, &comparison, "https://example.org/compare?from=a");
        insta::assert_snapshot!(name, markdown);
    }
}

#[test]
fn ways_prefer_promotions_and_few_steps() {
    let ladder = sound(SCALE);
    let way = |from, to| {
        let way = ladder.path(role(&ladder, from), role(&ladder, to))?;
        let ids: Vec<&str> = way.iter().map(|step| ladder[step.edge.to].id.as_str()).collect();
        Some(ids.join(" "))
    };
    for (from, to, expected) in [
        ("junior", "head", Some("senior lead head")),
        ("junior", "junior", Some("")),
        ("senior", "senior-in-name", Some("senior-in-name")),
        ("lead", "senior", Some("senior")),
        ("head", "junior", None),
        ("apart", "junior", None),
    ] {
        assert_eq!(way(from, to).as_deref(), expected, "{from} to {to}");
    }
}

#[test]
fn next_moves_say_what_carries_over() {
    let ladder = sound(SCALE);
    let moves = ladder.next_moves(role(&ladder, "junior"));
    let told: Vec<_> = moves
        .iter()
        .map(|found| {
            let counts = [&found.carry_over, &found.to_raise, &found.missing].map(Vec::len);
            (ladder[found.to].id.as_str(), counts)
        })
        .collect();
    let expected = [
        ("senior-in-name", [1, 1, 2]),
        ("lead", [1, 1, 2]),
        ("head", [1, 1, 2]),
        ("apart", [1, 0, 0]),
    ];
    assert_eq!(told, expected);
}

/// What must not cost more where there is much: nothing looks at all pairs.
#[test]
fn a_catalogue_of_a_whole_economy_is_compared_at_once() {
    let ladder = sound(&large_ladder::large_ladder(large_ladder::Size::CATALOGUE));
    let start = std::time::Instant::now();
    for at in 0..20 {
        let (from, to) = (RoleIx(at * 140), RoleIx(at * 140 + 70));
        assert!(!ladder.compare(from, to).is_empty());
        assert_eq!(ladder.path(from, to), None);
        assert!(!ladder.next_moves(from).is_empty());
    }
    let each = start.elapsed() / 20;
    println!("{each:?} for a comparison, a way and the next moves");
    assert!(each.as_millis() < 250, "{each:?}, unoptimised");
}
