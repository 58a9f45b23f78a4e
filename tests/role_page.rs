//! The prerendered page of a role: what comes next, and roles with long lists.

#![allow(clippy::unwrap_used)] // tests may panic

use career_ladder::prerender::content;
use career_ladder::router::{Origin, Route};
use career_ladder::stores::{OpenLadder, SharedLadder};
use ladder::read;
use scraper::{Html, Selector};
use std::sync::Arc;

fn open(json: &str) -> SharedLadder {
    Arc::new(OpenLadder::new(read(json).ladder.unwrap(), Origin::Default))
}

fn render(ladder: &SharedLadder, address: &str) -> Html {
    Html::parse_document(&content(ladder, &[], &Route::read(address, "")))
}

fn bundled_page(address: &str) -> Html {
    render(&open(include_str!("../public/ladders/ai-developer.json")), address)
}

fn texts(html: &Html, selector: &str) -> Vec<String> {
    let squeeze = |text: String| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let selector = Selector::parse(selector).unwrap();
    html.select(&selector).map(|found| squeeze(found.text().collect())).collect()
}

fn hrefs(html: &Html, selector: &str) -> Vec<String> {
    let selector = Selector::parse(selector).unwrap();
    html.select(&selector).filter_map(|link| link.attr("href")).map(str::to_owned).collect()
}

#[test]
fn the_next_step_is_in_short_beside_the_title() {
    let html = bundled_page("/roles/team-leader");
    assert_eq!(texts(&html, ".role-position p"), ["Rung 2 of 6"]);
    assert_eq!(
        texts(&html, ".next-card > *")[..3],
        ["Next step up", "Project Manager", "3 new skills"]
    );
    assert_eq!(
        hrefs(&html, ".next-step a"),
        [
            "/roles/project-manager",
            "/skills/project-planning-tools",
            "/skills/budgeting",
            "/skills/stakeholder-management",
            "/plan?from=team-leader&to=project-manager",
            "/compare?from=team-leader&to=project-manager",
            "/roles/ai-developer"
        ]
    );
    assert_eq!(texts(&bundled_page("/roles/cto"), ".next-step .top"), ["The top of this ladder."]);
}

#[test]
fn every_skill_of_a_role_leads_to_its_page() {
    let html = bundled_page("/roles/project-manager");
    let links = hrefs(&html, ".role-skills li a");
    assert_eq!(links.len(), 10);
    assert!(links.iter().all(|link| link.starts_with("/skills/")), "{links:?}");
}

#[test]
fn a_long_group_of_statements_shows_three_and_counts_the_others() {
    let html = render(&open(&ladder_shapes::many_statements()), "/roles/keeper");
    assert_eq!(texts(&html, ".responsibilities > h3").len(), 3);
    assert_eq!(texts(&html, ".responsibilities > .statements > li").len(), 9);
    assert_eq!(texts(&html, ".responsibilities summary"), ["27 more"; 3]);
    // Folded statements are on the page, so that the browser finds them.
    assert_eq!(texts(&html, ".responsibilities .statements > li").len(), 90);
    let sections = ["Responsibilities (90)", "Learn (6)", "What’s next"];
    assert_eq!(texts(&html, ".section-links a"), sections);
}

#[test]
fn a_role_with_480_skills_shows_them_by_category() {
    let html = render(&open(&ladder_shapes::many_skills()), "/roles/master-pilot");
    let groups = texts(&html, ".role-skills > h3");
    assert_eq!(groups, ["A 120 skills", "🧭 Finding the way 360 skills"]);
    assert_eq!(texts(&html, ".role-skills > .requirements > li").len(), 12);
    assert_eq!(texts(&html, ".role-skills > .folded > summary"), ["114 more", "354 more"]);
    assert_eq!(
        hrefs(&html, ".folded a"),
        ["/skills?category=a&roles=master-pilot", "/skills?category=b&roles=master-pilot"]
    );
}

#[test]
fn a_resource_with_a_bad_address_is_shown_without_a_link() {
    let ladder = open(
        r#"{"format": 1, "id": "a", "title": "A",
            "resources": [
                {"id": "talk", "title": "The talk", "url": "www.youtube.com/watch?v=aaaaaaaaaaa"},
                {"id": "book", "title": "The book", "url": "javascript:alert(1)", "type": "book"}],
            "roles": [{"id": "r", "title": "R", "resources": ["talk", "book"]}]}"#,
    );
    let html = render(&ladder, "/roles/r");
    assert_eq!(texts(&html, ".resource-card h3"), ["The talk", "The book"]);
    assert_eq!(texts(&html, ".resource-card .kind"), ["Link", "Book"]);
    assert_eq!(hrefs(&html, ".resource-card a"), [""; 0]);
    assert_eq!(texts(&html, ".video-card"), [""; 0]);
}

#[test]
fn the_statements_of_a_skill_are_on_its_page_by_group() {
    let ladder = open(include_str!("fixtures/valid/everything.json"));
    let html = render(&ladder, "/skills/lamp-care");
    assert_eq!(
        texts(&html, ".responsibilities h2, .responsibilities h3"),
        ["In practice", "Indicators"]
    );
    let statements = texts(&html, ".responsibilities .statements > li > .text");
    assert_eq!(statements, ["Cleans the glass before dark", "Trims the wick"]);
    assert_eq!(texts(&html, ".responsibilities .examples li"), ["The flame stands still"]);
    assert_eq!(
        hrefs(&html, ".responsibilities .statements a"),
        ["/skills/calm", "https://example.org/wick"]
    );
    assert!(texts(&render(&ladder, "/skills/weather"), ".responsibilities").is_empty());
}

#[test]
fn a_role_names_the_roles_it_extends_and_shows_their_skills() {
    let ladder = open(include_str!("fixtures/valid/everything.json"));
    let html = render(&ladder, "/roles/deputy");
    assert!(texts(&html, ".facts > div").contains(&"Builds onKeeper".to_owned()));
    assert_eq!(texts(&html, ".carried h3"), ["Carried over from other roles"]);
    assert_eq!(texts(&html, ".carried dt"), ["Keeper", "Apprentice"]);
    let skills = ["Calm in a storm", "Lamp care", "Weather", "Logbook"];
    let found = texts(&html, ".carried .carried-skills a");
    assert_eq!(found.len(), skills.len(), "{found:?}");
}

#[test]
fn at_most_five_other_titles_are_shown_at_once() {
    let html = render(&open(&ladder_shapes::many_titles()), "/roles/keeper");
    assert_eq!(texts(&html, ".other-titles > p")[0].split(", ").count(), 5);
    assert_eq!(texts(&html, ".other-titles summary"), ["and 95 more"]);
}
