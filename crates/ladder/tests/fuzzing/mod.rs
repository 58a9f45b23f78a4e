//! Properties of parsing any input. The fuzzer checks them at length, the tests briefly.

use cli::report::{as_json, as_text};
use ladder::to_json;
use ladder::{Parser, PartialScan, Severity, read};

/// Parses `data`, valid or not, and checks the properties.
pub fn check_parsing(data: &[u8]) {
    let text = String::from_utf8_lossy(data);
    let reading = read(&text);
    let has_errors = reading.problems.iter().any(|problem| problem.severity == Severity::Error);
    assert_eq!(reading.ladder.is_none(), has_errors, "only errors prevent a ladder");
    assert!(reading.problems.is_sorted_by_key(|problem| {
        // The last one may count the problems that are not listed; it has no place.
        problem.place.map_or((u32::MAX, 0), |place| (place.line, place.column))
    }));
    assert!(reading.problems.iter().all(|problem| !problem.message.is_empty()));

    let mut parser = Parser::new(&text);
    while parser.step(1 + data.len() % 7) {
        assert!((0.0..=1.0).contains(&parser.progress()));
    }
    assert_eq!(parser.finish(), reading, "parsing in slices gives the same result");

    let mut scanned = PartialScan::default();
    for (end, _) in text.char_indices().step_by(1 + data.len() % 11) {
        scanned.advance(&text[..end]);
    }
    let parser = Parser::resume(&text, scanned);
    assert_eq!(parser.finish(), reading, "scanning a partial text first gives the same result");

    assert!(!as_text("a.json", &text, &reading.problems, false).contains('\u{1b}'));
    as_json("a.json", &reading.problems, &[], &[]).unwrap();
    if let Some(ladder) = reading.ladder {
        let written = to_json(&ladder).unwrap();
        let again = read(&written).ladder.unwrap();
        assert_eq!(again, ladder, "writing and parsing gives an equal ladder");
        assert_eq!(to_json(&again).unwrap(), written, "writing again changes nothing");
    }
}
