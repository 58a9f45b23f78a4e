//! The prerendered pages, as a visitor without JavaScript sees them.

#![allow(clippy::unwrap_used)] // tests may panic

use career_ladder::prerender::{content, routes};
use career_ladder::router::{NotFound, Origin, Route};
use career_ladder::stores::{OpenLadder, SharedLadder};
use ladder::{Id, MatchMode, MatrixQuery, SkillFilter, read};
use scraper::{Html, Selector};
use serde_json::json;
use std::sync::Arc;

fn ladder() -> SharedLadder {
    let document = include_str!("../public/ladders/ai-developer.json");
    Arc::new(OpenLadder::new(read(document).ladder.unwrap(), Origin::Default))
}

fn render(route: &Route) -> Html {
    Html::parse_document(&content(&ladder(), &[], route))
}

fn texts(html: &Html, selector: &str) -> Vec<String> {
    let selector = Selector::parse(selector).unwrap();
    let squeeze = |text: String| text.split_whitespace().collect::<Vec<_>>().join(" ");
    html.select(&selector).map(|found| squeeze(found.text().collect())).collect()
}

fn id(text: &str) -> Id {
    Id::new(text).unwrap()
}

fn filter(skills: &[&str], mode: MatchMode) -> Route {
    let skills = skills.iter().map(|s| id(s)).collect();
    Route::Ladder(SkillFilter { skills, mode, ..SkillFilter::default() })
}

#[test]
fn every_page_has_one_main_one_heading_and_the_navigation() {
    let ladder = ladder();
    let not_found = [
        Route::Role(id("nobody")),
        Route::Skill(id("nothing")),
        Route::NotFound(NotFound::Page("/x".into())),
        Route::NotFound(NotFound::Parameter("skills".into())),
        Route::NotFound(NotFound::TooLong),
    ];
    for route in routes(&ladder).into_iter().chain(not_found) {
        let html = render(&route);
        assert_eq!(texts(&html, "main").len(), 1, "{route:?}");
        assert_eq!(texts(&html, "h1").len(), 1, "{route:?}");
        assert_eq!(
            texts(&html, "nav[aria-label=Main] a"),
            ["Ladder", "Skills", "Compare", "My plan"],
            "{route:?}"
        );
    }
}

#[test]
fn the_matrix_of_a_category_says_what_belongs_in_it() {
    let json = r#"{"format":1,"id":"x","title":"X",
        "categories":[{"id":"know","name":"Know","description":"What you know."},{"id":"do","name":"Do"}],
        "skills":[{"id":"a","name":"A","category":"know"},{"id":"b","name":"B","category":"do"}],
        "roles":[{"id":"r","title":"R","skills":["a","b"]}]}"#;
    let ladder = Arc::new(OpenLadder::new(read(json).ladder.unwrap(), Origin::Default));
    let about = |category: Option<&str>| {
        let query = MatrixQuery { category: category.map(id), ..MatrixQuery::default() };
        let html = content(&ladder, &[], &Route::Matrix(query));
        texts(&Html::parse_document(&html), ".about-category")
    };
    assert_eq!(about(Some("know")), ["What you know."]);
    assert!(about(Some("do")).is_empty() && about(None).is_empty());
}

#[test]
fn the_ladder_page_has_a_rung_and_a_summary_row_for_each_role() {
    let html = render(&Route::default());
    let titles = texts(&html, "ol[aria-label='Career ladder'] > li h3 a");
    assert_eq!(titles.len(), 6);
    assert_eq!(
        (titles[0].as_str(), titles[5].as_str()),
        ("AI Developer", "Chief Technical Officer (CTO)")
    );
    assert_eq!(texts(&html, "table[aria-labelledby=summary] tbody tr").len(), 6);
    let last = texts(&html, "table[aria-labelledby=summary] tbody tr:last-child > *");
    let cto =
        ["CTO", "Market & tech leadership", "Trend analysis, Partnerships", "Industry presence"];
    assert_eq!(last, cto);
}

#[test]
fn the_skill_filter_summarises_its_matches() {
    for (skills, mode, summary) in [
        (
            &["agile-methodologies"][..],
            MatchMode::Any,
            "Team Leader needs Agile methodologies; 4 later roles carry it over.",
        ),
        (
            &["market-intelligence"],
            MatchMode::Any,
            "Chief Technical Officer (CTO) needs Market intelligence.",
        ),
        (
            &["stakeholder-management"],
            MatchMode::Any,
            "Project Manager and Vice President (VP) of AI need Stakeholder management; 2 later roles carry it over.",
        ),
        (
            &["python", "budgeting"],
            MatchMode::Any,
            "AI Developer and Project Manager need one or more of these 2 skills; 4 later roles build on them.",
        ),
        (
            &["python", "budgeting"],
            MatchMode::All,
            "Project Manager needs both of these skills; 3 later roles build on them.",
        ),
    ] {
        let html = render(&filter(skills, mode));
        assert_eq!(texts(&html, ".skill-filter > [role=status]"), [summary]);
    }
}

#[test]
fn filtered_rungs_mark_skills_as_new_or_carried_over() {
    let html = render(&filter(&["agile-methodologies"], MatchMode::Any));
    let standings: Vec<_> = html
        .select(&Selector::parse("[data-match]").unwrap())
        .map(|card| card.attr("data-match").unwrap().to_owned())
        .collect();
    assert_eq!(
        standings,
        ["none", "requires", "carries-over", "carries-over", "carries-over", "carries-over"]
    );
    let skills = texts(&html, ".chosen-here li");
    assert_eq!(skills[0], "New at this level Agile methodologies");
    assert_eq!(skills[1..], vec!["Carried over Agile methodologies"; 4]);
}

#[test]
fn an_unknown_skill_in_the_address_is_reported() {
    let html = render(&filter(&["nothing", "python"], MatchMode::Any));
    assert!(texts(&html, ".notice")[0].contains("couldn’t find a skill called nothing"));
}

#[test]
fn a_role_page_has_its_responsibilities_skills_and_videos() {
    let html = render(&Route::Role(id("vp-of-ai")));
    assert_eq!(texts(&html, "h1"), ["Vice President (VP) of AI"]);
    assert_eq!(texts(&html, ".statements > li").len(), 3);
    assert_eq!(
        texts(&html, ".requirements li a"),
        ["Strategic thinking", "Stakeholder management", "Business acumen", "Innovation approval"]
    );
    assert_eq!(texts(&html, ".carried-skills li").len(), 9);
    let play = html.select(&Selector::parse("button.play").unwrap()).next().unwrap();
    assert_eq!(
        play.attr("aria-label"),
        Some("Play: How to Become an $300K AI Engineer in 2025 (complete roadmap)")
    );
    assert!(texts(&html, "iframe").is_empty());
}

#[test]
fn a_role_with_a_similar_id_is_suggested() {
    let html = render(&Route::Role(id("vp-of-a")));
    assert_eq!(texts(&html, "main p a"), ["Vice President (VP) of AI"]);
}

#[test]
fn the_matrix_distinguishes_core_required_and_carried_over_skills() {
    let html = render(&Route::Matrix(MatrixQuery::default()));
    assert_eq!(texts(&html, "[role=status]"), ["19 skills in 6 roles."].map(str::to_owned));
    let marks = |kind: &str| texts(&html, &format!("td .mark[data-requirement={kind}]")).len();
    assert_eq!((marks("core"), marks("required"), marks("carried")), (12, 8, 49));
    assert_eq!(texts(&html, "tbody th[scope=row]").len(), 19);
    // Fills and lines show the same as the words.
    let fills = |fill: &str| texts(&html, &format!("td[data-fill='{fill}']"));
    assert_eq!(fills("5").len(), 12);
    assert_eq!(fills("3").len(), 8);
    assert_eq!(fills("carried").len(), 49);
    assert!(fills("carried")[0].ends_with("Carried over"), "{:?}", fills("carried")[0]);
}

#[test]
fn roles_with_equal_short_titles_have_full_titles_under_their_families_in_the_matrix() {
    let role = |family: &str, grade: u32| {
        json!({"id": format!("{family}-{grade}"), "title": format!("Engineer {grade}"), "short_title": grade.to_string(),
            "family": family, "skills": ["reading"]})
    };
    let document = json!({
        "format": 1, "id": "equal", "title": "Equal short titles", "skills": [{"id": "reading", "name": "Reading"}],
        "roles": [role("web", 1), role("data", 1), role("web", 2)],
    });
    let ladder = read(&document.to_string()).ladder.unwrap();
    let ladder = Arc::new(OpenLadder::new(ladder, Origin::Default));
    let html = Html::parse_document(&content(&ladder, &[], &Route::Matrix(MatrixQuery::default())));
    assert_eq!(texts(&html, ".column-groups th"), ["web", "data"]);
    let columns = Selector::parse("th[scope=col][aria-label]").unwrap();
    let names: Vec<_> = html.select(&columns).filter_map(|head| head.attr("aria-label")).collect();
    assert_eq!(names, ["Engineer 1 (web)", "Engineer 2", "Engineer 1 (data)"]);
}

/// The content security policy refuses inline scripts, styles and event handlers.
#[test]
fn no_page_has_inline_scripts_styles_or_event_handlers() {
    let ladder = ladder();
    for route in routes(&ladder) {
        let html = content(&ladder, &[], &route);
        for forbidden in ["<script", "<style", " style=", " onclick", "javascript:", "http://"] {
            assert!(!html.contains(forbidden), "{route:?} contains {forbidden}");
        }
    }
}
