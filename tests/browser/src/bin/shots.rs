//! Pictures of the built pages at the widths and in the colours we care about.
//!
//! `shots [--out DIR] [ADDRESS…]`; without an address, the first page.
#![allow(clippy::panic, reason = "a tool for the desk: it ends with a sentence")]

use browser_tests::{Page, Scheme, on_empty_page, project};
use std::path::{Path, PathBuf};

const WIDTHS: [u32; 3] = [390, 820, 1440];

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let mut out = project::root().join("target/shots");
    let mut addresses = Vec::new();
    let mut arguments = std::env::args().skip(1);
    while let Some(argument) = arguments.next() {
        match argument.as_str() {
            "--out" => match arguments.next() {
                Some(folder) => out = PathBuf::from(folder),
                None => panic!("--out needs a folder"),
            },
            _ => addresses.push(argument),
        }
    }
    if addresses.is_empty() {
        addresses.push("/".to_owned());
    }
    on_empty_page(async |page| take(page, &out, &addresses).await).await;
}

async fn take(page: &Page, out: &Path, addresses: &[String]) {
    page.reduced_motion().await;
    for address in addresses {
        for width in WIDTHS {
            for scheme in [Scheme::Light, Scheme::Dark] {
                page.set_width(width).await;
                page.color_scheme(scheme).await;
                page.open(address).await;
                let file = out.join(format!("{}-{width}-{}.png", slug(address), scheme.word()));
                page.screenshot(&file).await;
                println!("{}", file.display());
            }
        }
    }
    for error in page.console_errors().await {
        println!("the console said: {error}");
    }
}

/// An address as the beginning of a file's name.
fn slug(address: &str) -> String {
    let plain = address.replace(|letter: char| !letter.is_ascii_alphanumeric(), "-");
    let plain = plain.trim_matches('-');
    if plain.is_empty() { "ladder".to_owned() } else { plain.to_owned() }
}
