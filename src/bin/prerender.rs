//! Writes each route's HTML at build time.
fn main() {}
