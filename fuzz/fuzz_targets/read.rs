//! Reads anything at all. Seed it with the fixtures:
//! `cargo +nightly fuzz run read fuzz/corpus/read tests/fixtures/valid tests/fixtures/invalid`.

#![no_main]

#[path = "../../crates/ladder/tests/fuzzing/mod.rs"]
mod fuzzing;

libfuzzer_sys::fuzz_target!(|data: &[u8]| fuzzing::check_parsing(data));
