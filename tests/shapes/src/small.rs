//! Small ladders with an unusual property.

use crate::document::{document, role, scale, sentence, skill};
use serde_json::json;

/// A single role.
#[must_use]
pub fn one_role() -> String {
    document("One role", json!({"roles": [role("keeper", "Keeper of the lantern", json!({}))]}))
}

/// Two roles that differ in one level of one skill.
#[must_use]
pub fn two_similar_roles() -> String {
    let skills = |level: &str| {
        json!({"skills": [
            {"skill": "knots", "level": level, "kind": "core"},
            {"skill": "charts", "level": "steady"}
        ]})
    };
    document(
        "Two similar roles",
        json!({
            "scale": scale(),
            "skills": [skill("knots", "Tying knots"), skill("charts", "Reading charts")],
            "roles": [role("mate", "Mate", skills("steady")), role("first-mate", "First mate", skills("sure"))]
        }),
    )
}

/// Skills on three scales: the ladder's own, one of a category with the same level ids, and one of a single skill.
#[must_use]
pub fn several_scales() -> String {
    let skills = |own: &str, language: &str, cards: &str| {
        json!({"skills": [
            {"skill": "knots", "level": own, "kind": "core"},
            {"skill": "dutch", "level": language},
            {"skill": "cards", "level": cards},
            "songs"
        ]})
    };
    let levels = |names: &[&str]| {
        let level =
            |(at, name): (usize, &&str)| json!({"id": format!("l{}", at + 1), "name": name});
        names.iter().enumerate().map(level).collect::<Vec<_>>()
    };
    document(
        "Several scales",
        json!({
            "format": 2,
            "scale": levels(&["Shown", "Helped", "Alone", "Reviewed", "Teaching"]),
            "scales": [
                {"id": "languages", "name": "Languages", "levels": levels(&["Basic", "Independent", "Proficient", "Native"])},
                {"id": "certificates", "levels": levels(&["Shown", "Certified"])}
            ],
            "categories": [
                {"id": "speech", "name": "Speech", "scale": "languages"},
                {"id": "foreign", "name": "Foreign languages", "parent": "speech"}
            ],
            "skills": [
                skill("knots", "Tying knots"),
                {"id": "dutch", "name": "Dutch", "category": "foreign", "levels": {"l4": {"summary": "Dreams in it."}}},
                {"id": "cards", "name": "Reading cards", "scale": "certificates"},
                {"id": "songs", "name": "Singing", "category": "speech"}
            ],
            "roles": [
                role("mate", "Mate", skills("l1", "l1", "l1")),
                role("pilot", "Pilot", skills("l4", "l4", "l2"))
            ]
        }),
    )
}

/// Match titles, grades and responsibilities in a ladder without skills.
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

/// A ladder in which two of four roles have no skills, and one of them only a title.
#[must_use]
pub fn some_without_skills() -> String {
    let roles = [
        role("hand", "Deck hand", json!({"summary": sentence(1)})),
        role("mate", "Mate", json!({"skills": ["knots"], "responsibilities": [sentence(2)]})),
        role("bosun", "Bosun", json!({})),
        role(
            "captain",
            "Captain",
            json!({"skills": [{"skill": "charts", "kind": "core"}], "impact": "The ship"}),
        ),
    ];
    let skills = [skill("knots", "Tying knots"), skill("charts", "Reading charts")];
    document("Some without skills", json!({"skills": skills, "roles": roles}))
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
        let required: Vec<_> =
            (0..6).map(|nth| json!({"skill": format!("s-{nth}"), "kind": "core"})).collect();
        role(
            &format!("r-{at}"),
            &long(105, at),
            json!({"track": (["x", "y"][at % 2]), "skills": required,
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

/// Words that are wider than a phone, in every short text that a ladder has.
#[must_use]
pub fn long_words() -> String {
    let word = |at: usize| format!("{}{at}", "Kraftfahrzeughaftpflichtversicherungssumme");
    let requirement = |at: usize| json!({"skill": format!("s-{at}"), "level": "top", "note": word(at), "statements": [word(at)]});
    let roles = (0..3).map(|at| {
        role(
            &format!("r-{at}"),
            &word(at),
            json!({
                "short_title": word(at), "also_known_as": [word(9)], "stage": word(1), "track": "x", "family": word(2),
                "grade": word(at), "focus": word(3), "impact": word(4), "summary": word(5),
                "responsibilities": [{"text": word(at), "group": word(6), "examples": [word(7)], "links": [{"title": word(8), "url": "https://example.org"}]}],
                "skills": (0..=at).map(requirement).collect::<Vec<_>>(), "resources": ["talk"]
            }),
        )
    });
    let skills = (0..3).map(|at| {
        json!({
            "id": format!("s-{at}"), "name": word(at), "short_name": word(at), "category": "c", "description": word(1),
            "also_known_as": [word(2)], "includes": [word(3)], "resources": ["talk"],
            "statements": [word(4)], "levels": {"top": {"name": word(at), "summary": word(5), "signals": [word(6)], "examples": [word(7)]}}
        })
    });
    document(
        &word(0),
        json!({
            "language": "de", "summary": word(1), "license": word(2), "attribution": word(3),
            "notes": [{"title": word(4), "text": word(5), "links": [{"title": word(6), "url": "https://example.org"}]}],
            "reading": ["talk"], "categories": [{"id": "c", "name": word(7), "description": word(8)}],
            "scale": [{"id": "low", "name": word(1), "description": word(2)}, {"id": "top", "name": word(3)}],
            "tracks": [{"id": "x", "name": word(9), "description": word(1)}],
            "skills": skills.collect::<Vec<_>>(), "roles": roles.collect::<Vec<_>>(),
            "resources": [{"id": "talk", "title": word(2), "url": "https://example.org/talk", "provider": word(3), "description": word(4)}]
        }),
    )
}

/// A right-to-left ladder with a left-to-right title.
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

/// A left-to-right ladder with Hebrew and Arabic names that begin or end with punctuation or digits.
#[must_use]
pub fn mixed_directions() -> String {
    let titles = ["Gardener (גנן)", "גנן בכיר!", "مدير 2.0 (Lead)", "Head of גינה & حديقة"];
    let roles = titles.iter().enumerate().map(|(at, title)| {
        role(
            &format!("role-{at}"),
            title,
            json!({
                "stage": "שלב 1–2", "grade": "דרגה G3", "family": "Grounds / גינון", "focus": "מים (70%)",
                "summary": format!("{} משקה את העצים.", sentence(at)), "impact": "כל הגן: A, B ו-C.",
                "responsibilities": [
                    {"text": "בודק את Git לפני כל שינוי, ומתעד (כן, תמיד!).", "group": "עבודה:", "examples": ["סעיף 3 (א)"]},
                    {"text": sentence(at + 1), "group": "Work", "links": [{"title": "מדריך (PDF)", "url": "https://example.org/guide"}]}
                ],
                "skills": [
                    {"skill": "water", "kind": "core", "level": (["first", "sure"][at / 2]), "note": "מדי בוקר (5:30)."},
                    {"skill": "python", "level": "first"}
                ]
            }),
        )
    });
    document(
        "Garden ladder / סולם הגן",
        json!({
            "summary": "From the first day in the גן to its management.", "roles": roles.collect::<Vec<_>>(),
            "attribution": "עמותת הגן (ע״ר)", "source": {"title": "המקור (2026)", "url": "https://example.org/he"},
            "scale": [{"id": "first", "name": "התחלה (1)", "description": "יודע מה זה."}, {"id": "sure", "name": "Sure – בטוח"}],
            "categories": [{"id": "work", "name": "עבודה & כלים"}],
            "skills": [
                {"id": "water", "name": "השקיה (טפטוף)", "category": "work", "also_known_as": ["drip"], "description": "כמה מים, ומתי?"},
                {"id": "python", "name": "Python 3 לגננים", "category": "work", "includes": ["pandas", "ספריות"]}
            ],
            "resources": [{"id": "talk", "title": "הרצאה: Water & עצים", "url": "https://www.youtube.com/watch?v=abcdefghijk", "provider": "ערוץ הגן"}],
            "reading": [{"resource": "talk", "note": "שווה 20 דקות!"}],
            "notes": [{"title": "למה? (Why)", "text": "כי כך. And because it works."}]
        }),
    )
}

/// Links, emphasis, code, line breaks and lists in every kind of text.
#[must_use]
pub fn markup() -> String {
    let text = |what: &str| {
        format!("The *{what}* of **all** `knots`,<br>as [told](https://example.org/{what}).")
    };
    let list =
        |what: &str| format!("{}\n\n- One\n  1. Two\n  2. *Three*\n- Four\n\nDone.", text(what));
    let role = |id: &str, title: &str, level: &str, end: &str| {
        role(
            id,
            title,
            json!({
                "summary": text("summary"),
                "focus": text("focus"),
                "impact": list("impact"),
                "track": "deck",
                "responsibilities": [
                    {"text": list("duty"), "examples": [text("example")]},
                    format!("{} {end}", text("task"))
                ],
                "skills": [{"skill": "knots", "level": level, "note": format!("{} {end}", text("note")),
                            "statements": [list("statement")]}],
                "resources": [{"resource": "book", "note": text("reason")}],
            }),
        )
    };
    let mut mate = role("mate", "Mate", "steady", "Daily.");
    mate["next"] = json!([{"role": "captain", "note": list("step")}]);
    document(
        "Markup",
        json!({
            "format": 2,
            "summary": list("ladder"),
            "license": "[CC0](https://example.org/cc0)",
            "attribution": text("credit"),
            "notes": [{"title": "A note", "text": list("whole")}],
            "scale": [
                {"id": "steady", "name": "Steady", "description": list("level")},
                {"id": "sure", "name": "Sure", "description": text("level")}
            ],
            "tracks": [{"id": "deck", "name": "Deck", "description": text("track")}],
            "skills": [{
                "id": "knots", "name": "Knots", "description": list("skill"),
                "levels": {"sure": {"summary": text("meaning"), "signals": [list("signal")], "examples": [text("case")]}},
                "statements": [text("objective")], "resources": ["book"]
            }],
            "roles": [mate, role("captain", "Captain", "sure", "Yearly.")],
            "resources": [{"id": "book", "title": "The book", "url": "https://example.org/book", "description": list("book")}]
        }),
    )
}
