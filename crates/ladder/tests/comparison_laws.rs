//! Laws of comparisons, paths and similar roles, checked for every pair of roles of a ladder.

#![allow(clippy::unwrap_used)] // tests may panic

mod documents;

use documents::document;
use ladder::{
    ChangeKind, Comparison, EdgeKind, EffectiveRequirement, Ladder, MAX_SIMILAR_ROLES,
    RequirementKind, RoleIx, SkillIx, Statement, StatementChange, read, to_json,
};
use proptest::prelude::*;
use std::cmp::Reverse;
use std::collections::BTreeMap;

#[test]
fn the_laws_hold_for_the_bundled_ladders() {
    check_all_pairs(
        &read(include_str!("../../../public/ladders/ai-developer.json")).ladder.unwrap(),
    );
    check_all_pairs(&read(include_str!("../../../public/ladders/ai-careers.json")).ladder.unwrap());
}

#[test]
fn the_laws_hold_with_levels_and_tracks() {
    let text = include_str!("../../../tests/fixtures/valid/levels-and-tracks.json");
    check_all_pairs(&read(text).ladder.unwrap());
}

proptest! {
    #[test]
    fn the_laws_hold_for_any_ladder(bytes in prop::collection::vec(any::<u8>(), 0..500)) {
        let written = to_json(&document(&bytes)).unwrap();
        check_all_pairs(&read(&written).ladder.unwrap());
    }
}

fn check_all_pairs(ladder: &Ladder) {
    for from in ladder.role_indices() {
        assert!(ladder.compare(from, from).is_empty(), "{from:?} differs from itself");
        similar_roles_are_the_best(ladder, from);
        let weights = least_weights(ladder, from);
        for to in ladder.role_indices() {
            let comparison = ladder.compare(from, to);
            each_skill_occurs_once(ladder, &comparison);
            the_other_direction_is_the_mirror_image(&comparison, &ladder.compare(to, from));
            assert_eq!(apply(skills(ladder, from), &comparison), skills(ladder, to));
            the_steps_of_a_path_add_up(ladder, from, to, weights[index(to)]);
        }
    }
}

fn index(role: RoleIx) -> usize {
    role.0 as usize
}

/// The level and kind of each effective requirement of a role.
type Skills = BTreeMap<SkillIx, (Option<u32>, Option<RequirementKind>)>;

fn level_and_kind(found: EffectiveRequirement) -> (Option<u32>, Option<RequirementKind>) {
    (found.level.map(|level| level.0), found.kind)
}

fn skills(ladder: &Ladder, role: RoleIx) -> Skills {
    let requirements = ladder.effective_requirements(role).into_iter();
    requirements.map(|found| (found.skill, level_and_kind(found))).collect()
}

fn each_skill_occurs_once(ladder: &Ladder, comparison: &Comparison) {
    let (before, after) = (skills(ladder, comparison.from), skills(ladder, comparison.to));
    let mut compared: Vec<_> = comparison.skills.iter().map(|change| change.skill).collect();
    compared.sort();
    let mut expected: Vec<_> = before.keys().chain(after.keys()).copied().collect();
    expected.sort();
    expected.dedup();
    assert_eq!(compared, expected);
    for change in &comparison.skills {
        assert_eq!(change.before.map(level_and_kind), before.get(&change.skill).copied());
        assert_eq!(change.after.map(level_and_kind), after.get(&change.skill).copied());
    }
}

fn the_other_direction_is_the_mirror_image(there: &Comparison, back: &Comparison) {
    for change in &there.skills {
        let mirrored = back.skills.iter().find(|other| other.skill == change.skill).unwrap();
        let was_carried_over = change.before.is_some_and(|before| before.is_carried_over());
        let expected = match change.kind {
            ChangeKind::New => ChangeKind::Dropped,
            ChangeKind::Dropped => ChangeKind::New,
            ChangeKind::HigherLevel => ChangeKind::LowerLevel,
            ChangeKind::LowerLevel => ChangeKind::HigherLevel,
            ChangeKind::MoreImportant if was_carried_over => ChangeKind::CarriedOver,
            ChangeKind::MoreImportant => ChangeKind::LessImportant,
            ChangeKind::LessImportant => ChangeKind::MoreImportant,
            ChangeKind::CarriedOver if was_carried_over => ChangeKind::CarriedOver,
            ChangeKind::CarriedOver => ChangeKind::MoreImportant,
            ChangeKind::Reworded => ChangeKind::Reworded,
            ChangeKind::Unchanged => ChangeKind::Unchanged,
        };
        assert_eq!(mirrored.kind, expected, "{change:?}");
    }
    let mut reversed: Vec<_> = there.responsibilities.iter().copied().map(reverse).collect();
    let mut back = back.responsibilities.clone();
    let key = |change: &StatementChange| format!("{change:?}");
    reversed.sort_by_key(key);
    back.sort_by_key(key);
    assert_eq!(reversed, back);
}

fn reverse(change: StatementChange) -> StatementChange {
    match change {
        StatementChange::Unchanged(from, to) => StatementChange::Unchanged(to, from),
        StatementChange::Reworded(from, to) => StatementChange::Reworded(to, from),
        StatementChange::Added(index) => StatementChange::Removed(index),
        StatementChange::Removed(index) => StatementChange::Added(index),
    }
}

/// Applies the changes of a comparison to the skills of its first role.
fn apply(mut skills: Skills, comparison: &Comparison) -> Skills {
    for change in &comparison.skills {
        assert_eq!(skills.get(&change.skill).copied(), change.before.map(level_and_kind));
        match (change.kind, change.after) {
            (ChangeKind::Reworded | ChangeKind::Unchanged, _) => {}
            (ChangeKind::Dropped, _) => drop(skills.remove(&change.skill)),
            (_, after) => drop(skills.insert(change.skill, level_and_kind(after.unwrap()))),
        }
    }
    skills
}

/// Applies the changes of a comparison to the texts of statements.
fn apply_statements(
    texts: &mut Vec<String>,
    before: &[Statement],
    after: &[Statement],
    changes: &[StatementChange],
) {
    let position =
        |texts: &[String], index: usize| texts.iter().position(|text| before[index].text == **text);
    for change in changes {
        match *change {
            StatementChange::Unchanged(from, to) => {
                assert_eq!(before[from].text.as_str(), after[to].text.as_str());
            }
            StatementChange::Reworded(from, to) => {
                assert_ne!(before[from].text.as_str(), after[to].text.as_str());
                let index = position(texts, from).unwrap();
                texts[index] = after[to].text.to_string();
            }
            StatementChange::Added(to) => texts.push(after[to].text.to_string()),
            StatementChange::Removed(from) => drop(texts.remove(position(texts, from).unwrap())),
        }
    }
}

fn the_steps_of_a_path_add_up(ladder: &Ladder, from: RoleIx, to: RoleIx, weight: Option<usize>) {
    let path = ladder.graph().path(from, to);
    assert_eq!(path.is_some(), weight.is_some(), "{from:?} to {to:?}");
    let Some(path) = path else { return };
    let statements = |role: RoleIx| ladder[role].responsibilities.as_slice();
    let sorted_texts = |role| -> Vec<String> {
        let mut texts: Vec<_> =
            statements(role).iter().map(|found| found.text.to_string()).collect();
        texts.sort();
        texts
    };
    let (mut role, mut current, mut texts) = (from, skills(ladder, from), sorted_texts(from));
    let mut path_weight = 0;
    for step in &path {
        assert_eq!(step.from, role);
        assert!(ladder.graph().edges_from(role).contains(&step.edge));
        let next = step.edge.to;
        let comparison = ladder.compare(role, next);
        current = apply(current, &comparison);
        let changes = &comparison.responsibilities;
        apply_statements(&mut texts, statements(role), statements(next), changes);
        path_weight += step_weight(step.edge.kind);
        role = next;
    }
    texts.sort();
    assert_eq!(role, to);
    assert_eq!(Some(path_weight), weight);
    assert_eq!(current, skills(ladder, to));
    assert_eq!(texts, sorted_texts(to));
}

fn step_weight(kind: EdgeKind) -> usize {
    match kind {
        EdgeKind::Promotion => 4,
        EdgeKind::Lateral => 5,
        EdgeKind::Return => 9,
    }
}

/// The least weight of a path to each role, by relaxing all edges repeatedly (Bellman–Ford).
fn least_weights(ladder: &Ladder, from: RoleIx) -> Vec<Option<usize>> {
    let mut least = vec![None; ladder.roles.len()];
    least[index(from)] = Some(0);
    for _ in ladder.role_indices() {
        for role in ladder.role_indices() {
            let Some(so_far) = least[index(role)] else { continue };
            for edge in ladder.graph().edges_from(role) {
                let weight: usize = so_far + step_weight(edge.kind);
                let known: &mut Option<usize> = &mut least[index(edge.to)];
                *known = Some(known.map_or(weight, |known| known.min(weight)));
            }
        }
    }
    least
}

/// Compares the suggestions with a ranking that counts the skills of every role.
fn similar_roles_are_the_best(ladder: &Ladder, role: RoleIx) {
    let own = skills(ladder, role);
    let counts = |other: RoleIx| {
        let (mut carry_over, mut to_raise, mut missing) = (0, 0, 0);
        for (skill, (required, _)) in &skills(ladder, other) {
            match own.get(skill) {
                Some((level, _)) if level >= required => carry_over += 1,
                Some(_) => to_raise += 1,
                None => missing += 1,
            }
        }
        (carry_over, to_raise, missing)
    };
    let is_adjacent = |other: RoleIx| {
        ladder.graph().edges_from(role).iter().any(|edge| edge.to == other)
            || ladder.graph().predecessors(role).contains(&other)
    };
    let mut expected: Vec<_> = ladder
        .role_indices()
        .filter(|&other| other != role && !is_adjacent(other))
        .map(|other| (counts(other), other))
        .filter(|((carry_over, to_raise, _), _)| carry_over + to_raise > 0)
        .map(|((carry_over, to_raise, missing), other)| {
            (Reverse((carry_over, to_raise)), missing, other)
        })
        .collect();
    expected.sort();
    expected.truncate(MAX_SIMILAR_ROLES);
    let found: Vec<_> = ladder
        .similar_roles(role)
        .into_iter()
        .map(|found| {
            assert_eq!(found.total(), skills(ladder, found.to).len());
            let counts = (found.carry_over.len(), found.to_raise.len());
            (Reverse(counts), found.missing.len(), found.to)
        })
        .collect();
    assert_eq!(found, expected);
}
