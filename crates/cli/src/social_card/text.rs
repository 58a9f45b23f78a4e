//! Line breaking, and the size at which a text fits.

use super::fonts::Fonts;
use std::collections::VecDeque;

/// The distance of lines, in sizes.
const LINE_HEIGHT: f32 = 1.1;

/// A text in lines of a size.
pub struct Block {
    pub size: f32,
    pub lines: Vec<String>,
    /// Whether the text is read from right to left.
    is_rtl: bool,
}

impl Block {
    pub fn line_height(&self) -> f32 {
        self.size * LINE_HEIGHT
    }

    /// From the top of the first line to the bottom of the last one.
    #[allow(clippy::cast_precision_loss)] // a few lines
    pub fn height(&self) -> f32 {
        self.lines.len() as f32 * self.line_height()
    }

    /// The lines as they are drawn: with marks around those that are read from right to left, because a line alone
    /// may begin with a foreign word.
    pub fn lines(&self) -> impl Iterator<Item = String> + '_ {
        self.lines
            .iter()
            .map(|line| if self.is_rtl { format!("\u{202b}{line}\u{202c}") } else { line.clone() })
    }

    /// Whether all of the text is in it and no word is cut.
    fn is_whole(&self, text: &str, widest: f32, weight: u16, fonts: &Fonts) -> bool {
        let fits = |piece: &Piece| fonts.width(piece.text, self.size, weight) <= widest;
        !self.lines.last().is_some_and(|line| line.ends_with('…')) && pieces(text).iter().all(fits)
    }
}

/// A text in the largest of `sizes` in which it fits into `width` and `height`, in lines of similar lengths. In
/// the smallest one it ends in an ellipsis if it does not fit.
pub fn fit(
    text: &str,
    weight: u16,
    sizes: &[f32],
    (width, height): (f32, f32),
    fonts: &Fonts,
) -> Block {
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // a few lines
    let widths = |size: f32| vec![width; ((height / (size * LINE_HEIGHT)) as usize).max(1)];
    sized_lines(text, weight, sizes, widths, fonts)
}

/// A text broken into lines of similar lengths, in the largest size in which it fits into the widths for that size.
pub fn sized_lines<W: AsRef<[f32]>>(
    text: &str,
    weight: u16,
    sizes: &[f32],
    widths: impl Fn(f32) -> W,
    fonts: &Fonts,
) -> Block {
    let mut block = Block { size: 0.0, lines: Vec::new(), is_rtl: is_rtl(text) };
    for &size in sizes {
        let widths = widths(size);
        let widths = widths.as_ref();
        (block.size, block.lines) = (size, lines(text, size, weight, widths, fonts));
        let widest = widths.iter().copied().fold(0.0, f32::max);
        if block.is_whole(text, widest, weight, fonts) {
            balance(&mut block, text, weight, widths, fonts);
            break;
        }
    }
    block
}

/// Breaks a text that fits into as many lines, as narrow as they can be.
fn balance(block: &mut Block, text: &str, weight: u16, widths: &[f32], fonts: &Fonts) {
    const STEP: f32 = 12.0;
    let count = block.lines.len();
    if count < 2 {
        return;
    }
    let mut widths = widths[..count].to_vec();
    loop {
        widths.iter_mut().for_each(|width| *width -= STEP);
        let lines = lines(text, block.size, weight, &widths, fonts);
        let narrowest = widths.iter().copied().fold(f32::INFINITY, f32::min);
        let narrower = Block { size: block.size, lines, is_rtl: block.is_rtl };
        if narrower.lines.len() != count || !narrower.is_whole(text, narrowest, weight, fonts) {
            break;
        }
        *block = narrower;
    }
}

/// Whether the first letter of a text is of a script that is written from right to left.
fn is_rtl(text: &str) -> bool {
    let first = text.chars().find(|letter| letter.is_alphabetic());
    first.is_some_and(|letter| {
        matches!(letter, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{feff}')
    })
}

/// A part of a text that is not broken.
struct Piece<'a> {
    text: &'a str,
    /// Whether a space separates it from the one before.
    after_space: bool,
}

/// Words, and the characters of scripts that are written without spaces.
fn pieces(text: &str) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    for word in text.split_whitespace() {
        let mut start = 0;
        let mut previous = None;
        for (at, letter) in word.char_indices() {
            let breaks = previous.is_some_and(|previous| {
                let joins =
                    is_spaceless(letter) || is_spaceless(previous) || is_wide_mark(previous);
                joins && !is_closing(letter)
                    || matches!(previous, '/' | '-' | '–' | '—') && letter.is_alphabetic()
            });
            if breaks {
                pieces.push(Piece { text: &word[start..at], after_space: start == 0 });
                start = at;
            }
            previous = Some(letter);
        }
        pieces.push(Piece { text: &word[start..], after_space: start == 0 });
    }
    pieces
}

/// Whether a character is of a script that is written without spaces and may be broken anywhere: Chinese,
/// Japanese.
fn is_spaceless(letter: char) -> bool {
    matches!(letter, '\u{3041}'..='\u{30ff}' | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}'
        | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3134f}')
}

/// Whether a character is punctuation of such a script.
fn is_wide_mark(letter: char) -> bool {
    matches!(letter, '\u{3001}'..='\u{3020}' | '\u{ff01}'..='\u{ff60}')
}

/// Whether a line must not start with a character.
fn is_closing(letter: char) -> bool {
    "、。，．・：；？！」』）】〕》〉ー々ゃゅょっァィゥェォャュョッ,.:;?!)]}".contains(letter)
}

/// Breaks a text into lines, each no wider than its entry in `widths`. A word that is too long for a line is
/// continued on the next one. A text that does not fit ends in an ellipsis.
pub fn lines(text: &str, size: f32, weight: u16, widths: &[f32], fonts: &Fonts) -> Vec<String> {
    let mut lines = vec![String::new()];
    let width = |text: &str| fonts.width(text, size, weight);
    let mut pieces: VecDeque<_> = pieces(text).into();
    while let Some(piece) = pieces.pop_front() {
        let at = lines.len() - 1;
        let space = if piece.after_space && !lines[at].is_empty() { " " } else { "" };
        let longer = format!("{}{space}{}", lines[at], piece.text);
        if width(&longer) <= widths[at] {
            lines[at] = longer;
        } else if at + 1 == widths.len() {
            lines[at] =
                format!("{}…", longer[..fitting(&longer, "…", widths[at], &width)].trim_end());
            break;
        } else {
            if lines[at].is_empty() {
                let end = fitting(piece.text, "-", widths[at], &width).max(first_end(piece.text));
                lines[at] = format!("{}-", &piece.text[..end]);
                pieces.push_front(Piece { text: &piece.text[end..], after_space: false });
            } else {
                pieces.push_front(piece);
            }
            lines.push(String::new());
        }
    }
    lines.retain(|line| !line.is_empty());
    lines
}

/// Where the longest beginning of a text ends that fits with `mark` after it.
fn fitting(text: &str, mark: &str, most: f32, width: &impl Fn(&str) -> f32) -> usize {
    let ends: Vec<usize> = text.char_indices().map(|(at, _)| at).collect();
    let fits = |&end: &usize| width(&format!("{}{mark}", text[..end].trim_end())) <= most;
    ends.partition_point(fits).checked_sub(1).map_or(0, |last| ends[last])
}

/// Where the first character ends.
fn first_end(text: &str) -> usize {
    text.chars().next().map_or(0, char::len_utf8)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_no_wider_than_allowed() {
        let fonts = Fonts::bundled("");
        let text = "Career Progression for AI Developers and everyone who works with them";
        let broken = lines(text, 60.0, 700, &[700.0, 500.0], &fonts);
        assert_eq!(broken.len(), 2);
        assert!(broken[0].starts_with("Career Progression"));
        assert!(broken[1].ends_with('…'), "{broken:?}");
        assert!(fonts.width(&broken[0], 60.0, 700) <= 700.0);
        assert!(fonts.width(&broken[1], 60.0, 700) <= 500.0);
        assert_eq!(lines("Short", 60.0, 700, &[700.0, 500.0], &fonts), ["Short"]);
        let long = lines(&"W".repeat(99), 60.0, 700, &[700.0, 500.0], &fonts);
        assert!(long.len() == 2 && long[0].ends_with('-') && long[1].ends_with('…'), "{long:?}");
    }

    #[test]
    fn a_title_is_as_large_as_fits_and_its_lines_have_similar_lengths() {
        let fonts = Fonts::bundled("");
        let short = fit("CTO", 700, &[112.0, 60.0], (700.0, 300.0), &fonts);
        assert_eq!((short.size, short.lines), (112.0, vec!["CTO".to_owned()]));
        let long = fit(
            "Vice President of Artificial Intelligence",
            700,
            &[112.0, 60.0],
            (700.0, 140.0),
            &fonts,
        );
        assert_eq!(long.size, 60.0);
        assert_eq!(long.lines, ["Vice President of", "Artificial Intelligence"]);
        let word =
            fit("Donaudampfschifffahrtsgesellschaft", 700, &[112.0, 40.0], (700.0, 300.0), &fonts);
        assert_eq!(word.size, 40.0, "a word is not cut if a smaller size shows it");
        assert_eq!(word.lines.len(), 1);
    }

    #[test]
    fn every_line_of_a_text_from_right_to_left_is_drawn_from_the_right() {
        let fonts = Fonts::bundled("");
        let drawn = |text| fit(text, 400, &[40.0], (160.0, 200.0), &fonts).lines().next().unwrap();
        assert!(drawn("\u{05d0}\u{05d1} AI (Senior)").starts_with('\u{202b}'));
        assert!(drawn("AI \u{05d0}").starts_with('A'));
    }

    #[test]
    fn scripts_without_spaces_are_broken_between_characters() {
        let text: Vec<_> = pieces("机器学习、B AI/ML Engineer").iter().map(|it| it.text).collect();
        assert_eq!(text, ["机", "器", "学", "习、", "B", "AI/", "ML", "Engineer"]);
    }
}
