//! Every page of ladders of the shapes that published frameworks have: each is well formed, says
//! something wherever it has a heading or a list, and stays small however large the ladder is.

#![allow(clippy::unwrap_used)] // a test may fail loudly

use career_ladder::prerender::{content, routes};
use career_ladder::router::{Origin, RolePair, Route};
use career_ladder::stores::{OpenLadder, SharedLadder};
use ladder::{SkillFilter, read};
use scraper::{ElementRef, Html, Selector};
use std::collections::HashSet;
use std::sync::Arc;

/// The most elements of a page; a few are left for what stands around the app.
const MOST: usize = 1_450;

/// The most pages of one shape that are rendered; of more of them, some that stand apart.
const PAGES: usize = 40;

#[test]
fn every_page_of_every_shape_is_well_formed() {
    let mut faults = Vec::new();
    for (name, document) in ladder_shapes::all() {
        let reading = read(&document);
        let ladder = reading.ladder.unwrap_or_else(|| panic!("{name}: {:?}", reading.problems));
        let ladder = Arc::new(OpenLadder::new(ladder, Origin::Default));
        for route in pages(&ladder) {
            let html = Html::parse_fragment(&content(&ladder, &route));
            let found = faults_of(&html).into_iter();
            faults.extend(found.map(|fault| format!("{name} {}: {fault}", route.address())));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// The page at an address, as it is written.
fn page(document: &str, address: &str) -> String {
    let ladder = Arc::new(OpenLadder::new(read(document).ladder.unwrap(), Origin::Default));
    content(&ladder, &Route::read(address, ""))
}

#[test]
fn what_is_not_there_takes_no_place() {
    let one = ladder_shapes::one_role();
    for (address, told, untold) in [
        ("/", "Keeper of the lantern", ["Summary", "class=\"number\""]),
        ("/roles/keeper", "Keeper of the lantern", ["What’s next", "role-rail"]),
        ("/skills", "This ladder doesn’t list skills.", ["Filter skills", "CSV"]),
        ("/compare", "This ladder has only one role", ["<select", "Swap"]),
    ] {
        let html = page(&one, address);
        assert!(html.contains(told), "{address}");
        assert!(untold.iter().all(|word| !html.contains(word)), "{address}: {html}");
    }
}

#[test]
fn a_step_says_what_it_raises_and_a_bare_grade_that_it_is_one() {
    assert!(
        page(&ladder_shapes::two_similar_roles(), "/roles/mate")
            .contains("Raises 1 skill: Tying knots.")
    );
    assert!(page(&ladder_shapes::many_tracks(), "/").contains(">Grade 1<"));
}

/// Lines that pass cards by run level below them, `L` on the way: two at one height would be one.
#[test]
fn lines_that_pass_the_same_cards_run_beside_each_other() {
    let html = page(&ladder_shapes::crossing(), "/");
    let html = Html::parse_fragment(&html);
    let selector = Selector::parse("path.line").unwrap();
    let paths = html.select(&selector).filter_map(|path| path.attr("d"));
    let heights: Vec<&str> =
        paths.filter_map(|path| path.split_once('L')?.1.split(['C', ' ']).nth(1)).collect();
    assert_eq!(heights.len(), 7, "{heights:?}");
    let apart: HashSet<&&str> = heights.iter().collect();
    assert_eq!(apart.len(), heights.len(), "{heights:?}");
}

#[test]
fn interface_text_is_marked_as_english_on_a_page_in_another_language() {
    let other = page(&ladder_shapes::right_to_left(), "/");
    assert!(other.contains("<main id=\"content\" lang=\"ar\" dir=\"rtl\">"), "{other}");
    assert!(other.contains("<h2 lang=\"en\" id=\"summary\">Summary"), "{other}");
    assert!(other.contains("<h1 tabindex=\"-1\">سلم البستاني"), "{other}");
}

/// The pages of a ladder, with a filter, a comparison and a plan from its foot to its top.
fn pages(ladder: &SharedLadder) -> Vec<Route> {
    let all = routes(ladder);
    let apart = all.len().div_ceil(PAGES);
    let (first, last) = (&ladder.roles[0].id, &ladder.roles[ladder.roles.len() - 1].id);
    let ends = RolePair { from: Some(first.clone()), to: Some(last.clone()) };
    let filter = ladder.skills.iter().take(3).map(|skill| skill.id.clone()).collect();
    let filter = SkillFilter { skills: filter, ..SkillFilter::default() };
    let own = [Route::Ladder(filter), Route::Compare(ends.clone()), Route::Plan(ends)];
    // The pages that are there once come first.
    let some = all[..5].iter().chain(all[5..].iter().step_by(apart));
    some.cloned().chain(own).collect()
}

fn faults_of(html: &Html) -> Vec<String> {
    let all = |selector: &str| -> Vec<ElementRef> {
        let selector = Selector::parse(selector).unwrap();
        html.root_element()
            .descendants()
            .filter_map(ElementRef::wrap)
            .filter(|e| selector.matches(e))
            .collect()
    };
    let text = |element: &ElementRef| element.text().collect::<String>().trim().to_owned();
    let mut faults = Vec::new();

    let len = all("*").len();
    if len > MOST {
        faults.push(format!("has {len} elements"));
    }
    if all("h1").len() != 1 {
        faults.push(format!("has {} first headings", all("h1").len()));
    }
    let mut above = 0;
    for heading in all("main :is(h1, h2, h3, h4, h5, h6)") {
        let level = usize::from(heading.value().name().as_bytes()[1] - b'0');
        if level > above + 1 {
            faults.push(format!("goes from h{above} to h{level} {:?}", text(&heading)));
        }
        above = level;
    }
    for element in all(
        "h1, h2, h3, h4, dt, legend, th, a, button, li, summary, option, section, table, ul, ol, dl",
    ) {
        if element.attr("hidden").is_some() {
            // Opens once one types, and is empty until then.
            continue;
        }
        let is_named =
            element.attr("aria-label").is_some() || element.attr("aria-hidden").is_some();
        let is_list = matches!(element.value().name(), "ul" | "ol" | "dl");
        if text(&element).is_empty() && (is_list || !is_named) {
            faults.push(format!("says nothing in {}", element.html()));
        }
    }
    let mut ids = HashSet::new();
    for element in all("[id]") {
        let id = element.attr("id").unwrap();
        if !ids.insert(id) {
            faults.push(format!("has the id {id} twice"));
        }
    }
    for attribute in ["aria-labelledby", "aria-describedby", "for"] {
        for element in all(&format!("[{attribute}]")) {
            let named = element.attr(attribute).unwrap();
            if named.split(' ').any(|id| !ids.contains(id)) {
                faults.push(format!("has no {named} that {attribute} names"));
            }
        }
    }
    faults
}
