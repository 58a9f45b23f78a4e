//! Ladders of the shapes that published frameworks have, in words of our own: for tests that every
//! shape is shown, and to look at.

#![allow(dead_code)] // each test file takes the shapes it needs

use serde_json::{Value, json};

/// A shape: its name, and the document as JSON.
pub type Shape = (&'static str, String);

const NOUNS: [&str; 16] = [
    "garden", "harbour", "bridge", "letter", "orchard", "lantern", "meadow", "quarry", "river",
    "signal", "timber", "valley", "weather", "workshop", "yard", "engine",
];
const VERBS: [&str; 8] =
    ["Tends", "Plans", "Repairs", "Measures", "Explains", "Joins", "Keeps", "Draws"];

/// Every shape, the small ones first.
#[must_use]
pub fn all() -> Vec<Shape> {
    vec![
        ("one-role", one_role()),
        ("two-alike", two_alike()),
        ("no-skills", no_skills()),
        ("diamond", diamond()),
        ("two-tracks", two_tracks()),
        ("crossing", crossing()),
        ("branches", branches()),
        ("long-names", long_names()),
        ("right-to-left", right_to_left()),
        ("many-steps", many_steps()),
        ("many-skills", many_skills()),
        ("many-statements", many_statements()),
        ("many-notes", many_notes()),
        ("small-catalogue", catalogue(14, 3)),
        ("many-tracks", many_tracks()),
        ("catalogue", catalogue(1_000, 40)),
    ]
}

/// A role and nothing else.
#[must_use]
pub fn one_role() -> String {
    document("One role", json!({"roles": [role("keeper", "Keeper of the lantern", json!({}))]}))
}

/// Two roles that differ in one level of one skill.
#[must_use]
pub fn two_alike() -> String {
    let asks = |level: &str| {
        json!({"skills": [
            {"skill": "knots", "level": level, "kind": "core"},
            {"skill": "charts", "level": "steady"}
        ]})
    };
    document(
        "Two alike",
        json!({
            "scale": scale(),
            "skills": [skill("knots", "Tying knots"), skill("charts", "Reading charts")],
            "roles": [role("mate", "Mate", asks("steady")), role("first-mate", "First mate", asks("sure"))]
        }),
    )
}

/// Roles without any skill in the ladder; only titles, grades and what they answer for.
#[must_use]
pub fn no_skills() -> String {
    let roles = (0..4).map(|at| {
        role(
            &format!("grade-{at}"),
            &format!("Gardener {}", at + 1),
            json!({"grade": format!("G{}", at + 1), "family": "Grounds",
                   "responsibilities": [sentence(at), sentence(at + 1)]}),
        )
    });
    document("Without skills", json!({"roles": roles.collect::<Vec<_>>()}))
}

/// A common stem, two tracks with steps across, one top.
#[must_use]
pub fn diamond() -> String {
    let on = |id: &str, title: &str, track: Option<&str>, level: &str, next: Value| {
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
        on("apprentice", "Apprentice builder", None, "first", json!(["builder"])),
        on("builder", "Builder", None, "steady", json!(["senior"])),
        on("senior", "Senior builder", None, "sure", json!(["lead-craft", "lead-people"])),
        on(
            "lead-craft",
            "Lead builder",
            Some("craft"),
            "sure",
            json!(["head-craft", {"role": "lead-people", "kind": "lateral"}])
        ),
        on(
            "lead-people",
            "Team lead",
            Some("people"),
            "sure",
            json!(["head-people", {"role": "lead-craft", "kind": "lateral"},
                  {"role": "senior", "kind": "return", "note": "For those who miss the tools."}])
        ),
        on(
            "head-craft",
            "Principal builder",
            Some("craft"),
            "free",
            json!(["director", {"role": "head-people", "kind": "lateral"}])
        ),
        on("head-people", "Head of building", Some("people"), "free", json!(["director"])),
        on("director", "Director of works", None, "free", json!([])),
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

/// Two tracks that no step joins, with implied steps.
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

/// Three tracks whose edges cross and pass over each other.
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

/// Branches and a shortcut without any track.
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

/// Titles of 105 characters and skill names of 124 that differ only in a digit.
#[must_use]
pub fn long_names() -> String {
    let long = |len: usize, at: usize| {
        let words = "Coordinates the careful keeping of instruments and their written records across several sites and ";
        let text: String = words.chars().cycle().take(len - 2).collect();
        format!("{} {at}", text.trim_end())
    };
    let skills: Vec<_> = (0..6).map(|at| skill(&format!("s-{at}"), &long(124, at))).collect();
    let roles = (0..6).map(|at| {
        let asked: Vec<_> =
            (0..6).map(|nth| json!({"skill": format!("s-{nth}"), "kind": "core"})).collect();
        role(
            &format!("r-{at}"),
            &long(105, at),
            json!({"track": (["x", "y"][at % 2]), "skills": asked,
            "stage": "A stage with a name that goes on", "summary": long(200, at),
            "next": if at < 4 { vec![format!("r-{}", at + 2)] } else { vec![] }}),
        )
    });
    document(
        &long(110, 1),
        json!({"skills": skills, "roles": roles.collect::<Vec<_>>(), "tracks": [
        {"id": "x", "name": long(80, 1), "description": long(180, 1)}, {"id": "y", "name": "Short"}]}),
    )
}

/// A right-to-left ladder with titles in other scripts among its own.
#[must_use]
pub fn right_to_left() -> String {
    let titles = ["بستاني", "بستاني أول", "Team lead (قائد)", "مدير الحديقة"];
    let roles = titles.iter().enumerate().map(|(at, title)| {
        role(&format!("role-{at}"), title, json!({
            "track": (["garden", "people"][at / 2]),
            "summary": "يعتني بالحديقة، ويقيس الماء (10%)، ويكتب ما رآه.",
            "responsibilities": [{"text": "يسقي الأشجار كل صباح.", "group": "العمل", "examples": ["شجرة الزيتون"]}],
            "next": match at { 0 => json!(["role-1"]), 1 => json!([{"role": "role-2", "kind": "lateral"}, "role-3"]), 2 => json!(["role-3"]), _ => json!([]) },
            "skills": [{"skill": "water", "kind": "core", "level": "sure"}, {"skill": "gps", "level": "first"}]
        }))
    });
    document(
        "سلم البستاني",
        json!({
            "language": "ar", "summary": "من اليوم الأول في الحديقة إلى إدارتها.", "roles": roles.collect::<Vec<_>>(),
            "tracks": [{"id": "garden", "name": "الحديقة"}, {"id": "people", "name": "الناس"}],
            "scale": [{"id": "first", "name": "بداية", "description": "يعرف الفكرة."}, {"id": "sure", "name": "إتقان"}],
            "skills": [{"id": "water", "name": "الري", "description": "معرفة حاجة النبات إلى الماء.", "levels": {"sure": {"summary": "يسقي بلا إسراف."}}}, skill("gps", "GPS")],
            "notes": [{"title": "كيف يُستخدم", "text": "اقرأ السلم من أسفل إلى أعلى."}]
        }),
    )
}

/// Twenty-four roles, each with twenty steps sideways.
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

/// A role with 480 skills at levels that each skill names in its own way, in a tree of categories
/// with short and drawn names.
#[must_use]
pub fn many_skills() -> String {
    let categories = json!([
        {"id": "a", "name": "A"}, {"id": "b", "name": "🧭 Finding the way", "description": "Where one is, and where one goes."},
        {"id": "b1", "name": "By the stars", "parent": "b"}, {"id": "b2", "name": "By the map", "parent": "b1"}
    ]);
    let skills: Vec<_> = (0..480).map(|at| {
        let mut one = skill(&format!("skill-{at}"), &format!("Knowing the {} {at}", NOUNS[at % 16]));
        one["category"] = json!(["a", "b", "b1", "b2"][at % 4]);
        one["levels"] = json!({
            "first": {"name": format!("Has seen the {}", NOUNS[at % 16]), "summary": sentence(at)},
            "sure": {"name": format!("Lives by the {}", NOUNS[at % 16]), "summary": sentence(at + 1),
                     "signals": [sentence(at + 2), sentence(at + 3)], "examples": [sentence(at + 4)]}
        });
        one
    }).collect();
    let asks = |level: &str, len: usize| {
        let asked: Vec<_> = (0..len)
            .map(|at| {
                json!({"skill": format!("skill-{at}"), "level": level,
            "kind": (["core", "required", "required", "optional"][at / 5 % 4])})
            })
            .collect();
        json!({"skills": asked})
    };
    document(
        "Many skills",
        json!({"scale": scale(), "categories": categories, "skills": skills, "cumulative": true,
        "roles": [role("pilot", "Pilot", asks("first", 5)), role("master-pilot", "Master pilot", asks("sure", 480)),
                  role("admiral", "Admiral", asks("sure", 1))]}),
    )
}

/// Ninety statements in one role under groups whose names are sentences, and every kind of resource.
#[must_use]
pub fn many_statements() -> String {
    let groups = [
        "Takes part in the planning of the season and says early what cannot be done in it",
        "Keeps what was measured, so that whoever comes next can read it without having been there",
        "C",
    ];
    let statements: Vec<_> = (0..90)
        .map(|at| {
            let mut one = statement(at);
            one["group"] = json!(groups[at / 30]);
            one
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

/// Thirty-five notes of long prose.
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

/// 200 roles on 54 tracks; every third track has a single role.
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

/// A catalogue of occupations without steps, in families.
#[must_use]
pub fn catalogue(roles: usize, families: usize) -> String {
    let list: Vec<_> = (0..roles).map(|at| {
        let asked: Vec<_> = (0..6).map(|nth| json!({"skill": format!("skill-{}", (at * 7 + nth * 13) % 120),
            "kind": if nth < 2 { "core" } else { "required" }})).collect();
        role(&format!("o-{at}"), &format!("{} of the {} {at}", ["Keeper", "Maker", "Mender", "Planner"][at % 4], NOUNS[at % 16]),
            json!({"family": format!("{} trades", capital(NOUNS[at % families % 16])).to_owned() + &" ".repeat(at % families / 16).replace(' ', " II"),
                   "summary": sentence(at), "skills": asked}))
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

fn document(title: &str, mut fields: Value) -> String {
    fields["format"] = json!(1);
    fields["id"] = json!("shape");
    fields["title"] = json!(title);
    fields.to_string()
}

fn role(id: &str, title: &str, mut fields: Value) -> Value {
    fields["id"] = json!(id);
    fields["title"] = json!(title);
    fields
}

fn skill(id: &str, name: &str) -> Value {
    json!({"id": id, "name": name, "description": sentence(id.len() + name.len())})
}

fn scale() -> Value {
    json!([
        {"id": "first", "name": "First steps", "description": "Knows what it is, and does it beside someone who can."},
        {"id": "steady", "name": "Steady", "description": "Does it alone in quiet weather."},
        {"id": "sure", "name": "Sure", "description": "Does it in any weather, and shows others how."},
        {"id": "free", "name": "Free", "description": "Finds new ways of doing it."}
    ])
}

fn statement(at: usize) -> Value {
    let mut one = json!({"text": sentence(at)});
    if at % 5 == 0 {
        one["examples"] = json!([sentence(at + 1), sentence(at + 2)]);
        one["links"] = json!([{"title": "How it is done", "url": "https://example.org/how"}]);
    }
    one
}

fn note(at: usize) -> Value {
    let text: Vec<_> = (0..8).map(|nth| sentence(at + nth)).collect();
    json!({"title": format!("How does one {} the {}?", VERBS[at % 8].to_lowercase().trim_end_matches('s'), NOUNS[at % 16]),
           "text": format!("{}\n\n{}", text[..4].join(" "), text[4..].join(" ")),
           "links": if at % 4 == 0 { json!([{"title": "More on this", "url": "https://example.org/more"}]) } else { json!([]) }})
}

fn sentence(at: usize) -> String {
    format!(
        "{} the {} by the {} and writes down what changed.",
        VERBS[at % 8],
        NOUNS[at % 16],
        NOUNS[(at * 3 + 1) % 16]
    )
}

fn capital(word: &str) -> String {
    word[..1].to_uppercase() + &word[1..]
}
