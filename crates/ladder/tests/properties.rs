//! Properties of all documents and of any other input.

#![allow(clippy::unwrap_used)] // tests may panic

mod documents;
mod fuzzing;

use documents::document;
use fuzzing::check_parsing;
use ladder::to_json;
use ladder::{Parser, Severity, Unpacker, read};
use proptest::prelude::*;
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};

const EVERYTHING: &str = include_str!("../../../tests/fixtures/valid/everything.json");

proptest! {
    #[test]
    fn any_bytes_are_handled(data in prop::collection::vec(any::<u8>(), 0..200)) {
        check_parsing(&data);
    }

    #[test]
    fn any_text_is_handled(text in "\\PC{0,100}") {
        check_parsing(text.as_bytes());
    }

    #[test]
    fn text_like_json_is_handled(
        text in r#"[\[\]{}:,"\\ \n0-9a-fu+.eE\-]{0,60}|(\{"(id|roles|skills|format)":(\[|\{|1|"a"|null)[\]},]?){1,9}"#
    ) {
        check_parsing(text.as_bytes());
    }

    #[test]
    fn a_damaged_document_is_handled(
        from in 0..EVERYTHING.len(),
        length in 0_usize..40,
        piece in prop_oneof![Just(String::new()), "\\PC{0,4}", r#"[\[\]{}:,"\\]{1,3}"#, Just("null".into())],
    ) {
        let mut data = EVERYTHING.as_bytes().to_vec();
        data.splice(from..(from + length).min(EVERYTHING.len()), piece.bytes());
        check_parsing(&data);
    }

    #[test]
    fn writing_and_parsing_gives_an_equal_document(
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
    fn parts_sent_ahead_are_part_of_the_unpacked_ladder(
        bytes in prop::collection::vec(any::<u8>(), 0..400),
        slice in 1_usize..200,
    ) {
        let text = to_json(&document(&bytes)).unwrap();
        let (mut parser, mut unpacker) = (Parser::new(&text), Unpacker::default());
        let mut ahead = 0;
        while parser.step(slice) {
            if let Some(packed) = parser.take_packed() {
                unpacker.unpack_partial(&packed).unwrap();
                ahead += 1;
            }
        }
        let (packed, _) = parser.finish_packed();
        prop_assert!(ahead > 0 || slice > 1, "with steps of one item each");
        prop_assert_eq!(unpacker.finish(&packed.unwrap()).unwrap(), read(&text).ladder.unwrap());
    }
}

/// The same inputs every time: documents with some bytes changed.
#[test]
fn documents_with_changed_bytes_are_handled() {
    let rng = TestRng::from_seed(RngAlgorithm::ChaCha, &[7; 32]);
    let mut runner = TestRunner::new_with_rng(Config::with_cases(300), rng);
    let changes = prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 0..6);
    let inputs = (prop::collection::vec(any::<u8>(), 0..300), changes);
    runner
        .run(&inputs, |(bytes, changes)| {
            let mut data = to_json(&document(&bytes)).unwrap().into_bytes();
            for (position, byte) in changes {
                let position = position.index(data.len());
                data[position] = byte;
            }
            check_parsing(&data);
            Ok(())
        })
        .unwrap();
}
