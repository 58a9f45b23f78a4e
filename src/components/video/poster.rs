//! A video's poster, drawn from its title: a bar for each word, as long as the word, climbing.

use leptos::prelude::*;

/// The width of the picture, in units of its view box; the height is 9/16 of it.
const WIDTH: usize = 320;
/// The height of the picture.
const HEIGHT: usize = 180;
/// More words than this would leave no room between the bars.
const WORDS: usize = 14;

/// One bar.
#[derive(Debug, PartialEq, Eq)]
struct Bar {
    x: usize,
    y: usize,
    width: usize,
    height: usize,
}

/// The bars of a title, bottom left to top right, all within the picture.
fn bars(title: &str) -> Vec<Bar> {
    let words: Vec<usize> = title
        .split_whitespace()
        .map(|word| word.chars().filter(|c| c.is_alphanumeric()).count())
        .filter(|&letters| letters > 0)
        .take(WORDS)
        .collect();
    let count = words.len().max(1);
    let (step_x, step_y) = (WIDTH / (count + 1), HEIGHT / (count + 1));
    let place = |(at, letters): (usize, usize)| {
        let width = (18 + letters * 9).min(WIDTH / 2);
        Bar {
            x: (step_x * at + step_x / 2).min(WIDTH - width),
            y: HEIGHT - step_y * (at + 1) - step_y / 3,
            width,
            height: (step_y * 2 / 3).clamp(4, 20),
        }
    };
    words.into_iter().enumerate().map(place).collect()
}

/// Draws the poster; hidden from screen readers, because the title stands beside it.
#[component]
pub fn VideoPoster(
    /// The video's title.
    title: String,
) -> impl IntoView {
    let drawn = bars(&title).into_iter().map(|bar| {
        let radius = bar.height / 2;
        view! { <rect x=bar.x y=bar.y width=bar.width height=bar.height rx=radius></rect> }
    });
    let drawn: Vec<_> = drawn.collect();
    let view_box = format!("0 0 {WIDTH} {HEIGHT}");
    view! {
        <svg class="poster" viewBox=view_box preserveAspectRatio="xMidYMid slice" aria-hidden="true">
            {drawn}
        </svg>
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn every_bar_is_within_the_picture(title in "\\PC{0,300}") {
            for bar in bars(&title) {
                prop_assert!(bar.x + bar.width <= WIDTH && bar.y + bar.height <= HEIGHT, "{bar:?}");
            }
        }
    }

    #[test]
    fn other_titles_look_otherwise() {
        assert_ne!(bars("AI Engineer Roadmap"), bars("5 Career Paths"));
        assert_eq!(bars("| —"), []);
    }
}
