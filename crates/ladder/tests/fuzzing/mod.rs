//! What holds for any input whatsoever; run by the fuzzer and, briefly, by the tests.

use cli::report::{as_json, as_text};
use ladder::to_json;
use ladder::{Parser, PartialScan, Severity, read};

/// Reads `data` and checks what has to hold, however broken it is.
pub fn holds_for(data: &[u8]) {
    let text = String::from_utf8_lossy(data);
    let reading = read(&text);
    let refused = reading.problems.iter().any(|problem| problem.severity == Severity::Error);
    assert_eq!(reading.ladder.is_none(), refused, "refused by errors and by nothing else");
    assert!(reading.problems.is_sorted_by_key(|problem| {
        // The last may say how many more there are; it has no place and stands at the end.
        problem.place.map_or((u32::MAX, 0), |place| (place.line, place.column))
    }));
    assert!(reading.problems.iter().all(|problem| !problem.message.is_empty()));

    let mut parser = Parser::new(&text);
    while parser.step(1 + data.len() % 7) {
        assert!((0.0..=1.0).contains(&parser.progress()));
    }
    assert_eq!(parser.finish(), reading, "slices make no difference");

    let mut scanned = PartialScan::default();
    for (end, _) in text.char_indices().step_by(1 + data.len() % 11) {
        scanned.advance(&text[..end]);
    }
    let parser = Parser::resume(&text, scanned);
    assert_eq!(parser.finish(), reading, "nor does it whether it was there from the scanned");

    assert!(!as_text("a.json", &text, &reading.problems, false).contains('\u{1b}'));
    as_json("a.json", &reading.problems).unwrap();
    if let Some(ladder) = reading.ladder {
        let written = to_json(&ladder).unwrap();
        let again = read(&written).ladder.unwrap();
        assert_eq!(again, ladder, "writing loses nothing");
        assert_eq!(to_json(&again).unwrap(), written, "canonical form is final");
    }
}
