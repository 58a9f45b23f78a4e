//! The prerendered plan page.

#![allow(clippy::unwrap_used)] // tests may panic

use career_ladder::prerender::content;
use career_ladder::router::{Origin, RolePair, Route};
use career_ladder::stores::{OpenLadder, SharedLadder};
use ladder::{Id, read};
use scraper::{Html, Selector};
use std::fmt::Write;
use std::sync::Arc;

fn open(json: &str) -> SharedLadder {
    Arc::new(OpenLadder::new(read(json).ladder.unwrap(), Origin::Default))
}

fn render(ladder: &SharedLadder, from: Option<&str>, to: Option<&str>) -> Html {
    let id = |id: Option<&str>| id.map(|id| Id::new(id).unwrap());
    let route = Route::Plan(RolePair { from: id(from), to: id(to), only: None });
    Html::parse_document(&content(ladder, &[], &route))
}

fn count(html: &Html, selector: &str) -> usize {
    html.select(&Selector::parse(selector).unwrap()).count()
}

fn texts(html: &Html, selector: &str) -> Vec<String> {
    let squeeze = |text: String| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let selector = Selector::parse(selector).unwrap();
    html.select(&selector).map(|found| squeeze(found.text().collect())).collect()
}

/// A role with 480 skills, each with its own names and summaries for five levels.
fn large_ladder() -> SharedLadder {
    let mut json = String::from(r#"{"format":1,"id":"large","title":"Large","scale":["#);
    for level in 0..5 {
        let comma = if level > 0 { "," } else { "" };
        write!(json, r#"{comma}{{"id":"l{level}","name":"Level {level}"}}"#).unwrap();
    }
    json.push_str(r#"],"skills":["#);
    for skill in 0..480 {
        let comma = if skill > 0 { "," } else { "" };
        write!(json, r#"{comma}{{"id":"s{skill}","name":"Skill {skill}","levels":{{"#).unwrap();
        for level in 0..5 {
            let comma = if level > 0 { "," } else { "" };
            write!(
                json,
                r#"{comma}"l{level}":{{"name":"Own {level}","summary":"What it means."}}"#
            )
            .unwrap();
        }
        json.push_str("}}");
    }
    json.push_str(
        r#"],"roles":[{"id":"first","title":"First"},{"id":"all","title":"All","skills":["#,
    );
    for skill in 0..480 {
        let comma = if skill > 0 { "," } else { "" };
        let level = skill % 5;
        write!(json, r#"{comma}{{"skill":"s{skill}","level":"l{level}"}}"#).unwrap();
    }
    json.push_str("]}]}");
    open(&json)
}

#[test]
fn a_plan_with_480_skills_has_fewer_than_1500_elements() {
    let html = render(&large_ladder(), Some("first"), Some("all"));
    let elements = count(&html, "*");
    assert!(elements < 1500, "{elements}");
    assert_eq!(texts(&html, ".range"), ["Skills 1–24 of 480"]);
    assert_eq!(count(&html, "[role=radiogroup]"), 24);
    assert_eq!(texts(&html, ".plan-progress p"), ["0 of 480 skills done, 480 to go."]);
    assert_eq!(texts(&html, ".plan-left .count"), ["And 468 more skills."]);
    // Levels have the skill's own names; the required one is marked, and its meaning shown until one is chosen.
    let labels = texts(&html, "#plan-s1 .rate label");
    assert_eq!(labels, ["Own 0", "Own 1", "Own 2", "Own 3", "Own 4"]);
    assert_eq!(texts(&html, "#plan-s1 label[data-goal=yes]"), ["Own 1"]);
    assert_eq!(texts(&html, "#plan-s1 .level-text"), ["What it means."]);
}

#[test]
fn each_radio_group_is_named_by_its_skill_and_has_three_choices_without_a_scale() {
    let ladder = open(include_str!("../public/ladders/ai-developer.json"));
    let html = render(&ladder, Some("ai-developer"), Some("team-leader"));
    let names = texts(&html, ".plan-skill h4 a");
    assert_eq!(names.len(), 7);
    let groups = Selector::parse("[role=radiogroup]").unwrap();
    let inputs = Selector::parse("input").unwrap();
    for (group, name) in html.select(&groups).zip(names) {
        let labelled = group.attr("aria-labelledby").unwrap();
        assert_eq!(texts(&html, &format!("[id='{labelled}']")), [name]);
        let radios: Vec<_> =
            group.select(&inputs).filter_map(|radio| radio.attr("aria-label")).collect();
        assert_eq!(radios, ["Have it", "Learning", "Not yet"]);
    }
    assert_eq!(
        texts(&html, ".plan-group h3"),
        ["New for Team Leader", "Skills you need today as AI Developer"]
    );
    assert_eq!(count(&html, "main [role=status]"), 1);
}

/// What is new comes first, with the resources of its role; what the present role expects follows.
#[test]
fn skills_are_grouped_by_the_step_that_needs_more_than_today() {
    let json = r#"{"format":1,"id":"x","title":"X",
        "scale":[{"id":"l","name":"Low"},{"id":"h","name":"High"}],
        "skills":[{"id":"held","name":"Held"},{"id":"raised","name":"Raised"},{"id":"new","name":"New"}],
        "roles":[
          {"id":"a","title":"A","skills":[{"skill":"held","level":"l"},{"skill":"raised","level":"l"}]},
          {"id":"b","title":"B","resources":["talk"],
           "skills":[{"skill":"held","level":"l"},{"skill":"raised","level":"h"},{"skill":"new","level":"l"}]}],
        "resources":[{"id":"talk","title":"A talk","url":"https://example.org"}]}"#;
    let html = render(&open(json), Some("a"), Some("b"));
    let headings = ["New or higher for B", "Skills you need today as A"];
    assert_eq!(texts(&html, ".plan-group h3"), headings);
    assert_eq!(texts(&html, ".plan-group:first-of-type h4"), ["Raised", "New"]);
    assert_eq!(count(&html, ".plan-group:first-of-type > .learn a"), 1);
    assert_eq!(count(&html, ".learn a"), 1);
    assert_eq!(texts(&html, "#plan-held summary > span:first-child"), ["Details for Held"]);
}

/// Of a skill that the present role has as nice to have, nobody can be expected to have it.
#[test]
fn groups_and_their_buttons_have_distinct_names() {
    let json = r#"{"format":1,"id":"x","title":"X",
        "skills":[{"id":"s1","name":"1"},{"id":"s2","name":"2"},{"id":"s3","name":"3"},{"id":"s4","name":"4"}],
        "roles":[
          {"id":"a","title":"A","skills":["s1","s2",{"skill":"s3","kind":"optional"},{"skill":"s4","kind":"optional"}]},
          {"id":"b","title":"B","skills":["s1","s2","s3","s4"]}]}"#;
    let html = render(&open(json), Some("a"), Some("b"));
    let headings = ["Nice to have today as A", "Skills you need today as A"];
    assert_eq!(texts(&html, ".plan-group h3"), headings);
    let buttons = headings.map(|heading| format!("I’ve got all of these ({heading})"));
    assert_eq!(texts(&html, ".plan-group header button"), buttons);
}

/// The skill's own summary of the level, otherwise the scale's description.
#[test]
fn each_skill_explains_the_required_level_until_another_is_chosen() {
    let json = r#"{"format":1,"id":"x","title":"X",
        "scale":[{"id":"l","name":"Low","description":"Does it."},{"id":"h","name":"High","description":"Leads it."}],
        "skills":[{"id":"plain","name":"Plain"},{"id":"described","name":"Described"},
          {"id":"own","name":"Own","levels":{"l":{"summary":"Its own word."}}}],
        "roles":[{"id":"a","title":"A","skills":[{"skill":"plain","level":"h"},
          {"skill":"described","level":"h","statements":["Says it aloud."]},{"skill":"own","level":"l"}]}]}"#;
    let html = render(&open(json), None, Some("a"));
    let meaning = |id: &str| texts(&html, &format!("#plan-{id} .level-text"));
    assert_eq!(meaning("plain"), ["Leads it."]);
    assert_eq!(meaning("own"), ["Its own word."]);
    assert_eq!(texts(&html, "#plan-plain .standing"), ["Not rated, goal: High"]);
}

#[test]
fn skills_of_the_present_role_are_marked_as_held_with_both_levels() {
    let json = r#"{"format":1,"id":"x","title":"X",
        "scale":[{"id":"l","name":"Independent"},{"id":"h","name":"Leading"}],
        "skills":[{"id":"code","name":"Code"},{"id":"plan","name":"Plan"}],
        "roles":[{"id":"a","title":"Engineer","skills":[{"skill":"code","level":"l"},{"skill":"plan","level":"l"}]},
          {"id":"b","title":"Senior","skills":[{"skill":"code","level":"h"},{"skill":"plan","level":"l"}]}]}"#;
    let html = render(&open(json), Some("a"), Some("b"));
    assert_eq!(
        texts(&html, ".standing"),
        [
            "You, as Engineer: Independent, goal: Leading",
            "You, as Engineer: Independent, goal: Independent"
        ]
    );
    assert_eq!(count(&html, ".plan-skill[data-expected=yes]"), 2);
    assert_eq!(count(&html, ".plan-skill[data-tone=learning]"), 1);
    assert_eq!(texts(&html, ".plan-progress p"), ["1 of 2 skills done, 1 to go."]);
    assert_eq!(texts(&html, ".open-skills"), ["1 learning"]);
    // Each of them can be taken back.
    assert_eq!(texts(&html, ".clear:not([disabled])"), ["Not yet: Code", "Not yet: Plan"]);
}

#[test]
fn the_plan_links_to_the_comparison_of_its_two_roles() {
    let ladder = open(include_str!("../public/ladders/ai-developer.json"));
    let html = render(&ladder, Some("ai-developer"), Some("team-leader"));
    let links = Selector::parse(".to-compare:not([hidden])").unwrap();
    let link = html.select(&links).next().unwrap().attr("href");
    assert_eq!(link, Some("/compare?from=ai-developer&to=team-leader"));
    assert_eq!(count(&render(&ladder, None, Some("team-leader")), ".to-compare[hidden]"), 1);
}

#[test]
fn unknown_roles_are_reported_and_ladders_without_skills_have_a_message() {
    let one = open(r#"{"format":1,"id":"one","title":"One","roles":[{"id":"a","title":"A"}]}"#);
    let html = render(&one, None, Some("a"));
    assert_eq!(texts(&html, ".plan-progress p"), ["No skills are listed for this role."]);
    let html = render(&one, Some("b"), Some("c"));
    assert_eq!(texts(&html, ".notice code"), ["b, c"]);
    assert_eq!(texts(&html, ".plan-targets a"), ["A"]);
    let html = render(&one, Some("a"), Some("a"));
    assert_eq!(count(&html, "h1"), 1);
}
