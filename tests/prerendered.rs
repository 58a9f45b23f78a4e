//! Whole pages as they are written where the site is built: their heads, what programs read of them,
//! and that no text of a ladder becomes anything but text.

#![allow(clippy::unwrap_used)] // a test may fail loudly

use career_ladder::bundled;
use career_ladder::prerender::{Template, folder, page, robots, routes, sitemap};
use career_ladder::router::{Nowhere, Origin, Route};
use career_ladder::stores::{OpenLadder, SharedLadder};
use ladder::read;
use scraper::{ElementRef, Html, Selector};
use serde_json::Value;
use std::sync::Arc;

const TEMPLATE: &str = "<!doctype html><html lang=en><meta charset=utf-8><meta name=viewport></head><body><div id=app></div></body></html>";
const SITE: &str = "https://ladders.example.org";

fn own() -> SharedLadder {
    bundled::ladder().map(Arc::new).unwrap()
}

fn hostile() -> SharedLadder {
    let text = include_str!("fixtures/hostile/ladder.json");
    Arc::new(OpenLadder::new(read(text).ladder.unwrap(), Origin::Default))
}

fn written(ladder: &SharedLadder, route: &Route, site: Option<&str>) -> Html {
    let template = Template::new(TEMPLATE).unwrap();
    Html::parse_document(&page(&template, ladder, route, site).unwrap())
}

fn all<'a>(html: &'a Html, selector: &str) -> Vec<ElementRef<'a>> {
    html.select(&Selector::parse(selector).unwrap()).collect()
}

fn value<'a>(html: &'a Html, selector: &str, attribute: &str) -> Option<&'a str> {
    all(html, selector).first()?.attr(attribute)
}

/// The things that the data block of a page speaks of.
fn things(html: &Html) -> Vec<Value> {
    let blocks = all(html, "script[type='application/ld+json']");
    assert!(blocks.len() < 2);
    let Some(block) = blocks.first() else { return Vec::new() };
    let text: String = block.text().collect();
    let block: Value = serde_json::from_str(&text).unwrap();
    assert_eq!(block["@context"], "https://schema.org");
    block["@graph"].as_array().unwrap().clone()
}

fn of_type(html: &Html, wanted: &str) -> Vec<Value> {
    things(html).into_iter().filter(|thing| thing["@type"] == wanted).collect()
}

fn role(id: &str) -> Route {
    Route::read(&format!("/roles/{id}"), "")
}

#[test]
fn each_page_has_an_address_of_its_own() {
    let ladder = own();
    let routes = routes(&ladder);
    let mut folders: Vec<_> = routes.iter().map(folder).collect();
    for (route, folder) in routes.iter().zip(&folders) {
        assert_eq!(Route::read(&format!("/{folder}"), ""), *route);
        let html = written(&ladder, route, Some(SITE));
        let address = format!("{SITE}/{folder}");
        assert_eq!(value(&html, "link[rel=canonical]", "href"), Some(&*address));
        assert_eq!(value(&html, "meta[property='og:url']", "content"), Some(&*address));
        let card = value(&html, "meta[property='og:image']", "content");
        assert_eq!(card, Some("https://ladders.example.org/social-card.png"));
        assert_eq!(all(&html, "meta[name=robots]").len(), 0);
    }
    assert!(folders.contains(&"compare/ai-developer/team-leader/".to_owned()), "{folders:?}");
    folders.sort();
    folders.dedup();
    assert_eq!(folders.len(), routes.len());
}

/// A host of files knows no parameters: without the program only a page's own address leads to it.
#[test]
fn links_to_comparisons_lead_to_pages_wherever_there_are_any() {
    let ladder = own();
    let all_routes = routes(&ladder);
    let mut to_pages = 0;
    for route in &all_routes {
        let html = written(&ladder, route, Some(SITE));
        for link in all(&html, "a[href*='/compare?'], a[href*='/compare/']") {
            let href = link.value().attr("href").unwrap();
            let (path, query) = href.split_once('?').unwrap_or((href, ""));
            if all_routes.contains(&Route::read(path, query)) && path != "/compare" {
                assert_eq!(query, "", "{href} on {}", folder(route));
                to_pages += 1;
            }
        }
        assert!(
            all(&html, "a[href*='/compare?']").iter().all(|link| {
                let query = link.value().attr("href").unwrap().split_once('?').unwrap().1;
                !all_routes.contains(&Route::read("/compare", query))
            }),
            "{}",
            folder(route)
        );
    }
    assert!(to_pages > 15, "{to_pages}");
    let start = written(&ladder, &Route::read("/compare", ""), None);
    let pairs = all(&start, ".pairs a");
    let pages = all_routes.iter().filter(|route| folder(route).matches('/').count() == 3).count();
    assert_eq!(pairs.len(), pages, "every neighbouring pair has a link");
}

#[test]
fn without_a_site_nothing_names_one() {
    let html = written(&own(), &role("cto"), None);
    assert_eq!(all(&html, "link[rel=canonical], meta[property='og:url']").len(), 0);
    assert_eq!(value(&html, "meta[property='og:image']", "content"), Some("/social-card.png"));
}

#[test]
fn an_address_that_leads_nowhere_is_not_to_be_found() {
    let nowhere = Route::Nowhere(Nowhere::Page("/x".to_owned()));
    let html = written(&own(), &nowhere, Some(SITE));
    assert_eq!(value(&html, "meta[name=robots]", "content"), Some("noindex"));
    assert_eq!(all(&html, "link[rel=canonical]").len(), 0);
    assert_eq!(things(&html), Vec::<Value>::new());
}

#[test]
fn a_role_is_an_occupation_with_its_videos_and_the_way_to_it() {
    let html = written(&own(), &role("vp-of-ai"), Some(SITE));
    let occupation = &of_type(&html, "Occupation")[0];
    assert_eq!(occupation["name"], "Vice President (VP) of AI");
    assert_eq!(occupation["url"], "https://ladders.example.org/roles/vp-of-ai/");
    assert_eq!(occupation["skills"].as_array().unwrap().len(), 4);
    assert_eq!(occupation["responsibilities"].as_array().unwrap().len(), 3);
    let video = &of_type(&html, "VideoObject")[0];
    assert_eq!(video["name"], "How to Become an $300K AI Engineer in 2025 (complete roadmap)");
    assert!(video["embedUrl"].as_str().unwrap().starts_with("https://www.youtube-nocookie.com/"));
    let path = of_type(&html, "BreadcrumbList")[0]["itemListElement"].as_array().unwrap().clone();
    let items: Vec<_> = path.iter().map(|item| item["item"].as_str().unwrap()).collect();
    assert_eq!(items, [format!("{SITE}/"), format!("{SITE}/roles/vp-of-ai/")]);
}

#[test]
fn a_skill_is_a_term_and_a_comparison_has_a_way_to_it() {
    let ladder = own();
    let html = written(&ladder, &Route::read("/skills/python", ""), Some(SITE));
    assert_eq!(of_type(&html, "DefinedTerm")[0]["name"], "Python");
    let html = written(&ladder, &Route::read("/compare/ai-developer/team-leader", ""), Some(SITE));
    let path = &of_type(&html, "BreadcrumbList")[0]["itemListElement"];
    assert_eq!(path[2]["name"], "AI Developer → Team Leader");
    assert_eq!(path[2]["item"], format!("{SITE}/compare/ai-developer/team-leader/"));
    assert_eq!(of_type(&written(&ladder, &Route::default(), None), "WebSite").len(), 1);
}

#[test]
fn the_sitemap_holds_every_page_and_robots_names_it() {
    let ladder = own();
    let routes = routes(&ladder);
    let sitemap = sitemap(&ladder, &routes, SITE);
    assert_eq!(sitemap.matches("<loc>https://ladders.example.org/").count(), routes.len());
    assert!(sitemap.contains("<loc>https://ladders.example.org/roles/cto/</loc>"));
    assert!(robots(Some(SITE)).ends_with("Sitemap: https://ladders.example.org/sitemap.xml\n"));
    assert!(!robots(None).contains("Sitemap"));
}

/// Every text of the document tries to get out of its place.
#[test]
fn no_text_of_a_ladder_becomes_anything_but_text() {
    let ladder = hostile();
    for route in routes(&ladder) {
        for site in [None, Some(SITE)] {
            let html = written(&ladder, &route, site);
            let blocks = all(&html, "script");
            assert!(
                blocks.iter().all(|s| s.attr("type") == Some("application/ld+json")),
                "{route:?}"
            );
            // Each would have come out of a text.
            let foreign = "style, iframe, img, base, object, embed, math, video, form:not([method=get], [novalidate]), textarea,
                svg script, link[rel=stylesheet], meta[http-equiv], h1 h1, [autofocus], [srcdoc]";
            assert_eq!(all(&html, foreign).len(), 0, "{route:?}");
            for element in all(&html, "*") {
                for (name, value) in element.value().attrs() {
                    assert!(
                        !name.starts_with("on") && name != "style",
                        "{route:?}: {name}={value}"
                    );
                    let is_address = ["href", "src", "action"].contains(&name);
                    let is_script = value.trim_start().to_lowercase().starts_with("javascript:");
                    assert!(!(is_address && is_script), "{route:?}: {value}");
                }
            }
        }
    }
    let html = written(&ladder, &Route::default(), None);
    let title: String = all(&html, "title")[0].text().collect();
    assert_eq!(title, ladder.title);
    assert_eq!(of_type(&html, "WebSite")[0]["name"], ladder.title.as_str());
}
