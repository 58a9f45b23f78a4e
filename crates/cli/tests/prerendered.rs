//! Prerendered pages: their heads, their JSON-LD, and the escaping of a ladder's texts.

#![cfg(feature = "site")]
#![allow(clippy::unwrap_used)] // tests may panic

use career_ladder::prerender::{folder, former_routes, routes};
use career_ladder::router::{NotFound, Origin, Route};
use career_ladder::stores::{OpenLadder, SharedLadder};
use cli::built_app::{HashedAsset, Manifest, StyleSheet};
use cli::prerender::{RenderedPage, Styles, Template, robots_txt, sitemap};
use cli::site_options::SiteOptions;
use ladder::read;
use scraper::{ElementRef, Html, Selector};
use serde_json::Value;
use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

const TEMPLATE: &str = "<!doctype html><html lang=en><meta charset=utf-8><meta name=viewport><script data-wasm=/app.wasm>start()</script></head><body><div id=app></div></body></html>";
const SITE: &str = "https://ladders.example.org";

fn bundled_ladder() -> SharedLadder {
    let document = include_str!("../../../public/ladders/ai-developer.json");
    Arc::new(OpenLadder::new(read(document).ladder.unwrap(), Origin::Default))
}

fn hostile_ladder() -> SharedLadder {
    let text = include_str!("../../../tests/fixtures/hostile/ladder.json");
    Arc::new(OpenLadder::new(read(text).ladder.unwrap(), Origin::Default))
}

fn render(ladder: &SharedLadder, route: &Route, site: Option<&str>) -> Html {
    let options = SiteOptions { site: site.map(str::to_owned), ..options() };
    Html::parse_document(&page(TEMPLATE, ladder, route, &options).unwrap())
}

/// A page of an app that is split into these chunks, each in one file.
fn page_of_split_app(chunks: &[&str], route: &Route) -> anyhow::Result<String> {
    let file = |&chunk: &&str| (chunk.to_owned(), vec![format!("assets/{chunk}.wasm")]);
    let chunks = chunks.iter().map(file).collect();
    page_with_chunks(TEMPLATE, chunks, &bundled_ladder(), route, &options())
}

fn options() -> SiteOptions {
    SiteOptions {
        base: "/".to_owned(),
        site: None,
        connect: Vec::new(),
        theme: None,
        no_offline: false,
        hsts: None,
    }
}

fn page(
    template: &str,
    ladder: &SharedLadder,
    route: &Route,
    options: &SiteOptions,
) -> anyhow::Result<String> {
    page_with_chunks(template, BTreeMap::new(), ladder, route, options)
}

fn page_with_chunks(
    template: &str,
    chunks: BTreeMap<String, Vec<String>>,
    ladder: &SharedLadder,
    route: &Route,
    options: &SiteOptions,
) -> anyhow::Result<String> {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("prerendered");
    let sheet =
        |name: &str, text: &str| StyleSheet { name: name.to_owned(), text: text.to_owned() };
    let app = Manifest {
        template: template.to_owned(),
        renamed: BTreeMap::new(),
        styles: vec![sheet("role-card", ".role-card{margin:0}"), sheet("plan", ".plan{margin:0}")],
        chunks,
    };
    let rendered = RenderedPage::render(ladder, &[], route)?;
    let styles = Styles::write(&folder, &app.styles, "", std::slice::from_ref(&rendered))?;
    let data = HashedAsset::write(&folder, "site.bin", b"data")?;
    let template = Template::new(&app, &styles, &data, options)?;
    rendered.html(ladder, &template, &styles, options.site.as_deref())
}

fn select<'a>(html: &'a Html, selector: &str) -> Vec<ElementRef<'a>> {
    html.select(&Selector::parse(selector).unwrap()).collect()
}

fn attribute<'a>(html: &'a Html, selector: &str, name: &str) -> Option<&'a str> {
    select(html, selector).first()?.attr(name)
}

/// The objects in the JSON-LD of a page.
fn objects(html: &Html) -> Vec<Value> {
    let blocks = select(html, "script[type='application/ld+json']");
    assert!(blocks.len() < 2);
    let Some(block) = blocks.first() else { return Vec::new() };
    let text: String = block.text().collect();
    let block: Value = serde_json::from_str(&text).unwrap();
    assert_eq!(block["@context"], "https://schema.org");
    block["@graph"].as_array().unwrap().clone()
}

fn objects_of_type(html: &Html, kind: &str) -> Vec<Value> {
    objects(html).into_iter().filter(|object| object["@type"] == kind).collect()
}

fn role(id: &str) -> Route {
    Route::read(&format!("/roles/{id}"), "")
}

#[test]
fn every_page_has_its_own_address() {
    let ladder = bundled_ladder();
    let routes = routes(&ladder);
    let mut folders: Vec<_> = routes.iter().map(folder).collect();
    for (route, folder) in routes.iter().zip(&folders) {
        assert_eq!(Route::read(&format!("/{folder}"), ""), *route);
        let html = render(&ladder, route, Some(SITE));
        let address = format!("{SITE}/{folder}");
        assert_eq!(attribute(&html, "link[rel=canonical]", "href"), Some(&*address));
        assert_eq!(attribute(&html, "meta[property='og:url']", "content"), Some(&*address));
        let has_card = folder.starts_with("roles/") || folder.matches('/').count() == 3;
        let card = format!("{SITE}/{}social-card.png", if has_card { folder } else { "" });
        assert_eq!(attribute(&html, "meta[property='og:image']", "content"), Some(&*card));
        let alt = attribute(&html, "meta[property='og:image:alt']", "content").unwrap();
        assert!(alt.contains(&ladder.title), "{alt}");
        assert_eq!(select(&html, "meta[name=robots]").len(), 0);
    }
    assert!(folders.contains(&"compare/ai-developer/team-leader/".to_owned()), "{folders:?}");
    folders.sort();
    folders.dedup();
    assert_eq!(folders.len(), routes.len());
}

#[test]
fn pages_under_former_ids_name_the_present_address() {
    let text = r#"{"format": 1, "id": "a", "title": "A",
        "skills": [{"id": "s", "name": "Skill", "formerly": ["old-s"]}],
        "roles": [{"id": "r", "title": "Role", "formerly": ["old-r", "older-r"], "skills": ["s"]},
                  {"id": "top", "title": "Top"}]}"#;
    let ladder = Arc::new(OpenLadder::new(read(text).ladder.unwrap(), Origin::Default));
    let former = former_routes(&ladder);
    let folders: Vec<_> = former.iter().map(folder).collect();
    let expected = [
        ("roles/old-r/", "roles/r/"),
        ("roles/older-r/", "roles/r/"),
        ("skills/old-s/", "skills/s/"),
        ("compare/old-r/top/", "compare/r/top/"),
        ("compare/older-r/top/", "compare/r/top/"),
    ];
    assert_eq!(folders, expected.map(|(former, _)| former));
    for (route, (_, present)) in former.iter().zip(expected) {
        let html = render(&ladder, route, Some(SITE));
        let address = format!("{SITE}/{present}");
        assert_eq!(attribute(&html, "link[rel=canonical]", "href"), Some(&*address));
        if !present.starts_with("skills/") {
            let card = format!("{address}social-card.png");
            assert_eq!(attribute(&html, "meta[property='og:image']", "content"), Some(&*card));
        }
        let heading: String = select(&html, "h1")[0].text().collect();
        assert!(["Role", "Skill", "From Role to Top"].contains(&heading.trim()), "{heading}");
    }
    assert!(routes(&ladder).iter().all(|route| !former.contains(route)));
}

/// A static host ignores parameters, so without the app these links would not lead to the comparison.
#[test]
fn links_to_prerendered_comparisons_have_no_parameters() {
    let ladder = bundled_ladder();
    let all_routes = routes(&ladder);
    let mut link_count = 0;
    for route in &all_routes {
        let html = render(&ladder, route, Some(SITE));
        for link in select(&html, "a[href*='/compare?'], a[href*='/compare/']") {
            let href = link.value().attr("href").unwrap();
            let (path, query) = href.split_once('?').unwrap_or((href, ""));
            if all_routes.contains(&Route::read(path, query)) && path != "/compare" {
                assert_eq!(query, "", "{href} on {}", folder(route));
                link_count += 1;
            }
        }
        assert!(
            select(&html, "a[href*='/compare?']").iter().all(|link| {
                let query = link.value().attr("href").unwrap().split_once('?').unwrap().1;
                !all_routes.contains(&Route::read("/compare", query))
            }),
            "{}",
            folder(route)
        );
    }
    assert!(link_count > 15, "{link_count}");
    let start = render(&ladder, &Route::read("/compare", ""), None);
    let pairs = select(&start, ".pairs a");
    let pages = all_routes.iter().filter(|route| folder(route).matches('/').count() == 3).count();
    assert_eq!(pairs.len(), pages, "every prerendered comparison has a link");
}

#[test]
fn without_a_site_option_there_are_no_absolute_addresses() {
    let html = render(&bundled_ladder(), &role("cto"), None);
    let need_a_site = "link[rel=canonical], meta[property='og:url'], meta[property^='og:image']";
    assert_eq!(select(&html, need_a_site).len(), 0);
    assert_eq!(objects_of_type(&html, "Occupation")[0].get("url"), None);
    assert_eq!(objects_of_type(&html, "BreadcrumbList").len(), 0);
}

#[test]
fn the_not_found_page_is_not_indexed() {
    let route = Route::NotFound(NotFound::Page("/x".to_owned()));
    let html = render(&bundled_ladder(), &route, Some(SITE));
    assert_eq!(attribute(&html, "meta[name=robots]", "content"), Some("noindex"));
    assert_eq!(select(&html, "link[rel=canonical]").len(), 0);
    assert_eq!(objects(&html), Vec::<Value>::new());
}

#[test]
fn a_role_page_describes_an_occupation_with_breadcrumbs() {
    let html = render(&bundled_ladder(), &role("vp-of-ai"), Some(SITE));
    let occupation = &objects_of_type(&html, "Occupation")[0];
    assert_eq!(occupation["name"], "Vice President (VP) of AI");
    assert_eq!(occupation["url"], "https://ladders.example.org/roles/vp-of-ai/");
    assert_eq!(occupation["skills"].as_array().unwrap().len(), 4);
    assert_eq!(occupation["responsibilities"].as_array().unwrap().len(), 3);
    // Search engines require the date of an upload, which documents do not contain.
    assert_eq!(objects_of_type(&html, "VideoObject").len(), 0);
    let path =
        objects_of_type(&html, "BreadcrumbList")[0]["itemListElement"].as_array().unwrap().clone();
    let items: Vec<_> = path.iter().map(|item| item["item"].as_str().unwrap()).collect();
    assert_eq!(items, [format!("{SITE}/"), format!("{SITE}/roles/vp-of-ai/")]);
}

#[test]
fn a_skill_page_describes_a_defined_term_and_a_comparison_has_breadcrumbs() {
    let ladder = bundled_ladder();
    let html = render(&ladder, &Route::read("/skills/python", ""), Some(SITE));
    assert_eq!(objects_of_type(&html, "DefinedTerm")[0]["name"], "Python");
    let html = render(&ladder, &Route::read("/compare/ai-developer/team-leader", ""), Some(SITE));
    let path = &objects_of_type(&html, "BreadcrumbList")[0]["itemListElement"];
    assert_eq!(path[2]["name"], "AI Developer → Team Leader");
    assert_eq!(path[2]["item"], format!("{SITE}/compare/ai-developer/team-leader/"));
    assert_eq!(objects_of_type(&render(&ladder, &Route::default(), None), "WebSite").len(), 1);
}

#[test]
fn the_sitemap_lists_every_page_and_robots_txt_names_it() {
    let ladder = bundled_ladder();
    let routes = routes(&ladder);
    let sitemap = sitemap(&ladder, &routes, SITE);
    assert_eq!(sitemap.matches("<loc>https://ladders.example.org/").count(), routes.len());
    assert!(sitemap.contains("<loc>https://ladders.example.org/roles/cto/</loc>"));
    assert!(robots_txt(Some(SITE)).ends_with("Sitemap: https://ladders.example.org/sitemap.xml\n"));
    assert!(!robots_txt(None).contains("Sitemap"));
}

/// Every text of this document contains markup.
#[test]
fn texts_of_a_ladder_are_escaped() {
    let ladder = hostile_ladder();
    for route in routes(&ladder) {
        for site in [None, Some(SITE)] {
            let html = render(&ladder, &route, site);
            let blocks = select(&html, "script");
            let is_own = |script: &ElementRef| {
                script.attr("type") == Some("application/ld+json")
                    || script.attr("data-wasm").is_some()
            };
            assert!(blocks.iter().all(is_own), "{route:?}");
            for own in ["style", "meta[http-equiv]"] {
                assert_eq!(select(&html, own).len(), 1, "{route:?}: {own}");
            }
            // The site itself uses none of these.
            let injected = "iframe, img, base, object, embed, math, video, form:not([method=get], [novalidate]), textarea,
                svg script, link[rel=stylesheet], h1 h1, [autofocus], [srcdoc]";
            assert_eq!(select(&html, injected).len(), 0, "{route:?}");
            for element in select(&html, "*") {
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
    let html = render(&ladder, &Route::default(), None);
    let title: String = select(&html, "title")[0].text().collect();
    assert_eq!(title, ladder.title);
    assert_eq!(objects_of_type(&html, "WebSite")[0]["name"], ladder.title.as_str());
}

#[test]
fn a_page_has_its_own_title_and_description() {
    let title = |html: &Html| select(html, "title")[0].text().collect::<String>();
    let ladder = bundled_ladder();
    let html = render(&ladder, &role("cto"), None);
    assert_eq!(
        title(&html),
        "Chief Technical Officer (CTO) · Career Progression for AI Developers"
    );
    assert_eq!(select(&html, "meta[name=description], meta[property^='og:']").len(), 6);
    assert_eq!(select(&html, "#app h1").len(), 1);
    let route = Route::read("/compare", "from=team-leader&to=project-manager");
    let html = render(&ladder, &route, None);
    assert_eq!(
        title(&html),
        "From Team Leader to Project Manager · Career Progression for AI Developers"
    );
    let description = attribute(&html, "meta[name=description]", "content").unwrap();
    assert!(description.starts_with("Project Manager needs 3 skills"), "{description}");
}

#[test]
fn a_theme_sets_the_browser_colours_and_connect_hosts_are_in_the_policy() {
    let index = "<head><meta charset=utf-8><meta name=viewport>\
        <meta name=theme-color media='(prefers-color-scheme: light)' content=''>\
        <meta name=theme-color media='(prefers-color-scheme: dark)' content=''>\
        <script>theme()</script><script data-wasm=/app.wasm>start()</script></head>\
        <body><div id=app></div></body>";
    let theme = Path::new(env!("CARGO_TARGET_TMPDIR")).join("theme.css");
    std::fs::write(&theme, ":root { --paper: light-dark(#fffefd, #000001) }").unwrap();
    let options = SiteOptions {
        connect: vec!["https://a.org".parse().unwrap(), "https://b.org".parse().unwrap()],
        theme: Some(theme),
        ..options()
    };
    let html = page(index, &bundled_ladder(), &Route::default(), &options).unwrap();
    let html = Html::parse_document(&html);
    assert_eq!(
        attribute(&html, "meta[name=theme-color][media*=light]", "content"),
        Some("#fffefd")
    );
    assert_eq!(attribute(&html, "meta[name=theme-color][media*=dark]", "content"), Some("#000001"));
    assert_eq!(attribute(&html, "#app", "data-connect"), Some("https://a.org https://b.org"));
    let policy = attribute(&html, "meta[http-equiv=Content-Security-Policy]", "content").unwrap();
    assert!(policy.ends_with("connect-src 'self' https://a.org https://b.org"), "{policy}");
}

#[test]
fn a_page_contains_the_styles_it_needs_and_its_policy_allows_them_and_its_scripts() {
    let index = TEMPLATE.replace("<script ", "<script>theme()</script><script ");
    let html = page(&index, &bundled_ladder(), &Route::default(), &options()).unwrap();
    let html = Html::parse_document(&html);
    let styles: String = select(&html, "style")[0].text().collect();
    assert_eq!(styles, ".role-card{margin:0}");
    let policy = attribute(&html, "meta[http-equiv=Content-Security-Policy]", "content").unwrap();
    let texts =
        [("style-src", styles.as_str()), ("script-src", "theme()"), ("script-src", "start()")];
    for (directive, text) in texts {
        let allowed = policy.split("; ").find(|part| part.starts_with(directive)).unwrap();
        let digest =
            HashedAsset::write(Path::new(env!("CARGO_TARGET_TMPDIR")), "x", text.as_bytes());
        assert!(allowed.contains(&digest.unwrap().integrity), "{allowed}");
    }
}

#[test]
fn a_page_preloads_its_chunks_and_an_unknown_chunk_is_an_error() {
    let chunks = |route: &Route| {
        let chunks = ["answers", "browse", "matrix", "tools", "wide"];
        let html = Html::parse_document(&page_of_split_app(&chunks, route).unwrap());
        let links = select(&html, "link[rel=preload]").into_iter();
        links.map(|link| link.attr("href").unwrap().to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(chunks(&role("cto")), ["/assets/browse.wasm"]);
    let plan = Route::read("/plan", "");
    assert_eq!(chunks(&plan), ["/assets/answers.wasm", "/assets/tools.wasm"]);
    let error = page_of_split_app(&["roles"], &role("cto")).unwrap_err();
    assert!(error.to_string().starts_with("The app has no chunk `browse`"), "{error}");
}

#[test]
fn a_template_without_a_place_for_the_content_is_refused() {
    let error = page("<html></html>", &bundled_ladder(), &Route::default(), &options());
    assert!(error.unwrap_err().to_string().contains("index.html needs"));
}
