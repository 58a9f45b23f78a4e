//! What social cards say: the pictures that services show with a link to a page.

use super::compare::change_count;
use super::{count, journey};
use ladder::{ChangeGroup, Comparison, Ladder, RoleIx};

/// The most kinds of change on a card.
const MAX_CHANGES: usize = 3;

/// "6 roles, from AI Developer to CTO."
#[must_use]
pub fn ladder_sentence(ladder: &Ladder) -> String {
    match &ladder.roles[..] {
        [] => String::new(),
        [only] => format!("One role: {}.", only.title),
        [first, .., last] if ladder.ordered && ladder.tracks.len() < 2 => {
            format!("{} roles, from {} to {}.", ladder.roles.len(), first.short(), last.short())
        }
        roles => format!("{} roles: what each requires, and how to get there.", roles.len()),
    }
}

/// Where a role is: "Rung 3 of 6 · Management". In a catalogue, its track, its family or its number of skills.
#[must_use]
pub fn place(ladder: &Ladder, role: RoleIx) -> String {
    let (graph, texts) = (ladder.graph(), &ladder[role]);
    let is_ladder = ladder.ordered && graph.max_height() > 0;
    let rung = is_ladder.then(|| journey::rung(graph.height(role) + 1, graph.max_height() + 1));
    let track = texts.track.filter(|_| ladder.tracks.len() > 1).map(|track| &ladder[track].name);
    let line = track.or(texts.family.as_ref()).cloned();
    let parts: Vec<String> = rung.into_iter().chain(line).collect();
    if parts.is_empty() { count(texts.skills.len(), "skill", "skills") } else { parts.join(" · ") }
}

/// What changes between two roles: "+3 new, 4 raised". `None` if nothing does.
#[must_use]
pub fn changes(comparison: &Comparison) -> Option<String> {
    let groups = ChangeGroup::ALL.into_iter().filter(|&group| group != ChangeGroup::Unchanged);
    let counts =
        groups.map(|group| (group, comparison.count(group).total())).filter(|(_, n)| *n > 0);
    let parts: Vec<String> = counts
        .take(MAX_CHANGES)
        .map(|(group, n)| {
            let sign = if group == ChangeGroup::New { "+" } else { "" };
            format!("{sign}{n} {}", change_count(group))
        })
        .collect();
    (!parts.is_empty()).then(|| parts.join(", "))
}

/// The text alternative of a role's card.
#[must_use]
pub fn role_alt(ladder: &Ladder, role: RoleIx) -> String {
    format!("{}: {}. {}", ladder.distinct_title(role), place(ladder, role), ladder.title)
}

/// The text alternative of a comparison's card.
#[must_use]
pub fn comparison_alt(ladder: &Ladder, comparison: &Comparison) -> String {
    let [from, to] = [comparison.from, comparison.to].map(|role| ladder.distinct_title(role));
    let changes = changes(comparison).unwrap_or_else(|| place(ladder, comparison.to));
    format!("From {from} to {to}: {changes}. {}", ladder.title)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn place_of(ladder: &Ladder, id: &str) -> String {
        place(ladder, role(ladder, id))
    }

    fn role(ladder: &Ladder, id: &str) -> RoleIx {
        ladder.role_by_id(&ladder::Id::new(id).unwrap()).unwrap()
    }

    fn bundled() -> Ladder {
        let document = include_str!("../../public/ladders/ai-developer.json");
        ladder::read(document).ladder.unwrap()
    }

    #[test]
    fn a_card_says_where_the_role_is() {
        let ladder = bundled();
        assert_eq!(place_of(&ladder, "team-leader"), "Rung 2 of 6");
        let tracks = r#"{"format": 1, "id": "a", "title": "A", "tracks": [{"id": "x", "name": "Making"},
            {"id": "y", "name": "Leading"}], "roles": [{"id": "m", "title": "M", "track": "x"},
            {"id": "n", "title": "N", "track": "x"}, {"id": "l", "title": "L", "track": "y"}]}"#;
        let tracks = ladder::read(tracks).ladder.unwrap();
        assert_eq!(place_of(&tracks, "n"), "Rung 2 of 2 · Making");
        let catalogue = r#"{"format": 1, "id": "a", "title": "A", "ordered": false,
            "roles": [{"id": "m", "title": "M"}, {"id": "n", "title": "N", "family": "Data"}]}"#;
        let catalogue = ladder::read(catalogue).ladder.unwrap();
        let places: Vec<_> = catalogue.role_indices().map(|role| place(&catalogue, role)).collect();
        assert_eq!(places, ["0 skills", "Data"]);
    }

    #[test]
    fn a_card_counts_the_changes_and_marks_what_is_new() {
        let ladder = bundled();
        let [from, to] = ["ai-developer", "team-leader"].map(|id| role(&ladder, id));
        let comparison = ladder.compare(from, to);
        let text = changes(&comparison).unwrap();
        assert!(
            text.starts_with(&format!("+{} new", comparison.count(ChangeGroup::New).total())),
            "{text}"
        );
        assert_eq!(changes(&ladder.compare(from, from)), None);
        let alt = comparison_alt(&ladder, &comparison);
        assert!(alt.starts_with("From AI Developer to Team Leader: +"), "{alt}");
    }
}
