use super::{MAX_DEPTH, MAX_LISTS, MAX_MARKS, MarkupFault, escape_run, escape_text, parse};
use crate::document::{Mark, MarkKind};
use proptest::prelude::*;

/// The plain text with its marks in braces.
fn shown(source: &str) -> String {
    let Some(found) = parse(source) else { return source.to_owned() };
    let mut inserts: Vec<(u32, usize, String)> = Vec::new();
    for (at, Mark { start, end, kind }) in found.marks.iter().enumerate() {
        let name = match kind {
            MarkKind::Emphasis => "em".to_owned(),
            MarkKind::Strong => "strong".to_owned(),
            MarkKind::Code => "code".to_owned(),
            MarkKind::Link(address) => format!("a {}", address.as_str()),
            MarkKind::Break => "br".to_owned(),
            MarkKind::List(None) => "ul".to_owned(),
            MarkKind::List(Some(first)) => format!("ol {first}"),
            MarkKind::Item => "li".to_owned(),
        };
        inserts.push((*start, 1_000 + at, format!("{{{name}:")));
        inserts.push((*end, 999 - at, "}".to_owned()));
    }
    inserts.sort();
    let mut text = found.plain;
    for (place, _, insert) in inserts.into_iter().rev() {
        text.insert_str(place as usize, &insert);
    }
    text.replace("{br:\n}", "{br}")
}

#[test]
fn the_subset_becomes_marks() {
    for (source, expected) in [
        ("plain", "plain"),
        ("*a* and **b**", "{em:a} and {strong:b}"),
        ("_a_ and __b__", "{em:a} and {strong:b}"),
        ("***a***", "{em:{strong:a}}"),
        ("`a *b*`", "{code:a *b*}"),
        ("see [it](https://example.org/a)", "see {a https://example.org/a:it}"),
        ("<https://example.org>", "{a https://example.org:https://example.org}"),
        ("[*a* b](https://example.org)", "{a https://example.org:{em:a} b}"),
        ("a\nb", "a\nb"),
        ("a\\\n*b*", "a{br}{em:b}"),
        ("a  \nb", "a{br}b"),
        ("a<br>b<br />c<BR/>d", "a{br}b{br}c{br}d"),
        ("a<br>\nb\n<br>c<br><br>d<br>", "a{br}b{br}c{br}{br}d"),
        ("- a<br>\n- *b*", "{ul:• {li:a}\n• {li:{em:b}}}"),
        ("a\n\n*b*", "a\n\n{em:b}"),
        ("a\n\n\n\n*b*", "a\n\n\n\n{em:b}"),
        ("- a\n- *b*", "{ul:• {li:a}\n• {li:{em:b}}}"),
        ("Do:\n- a\n+ b", "Do:\n{ul:• {li:a}}\n{ul:• {li:b}}"),
        ("Do:\n\n1. a\n2. b", "Do:\n\n{ol 1:1. {li:a}\n2. {li:b}}"),
        ("3) a", "{ol 3:3. {li:a}}"),
        ("- a\n\n- b\n\nc", "{ul:• {li:a}\n• {li:b}}\n\nc"),
        ("- a\n  - b\n- c", "{ul:• {li:a\n{ul:  • {li:b}}}\n• {li:c}}"),
        ("\\*a\\*", "*a*"),
        ("&amp; &lt;b>", "& <b>"),
    ] {
        assert_eq!(shown(source), expected, "{source:?}");
    }
}

#[test]
fn everything_else_stays_as_it_is_written() {
    for source in [
        "# heading",
        "> quote",
        "> 5 years",
        "    indented",
        "```\nfenced *a*\n```",
        "---",
        "title\n---",
        "![image](https://example.org/a.png)",
        "[a][b]\n\n[b]: https://example.org",
        "<b>bold</b>",
        "<div>\n*a*\n</div>",
        "<script>alert(1)</script>",
        "<!-- a -->",
        "a | b\n--|--\nc | d",
        "snake_case_name and 2 * 3 * 4",
        "AT&T",
        "~~struck~~",
        "a < b and c > d",
        "https://example.org",
        "<a@example.org>",
        "*unclosed and [unclosed](https://example.org",
    ] {
        assert_eq!(shown(source), source, "{source:?}");
    }
}

#[test]
fn html_and_images_are_faults() {
    for (source, found) in [
        ("a <b>bold</b>", "<b>"),
        ("<div>\na\n</div>", "<div>"),
        ("![image](https://example.org/a.png)", "![image](https://example.org/a.png)"),
    ] {
        assert_eq!(parse(source).unwrap().faults, [MarkupFault::Html(found.to_owned())]);
    }
    assert!(parse("a<br>b").unwrap().faults.is_empty());
}

#[test]
fn links_with_bad_addresses_are_shown_as_they_are_written() {
    for url in [
        "javascript:alert(1)",
        "b.md",
        "mailto:a@example.org",
        "https://a@b.example",
        "//a.example",
    ] {
        let source = format!("an [*a*]({url}) here");
        let found = parse(&source).unwrap();
        assert_eq!((found.plain, found.marks), (source, Vec::new()));
        let [MarkupFault::Link { address, .. }] = found.faults.as_slice() else { panic!("{url}") };
        assert_eq!(address, url);
    }
    assert_eq!(shown("<javascript:alert(1)>"), "<javascript:alert(1)>");
}

#[test]
fn nesting_is_limited() {
    let lists = parse(&"- ".repeat(5_000)).unwrap_or_default();
    assert!(depth(&lists.marks) <= 2 * MAX_LISTS);
    for source in [
        format!("{}a{}", "*b **c ".repeat(50), "** *".repeat(50)),
        format!("{}a{}", "*".repeat(1_000), "*".repeat(1_000)),
        format!("{}a{}", "[".repeat(1_000), "](https://example.org)".repeat(400)),
        format!("{}a", "> ".repeat(1_000)),
        format!("{}a", "<div>".repeat(1_000)),
        format!("{}a", "1. ".repeat(1_000)),
    ] {
        let found = parse(&source).unwrap_or_default();
        assert!(depth(&found.marks) <= MAX_DEPTH, "{source}");
    }
}

#[test]
fn a_text_with_too_many_marks_is_shown_as_it_is_written() {
    let source = "*a* ".repeat(MAX_MARKS);
    assert_eq!(parse(&source).unwrap().marks.len(), MAX_MARKS);
    let source = source + "*b*";
    let found = parse(&source).unwrap();
    assert_eq!((found.plain, found.marks.len()), (source, 0));
    assert_eq!(found.faults, [MarkupFault::TooManyMarks]);
}

/// How deep marks are nested.
fn depth(marks: &[Mark]) -> usize {
    let around = |mark: &Mark| {
        marks.iter().filter(|other| other.start <= mark.start && mark.end <= other.end).count()
    };
    marks.iter().map(around).max().unwrap_or(0)
}

/// The text without spaces at the ends of lines, which are not shown.
fn without_outer_spaces(text: &str) -> String {
    let lines: Vec<_> = text.trim().lines().map(str::trim).collect();
    lines.join("\n")
}

const MARKUP: &str = "[a-c \\n*_`\\[\\]()<>/&;#=~!1.+\\\\-]{0,40}|\\PC{0,40}";

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn any_text_is_parsed_to_nested_marks(source in MARKUP) {
        let Some(found) = parse(&source) else { return Ok(()) };
        for (at, mark) in found.marks.iter().enumerate() {
            let range = mark.start as usize..mark.end as usize;
            prop_assert!(found.plain.get(range).is_some_and(|text| !text.is_empty()));
            for later in &found.marks[at + 1..] {
                let is_inside = mark.start <= later.start && later.end <= mark.end;
                prop_assert!(is_inside || later.start >= mark.end, "{:?}", found.marks);
            }
            let is_item = mark.kind == MarkKind::Item;
            let outer = found.marks[..at].iter().rev().find(|outer| mark.end <= outer.end);
            let is_in_list = outer.is_some_and(|outer| matches!(outer.kind, MarkKind::List(_)));
            prop_assert_eq!(is_item, is_in_list, "{:?}", found.marks);
        }
    }

    #[test]
    fn no_word_is_lost(source in "([a-z]{1,3}|[ \\n*_`\\[\\]()#=~!.+\\\\>-]|1\\.|<br>){0,30}") {
        let Some(found) = parse(&source) else { return Ok(()) };
        let letters = |text: &str| text.replace("<br>", "").replace(|c: char| !c.is_alphabetic(), "");
        prop_assert_eq!(letters(&found.plain), letters(&source));
    }

    #[test]
    fn an_escaped_text_says_the_same(plain in MARKUP) {
        let source = escape_text(&plain);
        let shown = match parse(&source) {
            None => source,
            Some(found) => {
                prop_assert!(found.marks.is_empty());
                found.plain
            }
        };
        prop_assert_eq!(without_outer_spaces(&shown), without_outer_spaces(&plain));
    }

    #[test]
    fn an_escaped_part_says_the_same_between_marks(plain in "[a-c*_`\\[\\]()<>/&;#=~1.+\\\\-]{1,20}") {
        let source = format!("{} **x**\n{}", escape_run(&plain, true), escape_run(&plain, true));
        let found = parse(&source).unwrap();
        prop_assert_eq!(found.marks.len(), 1);
        prop_assert_eq!(found.plain, format!("{plain} x\n{plain}"));
    }
}
