//! What holds for any input whatsoever; run by the fuzzer and, briefly, by the tests.

use cli::report::{as_json, as_text};
use ladder::wire::write;
use ladder::{Beginning, Reader, Severity, read};

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

    let mut reader = Reader::new(&text);
    while reader.step(1 + data.len() % 7) {
        assert!((0.0..=1.0).contains(&reader.progress()));
    }
    assert_eq!(reader.finish(), reading, "slices make no difference");

    let mut beginning = Beginning::default();
    for (end, _) in text.char_indices().step_by(1 + data.len() % 11) {
        beginning.go_on(&text[..end]);
    }
    let reader = Reader::resumed(&text, beginning);
    assert_eq!(reader.finish(), reading, "nor does it whether it was there from the beginning");

    assert!(!as_text("a.json", &text, &reading.problems, false).contains('\u{1b}'));
    as_json("a.json", &reading.problems).unwrap();
    if let Some(ladder) = reading.ladder {
        let written = write(&ladder).unwrap();
        let again = read(&written).ladder.unwrap();
        assert_eq!(again, ladder, "writing loses nothing");
        assert_eq!(write(&again).unwrap(), written, "canonical form is final");
    }
}
