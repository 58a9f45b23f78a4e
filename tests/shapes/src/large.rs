//! Ladders with large numbers of skills, statements, notes, tracks or roles.

use crate::document::{NOUNS, capital, document, note, role, scale, sentence, skill, statement};
use serde_json::json;

/// A role with 480 skills that name their levels themselves, in nested categories with one-letter names and
/// emoji.
#[must_use]
pub fn many_skills() -> String {
    let categories = json!([
        {"id": "a", "name": "A"}, {"id": "b", "name": "🧭 Finding the way", "description": "Where you are, and where you go."},
        {"id": "b1", "name": "By the stars", "parent": "b"}, {"id": "b2", "name": "By the map", "parent": "b1"}
    ]);
    let skills: Vec<_> = (0..480).map(|at| {
        let mut skill = skill(&format!("skill-{at}"), &format!("Knowing the {} {at}", NOUNS[at % 16]));
        skill["category"] = json!(["a", "b", "b1", "b2"][at % 4]);
        skill["levels"] = json!({
            "first": {"name": format!("Has seen the {}", NOUNS[at % 16]), "summary": sentence(at)},
            "sure": {"name": format!("Lives by the {}", NOUNS[at % 16]), "summary": sentence(at + 1),
                     "signals": [sentence(at + 2), sentence(at + 3)], "examples": [sentence(at + 4)]}
        });
        skill
    }).collect();
    let skills_at = |level: &str, len: usize| {
        let required: Vec<_> = (0..len)
            .map(|at| {
                json!({"skill": format!("skill-{at}"), "level": level,
            "kind": (["core", "required", "required", "optional"][at / 5 % 4])})
            })
            .collect();
        json!({"skills": required})
    };
    document(
        "Many skills",
        json!({"scale": scale(), "categories": categories, "skills": skills, "cumulative": true,
        "roles": [role("pilot", "Pilot", skills_at("first", 5)), role("master-pilot", "Master pilot", skills_at("sure", 480)),
                  role("admiral", "Admiral", skills_at("sure", 1))]}),
    )
}

/// Ninety statements in a role, in groups with long names, and every kind of resource.
#[must_use]
pub fn many_statements() -> String {
    let groups = [
        "Takes part in the planning of the season and says early what cannot be done in it",
        "Keeps what was measured, so that whoever comes next can read it without having been there",
        "C",
    ];
    let statements: Vec<_> = (0..90)
        .map(|at| {
            let mut statement = statement(at);
            statement["group"] = json!(groups[at / 30]);
            statement
        })
        .collect();
    let kinds = ["video", "article", "course", "book", "tool", "other"];
    let resources: Vec<_> = kinds.iter().enumerate().map(|(at, kind)| json!({
        "id": format!("res-{at}"), "title": format!("On the {} and the {}", NOUNS[at], NOUNS[at + 4]),
        "url": if at == 0 { "https://www.youtube.com/watch?v=abcdefghijk".to_owned() } else { format!("https://example.org/{kind}") },
        "type": kind, "provider": "Example Press", "language": if at % 2 == 0 { json!("en") } else { json!(["de", "fr"]) },
        "description": sentence(at), "checked": "2026-01-31"})).collect();
    let refs: Vec<_> =
        (0..6).map(|at| json!({"resource": format!("res-{at}"), "note": sentence(at)})).collect();
    document(
        "Many statements",
        json!({"resources": resources, "reading": refs, "roles": [
        role("keeper", "Keeper of records", json!({"responsibilities": statements, "resources": refs,
            "focus": "Records", "impact": "Nothing is lost"})),
        role("head", "Head of records", json!({}))]}),
    )
}

/// Thirty-five long notes.
#[must_use]
pub fn many_notes() -> String {
    let notes: Vec<_> = (0..35).map(note).collect();
    let roles = (0..3).map(|at| role(&format!("r-{at}"), &format!("Clerk {at}"), json!({})));
    document(
        "Many notes",
        json!({"notes": notes, "roles": roles.collect::<Vec<_>>(),
        "license": "CC0-1.0", "attribution": "Example Works, with the help of many. ".repeat(8),
        "updated": "2026-02-01", "source": {"title": "The original", "url": "https://example.org/original"}}),
    )
}

/// A role with a hundred other titles.
#[must_use]
pub fn many_titles() -> String {
    let titles: Vec<_> = (0..100)
        .map(|at| format!("{} of the {}", capital(NOUNS[at % 16]), NOUNS[at / 16]))
        .collect();
    let keeper = json!({"also_known_as": titles, "responsibilities": [sentence(1), sentence(2)]});
    document(
        "Many titles",
        json!({"roles": [role("keeper", "Keeper", keeper), role("head", "Head keeper", json!({}))]}),
    )
}

/// 200 roles on 54 tracks, a third of which have a single role.
#[must_use]
pub fn many_tracks() -> String {
    let tracks: Vec<_> = (0..54)
        .map(|at| {
            json!({"id": format!("t-{at}"),
        "name": format!("{} and {}", capital(NOUNS[at % 16]), NOUNS[(at * 5 + 3) % 16])})
        })
        .collect();
    let mut roles = Vec::new();
    for track in 0..54 {
        let len = if track % 3 == 0 { 1 } else { 5 };
        for at in 0..len {
            let title = format!(
                "{} {} {}",
                ["Assistant", "Junior", "Mid", "Senior", "Chief"][at],
                NOUNS[track % 16],
                track
            );
            roles.push(role(&format!("r-{track}-{at}"), &title, json!({
                "track": format!("t-{track}"), "grade": format!("{}", at + 1), "summary": sentence(track + at),
                "skills": [{"skill": format!("skill-{}", track % 20), "kind": "core"}]})));
        }
    }
    roles.truncate(200);
    let skills: Vec<_> =
        (0..20).map(|at| skill(&format!("skill-{at}"), &format!("Skill of the {at}"))).collect();
    document("Many tracks", json!({"tracks": tracks, "roles": roles, "skills": skills}))
}

/// A catalogue of occupations in families, without moves.
#[must_use]
pub fn catalogue(roles: usize, families: usize) -> String {
    let list: Vec<_> = (0..roles).map(|at| {
        let required: Vec<_> = (0..6).map(|nth| json!({"skill": format!("skill-{}", (at * 7 + nth * 13) % 120),
            "kind": if nth < 2 { "core" } else { "required" }})).collect();
        role(&format!("o-{at}"), &format!("{} of the {} {at}", ["Keeper", "Maker", "Mender", "Planner"][at % 4], NOUNS[at % 16]),
            json!({"family": format!("{} trades", capital(NOUNS[at % families % 16])).to_owned() + &" ".repeat(at % families / 16).replace(' ', " II"),
                   "summary": sentence(at), "skills": required}))
    }).collect();
    let skills: Vec<_> = (0..120)
        .map(|at| skill(&format!("skill-{at}"), &format!("Knowing {} {at}", NOUNS[at % 16])))
        .collect();
    document(
        "A catalogue of trades",
        json!({"ordered": false, "roles": list, "skills": skills,
        "summary": "What people do all day, a trade a page."}),
    )
}
