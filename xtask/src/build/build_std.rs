//! Compiles the standard library together with the app, optimised for size, and turns panics into a
//! single instruction: 15 KB less (brotli) for the first view. A panic message would not help a visitor;
//! `public/start.js` shows one that does. In development, panics are logged as usual.
//!
//! The compiler options are unstable. They are used only here, with the compiler that `rust-toolchain.toml`
//! pins, and nothing else depends on them: without the component `rust-src`, the build is just larger.
//! <https://doc.rust-lang.org/cargo/reference/unstable.html#build-std>,
//! <https://doc.rust-lang.org/nightly/unstable-book/compiler-flags/panic-immediate-abort.html>

use crate::tools::rust_src;
use std::process::Command;

/// Sets the environment of a build and adds compiler flags.
pub fn enable(build: &mut Command, flags: &mut Vec<String>) {
    if !rust_src::is_installed() {
        return;
    }
    share_macros(build);
    build
        .env("CARGO_UNSTABLE_BUILD_STD", "std,panic_abort")
        .env("CARGO_UNSTABLE_BUILD_STD_FEATURES", "optimize_for_size");
    let unstable = [
        "-Zunstable-options",
        "-Cpanic=immediate-abort",
        "-Zlocation-detail=none",
        "-Zfmt-debug=none",
    ];
    flags.extend(unstable.map(str::to_owned));
}

/// Sets what the build scripts of some macro crates look at, so that this command and the build of a release
/// compile the same macros once.
pub fn share_macros(command: &mut Command) {
    if rust_src::is_installed() {
        command.env("RUSTC_BOOTSTRAP", "1");
    }
}
