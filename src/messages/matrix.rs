//! The skills matrix: requirements, groups, the summary.

use super::count;
use super::plan::{HAVE_IT, LEARNING, NOT_YET};
use ladder::{Grouping, Ladder, Matrix, RequirementKind, RequirementStatus, RoleIx, SkillIx};
use plan::{OwnRating, RatedAs};

/// The label of a skill that a role carries over.
pub const CARRIED_OVER: &str = "Carried over";

/// Shown beside the buttons that choose columns.
pub const CHOOSE_COLUMNS: &str = "Choose two to compare";

/// Shown when one column of the matrix is chosen.
pub const CHOOSE_ANOTHER_COLUMN: &str = "Choose one more role to compare.";

/// The label of the button that chooses a role's column.
#[must_use]
pub fn choose_column(role: &str) -> String {
    format!("Choose {role} to compare")
}

/// The mark on the column of the visitor's role.
pub const OWN_ROLE: &str = "Your role";

/// The head of the column with the visitor's ratings.
pub const YOU: &str = "You";

/// The accessible name of the head of that column.
pub const OWN_RATINGS: &str = "You: your own ratings";

/// The switch for the visitor's ratings.
pub const SHOW_RATINGS: &str = "My ratings";

/// Shown instead of ratings, before a link to the plan.
pub const NO_RATINGS: &str = "You haven’t rated any skills yet.";

/// The link to the plan.
pub const RATE_SKILLS: &str = "Rate your skills";

/// The accessible name of the head of a column.
#[must_use]
pub fn column_name(role: &str, is_own: bool) -> String {
    if is_own { format!("{role}, your role") } else { role.to_owned() }
}

/// Shown above ratings that are assumed from the visitor’s role, before a link to the plan.
pub const ASSUMED_RATINGS: &str = "Ratings marked “assumed” come from your role.";

/// How the visitor rated a skill, or what is assumed from their role: "Learning", "Have it, assumed".
#[must_use]
pub fn own_rating(ladder: &Ladder, rating: OwnRating) -> String {
    let name = rated_as(ladder, rating.skill, rating.rated);
    if rating.is_expected { format!("{name}, assumed") } else { name.to_owned() }
}

fn rated_as(ladder: &Ladder, skill: SkillIx, rated: RatedAs) -> &str {
    match rated {
        RatedAs::NotYet => NOT_YET,
        RatedAs::Learning => LEARNING,
        RatedAs::Have => HAVE_IT,
        RatedAs::Level(level) => ladder.level_name(skill, level),
    }
}

/// What stands before the roles of a skill in a list: "You: Learning · Your role: Required · ". Empty without either.
#[must_use]
pub fn own_summary(rating: Option<&str>, own_role: Option<&str>) -> String {
    let part = |name: &str, text: Option<&str>| text.map(|text| format!("{name}: {text} · "));
    let parts = [part(YOU, rating), part(OWN_ROLE, own_role)];
    parts.into_iter().flatten().collect()
}

/// The link to the comparison of two columns.
#[must_use]
pub fn compare_columns(from: &str, to: &str) -> String {
    format!("Compare {from} and {to}")
}

/// The level of a skill that a role carries over.
#[must_use]
pub fn carried_over_at(level: &str) -> String {
    format!("{level}, carried over")
}

/// The label of a role's requirement status; empty if the skill is not required.
#[must_use]
pub fn requirement_status(status: RequirementStatus) -> &'static str {
    match status {
        RequirementStatus::New(requirement) | RequirementStatus::Again(requirement) => {
            requirement_kind(requirement.kind)
        }
        RequirementStatus::CarriedOver => CARRIED_OVER,
        RequirementStatus::NotRequired => "",
    }
}

/// The label of a kind of requirement.
#[must_use]
pub fn requirement_kind(kind: RequirementKind) -> &'static str {
    match kind {
        RequirementKind::Core => "Key",
        RequirementKind::Required => "Required",
        RequirementKind::Optional => "Nice to have",
    }
}

/// The heading of a group of skills.
#[must_use]
pub fn group_heading(ladder: &Ladder, grouping: Grouping) -> String {
    match grouping {
        Grouping::Category(category) => ladder.distinct_category_name(category),
        Grouping::NoCategory => "Other skills".to_owned(),
        Grouping::FirstRequiredBy(role) if ladder.cumulative => {
            format!("Needed from {} up", ladder.distinct_title(role))
        }
        Grouping::FirstRequiredBy(role) => format!("Introduced at {}", ladder.distinct_title(role)),
        Grouping::NotRequired => "Not used by any role yet".to_owned(),
    }
}

/// How many skills and roles are shown: "3 of 19 skills in 6 roles."
#[must_use]
pub fn matrix_summary(ladder: &Ladder, matrix: &Matrix) -> String {
    if matrix.is_empty() {
        return "No skills match these filters.".to_owned();
    }
    let skills = shown_of(matrix.len(), ladder.skills.len(), "skill", "skills");
    let roles = shown_of(matrix.roles.len(), ladder.roles.len(), "role", "roles");
    format!("{skills} in {roles}.")
}

fn shown_of(shown: usize, all: usize, one: &str, many: &str) -> String {
    let all_counted = count(all, one, many);
    if shown == all { all_counted } else { format!("{shown} of {all_counted}") }
}

/// How roles require a skill, in a few words. A few roles are named: "Lead: Key · Chief: Required";
/// more are counted: "7 roles: key 2, required 5". `roles` has to be in the order of the ladder.
#[must_use]
pub fn skill_summary(ladder: &Ladder, skill: SkillIx, roles: &[RoleIx]) -> String {
    /// The maximum number of roles that are named.
    const MAX_NAMED: usize = 3;
    let status = |role: RoleIx| ladder.requirement_status(role, skill);
    if roles.len() <= MAX_NAMED {
        let parts = roles.iter().filter(|&&role| status(role).applies()).map(|&role| {
            let name = ladder.distinct_short_title(role);
            format!("{name}: {}", requirement_status(status(role)))
        });
        return parts.collect::<Vec<_>>().join(" · ");
    }
    let requiring =
        ladder.roles_requiring(skill).filter(|(role, _)| roles.binary_search(role).is_ok());
    let kinds: Vec<_> = requiring.map(|(_, requirement)| requirement.kind).collect();
    let carried_over = if ladder.graph().has_bases() {
        let carries = |&&role: &&RoleIx| status(role) == RequirementStatus::CarriedOver;
        roles.iter().filter(carries).count()
    } else {
        0
    };
    let of_kind =
        |kind| (kinds.iter().filter(|found| **found == kind).count(), requirement_kind(kind));
    let counts = [
        of_kind(RequirementKind::Core),
        of_kind(RequirementKind::Required),
        of_kind(RequirementKind::Optional),
        (carried_over, CARRIED_OVER),
    ];
    let parts = counts.iter().filter(|(count, _)| *count > 0);
    let parts: Vec<_> =
        parts.map(|(count, name)| format!("{} {count}", name.to_ascii_lowercase())).collect();
    let total = count(kinds.len() + carried_over, "role", "roles");
    if parts.is_empty() { "not used".to_owned() } else { format!("{total}: {}", parts.join(", ")) }
}
