//! The matrix answers every query as its definition has it, role by role and skill by skill; and
//! quickly at any size.

#![allow(clippy::unwrap_used)]

#[path = "../crates/ladder/tests/documents/mod.rs"]
mod documents;

use documents::document;
use ladder::to_json;
use ladder::{
    Asked, AskedAs, Id, Ladder, LevelIx, Matrix, MatrixQuery, RequirementKind, RoleIx, SkillIx,
    SkillKind, SkillTexts, matrix_csv, read,
};
use large_ladder::{Size, large_ladder};
use proptest::prelude::*;
use proptest::sample::Index;
use std::time::{Duration, Instant};

/// A ladder made of bytes; cumulative or not.
fn ladder() -> impl Strategy<Value = Ladder> {
    let bytes = prop::collection::vec(any::<u8>(), 0..600);
    bytes.prop_map(|bytes| read(&to_json(&document(&bytes)).unwrap()).ladder.unwrap())
}

/// What a visitor may ask, before the ladder is known.
#[derive(Clone, Debug)]
struct Wish {
    text: String,
    category: Option<Index>,
    kind: Option<SkillKind>,
    level: Option<Index>,
    asked_as: Option<AskedAs>,
    roles: Vec<Index>,
    only_differences: bool,
}

fn wish() -> impl Strategy<Value = Wish> {
    let kinds = [SkillKind::Skill, SkillKind::Knowledge, SkillKind::Tool, SkillKind::Behaviour];
    let ways = [
        AskedAs::Carried,
        AskedAs::Kind(RequirementKind::Core),
        AskedAs::Kind(RequirementKind::Required),
        AskedAs::Kind(RequirementKind::Optional),
    ];
    let text = prop_oneof![3 => Just(""), 1 => Just("a"), 1 => Just("été"), 1 => Just("A  日")];
    let rarely = |index| prop::option::weighted(0.3, index);
    (
        text.prop_map(str::to_owned),
        rarely(any::<Index>()),
        prop::option::weighted(0.3, prop::sample::select(kinds.to_vec())),
        rarely(any::<Index>()),
        prop::option::weighted(0.3, prop::sample::select(ways.to_vec())),
        prop::collection::vec(any::<Index>(), 0..4),
        any::<bool>(),
    )
        .prop_map(|(text, category, kind, level, asked_as, roles, only_differences)| Wish {
            text,
            category,
            kind,
            level,
            asked_as,
            roles,
            only_differences,
        })
}

impl Wish {
    fn query(&self, ladder: &Ladder) -> MatrixQuery {
        fn pick<T>(list: &[T], index: Index) -> Option<&T> {
            (!list.is_empty()).then(|| index.get(list))
        }
        let unknown = || Id::new("nothing-of-that-name");
        let category =
            |index| pick(&ladder.categories, index).map(|c| c.id.clone()).or_else(unknown);
        let level = |index| pick(&ladder.scale, index).map(|l| l.id.clone()).or_else(unknown);
        MatrixQuery {
            text: self.text.clone(),
            category: self.category.and_then(category),
            kind: self.kind,
            level: self.level.and_then(level),
            asked_as: self.asked_as,
            roles: self.roles.iter().map(|index| index.get(&ladder.roles).id.clone()).collect(),
            only_differences: self.only_differences,
        }
    }
}

/// The level at which a role holds a skill, by a walk down its path.
fn level_held(ladder: &Ladder, role: RoleIx, skill: SkillIx) -> Option<LevelIx> {
    let asked = |role: RoleIx| ladder[role].requirement(skill)?.level;
    let below = if ladder.cumulative { ladder.steps().all_below(role) } else { Vec::new() };
    below.into_iter().filter_map(asked).max().max(asked(role))
}

/// Whether a role carries a skill, by a walk down its path.
fn carries(ladder: &Ladder, role: RoleIx, skill: SkillIx) -> bool {
    let below = ladder.steps().all_below(role);
    ladder.cumulative && below.iter().any(|&under| ladder[under].requirement(skill).is_some())
}

/// The skills a query shows, by the words that describe its fields.
fn by_definition(ladder: &Ladder, query: &MatrixQuery) -> Vec<SkillIx> {
    let mut roles: Vec<RoleIx> =
        query.roles.iter().filter_map(|id| ladder.role_by_id(id)).collect();
    let narrowed = !roles.is_empty();
    if !narrowed {
        roles = ladder.role_places().collect();
    }
    let category = query.category.as_ref().and_then(|id| ladder.category_by_id(id));
    let level = query.level.as_ref().and_then(|id| ladder.level_by_id(id));
    let words: Vec<_> = query.text.split_whitespace().map(str::to_lowercase).collect();
    let shows = |&ix: &SkillIx| {
        let skill = &ladder[ix];
        let names = std::iter::once(&skill.name).chain(&skill.short_name);
        let names: Vec<_> = names
            .chain(&skill.also_known_as)
            .chain(&skill.includes)
            .map(|name| name.to_lowercase())
            .collect();
        let asked = |role: &RoleIx| ladder.asked(*role, ix);
        let as_wanted = |wanted: AskedAs| {
            roles.iter().any(|role| match asked(role) {
                Asked::New(r) | Asked::Again(r) => wanted == AskedAs::Kind(r.kind),
                Asked::Carried => wanted == AskedAs::Carried,
                Asked::Not => false,
            })
        };
        let at_level = |wanted| {
            let mut asks = roles.iter().filter_map(|&role| ladder[role].requirement(ix));
            asks.any(|requirement| requirement.level == Some(wanted))
        };
        let held = |role: &RoleIx| asked(role).holds().then(|| level_held(ladder, *role, ix));
        words.iter().all(|word| names.iter().any(|name| name.contains(word.as_str())))
            && query.kind.is_none_or(|kind| skill.kind == kind)
            && category.is_none_or(|whole| ladder.is_within(skill.category, whole))
            && (!narrowed || roles.iter().any(|role| asked(role).holds()))
            && query.asked_as.is_none_or(as_wanted)
            && level.is_none_or(at_level)
            && (!query.only_differences || roles.iter().any(|role| held(role) != held(&roles[0])))
    };
    ladder.skill_places().filter(shows).collect()
}

#[test]
fn a_table_too_large_for_a_spreadsheet_is_written_as_a_list() {
    let size = Size { roles: 600, skills: 800, skills_per_role: 20 };
    let ladder = read(&large_ladder(size)).ladder.unwrap();
    let all = Matrix::of(&ladder, &SkillTexts::of(&ladder), &MatrixQuery::default());
    let csv = matrix_csv(&ladder, &all);
    let mut lines = csv.lines();
    assert_eq!(lines.next(), Some("Group,Skill,Role,Asked for as"));
    assert_eq!(lines.count(), 600 * 20);
}

/// Reading, indexing and each filter on a whole catalogue stay far from what a page notices, even
/// unoptimised; what went role by role and skill by skill took minutes.
#[test]
fn a_whole_catalogue_is_answered_at_once() {
    let ladder = read(&large_ladder(Size::CATALOGUE)).ladder.unwrap();
    let texts = SkillTexts::of(&ladder);
    let every_filter = MatrixQuery {
        text: "a".to_owned(),
        kind: Some(SkillKind::Skill),
        category: Id::new("category-3"),
        level: Id::new("level-2"),
        asked_as: Some(AskedAs::Kind(RequirementKind::Core)),
        roles: ladder.roles.iter().step_by(7).map(|role| role.id.clone()).take(90).collect(),
        only_differences: true,
    };
    let only = |only_differences| MatrixQuery { only_differences, ..MatrixQuery::default() };
    for query in [only(false), only(true), every_filter] {
        let start = Instant::now();
        assert!(!Matrix::of(&ladder, &texts, &query).roles.is_empty());
        let elapsed = start.elapsed();
        assert!(elapsed < Duration::from_secs(2), "{query:?}: {elapsed:?}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1_000))]

    #[test]
    fn every_query_is_answered_as_its_definition_has_it(ladder in ladder(), wish in wish()) {
        let query = wish.query(&ladder);
        let matrix = Matrix::of(&ladder, &SkillTexts::of(&ladder), &query);
        let mut skills: Vec<_> = matrix.skills().collect();
        skills.sort_unstable();
        prop_assert_eq!(skills, by_definition(&ladder, &query));
        prop_assert!(matrix.roles.is_sorted());
    }

    #[test]
    fn what_is_looked_up_is_what_a_walk_finds(ladder in ladder()) {
        for skill in ladder.skill_places() {
            for role in ladder.role_places() {
                let carried = carries(&ladder, role, skill);
                prop_assert_eq!(ladder.steps().carries(role, skill), carried);
                prop_assert_eq!(ladder.level_held(role, skill), level_held(&ladder, role, skill));
            }
            let asking: Vec<_> = ladder.asking(skill).collect();
            let found = ladder.role_places().filter_map(|role| {
                Some((role, ladder[role].requirement(skill)?))
            });
            prop_assert_eq!(asking, found.collect::<Vec<_>>());
        }
    }
}
