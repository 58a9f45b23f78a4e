//! Keeps the relocations of a release that is split into chunks: wasm-split needs them, see
//! xtask/src/build/chunks.rs.

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    if std::env::var_os("CARGO_CFG_SPLIT").is_some() {
        println!("cargo::rustc-link-arg-bins=--emit-relocs");
    }
}
