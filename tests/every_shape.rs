//! Every page of ladders with the structures of published frameworks: well-formed, without empty
//! headings or lists, and with a limited number of elements.

#![allow(clippy::unwrap_used)] // tests may panic

use career_ladder::prerender::{content, routes};
use career_ladder::router::{Origin, RolePair, Route};
use career_ladder::stores::{OpenLadder, SharedLadder};
use ladder::{SkillFilter, read};
use scraper::{ElementRef, Html, Selector};
use serde_json::Value;
use std::collections::{BTreeSet, HashSet};
use std::sync::Arc;

/// The most elements in the content of a page; the rest of the document adds a few.
const MAX_ELEMENTS: usize = 1_450;

/// How many pages of a ladder are checked: the first few, then a sample at regular intervals.
const SAMPLE_SIZE: usize = 40;

#[test]
fn every_page_of_every_shape_is_well_formed() {
    let mut faults = Vec::new();
    for (name, document) in ladder_shapes::all() {
        let reading = read(&document);
        let ladder = reading.ladder.unwrap_or_else(|| panic!("{name}: {:?}", reading.problems));
        let ladder = Arc::new(OpenLadder::new(ladder, Origin::Default));
        for route in sample_routes(&ladder) {
            let html = Html::parse_fragment(&content(&ladder, &[], &route));
            let found = find_faults(&html).into_iter();
            faults.extend(found.map(|fault| format!("{name} {}: {fault}", route.address())));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// The page of a document at an address.
fn render(document: &str, address: &str) -> Html {
    let ladder = Arc::new(OpenLadder::new(read(document).ladder.unwrap(), Origin::Default));
    Html::parse_fragment(&content(&ladder, &[], &Route::read(address, "")))
}

fn select<'a>(html: &'a Html, selector: &str) -> Vec<ElementRef<'a>> {
    html.select(&Selector::parse(selector).unwrap()).collect()
}

fn text(element: ElementRef<'_>) -> String {
    element.text().collect::<String>().trim().to_owned()
}

#[test]
fn elements_without_content_are_left_out() {
    let document = ladder_shapes::one_role();
    for (address, expected, absent_texts, absent_elements) in [
        ("/", "Keeper of the lantern", &["Summary"][..], ".number"),
        ("/roles/keeper", "Keeper of the lantern", &["What’s next"], ".role-rail"),
        ("/skills", "This ladder doesn’t list skills.", &["Filter skills", "CSV"], "table"),
        ("/compare", "This ladder has only one role", &["Swap"], "select"),
    ] {
        let html = render(&document, address);
        let page = html.html();
        assert!(page.contains(expected), "{address}");
        assert!(absent_texts.iter().all(|absent| !page.contains(absent)), "{address}: {page}");
        assert_eq!(select(&html, absent_elements).len(), 0, "{address}: {page}");
    }
}

#[test]
fn a_role_page_names_the_skills_that_the_next_step_raises() {
    let html = render(&ladder_shapes::two_similar_roles(), "/roles/mate");
    assert!(text(html.root_element()).contains("Raises 1 skill: Tying knots."));
}

#[test]
fn a_level_is_shown_by_its_place_on_the_scale_of_its_skill() {
    let document = ladder_shapes::several_scales();
    let html = render(&document, "/roles/pilot");
    let levels = select(&html, ".level").into_iter().map(text).collect::<Vec<_>>();
    for expected in ["Reviewed (level 4 of 5)●●●●○", "Certified (level 2 of 2)●●"] {
        assert!(levels.iter().any(|level| level.contains(expected)), "{expected} in {levels:?}");
    }
    let html = render(&document, "/skills/dutch");
    let names = select(&html, ".skill-levels h3").into_iter().map(text).collect::<Vec<_>>();
    assert_eq!(names, ["Basic ●○○○", "Independent ●●○○", "Proficient ●●●○", "Native ●●●●"]);
    let html = render(&document, "/");
    let scales = select(&html, ".scale h2").into_iter().map(text).collect::<Vec<_>>();
    let expected = ["Skill levels", "Skill levels: Languages", "Skill levels: certificates"];
    assert_eq!(scales, expected);
    let html = render(&document, "/skills");
    let levels = select(&html, "select option").into_iter().map(text).collect::<Vec<_>>();
    assert!(levels.contains(&"Shown / Basic".to_owned()), "{levels:?}");
}

#[test]
fn a_grade_that_is_only_a_number_is_labelled() {
    let html = render(&ladder_shapes::many_tracks(), "/");
    assert!(html.root_element().text().any(|text| text == "Grade 1"));
}

/// Lines around the same cards have a horizontal part below them. At equal heights, two lines would
/// look like one.
#[test]
fn lines_around_the_same_cards_do_not_overlap() {
    let html = render(&ladder_shapes::crossing(), "/");
    let lines = select(&html, "path.line").into_iter();
    let heights: Vec<String> = lines
        .filter_map(|line| {
            let (_, horizontal) = line.attr("d")?.split_once('L')?;
            horizontal.split(['C', ' ']).nth(1).map(str::to_owned)
        })
        .collect();
    assert_eq!(heights.len(), 7, "{heights:?}");
    let distinct: HashSet<&String> = heights.iter().collect();
    assert_eq!(distinct.len(), heights.len(), "{heights:?}");
}

#[test]
fn interface_text_is_marked_as_english_on_a_page_in_another_language() {
    let html = render(&ladder_shapes::right_to_left(), "/");
    let texts = |selector| select(&html, selector).into_iter().map(text).collect::<Vec<_>>();
    assert_eq!(texts("main[lang=ar][dir=rtl] h1:not([lang])"), ["سلم البستاني"]);
    assert_eq!(texts("main h2#summary[lang=en]"), ["Summary"]);
}

#[test]
fn interface_text_is_marked_as_english_on_pages_of_a_german_ladder() {
    let mut faults = BTreeSet::new();
    // The last ladder has no levels, so the names of its ratings are interface text.
    for document in [
        include_str!("fixtures/valid/everything.json"),
        include_str!("fixtures/valid/levels-and-tracks.json"),
        &ladder_shapes::some_without_skills(),
    ] {
        let ladder = read(&in_german(document)).ladder.unwrap();
        let ladder = Arc::new(OpenLadder::new(ladder, Origin::Default));
        let first = &ladder.roles[0].id;
        let mut all = sample_routes(&ladder);
        all.extend(
            [
                ("/roles/no-such-role", String::new()),
                ("/skills/no-such-skill", String::new()),
                ("/no-such-page", String::new()),
                ("/", "skills=no-such-skill".to_owned()),
                ("/compare", format!("from={first}")),
                ("/compare", format!("from={first}&to={first}")),
                ("/compare", "from=no-such-role".to_owned()),
                ("/plan", "from=no-such-role".to_owned()),
            ]
            .map(|(path, query)| Route::read(path, &query)),
        );
        // The names of levels and categories stand among the texts of the matrix, so that it is left out.
        for route in all.into_iter().filter(|route| !matches!(route, Route::Matrix(_))) {
            let html = Html::parse_fragment(&content(&ladder, &[], &route));
            faults.extend(untagged_english(&html));
        }
    }
    assert!(faults.is_empty(), "{faults:#?}");
}

/// The document in German: each word of its texts begins with "ß", so that other words are the interface's.
fn in_german(document: &str) -> String {
    fn mark(value: &mut Value) {
        match value {
            // Ids and the values of the format have neither spaces nor capitals.
            Value::String(text)
                if text.contains(|c: char| c.is_uppercase() || c == ' ')
                    && !text.contains("://") =>
            {
                let words: Vec<_> = text.split(' ').map(|word| format!("ß{word}")).collect();
                *text = words.join(" ");
            }
            Value::Array(values) => values.iter_mut().for_each(mark),
            Value::Object(fields) => {
                let without_languages = fields.iter_mut().filter(|(name, _)| *name != "language");
                without_languages.for_each(|(_, value)| mark(value));
            }
            _ => {}
        }
    }
    // serde_json cannot hold this number.
    let mut document: Value = serde_json::from_str(&document.replace("-1e400", "1")).unwrap();
    mark(&mut document);
    document["language"] = "de".into();
    document.to_string()
}

/// The texts in `main` that are not the document's and not inside `lang=en`.
fn untagged_english(html: &Html) -> Vec<String> {
    let main = select(html, "main")[0];
    let texts = main.descendants().filter_map(|node| Some((node, node.value().as_text()?)));
    let is_interface =
        |text: &str| text.contains(|c: char| c.is_ascii_alphabetic()) && !text.contains('ß');
    let untagged = texts.filter(|(node, text)| {
        let mut around = node.ancestors().filter_map(ElementRef::wrap);
        let is_exempt = around.clone().any(|element| {
            // The type of a skill stands among facts of the document.
            matches!(element.value().name(), "code" | "dd")
                || element.attr("aria-hidden") == Some("true")
        });
        let language = around.find_map(|element| element.attr("lang"));
        is_interface(text) && !is_exempt && language != Some("en")
    });
    let place = |element: ElementRef| {
        format!("{}.{}", element.value().name(), element.attr("class").unwrap_or_default())
    };
    let untagged = untagged.map(|(node, text)| {
        let around: Vec<_> =
            node.ancestors().filter_map(ElementRef::wrap).take(3).map(place).collect();
        format!("{:?} in {}", &**text, around.join(" < "))
    });
    untagged.collect()
}

/// A sample of a ladder's pages, and pages with a skill filter, a comparison and a plan from the first
/// to the last role.
fn sample_routes(ladder: &SharedLadder) -> Vec<Route> {
    let all = routes(ladder);
    let interval = all.len().div_ceil(SAMPLE_SIZE);
    let (first, last) = (&ladder.roles[0].id, &ladder.roles[ladder.roles.len() - 1].id);
    let pair = RolePair { from: Some(first.clone()), to: Some(last.clone()), only: None };
    let filter = ladder.skills.iter().take(3).map(|skill| skill.id.clone()).collect();
    let filter = SkillFilter { skills: filter, ..SkillFilter::default() };
    let with_query = [Route::Ladder(filter), Route::Compare(pair.clone()), Route::Plan(pair)];
    // The first routes are those that every ladder has once.
    let sample = all[..5].iter().chain(all[5..].iter().step_by(interval));
    sample.cloned().chain(with_query).collect()
}

fn find_faults(html: &Html) -> Vec<String> {
    let all = |selector: &str| -> Vec<ElementRef> {
        let selector = Selector::parse(selector).unwrap();
        html.root_element()
            .descendants()
            .filter_map(ElementRef::wrap)
            .filter(|e| selector.matches(e))
            .collect()
    };
    let mut faults = Vec::new();

    let len = all("*").len();
    if len > MAX_ELEMENTS {
        faults.push(format!("has {len} elements"));
    }
    if all("h1").len() != 1 {
        faults.push(format!("has {} elements h1", all("h1").len()));
    }
    let mut previous = 0;
    for heading in all("main :is(h1, h2, h3, h4, h5, h6)") {
        let level = usize::from(heading.value().name().as_bytes()[1] - b'0');
        if level > previous + 1 {
            faults.push(format!("skips from h{previous} to h{level} {:?}", text(heading)));
        }
        previous = level;
    }
    for element in all(
        "h1, h2, h3, h4, dt, legend, th, a, button, li, summary, option, section, table, ul, ol, dl",
    ) {
        if element.attr("hidden").is_some() {
            // Filled and shown when a visitor types.
            continue;
        }
        let is_named =
            element.attr("aria-label").is_some() || element.attr("aria-hidden").is_some();
        let is_list = matches!(element.value().name(), "ul" | "ol" | "dl");
        if text(element).is_empty() && (is_list || !is_named) {
            faults.push(format!("has the empty element {}", element.html()));
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
            let references = element.attr(attribute).unwrap();
            if references.split(' ').any(|id| !ids.contains(id)) {
                faults.push(format!("has {attribute}=\"{references}\" without such an id"));
            }
        }
    }
    faults
}
