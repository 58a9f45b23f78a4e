//! What holds for all documents, and for all that is none.

#![allow(clippy::unwrap_used)]

mod documents;
mod fuzzing;

use documents::document;
use fuzzing::holds_for;
use ladder::to_json;
use ladder::{Parser, Severity, Unpacker, read};
use proptest::prelude::*;
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};

const EVERYTHING: &str = include_str!("../../../tests/fixtures/valid/everything.json");

proptest! {
    #[test]
    fn any_bytes(data in prop::collection::vec(any::<u8>(), 0..200)) {
        holds_for(&data);
    }

    #[test]
    fn any_text(text in "\\PC{0,100}") {
        holds_for(text.as_bytes());
    }

    #[test]
    fn what_looks_like_json(
        text in r#"[\[\]{}:,"\\ \n0-9a-fu+.eE\-]{0,60}|(\{"(id|roles|skills|format)":(\[|\{|1|"a"|null)[\]},]?){1,9}"#
    ) {
        holds_for(text.as_bytes());
    }

    #[test]
    fn a_sound_document_with_a_piece_cut_out_or_put_in(
        from in 0..EVERYTHING.len(),
        length in 0_usize..40,
        piece in prop_oneof![Just(String::new()), "\\PC{0,4}", r#"[\[\]{}:,"\\]{1,3}"#, Just("null".into())],
    ) {
        let mut data = EVERYTHING.as_bytes().to_vec();
        data.splice(from..(from + length).min(EVERYTHING.len()), piece.bytes());
        holds_for(&data);
    }

    #[test]
    fn writing_and_reading_gives_an_equal_document(
        bytes in prop::collection::vec(any::<u8>(), 0..400)
    ) {
        let document = document(&bytes);
        let written = to_json(&document).unwrap();
        let reading = read(&written);
        let errors = reading.problems.iter().find(|problem| problem.severity == Severity::Error);
        prop_assert_eq!(errors, None);
        let ladder = reading.ladder.unwrap();
        prop_assert_eq!(ladder.document(), &document);
    }

    #[test]
    fn a_packed_ladder_unpacks_to_an_equal_one_in_slices_of_any_size(
        bytes in prop::collection::vec(any::<u8>(), 0..400),
        slice in 1_usize..200,
    ) {
        let text = to_json(&document(&bytes)).unwrap();
        let ladder = read(&text).ladder.unwrap();
        let packed = read(&text).ladder.unwrap().pack().unwrap();
        let mut unpacker = Unpacker::default();
        let mut before = 0.0;
        while unpacker.step(&packed, slice).unwrap() {
            prop_assert!(unpacker.progress() >= before && unpacker.progress() <= 1.0);
            before = unpacker.progress();
        }
        prop_assert_eq!(unpacker.finish(&packed).unwrap(), ladder);
    }

    #[test]
    fn what_is_handed_over_ahead_is_in_the_whole(
        bytes in prop::collection::vec(any::<u8>(), 0..400),
        slice in 1_usize..200,
    ) {
        let text = to_json(&document(&bytes)).unwrap();
        let (mut parser, mut unpacker) = (Parser::new(&text), Unpacker::default());
        let mut ahead = 0;
        while parser.step(slice) {
            if let Some(packed) = parser.take_packed() {
                unpacker.ahead(&packed).unwrap();
                ahead += 1;
            }
        }
        let (packed, _) = parser.finish_packed();
        prop_assert!(ahead > 0 || slice > 1, "with steps of one item each");
        prop_assert_eq!(unpacker.finish(&packed.unwrap()).unwrap(), read(&text).ladder.unwrap());
    }
}

/// The fuzzer's own check, on the same inputs every time: documents with bytes changed here and
/// there.
#[test]
fn a_short_seeded_fuzzing() {
    let rng = TestRng::from_seed(RngAlgorithm::ChaCha, &[7; 32]);
    let mut runner = TestRunner::new_with_rng(Config::with_cases(300), rng);
    let changes = prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 0..6);
    let inputs = (prop::collection::vec(any::<u8>(), 0..300), changes);
    runner
        .run(&inputs, |(bytes, changes)| {
            let mut data = to_json(&document(&bytes)).unwrap().into_bytes();
            for (at, byte) in changes {
                let at = at.index(data.len());
                data[at] = byte;
            }
            holds_for(&data);
            Ok(())
        })
        .unwrap();
}
