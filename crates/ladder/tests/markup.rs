//! Texts with markup: how they are read, written, packed, searched and compared.

#![allow(clippy::unwrap_used)] // tests may panic

use ladder::{
    Document, Ladder, LadderDiff, MarkKind, Normalizer, Problem, SearchHit, SearchIndex, Unpacker,
    read, to_json, to_latest_json,
};
use unicode_normalization::UnicodeNormalization;

/// A ladder whose only role has this summary.
fn document(format: u8, summary: &str) -> String {
    let summary = serde_json::to_string(summary).unwrap();
    format!(
        r#"{{"format": {format}, "id": "a", "title": "A *title*",
            "roles": [{{"id": "r", "title": "R", "stage": "*s*", "summary": {summary}}}]}}"#
    )
}

fn open(format: u8, summary: &str) -> (Ladder, Vec<Problem>) {
    let reading = read(&document(format, summary));
    (reading.ladder.unwrap(), reading.problems)
}

fn summary(document: &Document) -> (&str, usize) {
    let summary = document.roles[0].summary.as_ref().unwrap();
    (summary, summary.marks().len())
}

const MARKED: &str = "Leads *by example*, see [the guide](https://example.org/guide).";

#[test]
fn markup_is_read_in_format_2_only() {
    let (ladder, problems) = open(2, MARKED);
    assert_eq!(summary(&ladder), ("Leads by example, see the guide.", 2));
    assert_eq!(problems, []);
    let (ladder, problems) = open(1, MARKED);
    assert_eq!(summary(&ladder), (MARKED, 0));
    assert_eq!(problems.len(), 1, "{problems:?}");
    assert_eq!(problems[0].pointer, "/roles/0/summary");
}

#[test]
fn names_titles_and_labels_have_no_markup() {
    let (ladder, _) = open(2, "");
    assert_eq!(ladder.title, "A *title*");
    assert_eq!(ladder.roles[0].stage.as_deref(), Some("*s*"));
}

#[test]
fn a_text_is_written_as_it_was_read() {
    for source in [MARKED, "a<br>b", "- a\n- b", "\\*a\\*", "<b>a</b>", "[a](b.md)", "a  b\n\n\nc"]
    {
        let (ladder, _) = open(2, source);
        let written = to_json(&ladder).unwrap();
        let again = read(&written).ladder.unwrap();
        assert_eq!(again, ladder);
        assert_eq!(to_json(&again).unwrap(), written);
        assert_eq!(again.roles[0].summary.as_ref().unwrap().source(), source);
    }
}

#[test]
fn an_upgrade_changes_nothing_that_is_shown() {
    for plain in [
        MARKED,
        "2 * 3 and snake_case",
        "a<br>b",
        "- a\n- b",
        "1. a",
        "# *a*",
        "`a` \\ &amp;",
        "<b>a</b> [b](c)",
        "a  \nb",
    ] {
        let (before, _) = open(1, plain);
        let upgraded = to_latest_json(&before).unwrap();
        assert!(upgraded.starts_with("{\n  \"format\": 2,\n"), "{upgraded}");
        let after = read(&upgraded).ladder.unwrap();
        let (shown, marks) = summary(&after);
        assert_eq!((shown.replace("  \n", "\n"), marks), (plain.replace("  \n", "\n"), 0));
        assert_eq!(to_latest_json(&after).unwrap(), upgraded);
        let diff = LadderDiff::new(&before, &after).unwrap();
        assert!(diff.is_empty() || plain.contains("  \n"), "{diff:?}");
    }
}

#[test]
fn a_packed_text_has_its_marks() {
    let (ladder, _) = open(2, "**a** [b](https://example.org) <br>\n1. c");
    let packed = open(2, "**a** [b](https://example.org) <br>\n1. c").0.pack().unwrap();
    let unpacked = Unpacker::default().finish(&packed).unwrap();
    assert_eq!(unpacked, ladder);
    let kinds: Vec<_> = unpacked.roles[0].summary.as_ref().unwrap().marks().iter().collect();
    assert!(matches!(kinds[0].kind, MarkKind::Strong), "{kinds:?}");
}

#[test]
fn search_finds_what_a_text_says_and_not_its_markup() {
    let (ladder, _) = open(2, "Leads **by ex**ample, see [the guide](https://example.org/hidden).");
    let index = SearchIndex::new(&ladder, Normalizer::new(|text| text.nfkd().collect()));
    let find = |typed| index.search(typed).into_iter().flat_map(|found| found.hits).count();
    assert_eq!((find("example"), find("guide"), find("hidden")), (1, 1, 0));
    let SearchHit::Role(_) = index.search("guide")[0].hits[0] else { panic!() };
}

#[test]
fn a_diff_shows_what_texts_say_and_where_links_lead() {
    let (before, _) = open(2, "Reads *the* [guide](https://example.org/old).");
    let (after, _) = open(2, "Reads **the** [guide](https://example.org/new).");
    let diff = LadderDiff::new(&before, &after).unwrap();
    let [role] = diff.roles.changed.as_slice() else { panic!("{diff:?}") };
    let detail = &role.details[0];
    assert_eq!(detail.before.as_deref(), Some("Reads the guide (https://example.org/old)."));
    assert_eq!(detail.after.as_deref(), Some("Reads the guide (https://example.org/new)."));
}

#[test]
fn markup_alone_does_not_reword_a_statement() {
    let role =
        |id, text| format!(r#"{{"id": "{id}", "title": "{id}", "responsibilities": ["{text}"]}}"#);
    let json = format!(
        r#"{{"format": 2, "id": "a", "title": "A", "roles": [{}, {}]}}"#,
        role("a", "Leads *well*"),
        role("b", "Leads well")
    );
    let ladder = read(&json).ladder.unwrap();
    assert!(ladder.compare(0.into(), 1.into()).is_empty());
}
