//! Search finds everything that is written in a ladder, however it is typed.

#![allow(clippy::unwrap_used)] // tests may panic

use ladder::{Ladder, Normalizer, ResourcePlace, SearchHit, SearchIndex, read};
use large_ladder::{Size, large_ladder};
use std::time::{Duration, Instant};
use unicode_normalization::UnicodeNormalization;

const NORMALIZER: Normalizer = Normalizer::new(|text| text.nfkd().collect());

const LADDER: &str = r#"{
    "format": 1, "id": "searched", "title": "Searched", "language": "es",
    "notes": [{"title": "Nota", "text": "word-of-note", "links": [{"title": "word-of-link", "url": "https://example.org/"}]}],
    "reading": ["book", {"resource": "video", "note": "word-of-advice"}, {"resource": "video", "note": "word-of-hint"}],
    "categories": [{"id": "know", "name": "Know", "description": "word-of-category"}, {"id": "do", "name": "Do"}],
    "tracks": [{"id": "path", "name": "word-of-track", "description": "word-of-path"}, {"id": "plain", "name": "Plain"}],
    "scale": [{"id": "basic", "name": "word-of-scale", "description": "word-of-rating"}, {"id": "high", "name": "High"}],
    "skills": [
        {"id": "coding", "name": "Programación", "description": "word-of-description",
         "statements": [{"text": "word-of-objective", "group": "word-of-group", "examples": ["word-of-evidence"]}],
         "levels": {"basic": {"name": "word-of-level", "summary": "word-of-summary", "signals": ["word-of-signal"], "examples": ["word-of-example"]}},
         "resources": [{"resource": "course", "note": "word-of-reason"}]},
        {"id": "intro", "name": "Introducción"},
        {"id": "kana", "name": "データ管理"},
        {"id": "road", "name": "Straßenbau"},
        {"id": "safety", "name": "İş güvenliği"},
        {"id": "data-science", "name": "Data science"},
        {"id": "data", "name": "Data"}
    ],
    "roles": [
        {"id": "one", "title": "Database keeper", "summary": "word-of-role", "skills": [
            {"skill": "coding", "note": "word-of-note-on-skill", "statements": [{"text": "word-of-statement", "examples": ["word-of-case"]}]}],
         "responsibilities": [{"text": "word-of-duty", "examples": ["word-of-practice"]}],
         "resources": ["film", "video"]},
        {"id": "two", "title": "Two", "skills": ["intro", "kana", "road", "safety", "data", "data-science"]}
    ],
    "resources": [
        {"id": "book", "title": "word-of-book", "url": "https://example.org/book"},
        {"id": "course", "title": "word-of-course", "url": "https://example.org/course", "description": "word-of-syllabus"},
        {"id": "film", "title": "word-of-film", "url": "https://example.org/film", "provider": "word-of-maker"},
        {"id": "video", "title": "word-of-video", "url": "https://example.org/video"}
    ]
}"#;

fn ladder() -> Ladder {
    read(LADDER).ladder.unwrap()
}

/// All hits in order.
fn search(ladder: &Ladder, typed: &str) -> Vec<SearchHit> {
    let results = SearchIndex::new(ladder, NORMALIZER).search(typed);
    results.into_iter().flat_map(|kind| kind.hits).collect()
}

#[test]
fn every_text_is_found_where_it_is_shown() {
    let ladder = ladder();
    let [coding, role] = [SearchHit::Skill(0.into()), SearchHit::Role(0.into())];
    let requirement = SearchHit::Requirement(0.into(), 0);
    let duty = SearchHit::Responsibility(0.into(), 0);
    let level = SearchHit::Level(ladder.level_indices(None).next().unwrap());
    let track = SearchHit::Track(0.into());
    for (typed, expected) in [
        ("word-of-note", vec![requirement, SearchHit::Note(0)]),
        ("word-of-link", vec![SearchHit::Note(0)]),
        ("word-of-description", vec![coding]),
        ("word-of-objective", vec![coding]),
        ("word-of-group", vec![coding]),
        ("word-of-evidence", vec![coding]),
        ("word-of-level", vec![coding]),
        ("word-of-scale", vec![level, coding]),
        ("word-of-rating", vec![level]),
        ("word-of-category", vec![SearchHit::Category(0.into())]),
        ("word-of-track", vec![track]),
        ("word-of-path", vec![track]),
        ("plain", Vec::new()),
        ("programacion word-of-scale", vec![coding]),
        ("word-of-summary", vec![coding]),
        ("word-of-signal", vec![coding]),
        ("word-of-example", vec![coding]),
        ("word-of-reason", vec![coding]),
        ("word-of-role", vec![role]),
        ("word-of-note-on-skill", vec![requirement]),
        ("word-of-statement", vec![requirement]),
        ("word-of-case", vec![requirement]),
        ("word-of-duty", vec![duty]),
        ("word-of-practice", vec![duty]),
        ("word-of-book", vec![SearchHit::Resource(0.into(), ResourcePlace::Reading)]),
        ("word-of-course", vec![SearchHit::Resource(1.into(), ResourcePlace::Skill(0.into()))]),
        ("word-of-syllabus", vec![SearchHit::Resource(1.into(), ResourcePlace::Skill(0.into()))]),
        ("word-of-film", vec![SearchHit::Resource(2.into(), ResourcePlace::Role(0.into()))]),
        ("word-of-maker", vec![SearchHit::Resource(2.into(), ResourcePlace::Role(0.into()))]),
        ("word-of-video", vec![SearchHit::Resource(3.into(), ResourcePlace::Reading)]),
        ("word-of-advice", vec![SearchHit::Resource(3.into(), ResourcePlace::Reading)]),
        ("word-of-hint", vec![SearchHit::Resource(3.into(), ResourcePlace::Reading)]),
    ] {
        assert_eq!(search(&ladder, typed), expected, "{typed}");
    }
}

#[test]
fn every_hit_has_the_text_that_was_found() {
    let ladder = ladder();
    for hit in search(&ladder, "word") {
        let texts = hit.texts(&ladder);
        assert!(texts.names.iter().chain(&texts.body).any(|text| text.contains("word")), "{hit:?}");
    }
}

#[test]
fn accents_and_forms_make_no_difference() {
    let ladder = ladder();
    for (typed, skill) in [
        ("programacion", 0_usize),
        ("PROGRAMACIO\u{301}N", 0),
        ("introduccion", 1),
        ("\u{ff83}\u{ff9e}\u{ff70}\u{ff80}", 2),
        ("strassenbau", 3),
        ("STRASSE", 3),
        ("is guvenligi", 4),
        ("\u{130}\u{15e}", 4),
        ("\u{ff24}\u{ff41}\u{ff54}\u{ff41} science", 5),
    ] {
        assert!(search(&ladder, typed).contains(&SearchHit::Skill(skill.into())), "{typed}");
    }
}

#[test]
fn an_exact_name_comes_first() {
    let ladder = ladder();
    let found = search(&ladder, "data");
    assert_eq!(found[..2], [SearchHit::Skill(6.into()), SearchHit::Skill(5.into())], "{found:?}");
    assert!(found.contains(&SearchHit::Role(0.into())));
}

#[test]
fn an_index_built_in_pieces_finds_the_same() {
    let ladder = ladder();
    let mut index = SearchIndex::empty(&ladder, NORMALIZER);
    assert_eq!(index.search("word"), []);
    let steps = std::iter::from_fn(|| index.add_next(&ladder).then_some(())).count();
    assert_eq!(steps, ladder.roles.len() + ladder.skills.len() + 1);
    assert_eq!(index.search("word"), SearchIndex::new(&ladder, NORMALIZER).search("word"));
}

/// A quadratic search would take minutes, so that the limit holds on slow machines, too.
#[test]
fn a_catalogue_of_all_occupations_is_searched_at_once() {
    let ladder = read(&large_ladder(Size::CATALOGUE)).ladder.unwrap();
    let index = SearchIndex::new(&ladder, NORMALIZER);
    let start = Instant::now();
    for typed in ["d", "data review", "zzz"] {
        assert!(index.search(typed).len() <= 6);
    }
    println!("{:?} for a search", start.elapsed() / 3);
    assert!(start.elapsed() < Duration::from_secs(10));
}
