//! Which node shows which line, so that nodes are used again and stay in the order of what they
//! show: whoever hears the page hears its lines in their order.

use std::ops::Range;

/// The nodes of one direction of a grid, each by its number, and what each shows.
#[derive(Debug, Default)]
pub(super) struct Pool {
    /// By node: the line it shows.
    shown: Vec<Option<usize>>,
    /// The nodes in the order in which they stand in the page.
    order: Vec<usize>,
}

/// A node that is to show another line than before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Turn {
    /// The node; one more than there were is a new one, at the end.
    pub node: usize,
    /// What it shows from now on; nothing, where it is not needed.
    pub line: Option<usize>,
    /// Where it is to stand among the nodes.
    pub place: Place,
}

/// Where a node is to stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place {
    /// Where it is; a new one at the end.
    Stay,
    /// Before another node.
    Before(usize),
    /// After all others.
    Last,
}

impl Pool {
    /// The nodes that show a line, with it.
    pub fn shown(&self) -> impl Iterator<Item = (usize, usize)> + '_ {
        self.shown.iter().enumerate().filter_map(|(node, line)| Some((node, (*line)?)))
    }

    /// The node that shows `line`.
    pub fn node_of(&self, line: usize) -> Option<usize> {
        self.shown.iter().position(|shown| *shown == Some(line))
    }

    /// Shows the lines of `window`, and `kept` wherever it is. Says which nodes turn, in the order
    /// in which it is to be done; the others stay untouched.
    pub fn show(&mut self, window: Range<usize>, kept: Option<usize>) -> Vec<Turn> {
        let wanted = |line: &usize| window.contains(line) || kept == Some(*line);
        let mut free = Vec::new();
        for &node in self.order.iter().rev() {
            if !self.shown[node].as_ref().is_some_and(wanted) {
                free.push(node);
            }
        }
        let beyond = kept.filter(|line| !window.contains(line));
        let before = beyond.filter(|line| *line < window.start);
        let after = beyond.filter(|line| *line >= window.end);
        let mut turns = Vec::new();
        for line in before.into_iter().chain(window).chain(after) {
            if self.node_of(line).is_some() {
                continue;
            }
            let node = free.pop().unwrap_or_else(|| self.grow());
            self.shown[node] = Some(line);
            turns.push(Turn { node, line: Some(line), place: Place::Stay });
        }
        for node in free {
            if self.shown[node].take().is_some() {
                turns.push(Turn { node, line: None, place: Place::Stay });
            }
        }
        self.put_in_order(&mut turns);
        turns
    }

    fn grow(&mut self) -> usize {
        let node = self.shown.len();
        self.shown.push(None);
        self.order.push(node);
        node
    }

    /// Moves the nodes that turn to where their lines belong; those that stay are never moved,
    /// because one of them may have the focus.
    fn put_in_order(&mut self, turns: &mut [Turn]) {
        let shown = &self.shown;
        let lines = |order: &[usize]| order.iter().filter_map(|node| shown[*node]).is_sorted();
        if lines(&self.order) {
            return;
        }
        self.order.retain(|node| turns.iter().all(|turn| turn.node != *node));
        for turn in turns {
            let place = match turn.line {
                Some(_) => self.order.iter().position(|node| shown[*node] > turn.line),
                None => None,
            };
            turn.place = place.map_or(Place::Last, |place| Place::Before(self.order[place]));
            self.order.insert(place.unwrap_or(self.order.len()), turn.node);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Place, Pool, Turn};
    use proptest::prelude::*;

    /// What the page would look like: the nodes in their order and the lines they show.
    #[derive(Default)]
    struct Page(Vec<(usize, Option<usize>)>);

    impl Page {
        fn take(&mut self, turns: &[Turn]) {
            for turn in turns {
                let at = self.0.iter().position(|(node, _)| *node == turn.node);
                let at = at.unwrap_or_else(|| {
                    self.0.push((turn.node, None));
                    self.0.len() - 1
                });
                self.0[at].1 = turn.line;
                let before = match turn.place {
                    Place::Stay => continue,
                    Place::Before(before) => Some(before),
                    Place::Last => None,
                };
                let node = self.0.remove(at);
                let place = before.map_or(self.0.len(), |before| {
                    self.0.iter().position(|(node, _)| *node == before).unwrap()
                });
                self.0.insert(place, node);
            }
        }

        fn lines(&self) -> Vec<usize> {
            self.0.iter().filter_map(|(_, line)| *line).collect()
        }
    }

    proptest! {
        #[test]
        fn all_that_is_wanted_is_shown_once_and_in_order(
            steps in prop::collection::vec((0_usize..90, 0_usize..20, prop::option::of(0_usize..99)), 1..30)
        ) {
            let (mut pool, mut page) = (Pool::default(), Page::default());
            for (first, len, kept) in steps {
                let before: Vec<_> = page.0.clone();
                let turns = pool.show(first..first + len, kept);
                page.take(&turns);
                let mut wanted: Vec<_> = (first..first + len).chain(kept).collect();
                wanted.sort_unstable();
                wanted.dedup();
                prop_assert_eq!(page.lines(), wanted);
                // A node whose line is still wanted is not touched.
                for (node, line) in before {
                    let stays = line.is_some_and(|line| page.lines().contains(&line));
                    prop_assert!(!stays || turns.iter().all(|turn| turn.node != node));
                }
            }
            prop_assert!(page.0.len() <= 21, "no more nodes than are needed at once");
        }
    }

    #[test]
    fn scrolling_on_turns_only_what_comes_into_view() {
        let mut pool = Pool::default();
        assert_eq!(pool.show(0..10, None).len(), 10);
        assert_eq!(pool.show(0..10, None), []);
        let turns = pool.show(2..12, None);
        let told: Vec<_> = turns.iter().map(|turn| (turn.node, turn.line)).collect();
        assert_eq!(told, [(0, Some(10)), (1, Some(11))]);
        // Far away everything turns, and nothing has to be moved.
        assert!(pool.show(500..510, None).iter().all(|turn| turn.place == Place::Stay));
    }
}
