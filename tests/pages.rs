//! The pages as they are written where the site is built: what a visitor without the program reads.

#![allow(clippy::unwrap_used)] // a test may fail loudly

use career_ladder::prerender::{content, routes};
use career_ladder::router::{NotFound, Route};
use career_ladder::{bundled, stores::SharedLadder};
use ladder::{Id, MatchMode, MatrixQuery, SkillFilter};
use scraper::{Html, Selector};
use std::sync::Arc;

fn ladder() -> SharedLadder {
    Arc::new(bundled::ladder().unwrap())
}

fn html(route: &Route) -> Html {
    Html::parse_document(&content(&ladder(), route))
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
    let bad = [
        Route::Role(id("nobody")),
        Route::Skill(id("nothing")),
        Route::NotFound(NotFound::Page("/x".into())),
        Route::NotFound(NotFound::Parameter("skills".into())),
        Route::NotFound(NotFound::TooLong),
    ];
    for route in routes(&ladder).into_iter().chain(bad) {
        let html = html(&route);
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
fn the_ladder_page_holds_the_rungs_and_the_summary() {
    let html = html(&Route::default());
    let titles = texts(&html, "ol[aria-label='Career ladder'] > li h2 a");
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
fn the_filter_says_what_matches() {
    for (skills, matching, sentence) in [
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
        let html = html(&filter(skills, matching));
        assert_eq!(texts(&html, ".skill-filter > [role=status]"), [sentence]);
    }
}

#[test]
fn a_rung_says_what_is_new_there_and_what_is_carried() {
    let html = html(&filter(&["agile-methodologies"], MatchMode::Any));
    let standings: Vec<_> = html
        .select(&Selector::parse("[data-standing]").unwrap())
        .map(|card| card.attr("data-standing").unwrap().to_owned())
        .collect();
    assert_eq!(standings, ["apart", "asks", "builds-on", "builds-on", "builds-on", "builds-on"]);
    let said = texts(&html, ".chosen-here li");
    assert_eq!(said[0], "New at this level Agile methodologies");
    assert_eq!(said[1..], vec!["Carried over Agile methodologies"; 4]);
}

#[test]
fn an_unknown_skill_in_the_address_is_said() {
    let html = html(&filter(&["nothing", "python"], MatchMode::Any));
    assert!(texts(&html, ".notice")[0].contains("couldn’t find a skill called nothing"));
}

#[test]
fn a_role_page_holds_its_responsibilities_skills_and_videos() {
    let html = html(&Route::Role(id("vp-of-ai")));
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
fn a_near_id_is_suggested() {
    let html = html(&Route::Role(id("vp-of-a")));
    assert_eq!(texts(&html, "main p a"), ["Vice President (VP) of AI"]);
}

#[test]
fn the_matrix_tells_the_ways_of_asking_apart() {
    let html = html(&Route::Matrix(MatrixQuery::default()));
    assert_eq!(texts(&html, "[role=status]"), ["19 skills in 6 roles."].map(str::to_owned));
    let marks = |word: &str| texts(&html, &format!("td .mark[data-asked={word}]")).len();
    assert_eq!((marks("core"), marks("required"), marks("carried")), (12, 8, 49));
    assert_eq!(texts(&html, "tbody th[scope=row]").len(), 19);
}

/// The policy of a host may refuse inline scripts and styles, and handlers in the text.
#[test]
fn no_page_holds_a_script_or_a_style_of_its_own() {
    let ladder = ladder();
    for route in routes(&ladder) {
        let html = content(&ladder, &route);
        for word in ["<script", "<style", " style=", " onclick", "javascript:", "http://"] {
            assert!(!html.contains(word), "{route:?} holds {word}");
        }
    }
}
