//! The limits of the format, each met and each passed by one.

#![allow(clippy::unwrap_used)]

use ladder::{Problem, Reading, Severity, read};

/// A document with these fields, and one role where they hold none.
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

/// As many skills asked for in all, 1,000 a role.
fn requirements(count: usize) -> String {
    let skills = list(1_000, |nth| format!(r#"{{"id":"s{nth}","name":"S"}}"#));
    let role = |nth: usize| {
        let asked = list((count - nth * 1_000).min(1_000), |nth| format!("\"s{nth}\""));
        format!(r#"{{"id":"r{nth}","title":"R","skills":[{asked}]}}"#)
    };
    let roles = list(count.div_ceil(1_000), role);
    document(&format!("\"skills\":[{skills}],\"roles\":[{roles}]"))
}

/// A text of as many characters, two bytes each.
fn characters(count: usize) -> String {
    document(&format!("\"summary\":\"{}\"", "é".repeat(count)))
}

/// As many lists and objects inside one another; the document is one and `ext` another.
fn nesting(depth: usize) -> String {
    let inside = depth - 2;
    document(&format!("\"ext\":{{\"a\":{}{}}}", "[".repeat(inside), "]".repeat(inside)))
}

/// As many bytes of text.
fn bytes(count: usize) -> String {
    let mut text = document("\"version\":\"1\"");
    text.insert_str(1, &" ".repeat(count - text.len()));
    text
}

fn errors(reading: &Reading) -> Vec<&Problem> {
    reading.problems.iter().filter(|problem| problem.severity == Severity::Error).collect()
}

#[test]
fn what_meets_a_limit_is_read_and_what_passes_it_is_not() {
    type Make = fn(usize) -> String;
    let table: [(Make, usize, &str, &str); 7] = [
        (roles, 5_000, "/roles/5000", "too many roles (limit: 5,000)"),
        (skills, 20_000, "/skills/20000", "too many skills (limit: 20,000)"),
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
fn what_is_far_beyond_a_limit_is_told_once() {
    for text in [roles(9_000), skills(30_000), requirements(503_000)] {
        assert_eq!(errors(&read(&text)).len(), 1);
    }
}

#[test]
fn of_very_many_problems_the_last_tells_how_many_more_there_are() {
    let reading = read(&document(&format!("\"reading\":[{}]", list(2_500, |_| "\"x\"".into()))));
    assert_eq!(reading.problems.len(), 1_001);
    let last = reading.problems.last().unwrap();
    assert_eq!(last.place, None);
    assert_eq!(last.message, "and 1,500 more errors");

    // Warnings never crowd out an error.
    let unused = list(2_000, |nth| format!(r#"{{"id":"s{nth}","name":"S"}}"#));
    let reading = read(&document(&format!("\"skills\":[{unused}],\"reading\":[\"x\"]")));
    assert_eq!(errors(&reading).len(), 1);
    assert_eq!(reading.problems.last().unwrap().severity, Severity::Warning);
    assert_eq!(reading.problems.len(), 1_002);
}
