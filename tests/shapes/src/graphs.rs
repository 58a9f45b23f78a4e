//! Ladders with different graphs of roles.

use crate::document::{NOUNS, VERBS, document, note, role, scale, sentence, skill, statement};
use serde_json::{Value, json};

/// Roles that split into two tracks with lateral moves and meet again at the top.
#[must_use]
pub fn diamond() -> String {
    let builder = |id: &str, title: &str, track: Option<&str>, level: &str, next: Value| {
        role(
            id,
            title,
            json!({"track": track, "next": next, "grade": format!("Band {level}"),
                   "summary": format!("{} and {}", sentence(id.len()), sentence(title.len()).to_lowercase()),
                   "skills": [{"skill": "reading", "level": level, "kind": "core",
                               "statements": [statement(3), statement(5)]},
                              {"skill": "drawing", "level": level, "note": "In plans and in the field."}]}),
        )
    };
    let roles = json!([
        builder("apprentice", "Apprentice builder", None, "first", json!(["builder"])),
        builder("builder", "Builder", None, "steady", json!(["senior"])),
        builder("senior", "Senior builder", None, "sure", json!(["lead-craft", "lead-people"])),
        builder(
            "lead-craft",
            "Lead builder",
            Some("craft"),
            "sure",
            json!(["head-craft", {"role": "lead-people", "kind": "lateral"}])
        ),
        builder(
            "lead-people",
            "Team lead",
            Some("people"),
            "sure",
            json!(["head-people", {"role": "lead-craft", "kind": "lateral"},
                  {"role": "senior", "kind": "return", "note": "For those who miss the tools."}])
        ),
        builder(
            "head-craft",
            "Principal builder",
            Some("craft"),
            "free",
            json!(["director", {"role": "head-people", "kind": "lateral"}])
        ),
        builder("head-people", "Head of building", Some("people"), "free", json!(["director"])),
        builder("director", "Director of works", None, "free", json!([])),
    ]);
    let skills = json!([skill("reading", "Reading plans"), skill("drawing", "Drawing")]);
    document(
        "A ladder for builders",
        json!({"summary": "From the first day on the site to the works as a whole, on two tracks that meet again at the top.",
               "attribution": "Example Works", "license": "CC0-1.0", "version": "3",
               "tracks": [{"id": "craft", "name": "Craft", "description": "For those who grow by the work of their hands."},
                          {"id": "people", "name": "People"}],
               "scale": scale(), "skills": skills, "notes": [note(1)], "roles": roles}),
    )
}

/// Two separate tracks whose moves are implied by the order.
#[must_use]
pub fn two_tracks() -> String {
    let mut roles = Vec::new();
    for (track, len) in [("water", 5), ("land", 4)] {
        for at in 0..len {
            let title = format!("{} {}", ["Junior", "Mid", "Senior", "Staff", "Chief"][at], track);
            roles.push(role(
                &format!("{track}-{at}"),
                &title,
                json!({
                    "track": track, "focus": NOUNS[at], "impact": format!("The {}", NOUNS[at + 3]),
                    "summary": sentence(at),
                    "skills": (0..=at).map(|nth| json!({"skill": format!("skill-{nth}"),
                        "kind": if nth == at { "core" } else { "required" }})).collect::<Vec<_>>()
                }),
            ));
        }
    }
    let skills =
        (0..5).map(|at| skill(&format!("skill-{at}"), &format!("Knowing the {}", NOUNS[at])));
    document(
        "Water and land",
        json!({
            "cumulative": true, "skills": skills.collect::<Vec<_>>(), "roles": roles,
            "tracks": [{"id": "water", "name": "On the water"}, {"id": "land", "name": "On land"}]
        }),
    )
}

/// Three tracks with moves that cross.
#[must_use]
pub fn crossing() -> String {
    let mut roles = Vec::new();
    for (t, track) in ["a", "b", "c"].iter().enumerate() {
        for at in 0..4 {
            let mut next = Vec::new();
            if at < 3 {
                next.push(json!(format!("{track}-{}", at + 1)));
                next.push(json!(format!("{}-{}", ["c", "a", "b"][t], at + 1)));
            }
            next.push(json!({"role": format!("{}-{at}", ["b", "c", "a"][t]), "kind": "lateral"}));
            roles.push(role(
                &format!("{track}-{at}"),
                &format!("{} of the {}", VERBS[at], NOUNS[t * 4 + at]),
                json!({"track": track, "next": next, "summary": sentence(t + at)}),
            ));
        }
    }
    let tracks = ["a", "b", "c"].map(|id| json!({"id": id, "name": format!("Track {id}")}));
    document("Crossing", json!({"tracks": tracks, "roles": roles}))
}

/// A single path with a shortcut.
#[must_use]
pub fn shortcut() -> String {
    let next = |ids: &[&str]| json!({"next": ids, "summary": sentence(ids.len() + 4)});
    document(
        "Shortcut",
        json!({"roles": [
            role("ground", "Ground floor", next(&["first", "third"])), role("first", "First floor", next(&["second"])),
            role("second", "Second floor", next(&["third"])), role("third", "Third floor", next(&["roof"])),
            role("roof", "Roof", next(&[]))
        ]}),
    )
}

/// Branches and a shortcut without tracks.
#[must_use]
pub fn branches() -> String {
    let next = |ids: &[&str]| json!({"next": ids, "summary": sentence(ids.len())});
    document(
        "Branches",
        json!({"roles": [
            role("root", "Root", next(&["left", "right", "crown"])), role("left", "Left branch", next(&["fork"])),
            role("right", "Right branch", next(&["fork"])), role("fork", "Where they meet", next(&["crown"])),
            role("crown", "Crown", next(&[]))
        ]}),
    )
}

/// Twenty-four roles with twenty lateral moves each.
#[must_use]
pub fn many_steps() -> String {
    let roles = (0..24).map(|at| {
        let next: Vec<_> = (1..=20)
            .map(|by| json!({"role": format!("r-{}", (at + by) % 24), "kind": "lateral"}))
            .collect();
        role(
            &format!("r-{at}"),
            &format!("{} the {}", VERBS[at % 8], NOUNS[at % 16]),
            json!({"next": next, "family": (["Wood", "Stone", "Water"][at % 3])}),
        )
    });
    document("Many steps", json!({"roles": roles.collect::<Vec<_>>()}))
}
