//! The limits of the format: a document at each limit, and one that exceeds it by one.

#![allow(clippy::unwrap_used)] // tests may panic

use ladder::{Problem, Reading, Severity, read};

/// A document with these fields, and with one role unless they include roles.
fn document(fields: &str) -> String {
    let roles = if fields.contains("\"roles\"") {
        ""
    } else {
        ",\"roles\":[{\"id\":\"r\",\"title\":\"R\"}]"
    };
    format!("{{\"format\":1,\"id\":\"a\",\"title\":\"A\",{fields}{roles}}}")
}

fn list(count: usize, item: impl Fn(usize) -> String) -> String {
    (0..count).map(item).collect::<Vec<_>>().join(",")
}

fn roles(count: usize) -> String {
    document(&format!(
        "\"roles\":[{}]",
        list(count, |nth| format!(r#"{{"id":"r{nth}","title":"R"}}"#))
    ))
}

fn skills(count: usize) -> String {
    document(&format!(
        "\"skills\":[{}]",
        list(count, |nth| format!(r#"{{"id":"s{nth}","name":"S"}}"#))
    ))
}

fn resources(count: usize) -> String {
    let item = |nth| format!(r#"{{"id":"x{nth}","title":"X","url":"https://example.org"}}"#);
    document(&format!("\"resources\":[{}]", list(count, item)))
}

fn scales(count: usize) -> String {
    let item = |nth| format!(r#"{{"id":"s{nth}","levels":[{{"id":"l","name":"L"}}]}}"#);
    document(&format!("\"scales\":[{}]", list(count, item)))
}

/// This many skill requirements in total, 1,000 per role.
fn requirements(count: usize) -> String {
    let skills = list(1_000, |nth| format!(r#"{{"id":"s{nth}","name":"S"}}"#));
    let role = |nth: usize| {
        let skills = list((count - nth * 1_000).min(1_000), |nth| format!("\"s{nth}\""));
        format!(r#"{{"id":"r{nth}","title":"R","skills":[{skills}]}}"#)
    };
    let roles = list(count.div_ceil(1_000), role);
    document(&format!("\"skills\":[{skills}],\"roles\":[{roles}]"))
}

/// A text of this many characters, two bytes each.
fn characters(count: usize) -> String {
    document(&format!("\"summary\":\"{}\"", "é".repeat(count)))
}

/// This many nested lists and objects, including the document and `ext`.
fn nesting(depth: usize) -> String {
    let inside = depth - 2;
    document(&format!("\"ext\":{{\"a\":{}{}}}", "[".repeat(inside), "]".repeat(inside)))
}

/// This many bytes of text.
fn bytes(count: usize) -> String {
    let mut text = document("\"version\":\"1\"");
    text.insert_str(1, &" ".repeat(count - text.len()));
    text
}

fn errors(reading: &Reading) -> Vec<&Problem> {
    reading.problems.iter().filter(|problem| problem.severity == Severity::Error).collect()
}

#[test]
fn a_document_at_a_limit_is_accepted_and_one_beyond_it_is_not() {
    type Make = fn(usize) -> String;
    let table: [(Make, usize, &str, &str); 8] = [
        (roles, 5_000, "/roles/5000", "too many roles (limit: 5,000)"),
        (skills, 20_000, "/skills/20000", "too many skills (limit: 20,000)"),
        (scales, 100, "/scales/100", "too many scales (limit: 100)"),
        (resources, 20_000, "/resources/20000", "too many resources (limit: 20,000)"),
        (
            requirements,
            500_000,
            "/roles/500/skills/0",
            "too many skill requirements in total (limit: 500,000)",
        ),
        (characters, 10_000, "/summary", "`summary` is too long (limit: 10,000 characters)"),
        (nesting, 64, "", "nested too deeply (more than 64 levels)"),
        (bytes, 16 * 1024 * 1024, "", "the file is larger than the 16 MiB limit"),
    ];
    for (make, limit, pointer, message) in table {
        let reading = read(&make(limit));
        assert_eq!(errors(&reading), Vec::<&Problem>::new(), "{message}");
        assert!(reading.ladder.is_some());
        let reading = read(&make(limit + 1));
        let errors = errors(&reading);
        assert_eq!(errors.len(), 1, "{message}");
        assert_eq!((errors[0].pointer.as_str(), errors[0].message.as_str()), (pointer, message));
        assert!(reading.ladder.is_none());
    }
}

#[test]
fn a_limit_exceeded_by_many_items_is_reported_once() {
    for text in [roles(9_000), skills(30_000), requirements(503_000)] {
        assert_eq!(errors(&read(&text)).len(), 1);
    }
}

#[test]
fn problems_beyond_the_limit_are_counted_in_a_last_one() {
    let reading = read(&document(&format!("\"reading\":[{}]", list(2_500, |_| "\"x\"".into()))));
    assert_eq!(reading.problems.len(), 1_001);
    let last = reading.problems.last().unwrap();
    assert_eq!(last.place, None);
    assert_eq!(last.message, "and 1,500 more errors");

    // Warnings have their own limit, so an error is always listed.
    let unused = list(2_000, |nth| format!(r#"{{"id":"s{nth}","name":"S"}}"#));
    let reading = read(&document(&format!("\"skills\":[{unused}],\"reading\":[\"x\"]")));
    assert_eq!(errors(&reading).len(), 1);
    assert_eq!(reading.problems.last().unwrap().severity, Severity::Warning);
    assert_eq!(reading.problems.len(), 1_002);
}
