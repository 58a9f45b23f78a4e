//! The comparison and the next moves as they are written where the site is built.

#![allow(clippy::unwrap_used)] // a test may fail loudly

use career_ladder::ladder::read;
use career_ladder::prerender::content;
use career_ladder::route::{Origin, Route};
use career_ladder::state::{OpenLadder, Shared};
use career_ladder::{bundled, prerender};
use scraper::{Html, Selector};
use std::sync::Arc;

const SCALE: &str = include_str!("fixtures/valid/levels-and-tracks.json");

fn bundled() -> Shared {
    Arc::new(bundled::ladder().unwrap())
}

fn scale() -> Shared {
    Arc::new(OpenLadder::new(read(SCALE).ladder.unwrap(), Origin::Default))
}

fn html(ladder: &Shared, address: &str) -> Html {
    let (path, query) = address.split_once('?').unwrap_or((address, ""));
    Html::parse_document(&content(ladder, &Route::read(path, query)))
}

fn texts(html: &Html, selector: &str) -> Vec<String> {
    let selector = Selector::parse(selector).unwrap();
    let squeeze = |text: String| text.split_whitespace().collect::<Vec<_>>().join(" ");
    html.select(&selector).map(|found| squeeze(found.text().collect())).collect()
}

/// The same, with a space between the parts of each.
fn parts(html: &Html, selector: &str) -> Vec<String> {
    let selector = Selector::parse(selector).unwrap();
    let words = |text: &str| text.split_whitespace().map(str::to_owned).collect::<Vec<_>>();
    html.select(&selector)
        .map(|found| found.text().flat_map(words).collect::<Vec<_>>().join(" "))
        .collect()
}

fn attributes(html: &Html, selector: &str, name: &str) -> Vec<String> {
    let selector = Selector::parse(selector).unwrap();
    html.select(&selector).filter_map(|found| found.attr(name).map(str::to_owned)).collect()
}

#[test]
fn a_comparison_leads_with_a_sentence_and_shows_what_changes() {
    let html = html(&bundled(), "/compare?from=team-leader&to=project-manager");
    assert_eq!(texts(&html, "h1"), ["From Team Leader to Project Manager"]);
    assert_eq!(
        texts(&html, ".page-head [role=status]"),
        ["Project Manager asks for 3 skills that Team Leader does not. It takes on 3 \
          responsibilities and leaves 3 behind. 7 skills carry over."]
    );
    assert_eq!(
        texts(&html, ".heap h3"),
        [
            "Gained 3 skills",
            "Carried 7 skills",
            "Added 3 responsibilities",
            "Left behind 3 responsibilities"
        ]
    );
    assert_eq!(
        texts(&html, ".changed-skills a"),
        ["Project planning tools", "Budgeting", "Stakeholder management"]
    );
    let rows = parts(&html, ".compare-ends tbody tr");
    assert_eq!(rows[1], "Focus area Coordination & mentoring Resource & timeline control");
    assert_eq!(rows[2], "Strategic impact Delivery success Project outcomes");
    assert_eq!(texts(&html, ".pair-links a").len(), 2);
    assert_eq!(
        attributes(&html, ".pair-links a", "href"),
        ["/compare?from=ai-developer&to=team-leader", "/compare?from=project-manager&to=vp-of-ai"]
    );
}

#[test]
fn the_choosers_are_a_plain_form() {
    let html = html(&bundled(), "/compare?from=team-leader&to=cto");
    assert_eq!(attributes(&html, "form[method=get]", "action"), ["/compare"]);
    assert_eq!(attributes(&html, "select", "name"), ["from", "to"]);
    let chosen = texts(&html, "select option[selected]");
    assert_eq!(chosen, ["Team Leader", "Chief Technical Officer (CTO)"]);
    assert_eq!(attributes(&html, ".swap", "href"), ["/compare?from=cto&to=team-leader"]);
    assert_eq!(texts(&html, "form button"), ["Compare"]);
}

#[test]
fn a_form_keeps_the_ladder_that_is_open() {
    let origin = Origin::read("levels-and-tracks").unwrap();
    let ladder = Arc::new(OpenLadder::new(read(SCALE).ladder.unwrap(), origin));
    let html = html(&ladder, "/compare?from=junior&to=senior");
    assert_eq!(attributes(&html, "form input[name=ladder]", "value"), ["levels-and-tracks"]);
    assert_eq!(texts(&html, "#compare-to optgroup").len(), 2);
}

#[test]
fn one_difference_is_seen_at_a_glance() {
    let html = html(&scale(), "/compare?from=senior&to=senior-in-name");
    assert_eq!(
        texts(&html, ".page-head [role=status]"),
        [
            "One thing separates them. Senior in name asks for Code at the level Leads, Senior at the \
          level Works alone."
        ]
    );
    assert_eq!(parts(&html, ".changed-skills > li"), ["Code key skill from Works alone to Leads"]);
    let steps = attributes(&html, ".changed-skills .meter i", "data-step");
    assert_eq!(steps, ["both", "both", "after"]);
    let heaps = texts(&html, ".heap h3");
    assert_eq!(heaps, ["Raised 1 skill", "Unchanged 3 skills", "Kept 4 responsibilities"]);
}

#[test]
fn reworded_statements_are_told_word_by_word() {
    let html = html(&scale(), "/compare?from=senior&to=lead");
    let reworded = texts(&html, "[data-change=reworded] > .statement-changes .text");
    assert_eq!(
        reworded[0],
        "Plan and [removed: carry] [added: hand] out changes to [removed: one service] \
         [added: several services] ."
    );
    // What belongs to a skill is told with it.
    assert!(!texts(&html, ".changed-skills .statement-changes ins").is_empty());
    assert_eq!(
        texts(&html, ".changed-skills .firmness"),
        ["key skill, was good to have", "good to have, was asked for"]
    );
}

#[test]
fn a_way_is_told_step_by_step() {
    let html = html(&scale(), "/compare?from=junior&to=head");
    assert_eq!(texts(&html, ".way-steps .where"), ["Senior", "Lead", "Head"]);
    assert_eq!(
        parts(&html, ".way-steps > li")[0],
        "One step up Senior Adds 2 skills: Review and Mentoring. Raises 1 skill: Code. Takes on 4 \
         responsibilities."
    );
}

#[test]
fn where_no_way_leads_it_is_said() {
    let down = html(&bundled(), "/compare?from=cto&to=ai-developer");
    let said = &texts(&down, ".way p")[0];
    assert!(
        said.starts_with("No steps of this ladder lead from Chief Technical Officer"),
        "{said}"
    );
    assert!(said.ends_with("The other way, it is 5 steps."), "{said}");
    assert_eq!(texts(&down, "[data-change=dropped] .changed-skills > li").len(), 15);
}

#[test]
fn a_comparison_begins_with_pairs_to_choose() {
    for (address, first, count) in [
        ("/compare", "AI Developer to Team Leader", 5),
        ("/compare?from=cto", "Chief Technical Officer (CTO) to Director of AI", 5),
        ("/compare?to=team-leader", "AI Developer to Team Leader", 5),
        ("/compare?from=cto&to=cto", "Chief Technical Officer (CTO) to Director of AI", 5),
    ] {
        let html = html(&bundled(), address);
        let pairs = texts(&html, ".pairs a");
        assert_eq!((pairs[0].as_str(), pairs.len()), (first, count), "{address}");
        assert_eq!(texts(&html, ".compare-part").len(), 1, "{address}");
    }
    let html = html(&bundled(), "/compare?from=cto&to=cto");
    assert!(texts(&html, ".page-head [role=status]")[0].contains("nothing separates"));
}

#[test]
fn a_wrong_id_is_said_and_what_is_near_is_linked() {
    let html = html(&bundled(), "/compare?from=team-lead&to=nobody-at-all");
    let notices = texts(&html, "main .notice");
    assert_eq!(
        notices,
        [
            "This ladder has no role with the id team-lead . Did you mean Team Leader ?",
            "This ladder has no role with the id nobody-at-all ."
        ]
        .map(|text| text.replace(" .", ".").replace(" ?", "?"))
    );
    assert_eq!(
        attributes(&html, "main .notice a", "href"),
        ["/compare?from=team-leader&to=nobody-at-all"]
    );
}

#[test]
fn a_role_says_which_roles_share_most_with_it() {
    let html = html(&bundled(), "/roles/team-leader");
    assert_eq!(
        parts(&html, ".moves > li")[0],
        "Vice President (VP) of AI 7 of its 13 skills carry over: Communication, Agile \
         methodologies, Cross-functional collaboration, Python, ML frameworks, Data wrangling and APIs."
    );
    assert_eq!(attributes(&html, ".moves a", "href")[0], "/compare?from=team-leader&to=vp-of-ai");
    let junior = self::html(&scale(), "/roles/junior");
    assert_eq!(
        texts(&junior, ".moves > li p")[0],
        "1 of its 4 skills carries over: Planning; 1 at a higher level: Code."
    );
}

/// A large catalogue has type-ahead in place of lists, and a page of a bounded size.
#[test]
fn many_roles_are_found_by_typing() {
    let roles: Vec<String> =
        (0..60).map(|at| format!(r#"{{"id":"r{at}","title":"Role {at}"}}"#)).collect();
    let text = format!(
        r#"{{"format":1,"id":"a","title":"A","ordered":false,"roles":[{}]}}"#,
        roles.join(",")
    );
    let ladder = Arc::new(OpenLadder::new(read(&text).ladder.unwrap(), Origin::Default));
    let html = html(&ladder, "/compare?from=r1&to=r2");
    assert_eq!(
        attributes(&html, ".role-choosers [role=combobox]", "id"),
        ["compare-from", "compare-to"]
    );
    assert_eq!(texts(&html, ".chosen-role"), ["Role 1", "Role 2"]);
    assert!(
        texts(&html, ".page-head [role=status]")[0].contains("neither skills nor responsibilities")
    );
    assert_eq!(
        texts(&html, ".way p"),
        ["This ladder names no steps between its roles; the two are compared directly."]
    );
}

#[test]
fn the_head_of_a_comparison_says_what_separates_the_roles() {
    let ladder = bundled();
    let template = "<!doctype html><html lang=en><meta charset=utf-8><meta name=viewport><title>x</title>\
        <body><div id=app></div></body></html>";
    let template = prerender::Template::new(template).unwrap();
    let route = Route::read("/compare", "from=team-leader&to=project-manager");
    let page = prerender::page(&template, &ladder, &route, None).unwrap();
    let html = Html::parse_document(&page);
    assert_eq!(
        texts(&html, "title"),
        ["From Team Leader to Project Manager · Career Progression for AI Developers"]
    );
    let description = attributes(&html, "meta[name=description]", "content");
    assert!(description[0].starts_with("Project Manager asks for 3 skills"), "{description:?}");
}
