//! What holds for the comparisons, ways and next moves of every ladder.

use ladder::{
    Change, Comparison, EdgeKind, Holding, Ladder, RequirementKind, RoleIx, SkillIx, Statement,
    StatementChange, compare_sentence,
};
use std::collections::BTreeMap;

/// Asserts every law for every pair of roles.
pub fn hold(ladder: &Ladder) {
    let weights = least_weights(ladder);
    for from in ladder.role_places() {
        assert!(ladder.compare(from, from).is_empty(), "{from:?} differs from itself");
        next_moves_are_counted(ladder, from);
        for to in ladder.role_places() {
            let comparison = ladder.compare(from, to);
            each_skill_is_there_once(ladder, &comparison);
            turned_around_it_is_mirrored(&comparison, &ladder.compare(to, from));
            assert_eq!(applied(holds(ladder, from), &comparison), holds(ladder, to));
            assert!(compare_sentence(ladder, &comparison).ends_with('.'));
            the_way_adds_up(ladder, from, to, weights[from.index()][to.index()]);
        }
    }
}

/// What a role holds, without regard to who asks for it.
type Holds = BTreeMap<SkillIx, (Option<u32>, Option<RequirementKind>)>;

fn told(holding: Holding) -> (Option<u32>, Option<RequirementKind>) {
    (holding.level.map(|level| level.0), holding.kind)
}

fn holds(ladder: &Ladder, role: RoleIx) -> Holds {
    ladder.holdings(role).into_iter().map(|h| (h.skill, told(h))).collect()
}

fn each_skill_is_there_once(ladder: &Ladder, comparison: &Comparison) {
    let (before, after) = (holds(ladder, comparison.from), holds(ladder, comparison.to));
    let mut skills: Vec<_> = comparison.skills.iter().map(|skill| skill.skill).collect();
    skills.sort();
    let mut expected: Vec<_> = before.keys().chain(after.keys()).copied().collect();
    expected.sort();
    expected.dedup();
    assert_eq!(skills, expected);
    for skill in &comparison.skills {
        assert_eq!(skill.before.map(told), before.get(&skill.skill).copied());
        assert_eq!(skill.after.map(told), after.get(&skill.skill).copied());
    }
}

fn turned_around_it_is_mirrored(there: &Comparison, back: &Comparison) {
    for skill in &there.skills {
        let mirrored = back.skills.iter().find(|other| other.skill == skill.skill).unwrap();
        let was_carried = skill.before.is_some_and(|before| before.is_carried());
        let expected: &[Change] = match skill.change {
            Change::Gained => &[Change::Dropped],
            Change::Dropped => &[Change::Gained],
            Change::Raised => &[Change::Lowered],
            Change::Lowered => &[Change::Raised],
            Change::Firmer if was_carried => &[Change::Carried],
            Change::Firmer => &[Change::Looser],
            Change::Looser => &[Change::Firmer],
            Change::Carried if was_carried => &[Change::Carried],
            Change::Carried => &[Change::Firmer],
            Change::Reworded => &[Change::Reworded],
            Change::Unchanged => &[Change::Unchanged],
        };
        assert_eq!([mirrored.change], expected, "{skill:?}");
    }
    let mut turned: Vec<_> = there.responsibilities.iter().map(|change| turn(*change)).collect();
    let mut back: Vec<_> = back.responsibilities.clone();
    let key = |change: &StatementChange| format!("{change:?}");
    turned.sort_by_key(key);
    back.sort_by_key(key);
    assert_eq!(turned, back);
}

fn turn(change: StatementChange) -> StatementChange {
    match change {
        StatementChange::Kept(from, to) => StatementChange::Kept(to, from),
        StatementChange::Reworded(from, to) => StatementChange::Reworded(to, from),
        StatementChange::Added(at) => StatementChange::LeftBehind(at),
        StatementChange::LeftBehind(at) => StatementChange::Added(at),
    }
}

/// Carries out what a comparison says, on what is held where it begins.
fn applied(mut held: Holds, comparison: &Comparison) -> Holds {
    for skill in &comparison.skills {
        assert_eq!(held.get(&skill.skill).copied(), skill.before.map(told));
        match (skill.change, skill.after) {
            (Change::Reworded | Change::Unchanged, _) => {}
            (Change::Dropped, _) => drop(held.remove(&skill.skill)),
            (_, after) => drop(held.insert(skill.skill, told(after.unwrap()))),
        }
    }
    held
}

fn said(
    texts: &mut Vec<String>,
    before: &[Statement],
    after: &[Statement],
    changes: &[StatementChange],
) {
    let place = |texts: &[String], at: usize| texts.iter().position(|t| *t == before[at].text);
    for change in changes {
        match *change {
            StatementChange::Kept(from, to) => assert_eq!(before[from].text, after[to].text),
            StatementChange::Reworded(from, to) => {
                assert_ne!(before[from].text, after[to].text);
                let at = place(texts, from).unwrap();
                texts[at].clone_from(&after[to].text);
            }
            StatementChange::Added(to) => texts.push(after[to].text.clone()),
            StatementChange::LeftBehind(from) => drop(texts.remove(place(texts, from).unwrap())),
        }
    }
}

fn the_way_adds_up(ladder: &Ladder, from: RoleIx, to: RoleIx, weight: Option<usize>) {
    let way = ladder.path(from, to);
    assert_eq!(way.is_some(), weight.is_some(), "{from:?} to {to:?}");
    let Some(way) = way else { return };
    let statements = |role: RoleIx| ladder[role].responsibilities.as_slice();
    let texts = |role| -> Vec<String> { statements(role).iter().map(|s| s.text.clone()).collect() };
    let (mut at, mut held, mut duties) = (from, holds(ladder, from), texts(from));
    let mut weighed = 0;
    for step in &way {
        assert_eq!(step.from, at);
        assert!(ladder.steps().from(at).contains(&step.edge));
        let comparison = ladder.compare(at, step.edge.to);
        held = applied(held, &comparison);
        said(&mut duties, statements(at), statements(step.edge.to), &comparison.responsibilities);
        weighed += step_weight(step.edge.kind);
        at = step.edge.to;
    }
    assert_eq!(at, to);
    assert_eq!(Some(weighed), weight);
    assert_eq!(held, holds(ladder, to));
    let mut expected = texts(to);
    duties.sort();
    expected.sort();
    assert_eq!(duties, expected);
}

fn step_weight(kind: EdgeKind) -> usize {
    match kind {
        EdgeKind::Promotion => 4,
        EdgeKind::Lateral => 5,
        EdgeKind::Return => 9,
    }
}

/// The least weight of a way between any two roles, by going over all of them again and again.
fn least_weights(ladder: &Ladder) -> Vec<Vec<Option<usize>>> {
    ladder.role_places().map(|from| least_from(ladder, from)).collect()
}

fn least_from(ladder: &Ladder, from: RoleIx) -> Vec<Option<usize>> {
    let mut least = vec![None; ladder.roles.len()];
    least[from.index()] = Some(0);
    for _ in ladder.role_places() {
        for at in ladder.role_places() {
            let Some(so_far) = least[at.index()] else { continue };
            for edge in ladder.steps().from(at) {
                let weight: usize = so_far + step_weight(edge.kind);
                let known: &mut Option<usize> = &mut least[edge.to.index()];
                *known = Some(known.map_or(weight, |known| known.min(weight)));
            }
        }
    }
    least
}

/// The proposals are the best by counting every role's skills one by one.
fn next_moves_are_counted(ladder: &Ladder, role: RoleIx) {
    let mine = holds(ladder, role);
    let counts = |other: RoleIx| {
        let theirs = holds(ladder, other);
        let (mut carry_over, mut to_raise, mut missing) = (0, 0, 0);
        for (skill, (asked, _)) in &theirs {
            match mine.get(skill) {
                Some((level, _)) if level >= asked => carry_over += 1,
                Some(_) => to_raise += 1,
                None => missing += 1,
            }
        }
        (carry_over, to_raise, missing)
    };
    let is_near = |other: RoleIx| {
        ladder.steps().from(role).iter().any(|edge| edge.to == other)
            || ladder.steps().below(role).contains(&other)
    };
    let mut expected: Vec<_> = ladder
        .role_places()
        .filter(|&other| other != role && !is_near(other))
        .map(|other| (counts(other), other))
        .filter(|((carry_over, to_raise, _), _)| carry_over + to_raise > 0)
        .map(|((carry_over, to_raise, missing), other)| {
            (std::cmp::Reverse((carry_over, to_raise)), missing, other)
        })
        .collect();
    expected.sort();
    expected.truncate(ladder::MOVES);
    let found: Vec<_> = ladder
        .next_moves(role)
        .into_iter()
        .map(|found| {
            assert_eq!(found.total(), holds(ladder, found.to).len());
            let counted = (found.carry_over.len(), found.to_raise.len());
            (std::cmp::Reverse(counted), found.missing.len(), found.to)
        })
        .collect();
    assert_eq!(found, expected);
}
