//! Pictures of the built pages at the widths and in the colours we care about.
//!
//! `shots [--out DIR] [--quick] [--ladder FILE | --shape NAME] [ADDRESS…]`; without an address, the first
//! page, and without `--quick` at every width in both colours; with a ladder, or one of the shapes that tests have, the pages of that.
#![allow(clippy::panic, reason = "a tool for the desk: it ends with a sentence")]

use browser_tests::{Page, Scheme, on_empty_page, project};
use std::path::{Path, PathBuf};

const WIDTHS: [u32; 3] = [390, 820, 1440];

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let mut out = project::root().join("target/shots");
    let (mut addresses, mut ladder, mut is_quick) = (Vec::new(), None, false);
    let mut arguments = std::env::args().skip(1);
    while let Some(argument) = arguments.next() {
        match argument.as_str() {
            "--out" => match arguments.next() {
                Some(folder) => out = PathBuf::from(folder),
                None => panic!("--out needs a folder"),
            },
            "--quick" => is_quick = true,
            "--ladder" => {
                let file = arguments.next().unwrap_or_default();
                let text = std::fs::read_to_string(&file);
                ladder = Some(text.unwrap_or_else(|error| panic!("{file}: {error}")));
            }
            "--shape" => {
                let wanted = arguments.next().unwrap_or_default();
                let mut shapes = ladder_shapes::all().into_iter();
                let shape = shapes.find(|(name, _)| *name == wanted);
                ladder = Some(shape.unwrap_or_else(|| panic!("no shape {wanted}")).1);
            }
            _ => addresses.push(argument),
        }
    }
    if addresses.is_empty() {
        addresses.push("/".to_owned());
    }
    on_empty_page(async |page| take(page, &out, &addresses, ladder, is_quick).await).await;
}

async fn take(
    page: &Page,
    out: &Path,
    addresses: &[String],
    ladder: Option<String>,
    is_quick: bool,
) {
    let ladder = ladder.map(|document| page.server().offer("/shown.json", document));
    page.reduced_motion().await;
    for address in addresses {
        for width in WIDTHS {
            for scheme in [Scheme::Light, Scheme::Dark] {
                if is_quick && (width == WIDTHS[1] || scheme == Scheme::Dark) {
                    continue;
                }
                page.set_width(width).await;
                page.color_scheme(scheme).await;
                match &ladder {
                    Some(ladder) => page.open_of(ladder, address).await,
                    None => page.open(address).await,
                }
                let file = out.join(format!("{}-{width}-{}.png", slug(address), scheme.word()));
                // A ladder that the address names comes after the page.
                page.until_at_rest().await;
                page.screenshot(&file).await;
                let reach = page.run("return document.documentElement.scrollWidth").await;
                let is_wide = reach.as_u64().is_some_and(|reach| reach > width.into());
                let wide = if is_wide { format!(" is {reach} px wide") } else { String::new() };
                println!("{}{wide}", file.display());
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
