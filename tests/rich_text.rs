//! Texts with markup on prerendered pages: as elements, never as HTML.

#![allow(clippy::unwrap_used)] // tests may panic

use career_ladder::pages::description;
use career_ladder::prerender::{content, routes};
use career_ladder::router::{Origin, Route};
use career_ladder::stores::{OpenLadder, SharedLadder};
use ladder::read;
use scraper::{Html, Selector};
use std::sync::Arc;

fn open(json: &str) -> SharedLadder {
    Arc::new(OpenLadder::new(read(json).ladder.unwrap(), Origin::Default))
}

/// A ladder with this summary, which its only role has, too.
fn with_summary(summary: &str) -> SharedLadder {
    let summary = serde_json::to_string(summary).unwrap();
    open(&format!(
        r#"{{"format": 2, "id": "a", "title": "A", "summary": {summary},
            "roles": [{{"id": "r", "title": "R", "summary": {summary}}}]}}"#
    ))
}

fn html(ladder: &SharedLadder, address: &str) -> String {
    content(ladder, &[], &Route::read(address, ""))
}

/// The element with the summary of the only role, without the marks between its nodes.
fn summary(summary: &str) -> String {
    let html = Html::parse_fragment(&html(&with_summary(summary), "/roles/r"));
    let lead = html.select(&Selector::parse(".lead").unwrap()).next().unwrap().html();
    let lead = lead.replace("<!---->", "").replace("<!>", "");
    let icon = lead.find("<svg").zip(lead.find("</svg>"));
    icon.map_or(lead.clone(), |(from, to)| format!("{}{}", &lead[..from], &lead[to + 6..]))
}

#[test]
fn markup_becomes_elements() {
    for (source, expected) in [
        ("plain < text", r#"<p dir="auto" class="lead">plain &lt; text</p>"#),
        (
            "*a* **b** `c`",
            r#"<p dir="auto" class="lead"><em>a</em> <strong>b</strong> <code>c</code></p>"#,
        ),
        (
            "[a *b*](https://example.org/?a&b)",
            concat!(
                r#"<p dir="auto" class="lead"><a href="https://example.org/?a&amp;b" "#,
                r#"rel="noopener noreferrer" target="_blank">a <em>b</em></a></p>"#
            ),
        ),
        ("a<br>b\nc", "<p dir=\"auto\" class=\"lead\">a<br>b\nc</p>"),
        (
            "Do\n\n- a\n\n  3. b\n- *c*\n\nthis",
            concat!(
                r#"<div dir="auto" class="lead">Do<ul class="text-list"><li>a"#,
                r#"<ol class="text-list" start="3"><li>b</li></ol></li>"#,
                r#"<li><em>c</em></li></ul>this</div>"#
            ),
        ),
    ] {
        let shown = summary(source);
        let sorted = |html: &str| {
            // The order of attributes says nothing.
            let mut parts: Vec<_> = html
                .split(['<', '>'])
                .map(|part| {
                    let mut words: Vec<_> = part.split(' ').collect();
                    words.sort_unstable();
                    words.join(" ")
                })
                .collect();
            parts.retain(|part| !part.is_empty());
            parts
        };
        assert_eq!(sorted(&shown), sorted(expected), "{shown}");
    }
}

#[test]
fn html_and_links_with_bad_addresses_are_text() {
    for (source, shown) in [
        ("<img src=x onerror=alert(1)> *a*", "<img src=x onerror=alert(1)> a"),
        ("<script>alert(1)</script>", "<script>alert(1)</script>"),
        ("[*a*](javascript:alert(1)) *b*", "[*a*](javascript:alert(1)) b"),
        ("[a](data:text/html,alert(1))", "[a](data:text/html,alert(1))"),
        ("<javascript:alert(1)>", "<javascript:alert(1)>"),
        ("![a](https://example.org/a.png)", "![a](https://example.org/a.png)"),
        ("<a href=\"https://example.org\">a</a>", "<a href=\"https://example.org\">a</a>"),
    ] {
        let html = Html::parse_fragment(&html(&with_summary(source), "/roles/r"));
        let lead = html.select(&Selector::parse(".lead").unwrap()).next().unwrap();
        assert_eq!(lead.text().collect::<String>(), shown);
        let active = Selector::parse(".lead :is(a, img, script)").unwrap();
        assert_eq!(html.select(&active).count(), 0, "{source}");
    }
}

#[test]
fn texts_have_their_elements_on_every_page() {
    let ladder = open(&ladder_shapes::markup());
    for (address, told) in [
        ("/", &["ladder", "summary", "impact", "focus", "level", "whole", "credit", "cc0"][..]),
        (
            "/roles/mate",
            &[
                "summary",
                "focus",
                "impact",
                "duty",
                "example",
                "task",
                "note",
                "statement",
                "reason",
                "book",
                "step",
                "level",
            ],
        ),
        ("/roles/captain", &["meaning", "signal", "case"]),
        ("/skills/knots", &["skill", "objective", "level", "meaning", "signal", "case", "book"]),
        (
            "/compare?from=mate&to=captain",
            &["summary", "focus", "impact", "duty", "meaning", "statement", "step"],
        ),
    ] {
        let (path, query) = address.split_once('?').unwrap_or((address, ""));
        let content = content(&ladder, &[], &Route::read(path, query));
        let html = Html::parse_fragment(&content);
        for what in told {
            let link = format!("a[href='https://example.org/{what}']");
            let links: Vec<_> = html.select(&Selector::parse(&link).unwrap()).collect();
            assert!(!links.is_empty(), "{what} on {address}");
            assert!(links.iter().all(|link| link.attr("rel") == Some("noopener noreferrer")));
        }
        // A parser closes a paragraph before a list.
        assert_eq!(
            content.matches("</p>").count(),
            html.select(&Selector::parse("p").unwrap()).count()
        );
    }
}

#[test]
fn descriptions_for_search_engines_have_no_markup() {
    let ladder = open(&ladder_shapes::markup());
    for route in routes(&ladder) {
        let description = description(&ladder, &route);
        assert!(!description.contains(['*', '`', '[']), "{description}");
    }
}

#[test]
fn many_marked_statements_are_shown_in_pages() {
    let duty = "[a](https://example.org) ".repeat(150);
    let duties = vec![duty.as_str(); 40];
    let json = serde_json::json!({
        "format": 2, "id": "a", "title": "A",
        "roles": [{"id": "r", "title": "R", "responsibilities": duties}]
    });
    let html = Html::parse_fragment(&html(&open(&json.to_string()), "/roles/r"));
    assert!(html.select(&Selector::parse("*").unwrap()).count() < 1_450);
}
