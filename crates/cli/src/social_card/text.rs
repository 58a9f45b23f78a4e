//! The sentence on the card, and line breaking.

use super::fonts::Fonts;
use ladder::Ladder;

/// "6 roles, from AI Developer to CTO."
pub fn sentence(ladder: &Ladder) -> String {
    match &ladder.roles[..] {
        [] => String::new(),
        [only] => format!("One role: {}.", only.title),
        [first, .., last] if ladder.ordered && ladder.tracks.len() < 2 => {
            format!("{} roles, from {} to {}.", ladder.roles.len(), first.short(), last.short())
        }
        roles => format!("{} roles: what each requires, and how to get there.", roles.len()),
    }
}

/// Breaks a text into lines, each no wider than its entry in `widths`. A text that does not fit ends in an
/// ellipsis.
pub fn lines(text: &str, size: f32, weight: u16, widths: &[f32], fonts: &Fonts) -> Vec<String> {
    let mut lines = vec![String::new()];
    let mut words = text.split_whitespace().peekable();
    while let Some(word) = words.next() {
        let at = lines.len() - 1;
        let longer =
            if lines[at].is_empty() { word.to_owned() } else { format!("{} {word}", lines[at]) };
        if fonts.width(&longer, size, weight) <= widths[at] {
            lines[at] = longer;
            continue;
        }
        if lines[at].is_empty() || at + 1 == widths.len() {
            lines[at] = shortened(&longer, size, weight, widths[at], fonts);
            // A word that is too long for a line is shortened; the text continues on the next line.
            if at + 1 == widths.len() || words.peek().is_none() {
                break;
            }
            lines.push(String::new());
        } else {
            lines.push(word.to_owned());
        }
    }
    lines.retain(|line| !line.is_empty());
    lines
}

/// As much of a text as fits, with an ellipsis.
fn shortened(text: &str, size: f32, weight: u16, width: f32, fonts: &Fonts) -> String {
    let mut kept = text.to_owned();
    while fonts.width(&format!("{kept}…"), size, weight) > width && kept.pop().is_some() {}
    format!("{}…", kept.trim_end())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_no_wider_than_allowed() {
        let fonts = Fonts::bundled();
        let text = "Career Progression for AI Developers and everyone who works with them";
        let broken = lines(text, 60.0, 700, &[700.0, 500.0], &fonts);
        assert_eq!(broken.len(), 2);
        assert!(broken[0].starts_with("Career Progression"));
        assert!(broken[1].ends_with('…'), "{broken:?}");
        assert!(fonts.width(&broken[0], 60.0, 700) <= 700.0);
        assert!(fonts.width(&broken[1], 60.0, 700) <= 500.0);
        assert_eq!(lines("Short", 60.0, 700, &[700.0, 500.0], &fonts), ["Short"]);
        let long = lines(&"W".repeat(99), 60.0, 700, &[700.0, 500.0], &fonts);
        assert!(long.len() == 1 && long[0].ends_with('…'), "{long:?}");
    }
}
