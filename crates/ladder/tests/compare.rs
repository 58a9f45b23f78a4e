//! Comparisons, paths and similar roles of known ladders.

#![allow(clippy::unwrap_used)] // tests may panic

use ladder::{ChangeGroup, ChangeKind, Comparison, Id, Ladder, RoleIx, StatementChange, read};

fn bundled() -> Ladder {
    read(include_str!("../../../public/ladders/ai-developer.json")).ladder.unwrap()
}

/// Two tracks with levels, a diamond, every kind of edge and of change.
fn levels_and_tracks() -> Ladder {
    let text = include_str!("../../../tests/fixtures/valid/levels-and-tracks.json");
    read(text).ladder.unwrap()
}

fn role(ladder: &Ladder, id: &str) -> RoleIx {
    ladder.role_by_id(&Id::new(id).unwrap()).unwrap()
}

fn compare(ladder: &Ladder, from: &str, to: &str) -> Comparison {
    ladder.compare(role(ladder, from), role(ladder, to))
}

/// The ids of the skills that change in this way.
fn skills(ladder: &Ladder, comparison: &Comparison, kind: ChangeKind) -> String {
    let changes = comparison.with_kind(kind);
    changes.map(|change| ladder[change.skill].id.as_str()).collect::<Vec<_>>().join(" ")
}

#[test]
fn skills_change_in_a_cumulative_ladder() {
    use ChangeKind::{CarriedOver, Dropped, LessImportant, MoreImportant, New};
    let (developer, leader) = ("ai-developer", "team-leader");
    let (manager, director, vp) = ("project-manager", "director-of-ai", "vp-of-ai");
    let leading = "communication agile-methodologies cross-functional-collaboration";
    let building = "python ml-frameworks data-wrangling apis";
    let strategy = "strategic-thinking business-acumen innovation-approval";
    let ladder = bundled();
    for (from, to, kind, expected) in [
        (developer, leader, New, leading),
        (developer, leader, CarriedOver, building),
        (developer, leader, Dropped, ""),
        (manager, vp, New, strategy),
        (manager, vp, MoreImportant, "stakeholder-management"),
        (vp, manager, LessImportant, "stakeholder-management"),
        (vp, director, MoreImportant, ""),
        (director, vp, MoreImportant, &format!("{strategy} stakeholder-management")),
        (leader, developer, Dropped, leading),
        (leader, developer, MoreImportant, building),
    ] {
        let comparison = compare(&ladder, from, to);
        assert_eq!(skills(&ladder, &comparison, kind), expected, "{from} to {to}: {kind:?}");
    }
    let comparison = compare(&ladder, developer, "cto");
    assert_eq!(comparison.with_kind(New).count(), 15);
    assert_eq!(comparison.with_kind(CarriedOver).count(), 4);
}

#[test]
fn skills_change_in_a_ladder_with_levels() {
    let ladder = levels_and_tracks();
    for (from, to, kind, expected) in [
        ("junior", "senior", ChangeKind::HigherLevel, "code"),
        ("senior", "junior", ChangeKind::LowerLevel, "code"),
        ("junior", "senior", ChangeKind::New, "review mentoring"),
        ("junior", "senior", ChangeKind::Dropped, "support"),
        ("senior", "lead", ChangeKind::MoreImportant, "mentoring"),
        ("senior", "lead", ChangeKind::LessImportant, "review"),
        ("senior", "lead", ChangeKind::Reworded, "planning"),
        ("senior", "lead", ChangeKind::Unchanged, "code"),
        ("senior", "senior-in-name", ChangeKind::HigherLevel, "code"),
        ("senior", "senior-in-name", ChangeKind::New, ""),
    ] {
        let comparison = compare(&ladder, from, to);
        assert_eq!(skills(&ladder, &comparison, kind), expected, "{from} to {to}: {kind:?}");
    }
}

#[test]
fn statements_match_by_id_then_by_text_then_by_similarity() {
    use StatementChange::{Added, Removed, Reworded, Unchanged};
    let comparison = compare(&levels_and_tracks(), "senior", "lead");
    assert_eq!(
        comparison.responsibilities,
        [Unchanged(1, 0), Reworded(0, 1), Reworded(2, 2), Added(3), Removed(3)]
    );
    let planning = comparison.with_kind(ChangeKind::Reworded).next().unwrap();
    assert_eq!(planning.statements, [Reworded(0, 0), Added(1)]);
}

#[test]
fn paths_prefer_few_steps_and_promotions() {
    let ladder = levels_and_tracks();
    let path = |from, to| {
        let path = ladder.graph().path(role(&ladder, from), role(&ladder, to))?;
        let ids: Vec<&str> = path.iter().map(|step| ladder[step.edge.to].id.as_str()).collect();
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
        assert_eq!(path(from, to).as_deref(), expected, "{from} to {to}");
    }
}

#[test]
fn similar_roles_are_ranked_by_skills_that_carry_over() {
    let ladder = levels_and_tracks();
    let similar: Vec<_> = ladder
        .similar_roles(role(&ladder, "junior"))
        .iter()
        .map(|found| {
            let counts = [&found.carry_over, &found.to_raise, &found.missing].map(Vec::len);
            (ladder[found.to].id.to_string(), counts)
        })
        .collect();
    let expected = [
        ("senior-in-name", [1, 1, 2]),
        ("lead", [1, 1, 2]),
        ("head", [1, 1, 2]),
        ("apart", [1, 0, 0]),
    ];
    assert_eq!(similar, expected.map(|(id, counts)| (id.to_owned(), counts)));
}

#[test]
fn skills_and_responsibilities_are_counted_together_by_how_they_change() {
    use ChangeGroup::{Left, Lowered, New, Raised, Reworded};
    let ladder = levels_and_tracks();
    let counts = |from, to| {
        let comparison = compare(&ladder, from, to);
        ChangeGroup::ALL.map(|group| (group, comparison.count(group).total()))
    };
    let there = counts("senior", "lead");
    let total = ladder.compare(role(&ladder, "senior"), role(&ladder, "lead"));
    let sum: usize = there.iter().map(|(_, count)| count).sum();
    assert_eq!(sum, total.skills.len() + total.responsibilities.len());
    // In the other direction the counts are mirrored.
    let back = counts("lead", "senior");
    for (one, other) in [(New, Left), (Left, New), (Raised, Lowered), (Reworded, Reworded)] {
        let count = |counts: &[(ChangeGroup, usize)], group| {
            counts.iter().find(|(found, _)| *found == group).unwrap().1
        };
        assert_eq!(count(&there, one), count(&back, other), "{one:?}");
    }
}

#[test]
fn a_role_carries_over_what_the_roles_it_extends_require() {
    let text = r#"{"format": 1, "id": "a", "title": "A", "ordered": false,
        "scale": [{"id": "low", "name": "Low"}, {"id": "high", "name": "High"}],
        "skills": [{"id": "code", "name": "C"}, {"id": "talk", "name": "T"}, {"id": "plan", "name": "P"}],
        "roles": [
            {"id": "both", "title": "B", "extends": ["maker", "lead"], "skills": [{"skill": "code", "level": "low"}]},
            {"id": "maker", "title": "M", "skills": [{"skill": "code", "level": "high"}]},
            {"id": "lead", "title": "L", "extends": ["host"], "skills": ["plan"]},
            {"id": "host", "title": "H", "skills": ["talk"]}]}"#;
    let ladder = read(text).ladder.unwrap();
    let id = |role: RoleIx| ladder[role].id.as_str();
    let both = role(&ladder, "both");
    let bases = ladder.graph().bases(both);
    assert_eq!(bases.into_iter().map(id).collect::<Vec<_>>(), ["maker", "lead", "host"]);
    let required = ladder.effective_requirements(both);
    let required = required.iter().map(|found| {
        let level = found.level_name(&ladder).unwrap_or("-");
        format!("{} {level} {}", ladder[found.skill].id, id(found.required_by))
    });
    assert_eq!(required.collect::<Vec<_>>(), ["code High both", "plan - lead", "talk - host"]);
    let comparison = compare(&ladder, "lead", "both");
    assert_eq!(skills(&ladder, &comparison, ChangeKind::New), "code");
    assert_eq!(comparison.with_kind(ChangeKind::Dropped).count(), 0);
    // What a role extends is no step.
    assert!(ladder.graph().predecessors(both).is_empty());
    assert!(ladder.graph().carried_over(role(&ladder, "host")).next().is_none());
}
