//! Which of many equal lines are drawn: those in view and a few beside them. Pure arithmetic, for
//! rows and for columns alike.

use std::ops::Range;

/// One direction of a grid, in pixels: how far it is scrolled and how large things are.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Axis {
    /// How far it is scrolled from its start.
    pub scrolled: f64,
    /// How much of the lines can be seen at once, without the header that lies over them.
    pub view: f64,
    /// The size of a line.
    pub line: f64,
    /// How many lines there are.
    pub count: usize,
}

impl Axis {
    /// The lines of which a part is in view.
    pub fn in_view(self) -> Range<usize> {
        if self.line <= 0.0 {
            return 0..0;
        }
        let scrolled = self.scrolled.clamp(0.0, self.furthest());
        let first = (scrolled / self.line).floor() as usize;
        let end = ((scrolled + self.view.max(0.0)) / self.line).ceil() as usize;
        let end = end.min(self.count);
        first.min(end)..end
    }

    /// The lines to draw: those in view and up to `beside` on either side, never more than `most`.
    pub fn window(self, beside: usize, most: usize) -> Range<usize> {
        let seen = self.in_view();
        let spare = most.saturating_sub(seen.len()) / 2;
        let beside = beside.min(spare);
        let first = seen.start.saturating_sub(beside);
        let end = (seen.end + beside).min(self.count);
        first..end.min(first.saturating_add(most))
    }

    /// How far it can be scrolled at most.
    pub fn furthest(self) -> f64 {
        (self.line * self.count as f64 - self.view).max(0.0)
    }

    /// How far it has to be scrolled so that `line` is wholly in view: as little as it takes.
    pub fn revealing(self, line: usize) -> f64 {
        let start = line as f64 * self.line;
        let least = start + self.line - self.view;
        // Where a line is larger than the view, its start counts.
        self.scrolled.clamp(0.0, self.furthest()).max(least).min(start)
    }

    /// The line that is wholly in view and nearest to one, both counted from 1; 0 is the header,
    /// which is always in view.
    pub fn nearest_in_view(self, line: usize) -> usize {
        if line == 0 || self.line <= 0.0 || self.count == 0 {
            return line;
        }
        let scrolled = self.scrolled.clamp(0.0, self.furthest());
        let first = (scrolled / self.line).ceil() as usize;
        let end = ((scrolled + self.view) / self.line).floor() as usize;
        line.min(end).max(first + 1).min(self.count)
    }

    /// How many whole lines are in view at once; at least one.
    pub fn page(self) -> usize {
        if self.line <= 0.0 { 1 } else { ((self.view / self.line).floor() as usize).max(1) }
    }
}

#[cfg(test)]
mod tests {
    use super::Axis;
    use proptest::prelude::*;

    fn axis() -> impl Strategy<Value = Axis> {
        (-50.0_f64..2e6, 0.0_f64..3_000.0, 1.0_f64..300.0, 0_usize..20_000)
            .prop_map(|(scrolled, view, line, count)| Axis { scrolled, view, line, count })
    }

    proptest! {
        #[test]
        fn what_is_in_view_is_drawn_and_little_else(axis in axis(), beside in 0_usize..9) {
            let seen = axis.in_view();
            let window = axis.window(beside, usize::MAX);
            prop_assert!(window.start <= seen.start && seen.end <= window.end);
            prop_assert!(window.len() <= seen.len() + 2 * beside);
            prop_assert!(window.end <= axis.count);
            // Every pixel of the view that can show a line shows a drawn one.
            let scrolled = axis.scrolled.clamp(0.0, axis.furthest());
            for step in 0..20 {
                let at = scrolled + axis.view * f64::from(step) / 20.0;
                let line = (at / axis.line) as usize;
                prop_assert!(line >= axis.count || seen.contains(&line) || axis.view == 0.0);
            }
        }

        #[test]
        fn never_more_is_drawn_than_may_be(axis in axis(), beside in 0_usize..9, most in 0_usize..60) {
            let window = axis.window(beside, most);
            prop_assert!(window.len() <= most && window.end <= axis.count);
            prop_assert!(window.is_empty() || window.start <= axis.in_view().start);
        }

        #[test]
        fn the_nearest_line_in_view_is_in_view(axis in axis(), line in 0_usize..20_000) {
            prop_assume!(axis.view >= 2.0 * axis.line && line <= axis.count);
            let nearest = axis.nearest_in_view(line);
            prop_assert!((nearest == 0) == (line == 0));
            prop_assert!(line == 0 || axis.in_view().contains(&(nearest - 1)));
            prop_assert_eq!(axis.nearest_in_view(nearest), nearest);
        }

        #[test]
        fn a_revealed_line_is_wholly_in_view(axis in axis(), line in 0_usize..20_000) {
            prop_assume!(line < axis.count);
            let scrolled = axis.revealing(line);
            let start = line as f64 * axis.line;
            prop_assert!(scrolled <= start + 1e-6);
            let whole = start + axis.line <= scrolled + axis.view + 1e-6;
            prop_assert!(whole || axis.line > axis.view);
            prop_assert!(scrolled >= -1e-6 && scrolled <= axis.furthest().max(start) + 1e-6);
            // What is in view already stays where it is.
            let again = Axis { scrolled, ..axis };
            prop_assert!((again.revealing(line) - scrolled).abs() < 1e-6);
        }
    }

    #[test]
    fn a_few_by_hand() {
        let axis = Axis { scrolled: 95.0, view: 100.0, line: 10.0, count: 1_000 };
        assert_eq!(axis.in_view(), 9..20);
        assert_eq!(axis.window(3, 100), 6..23);
        assert_eq!(axis.window(3, 13), 8..21);
        assert_eq!(axis.page(), 10);
        assert_eq!(axis.revealing(9), 90.0);
        assert_eq!(axis.revealing(12), 95.0);
        assert_eq!(axis.revealing(999), 9_900.0);
        assert_eq!(Axis { count: 3, ..axis }.in_view(), 0..3);
        assert_eq!(Axis::default().window(3, 9), 0..0);
    }
}
