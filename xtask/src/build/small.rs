//! What makes the program for the browser smaller than a stable compiler does by itself.
//!
//! Rust's standard library comes built so that a panic can tell what happened and where: the words,
//! the places, and all that writes them were a ninth of our first view. So the library is built along
//! with the program, and a panic ends it at once; `public/start.js` says so on the page. Both are options
//! of the compiler that are not stable yet. They are used for this one build, with the compiler that
//! `rust-toolchain.toml` pins, and nothing in the source depends on them.
//! <https://doc.rust-lang.org/cargo/reference/unstable.html#build-std>,
//! <https://doc.rust-lang.org/nightly/unstable-book/compiler-flags/panic-immediate-abort.html>

use crate::tools::rust_src;

/// What cargo is told by its environment, name and value.
pub const SETTINGS: [(&str, &str); 3] = [
    ("RUSTC_BOOTSTRAP", "1"),
    ("CARGO_UNSTABLE_BUILD_STD", "std,panic_abort"),
    ("CARGO_UNSTABLE_BUILD_STD_FEATURES", "optimize_for_size"),
];

/// What the compiler is told: to end at once, and to keep no places and no `Debug` texts.
const FLAGS: [&str; 4] =
    ["-Zunstable-options", "-Cpanic=immediate-abort", "-Zlocation-detail=none", "-Zfmt-debug=none"];

/// The settings, where the library's source is there; else none, and the program is larger.
pub fn settings() -> &'static [(&'static str, &'static str)] {
    if rust_src::is_there() { &SETTINGS } else { &[] }
}

/// These flags and, under the same condition, those that go with the settings, as one line.
pub fn flags(mut flags: Vec<String>) -> String {
    if rust_src::is_there() {
        flags.extend(FLAGS.map(str::to_owned));
    }
    flags.join(" ")
}
