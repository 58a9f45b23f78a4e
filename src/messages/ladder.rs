//! The ladder page: filter results, the role list, kinds of steps.

use super::count;
use ladder::{
    DirectoryPage, EdgeKind, FilterResult, Ladder, MatchMode, RoleIx, RoleMatch, ScaleIx,
};

/// The kind of a step: "Next step up", "Sideways move", "Move back".
#[must_use]
pub fn step_kind(kind: EdgeKind) -> &'static str {
    match kind {
        EdgeKind::Promotion => "Next step up",
        EdgeKind::Lateral => "Sideways move",
        EdgeKind::Return => "Move back",
    }
}

/// The roles that match a filter: "AI Developer needs Python; 5 later roles carry it over."
#[must_use]
pub fn filter_summary(ladder: &Ladder, result: &FilterResult) -> String {
    let requiring: Vec<RoleIx> = result.roles(RoleMatch::Requires).collect();
    let carrying = result.roles(RoleMatch::CarriesOver).count();
    let skills = match (result.skills(), result.mode()) {
        ([only], _) => ladder.distinct_skill_name(*only),
        (skills, MatchMode::Any) => format!("one or more of these {} skills", skills.len()),
        ([_, _], MatchMode::All) => "both of these skills".to_owned(),
        (skills, MatchMode::All) => format!("all {} of these skills", skills.len()),
    };
    let title = |role: RoleIx| ladder.distinct_title(role);
    let first = match (requiring.as_slice(), carrying) {
        ([], 0) => return format!("No role needs {skills}."),
        ([], n) => return format!("{} {skills}.", count(n, "role builds on", "roles build on")),
        (&[role], _) => format!("{} needs {skills}", title(role)),
        (&[a, b], _) => format!("{} and {} need {skills}", title(a), title(b)),
        (roles, _) => format!("{} roles need {skills}", roles.len()),
    };
    match (carrying, result.skills().len()) {
        (0, _) => format!("{first}."),
        (n, 1) => {
            let roles = count(n, "later role carries", "later roles carry");
            format!("{first}; {roles} it over.")
        }
        (n, _) => {
            let roles = count(n, "later role builds on", "later roles build on");
            format!("{first}; {roles} them.")
        }
    }
}

/// Which roles of a large ladder are shown: "Showing 41–80 of 120 roles (filtered from 300)."
#[must_use]
pub fn directory_summary(page: &DirectoryPage, all_roles: usize) -> String {
    match (page.total, page.pages) {
        (0, _) => "No roles match.".to_owned(),
        (total, 1) if total == all_roles => format!("{total} roles."),
        (total, 1) => format!("{total} of {all_roles} roles."),
        (total, _) => {
            let (first, last) = (page.before + 1, page.before + page.roles().count());
            let filtered = if total == all_roles {
                String::new()
            } else {
                format!(" (filtered from {all_roles})")
            };
            format!("Showing {first}–{last} of {total} roles{filtered}.")
        }
    }
}

/// The name of one of a ladder's scales, or its id if it has none; `None` for the ladder's own scale.
#[must_use]
pub fn scale_name(ladder: &Ladder, scale: Option<ScaleIx>) -> Option<String> {
    let scale = &ladder[scale?];
    Some(scale.name.clone().unwrap_or_else(|| scale.id.to_string()))
}
