//! Small PNG files: a card has few colours, so that its pixels are numbers of a palette.

use anyhow::Result;
use png::{BitDepth, ColorType, Compression, Encoder, Filter};
use resvg::tiny_skia::Pixmap;
use std::collections::HashMap;

type Rgb = [u8; 3];

/// The most colours of a palette.
const PALETTE: usize = 256;

/// An opaque image as PNG.
pub fn encode(image: &Pixmap) -> Result<Vec<u8>> {
    let pixels = image.pixels().iter().map(|pixel| [pixel.red(), pixel.green(), pixel.blue()]);
    let pixels: Vec<Rgb> = pixels.collect();
    let (palette, index) = palette(&pixels);
    let mut last = (pixels.first().copied().unwrap_or_default(), 0);
    last.1 = index.get(&last.0).copied().unwrap_or_default();
    let indexed: Vec<u8> = pixels
        .iter()
        .map(|pixel| {
            if *pixel != last.0 {
                last = (*pixel, index.get(pixel).copied().unwrap_or_default());
            }
            last.1
        })
        .collect();
    let mut file = Vec::new();
    let mut encoder = Encoder::new(&mut file, image.width(), image.height());
    encoder.set_color(ColorType::Indexed);
    encoder.set_depth(BitDepth::Eight);
    encoder.set_palette(palette.concat());
    encoder.set_compression(Compression::Balanced);
    encoder.set_filter(Filter::NoFilter);
    let mut writer = encoder.write_header()?;
    writer.write_image_data(&indexed)?;
    writer.finish()?;
    Ok(file)
}

/// The most frequent colours, and the nearest of them for each colour of the image. The others are those of
/// smooth edges, a few pixels each.
fn palette(pixels: &[Rgb]) -> (Vec<Rgb>, HashMap<Rgb, u8>) {
    let mut counts: HashMap<Rgb, usize> = HashMap::new();
    for run in pixels.chunk_by(|a, b| a == b) {
        *counts.entry(run[0]).or_default() += run.len();
    }
    let mut colours: Vec<(Rgb, usize)> = counts.into_iter().collect();
    colours.sort_by(|a, b| b.1.cmp(&a.1).then(a.0.cmp(&b.0)));
    let palette: Vec<Rgb> = colours.iter().take(PALETTE).map(|(colour, _)| *colour).collect();
    let nearest = |colour: Rgb| {
        let places = 0..=u8::MAX;
        let near = places.zip(&palette).min_by_key(|(_, known)| distance(**known, colour));
        near.map_or(0, |(place, _)| place)
    };
    let index = colours.iter().map(|(colour, _)| (*colour, nearest(*colour))).collect();
    (palette, index)
}

fn distance(a: Rgb, b: Rgb) -> u32 {
    a.iter().zip(b).map(|(&a, b)| u32::from(a.abs_diff(b)).pow(2)).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rare_colours_become_the_nearest_frequent_one() {
        let mut pixels: Vec<Rgb> = Vec::new();
        for red in 0..=254 {
            pixels.extend([[red, 0, 0]; 3]);
        }
        pixels.extend([[0, 200, 0]; 9]);
        pixels.push([0, 190, 0]);
        let (palette, index) = palette(&pixels);
        assert_eq!(palette.len(), 256);
        assert_eq!(index[&[0, 190, 0]], index[&[0, 200, 0]]);
        assert_eq!(palette[usize::from(index[&[7, 0, 0]])], [7, 0, 0]);
    }
}
