//! Screenshots of the built pages at several widths and in both color schemes.
//!
//! `screenshots [--out DIR] [--quick] [--ladder FILE | --shape NAME] [URL…]`
//!
//! Without a URL it takes the home page. `--quick` skips the medium width and the dark scheme. `--ladder`
//! shows the pages of a ladder file, `--shape` those of a test ladder from `tests/shapes`.
#![allow(clippy::panic, reason = "a developer tool: errors are panics")]

use browser_tests::{ColorScheme, Page, project, with_page};
use std::path::{Path, PathBuf};

const WIDTHS: [u32; 3] = [390, 820, 1440];

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let mut out = project::root().join("target/shots");
    let (mut urls, mut ladder, mut is_quick) = (Vec::new(), None, false);
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
                let name = arguments.next().unwrap_or_default();
                let shape = ladder_shapes::all().into_iter().find(|(shape, _)| *shape == name);
                ladder = Some(shape.unwrap_or_else(|| panic!("there is no shape {name}")).1);
            }
            _ => urls.push(argument),
        }
    }
    if urls.is_empty() {
        urls.push("/".to_owned());
    }
    with_page(async |page| take_screenshots(page, &out, &urls, ladder, is_quick).await).await;
}

async fn take_screenshots(
    page: &Page,
    out: &Path,
    urls: &[String],
    ladder: Option<String>,
    is_quick: bool,
) {
    let ladder = ladder.map(|document| page.server().serve_document("/shown.json", document));
    page.emulate_reduced_motion().await;
    for url in urls {
        for width in WIDTHS {
            for scheme in [ColorScheme::Light, ColorScheme::Dark] {
                if is_quick && (width == WIDTHS[1] || scheme == ColorScheme::Dark) {
                    continue;
                }
                page.set_width(width).await;
                page.emulate_color_scheme(scheme).await;
                match &ladder {
                    Some(ladder) => page.open_with_ladder(ladder, url).await,
                    None => page.open(url).await,
                }
                let file = out.join(format!("{}-{width}-{}.png", slug(url), scheme.as_str()));
                // A ladder named in the URL loads after the page is interactive.
                page.wait_until_idle().await;
                page.screenshot(&file).await;
                let overflow = page.scroll_width().await.filter(|reach| *reach > width.into());
                let overflow = overflow.map(|reach| format!(" scrolls sideways: {reach} px wide"));
                println!("{}{}", file.display(), overflow.unwrap_or_default());
            }
        }
    }
    for error in page.console_errors().await {
        println!("console error: {error}");
    }
}

/// Converts a URL to the beginning of a file name.
fn slug(url: &str) -> String {
    let slug = url.replace(|letter: char| !letter.is_ascii_alphanumeric(), "-");
    let slug = slug.trim_matches('-');
    if slug.is_empty() { "ladder".to_owned() } else { slug.to_owned() }
}
