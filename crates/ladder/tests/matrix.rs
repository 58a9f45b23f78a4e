//! The matrix shows exactly the skills that match its query, checked against a simple but slow
//! definition.

#![allow(clippy::unwrap_used)] // tests may panic

mod documents;

use documents::document;
use ladder::{
    Id, Ladder, LevelIx, Matrix, MatrixQuery, Normalizer, RequirementFilter, RequirementKind,
    RequirementStatus, RoleIx, SkillIx, SkillKind, SkillNameIndex, read, to_json,
};
use proptest::option::weighted;
use proptest::prelude::*;
use proptest::sample::{Index, select};
use unicode_normalization::UnicodeNormalization;

const NORMALIZER: Normalizer = Normalizer::new(|text| text.nfkd().collect());

fn any_ladder() -> impl Strategy<Value = Ladder> {
    let bytes = prop::collection::vec(any::<u8>(), 0..600);
    bytes.prop_map(|bytes| read(&to_json(&document(&bytes)).unwrap()).ladder.unwrap())
}

/// A ladder and a query, most of whose ids are in the ladder.
fn ladder_and_query() -> impl Strategy<Value = (Ladder, MatrixQuery)> {
    let kinds = [SkillKind::Skill, SkillKind::Knowledge, SkillKind::Tool, SkillKind::Behaviour];
    let requirements = [
        RequirementFilter::CarriedOver,
        RequirementFilter::Kind(RequirementKind::Core),
        RequirementFilter::Kind(RequirementKind::Required),
        RequirementFilter::Kind(RequirementKind::Optional),
    ];
    let text = prop_oneof![3 => Just(""), 1 => Just("a"), 1 => Just("été"), 1 => Just("A  日")];
    let options = (
        weighted(0.3, select(kinds.to_vec())),
        weighted(0.3, select(requirements.to_vec())),
        any::<bool>(),
    );
    let ids = (
        weighted(0.3, any::<Index>()),
        weighted(0.3, any::<Index>()),
        prop::collection::vec(any::<Index>(), 0..4),
    );
    (any_ladder(), text, options, ids).prop_map(|(ladder, text, options, ids)| {
        let (kind, requirement, only_differences) = options;
        let (category, level, roles) = ids;
        let unknown = || Id::new("unknown-id");
        let category = category.and_then(|index| {
            pick(&ladder.categories, index).map(|category| category.id.clone()).or_else(unknown)
        });
        let level = level.and_then(|index| {
            pick(&ladder.scale, index).map(|level| level.id.clone()).or_else(unknown)
        });
        let roles = roles.iter().map(|index| index.get(&ladder.roles).id.clone()).collect();
        let text = text.to_owned();
        let query = MatrixQuery {
            text,
            category,
            kind,
            level,
            requirement,
            roles,
            only_differences,
            with_ratings: false,
        };
        (ladder, query)
    })
}

fn pick<T>(list: &[T], index: Index) -> Option<&T> {
    (!list.is_empty()).then(|| index.get(list))
}

/// The roles whose skills a role carries over, by following every step.
fn bases(ladder: &Ladder, role: RoleIx) -> Vec<RoleIx> {
    let mut found = Vec::new();
    let mut to_visit = vec![role];
    while let Some(role) = to_visit.pop() {
        let below = ladder.graph().predecessors(role).iter().filter(|_| ladder.cumulative);
        for &base in ladder[role].extends.iter().chain(below) {
            if !found.contains(&base) {
                found.push(base);
                to_visit.push(base);
            }
        }
    }
    found
}

/// The effective level of a skill, by visiting every role it builds on.
fn effective_level(ladder: &Ladder, role: RoleIx, skill: SkillIx) -> Option<LevelIx> {
    let level = |role: RoleIx| ladder[role].requirement(skill)?.level;
    bases(ladder, role).into_iter().filter_map(level).max().max(level(role))
}

/// Whether a role carries a skill over, by visiting every role it builds on.
fn carries_over(ladder: &Ladder, role: RoleIx, skill: SkillIx) -> bool {
    let requires = |role: RoleIx| ladder[role].requirement(skill).is_some();
    bases(ladder, role).into_iter().any(requires)
}

/// The skills that match a query, by checking each field for each skill and role.
fn matching_skills(ladder: &Ladder, query: &MatrixQuery) -> Vec<SkillIx> {
    let mut roles: Vec<RoleIx> =
        query.roles.iter().filter_map(|id| ladder.role_by_id(id)).collect();
    let has_chosen_roles = !roles.is_empty();
    if !has_chosen_roles {
        roles = ladder.role_indices().collect();
    }
    let category = query.category.as_ref().and_then(|id| ladder.category_by_id(id));
    let levels: Option<Vec<LevelIx>> =
        query.level.as_ref().map(|id| ladder.levels_by_id(id).collect());
    let levels = levels.filter(|levels| !levels.is_empty());
    let words: Vec<_> = query.text.split_whitespace().map(str::to_lowercase).collect();
    let matches = |&ix: &SkillIx| {
        let skill = &ladder[ix];
        let names = std::iter::once(&skill.name).chain(&skill.short_name);
        let names: Vec<_> = names
            .chain(&skill.also_known_as)
            .chain(&skill.includes)
            .map(|name| name.to_lowercase())
            .collect();
        let status = |role: &RoleIx| ladder.requirement_status(*role, ix);
        let is_required_as = |filter| {
            roles.iter().any(|role| match status(role) {
                RequirementStatus::New(found) | RequirementStatus::Again(found) => {
                    filter == RequirementFilter::Kind(found.kind)
                }
                RequirementStatus::CarriedOver => filter == RequirementFilter::CarriedOver,
                RequirementStatus::NotRequired => false,
            })
        };
        let is_required_at = |levels: &Vec<LevelIx>| {
            let mut found = roles.iter().filter_map(|&role| ladder[role].requirement(ix)?.level);
            found.any(|level| levels.contains(&level))
        };
        let effective =
            |role: &RoleIx| status(role).applies().then(|| effective_level(ladder, *role, ix));
        let differs = roles.iter().any(|role| effective(role) != effective(&roles[0]));
        words.iter().all(|word| names.iter().any(|name| name.contains(word.as_str())))
            && query.kind.is_none_or(|kind| skill.kind == kind)
            && category.is_none_or(|category| ladder.is_within(skill.category, category))
            && (!has_chosen_roles || roles.iter().any(|role| status(role).applies()))
            && query.requirement.is_none_or(is_required_as)
            && levels.as_ref().is_none_or(is_required_at)
            && (!query.only_differences || differs)
    };
    ladder.skill_indices().filter(matches).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1_000))]

    #[test]
    fn the_matrix_shows_the_skills_that_match_the_query((ladder, query) in ladder_and_query()) {
        let matrix = Matrix::new(&ladder, &SkillNameIndex::new(&ladder, NORMALIZER), &query);
        let mut skills: Vec<_> = matrix.skills().collect();
        skills.sort_unstable();
        prop_assert_eq!(skills, matching_skills(&ladder, &query));
        prop_assert!(matrix.roles.is_sorted());
    }

    #[test]
    fn indexed_lookups_agree_with_visiting_every_role(ladder in any_ladder()) {
        for skill in ladder.skill_indices() {
            for role in ladder.role_indices() {
                let carried_over = carries_over(&ladder, role, skill);
                prop_assert_eq!(ladder.graph().carries_over(role, skill), carried_over);
                let level = effective_level(&ladder, role, skill);
                prop_assert_eq!(ladder.effective_level(role, skill), level);
            }
            let requiring: Vec<_> = ladder.roles_requiring(skill).collect();
            let expected = ladder.role_indices().filter_map(|role| {
                Some((role, ladder[role].requirement(skill)?))
            });
            prop_assert_eq!(requiring, expected.collect::<Vec<_>>());
        }
    }
}
