//! A poster generated from a video's title: one bar per word, as long as the word, rising to the right.

use leptos::prelude::*;

/// The width of the view box; the height is 9/16 of it.
const WIDTH: usize = 320;
/// The height of the view box.
const HEIGHT: usize = 180;
/// The maximum number of bars; with more there would be no space between them.
const MAX_BARS: usize = 14;

/// The bar of a word.
#[derive(Debug, PartialEq, Eq)]
struct Bar {
    x: usize,
    y: usize,
    width: usize,
    height: usize,
}

/// The bars of a title, bottom left to top right, all within the view box.
fn bars(title: &str) -> Vec<Bar> {
    let words: Vec<usize> = title
        .split_whitespace()
        .map(|word| word.chars().filter(|c| c.is_alphanumeric()).count())
        .filter(|&letters| letters > 0)
        .take(MAX_BARS)
        .collect();
    let count = words.len().max(1);
    let (step_x, step_y) = (WIDTH / (count + 1), HEIGHT / (count + 1));
    let bar = |(index, letters): (usize, usize)| {
        let width = (18 + letters * 9).min(WIDTH / 2);
        Bar {
            x: (step_x * index + step_x / 2).min(WIDTH - width),
            y: HEIGHT - step_y * (index + 1) - step_y / 3,
            width,
            height: (step_y * 2 / 3).clamp(4, 20),
        }
    };
    words.into_iter().enumerate().map(bar).collect()
}

/// The poster of a video. Hidden from screen readers, because the title is next to it.
#[component]
pub fn VideoPoster(
    /// The video's title.
    title: String,
) -> impl IntoView {
    let rects = bars(&title).into_iter().map(|bar| {
        let radius = bar.height / 2;
        view! { <rect x=bar.x y=bar.y width=bar.width height=bar.height rx=radius></rect> }
    });
    let rects: Vec<_> = rects.collect();
    let view_box = format!("0 0 {WIDTH} {HEIGHT}");
    view! {
        <svg class="poster" viewBox=view_box preserveAspectRatio="xMidYMid slice" aria-hidden="true">
            {rects}
        </svg>
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn bars_are_within_the_view_box(title in "\\PC{0,300}") {
            for bar in bars(&title) {
                prop_assert!(bar.x + bar.width <= WIDTH && bar.y + bar.height <= HEIGHT, "{bar:?}");
            }
        }
    }

    #[test]
    fn different_titles_have_different_bars() {
        assert_ne!(bars("AI Engineer Roadmap"), bars("5 Career Paths"));
        assert_eq!(bars("| —"), []);
    }
}
