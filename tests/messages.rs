//! The summaries and exported files of known ladders.

#![allow(clippy::unwrap_used)] // tests may panic

use career_ladder::browser::text::NORMALIZER;
use career_ladder::messages::compare::compare_summary;
use career_ladder::messages::compare_markdown::compare_markdown;
use career_ladder::messages::journey::{found_role, next_step, position, rung_mark};
use career_ladder::messages::ladder::{directory_summary, filter_summary};
use career_ladder::messages::list::join_list;
use career_ladder::messages::matrix::{matrix_summary, own_summary};
use career_ladder::messages::matrix_csv::matrix_csv;
use career_ladder::messages::plan::climb;
use career_ladder::messages::skill::{own_standing, required_by};
use ladder::{
    Comparison, CsvDialect, Directory, DirectoryQuery, FilterResult, Id, Ladder, MatchMode, Matrix,
    MatrixQuery, RequirementFilter, RoleIx, SkillFilter, SkillNameIndex, read,
};
use large_ladder::{Size, large_ladder};
use plan::{Journey, OwnRating, Progress, RatedAs};

/// Two tracks with levels, a diamond, every kind of edge and of change.
fn levels_and_tracks() -> Ladder {
    read(include_str!("fixtures/valid/levels-and-tracks.json")).ladder.unwrap()
}

fn bundled() -> Ladder {
    read(include_str!("../public/ladders/ai-developer.json")).ladder.unwrap()
}

fn id(id: &str) -> Id {
    Id::new(id).unwrap()
}

fn compare(ladder: &Ladder, from: &str, to: &str) -> Comparison {
    let role = |text: &str| -> RoleIx { ladder.role_by_id(&id(text)).unwrap() };
    ladder.compare(role(from), role(to))
}

#[test]
fn a_comparison_is_summarised() {
    let (bundled, levels) = (bundled(), levels_and_tracks());
    for (ladder, from, to, expected) in [
        (
            &bundled,
            "team-leader",
            "project-manager",
            "Project Manager needs 3 skills that Team Leader doesn’t. It takes on 3 responsibilities and hands over 3. 7 skills carry over.",
        ),
        (
            &bundled,
            "cto",
            "cto",
            "You picked Chief Technical Officer (CTO) twice. Choose a different role to compare.",
        ),
        (
            &levels,
            "senior",
            "senior-in-name",
            "One difference: Senior in name needs Code at Leads level; Senior needs it at Works alone level.",
        ),
        (
            &levels,
            "junior",
            "senior",
            "Senior needs 2 skills that Junior doesn’t, needs 1 skill at a higher level and drops 1 skill. It takes on 4 responsibilities. 1 skill carries over.",
        ),
        (
            &levels,
            "lead",
            "head",
            "Lead and Head have the same skills and responsibilities. Their focus differs.",
        ),
    ] {
        assert_eq!(compare_summary(ladder, &compare(ladder, from, to)), expected);
    }
}

#[test]
fn a_comparison_can_be_copied_as_markdown() {
    let (bundled, levels) = (bundled(), levels_and_tracks());
    for (name, ladder, from, to) in [
        ("bundled", &bundled, "ai-developer", "project-manager"),
        ("levels", &levels, "senior", "lead"),
    ] {
        let comparison = compare(ladder, from, to);
        let markdown = compare_markdown(ladder, &comparison, "https://example.org/compare?from=a");
        insta::assert_snapshot!(name, markdown);
    }
}

#[test]
fn a_skill_filter_is_summarised() {
    let ladder = bundled();
    for (skills, mode, expected) in [
        (
            &["python"] as &[_],
            MatchMode::Any,
            "AI Developer needs Python; 5 later roles carry it over.",
        ),
        (
            &["python", "communication"],
            MatchMode::All,
            "Team Leader needs both of these skills; 4 later roles build on them.",
        ),
        (
            &["python", "communication"],
            MatchMode::Any,
            "AI Developer and Team Leader need one or more of these 2 skills; 4 later roles build on them.",
        ),
    ] {
        let skills = skills.iter().copied().map(id).collect();
        let filter = SkillFilter { skills, mode, ..SkillFilter::default() };
        let result = FilterResult::new(&ladder, &filter).unwrap();
        assert_eq!(filter_summary(&ladder, &result), expected);
    }
}

#[test]
fn a_page_of_a_large_ladder_states_its_range() {
    let ladder =
        read(&large_ladder(Size { roles: 120, skills: 10, skills_per_role: 2 })).ladder.unwrap();
    let directory = Directory::new(&ladder, NORMALIZER);
    let summary = |text: &str, page| {
        let query = DirectoryQuery { text: text.to_owned(), page, ..DirectoryQuery::default() };
        directory_summary(&directory.page(&query, None), ladder.roles.len())
    };
    assert_eq!(summary("no such role", 0), "No roles match.");
    assert!(summary("", 0).starts_with("Showing 1–"));
    assert!(summary("", 0).ends_with(" of 120 roles."));
}

#[test]
fn the_matrix_counts_its_skills_and_roles() {
    let ladder = bundled();
    let names = SkillNameIndex::new(&ladder, NORMALIZER);
    let summary =
        |query: MatrixQuery| matrix_summary(&ladder, &Matrix::new(&ladder, &names, &query));
    assert_eq!(summary(MatrixQuery::default()), "19 skills in 6 roles.");
    let text = "python".to_owned();
    let roles = vec![id("cto")];
    assert_eq!(
        summary(MatrixQuery { text, roles, ..MatrixQuery::default() }),
        "1 of 19 skills in 1 of 6 roles."
    );
    let text = "no such skill".to_owned();
    let requirement = Some(RequirementFilter::CarriedOver);
    assert_eq!(
        summary(MatrixQuery { text, requirement, ..MatrixQuery::default() }),
        "No skills match these filters."
    );
}

#[test]
fn a_matrix_too_large_for_a_table_is_written_as_a_list() {
    let ladder =
        read(&large_ladder(Size { roles: 600, skills: 800, skills_per_role: 20 })).ladder.unwrap();
    let all =
        Matrix::new(&ladder, &SkillNameIndex::new(&ladder, NORMALIZER), &MatrixQuery::default());
    let csv = matrix_csv(&ladder, &all, CsvDialect::Standard);
    let mut lines = csv.lines();
    assert_eq!(lines.next(), Some("Category,Skill,Role,Requirement"));
    assert_eq!(lines.count(), 600 * 20);
}

#[test]
fn the_last_two_items_of_a_list_are_joined_with_and() {
    let list =
        |parts: &[&str]| join_list(&parts.iter().map(|&part| part.into()).collect::<Vec<_>>());
    assert_eq!(list(&[]), "");
    assert_eq!(list(&["a"]), "a");
    assert_eq!(list(&["a", "b"]), "a and b");
    assert_eq!(list(&["a", "b", "c"]), "a, b and c");
}

#[test]
fn up_to_three_roles_that_need_a_skill_are_named() {
    let ladder = read(
        r#"{"format": 1, "id": "a", "title": "A",
            "skills": [{"id": "one", "name": "1"}, {"id": "two", "name": "2"},
                {"id": "three", "name": "3"}, {"id": "four", "name": "4"}],
            "roles": [
                {"id": "a", "title": "A", "skills": ["one", "two", "three", "four"]},
                {"id": "b", "title": "B", "skills": ["two", "three", "four"]},
                {"id": "c", "title": "C", "skills": ["three", "four"]},
                {"id": "d", "title": "D", "skills": ["four"]}]}"#,
    )
    .ladder
    .unwrap();
    for (skill, expected) in [
        ("one", "Needed by A."),
        ("two", "Needed by A and B."),
        ("three", "Needed by A, B and C."),
        ("four", "Needed by 4 roles."),
    ] {
        assert_eq!(required_by(&ladder, ladder.skill_by_id(&id(skill)).unwrap()), expected);
    }
}

#[test]
fn the_climb_card_says_which_roles_and_how_many_skills() {
    let ladder = bundled();
    let role = |name: &str| ladder.role_by_id(&id(name)).unwrap();
    let (from, to) = (Some(role("ai-developer")), role("team-leader"));
    let progress = Progress { met: 4, total: 7, ..Progress::default() };
    let text = climb(&ladder, from, to, progress);
    assert_eq!(text, "AI Developer to Team Leader, 4 of 7 skills");
    let progress = Progress { met: 0, total: 1, ..progress };
    assert_eq!(climb(&ladder, None, to, progress), "Team Leader, 0 of 1 skill");
}

#[test]
fn a_line_of_the_list_starts_with_what_is_known_of_the_visitor() {
    assert_eq!(own_summary(None, None), "");
    let all = own_summary(Some("Learning"), Some("Required"));
    assert_eq!(all, "You: Learning · Your role: Required · ");
    assert_eq!(own_summary(None, Some("Key")), "Your role: Key · ");
}

#[test]
fn the_position_of_a_role_is_its_rung_and_where_it_is_from_the_visitor() {
    let ladder = bundled();
    let role = |name: &str| ladder.role_by_id(&id(name)).unwrap();
    let mut journey = Journey::default();
    let say = |journey: &Journey, name| position(&ladder, journey, role(name));
    assert_eq!(say(&journey, "vp-of-ai").as_deref(), Some("Rung 4 of 6"));
    assert_eq!(found_role(&ladder, &journey, role("vp-of-ai")), None);
    (journey.is_known, journey.role) = (true, Some(role("team-leader")));
    let above = "Rung 4 of 6 · two steps above you";
    assert_eq!(say(&journey, "vp-of-ai").as_deref(), Some(above));
    let found = |name| found_role(&ladder, &journey, role(name));
    assert_eq!(found("vp-of-ai").as_deref(), Some("two steps above you"));
    assert_eq!(found("team-leader").as_deref(), Some("You are here"));
    (journey.role, journey.next) = (None, Some(role("ai-developer")));
    let first = "Rung 1 of 6 · your next step";
    assert_eq!(say(&journey, "ai-developer").as_deref(), Some(first), "just starting out");
    let above = "Rung 6 of 6 · six steps above you";
    assert_eq!(say(&journey, "cto").as_deref(), Some(above));
}

#[test]
fn a_goal_is_never_nearer_than_the_step_before_it() {
    let ladder = bundled();
    let role = |name: &str| ladder.role_by_id(&id(name));
    let mut journey = Journey {
        is_known: true,
        role: role("team-leader"),
        next: role("project-manager"),
        goal: role("cto"),
        next_skills: ladder.skill_indices().take(3).collect(),
        skills_to_goal: 8,
        ..Journey::default()
    };
    let next = "Next: Project Manager is 3 skills away.";
    let title = "Chief Technical Officer (CTO)";
    let said = next_step(&ladder, &journey);
    assert_eq!(said, format!("{next} {title} is 8 skills away."));
    assert_eq!(rung_mark(&journey, role("cto").unwrap()).unwrap(), "Goal: 8 skills away");
    journey.skills_to_goal = 2;
    assert_eq!(next_step(&ladder, &journey), format!("{next} Goal: {title}."));
    assert_eq!(rung_mark(&journey, role("cto").unwrap()).unwrap(), "Goal");
}

#[test]
fn a_skill_says_whether_the_visitor_needs_it() {
    let ladder = bundled();
    let role = |name: &str| ladder.role_by_id(&id(name));
    let skill = |name: &str| ladder.skill_by_id(&id(name)).unwrap();
    let say = |journey: &Journey, name| own_standing(&ladder, journey, skill(name));
    let mut journey = Journey::default();
    assert_eq!(say(&journey, "python"), None);
    (journey.is_known, journey.next) = (true, role("ai-developer"));
    let next = "You need it as AI Developer, your next step.";
    assert_eq!(say(&journey, "python").as_deref(), Some(next));
    assert_eq!(say(&journey, "budgeting"), None);
    (journey.role, journey.next) = (role("team-leader"), role("project-manager"));
    assert_eq!(say(&journey, "python").as_deref(), Some("You need it as Team Leader."));
    let own = |name, rated, is_expected| OwnRating { skill: skill(name), rated, is_expected };
    journey.ratings = vec![own("budgeting", RatedAs::Learning, false)];
    let rated = "You need it as Project Manager, your next step. Your rating: Learning.";
    assert_eq!(say(&journey, "budgeting").as_deref(), Some(rated));
    journey.next = None;
    let rated = "You don’t need it as Team Leader. Your rating: Learning.";
    assert_eq!(say(&journey, "budgeting").as_deref(), Some(rated));
    journey.ratings = vec![own("python", RatedAs::Have, true)];
    assert_eq!(say(&journey, "python").as_deref(), Some("You need it as Team Leader."));
}
