//! Which rows or columns of a grid are visible and which are rendered. Pure arithmetic.

use std::ops::Range;

/// One axis of a grid, in pixels. Its items, rows or columns, all have the same size.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Axis {
    /// How far it is scrolled.
    pub scroll: f64,
    /// The size of the visible part, without the sticky header.
    pub view: f64,
    /// The size of an item.
    pub item_size: f64,
    /// The number of items.
    pub count: usize,
}

impl Axis {
    /// The items that are at least partly visible.
    pub fn visible(self) -> Range<usize> {
        if self.item_size <= 0.0 {
            return 0..0;
        }
        let scroll = self.clamped_scroll();
        let first = (scroll / self.item_size).floor() as usize;
        let end = ((scroll + self.view.max(0.0)) / self.item_size).ceil() as usize;
        let end = end.min(self.count);
        first.min(end)..end
    }

    /// The items to render: the visible ones and up to `overscan` on either side, at most `max`.
    pub fn rendered(self, overscan: usize, max: usize) -> Range<usize> {
        let visible = self.visible();
        let overscan = overscan.min(max.saturating_sub(visible.len()) / 2);
        let first = visible.start.saturating_sub(overscan);
        let end = (visible.end + overscan).min(self.count);
        first..end.min(first.saturating_add(max))
    }

    /// The scroll offset at which an item is completely visible, as close as possible to the present
    /// one. An item larger than the visible part is aligned at its start.
    pub fn scroll_to_reveal(self, index: usize) -> f64 {
        let start = index as f64 * self.item_size;
        let least = start + self.item_size - self.view;
        self.clamped_scroll().max(least).min(start)
    }

    /// The completely visible item nearest to `position`. Both are counted from 1; 0 is the header,
    /// which is always visible.
    pub fn nearest_visible(self, position: usize) -> usize {
        if position == 0 || self.item_size <= 0.0 || self.count == 0 {
            return position;
        }
        let scroll = self.clamped_scroll();
        let first = (scroll / self.item_size).ceil() as usize;
        let end = ((scroll + self.view) / self.item_size).floor() as usize;
        position.min(end).max(first + 1).min(self.count)
    }

    /// The number of completely visible items; at least one.
    pub fn page_size(self) -> usize {
        if self.item_size <= 0.0 { 1 } else { ((self.view / self.item_size) as usize).max(1) }
    }

    fn max_scroll(self) -> f64 {
        (self.item_size * self.count as f64 - self.view).max(0.0)
    }

    fn clamped_scroll(self) -> f64 {
        self.scroll.clamp(0.0, self.max_scroll())
    }
}

#[cfg(test)]
mod tests {
    use super::Axis;
    use proptest::prelude::*;

    fn axis() -> impl Strategy<Value = Axis> {
        (-50.0_f64..2e6, 0.0_f64..3_000.0, 1.0_f64..300.0, 0_usize..20_000)
            .prop_map(|(scroll, view, item_size, count)| Axis { scroll, view, item_size, count })
    }

    proptest! {
        #[test]
        fn visible_items_are_rendered_with_at_most_the_overscan(
            axis in axis(), overscan in 0_usize..9
        ) {
            let visible = axis.visible();
            let rendered = axis.rendered(overscan, usize::MAX);
            prop_assert!(rendered.start <= visible.start && visible.end <= rendered.end);
            prop_assert!(rendered.len() <= visible.len() + 2 * overscan);
            prop_assert!(rendered.end <= axis.count);
            // Every pixel of the view belongs to a visible item or lies beyond the last one.
            for step in 0..20 {
                let at = axis.clamped_scroll() + axis.view * f64::from(step) / 20.0;
                let index = (at / axis.item_size) as usize;
                prop_assert!(index >= axis.count || visible.contains(&index) || axis.view == 0.0);
            }
        }

        #[test]
        fn at_most_the_maximum_is_rendered(
            axis in axis(), overscan in 0_usize..9, max in 0_usize..60
        ) {
            let rendered = axis.rendered(overscan, max);
            prop_assert!(rendered.len() <= max && rendered.end <= axis.count);
            prop_assert!(rendered.is_empty() || rendered.start <= axis.visible().start);
        }

        #[test]
        fn the_nearest_visible_item_is_visible(axis in axis(), position in 0_usize..20_000) {
            prop_assume!(axis.view >= 2.0 * axis.item_size && position <= axis.count);
            let nearest = axis.nearest_visible(position);
            prop_assert!((nearest == 0) == (position == 0));
            prop_assert!(position == 0 || axis.visible().contains(&(nearest - 1)));
            prop_assert_eq!(axis.nearest_visible(nearest), nearest);
        }

        #[test]
        fn a_revealed_item_is_completely_visible(axis in axis(), index in 0_usize..20_000) {
            prop_assume!(index < axis.count);
            let scroll = axis.scroll_to_reveal(index);
            let start = index as f64 * axis.item_size;
            prop_assert!(scroll <= start + 1e-6);
            let fits = start + axis.item_size <= scroll + axis.view + 1e-6;
            prop_assert!(fits || axis.item_size > axis.view);
            prop_assert!(scroll >= -1e-6 && scroll <= axis.max_scroll().max(start) + 1e-6);
            // An item that is visible already does not cause scrolling.
            let again = Axis { scroll, ..axis };
            prop_assert!((again.scroll_to_reveal(index) - scroll).abs() < 1e-6);
        }
    }

    #[test]
    fn computes_known_examples() {
        let axis = Axis { scroll: 95.0, view: 100.0, item_size: 10.0, count: 1_000 };
        assert_eq!(axis.visible(), 9..20);
        assert_eq!(axis.rendered(3, 100), 6..23);
        assert_eq!(axis.rendered(3, 13), 8..21);
        assert_eq!(axis.page_size(), 10);
        assert_eq!(axis.scroll_to_reveal(9), 90.0);
        assert_eq!(axis.scroll_to_reveal(12), 95.0);
        assert_eq!(axis.scroll_to_reveal(999), 9_900.0);
        assert_eq!(Axis { count: 3, ..axis }.visible(), 0..3);
        assert_eq!(Axis::default().rendered(3, 9), 0..0);
    }
}
