//! Assigns rows or columns to nodes. Nodes are reused, and stay in the order of what they show, because
//! screen readers read them in that order.

use std::ops::Range;

/// The nodes of one axis of a grid, by number, and the index that each shows.
#[derive(Debug, Default)]
pub(super) struct NodePool {
    /// By node: the index it shows.
    shown: Vec<Option<usize>>,
    /// The nodes in document order.
    order: Vec<usize>,
}

/// A node that shows another index than before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct NodeUpdate {
    /// The node. The number after the last one stands for a new node, at the end.
    pub node: usize,
    /// The index it shows from now on; `None` if it is not needed.
    pub index: Option<usize>,
    /// Whether it moves in the document.
    pub is_moved: bool,
    /// The node before which it is inserted if it moves; `None` for the end.
    pub before: Option<usize>,
}

impl NodePool {
    /// The nodes that show an index, each with the index.
    pub fn shown(&self) -> impl Iterator<Item = (usize, usize)> + '_ {
        self.shown.iter().enumerate().filter_map(|(node, index)| Some((node, (*index)?)))
    }

    /// The node that shows `index`.
    pub fn node_of(&self, index: usize) -> Option<usize> {
        self.shown.iter().position(|shown| *shown == Some(index))
    }

    /// Shows the indices in `range`, and `pinned` wherever it is. Returns the nodes that change, in the
    /// order in which to apply them; the others stay untouched.
    pub fn show(&mut self, range: Range<usize>, pinned: Option<usize>) -> Vec<NodeUpdate> {
        let is_needed = |index: &usize| range.contains(index) || pinned == Some(*index);
        let mut free = Vec::new();
        for &node in self.order.iter().rev() {
            if !self.shown[node].as_ref().is_some_and(is_needed) {
                free.push(node);
            }
        }
        let outside = pinned.filter(|index| !range.contains(index));
        let before = outside.filter(|index| *index < range.start);
        let after = outside.filter(|index| *index >= range.end);
        let mut updates = Vec::new();
        let mut update = |node, index| {
            updates.push(NodeUpdate { node, index, is_moved: false, before: None });
        };
        for index in before.into_iter().chain(range).chain(after) {
            if self.node_of(index).is_none() {
                let node = free.pop().unwrap_or_else(|| self.grow());
                self.shown[node] = Some(index);
                update(node, Some(index));
            }
        }
        for node in free {
            if self.shown[node].take().is_some() {
                update(node, None);
            }
        }
        self.sort(&mut updates);
        updates
    }

    fn grow(&mut self) -> usize {
        let node = self.shown.len();
        self.shown.push(None);
        self.order.push(node);
        node
    }

    /// Moves the updated nodes to where their indices belong; the others never move, because one of
    /// them may have the focus.
    fn sort(&mut self, updates: &mut [NodeUpdate]) {
        let shown = &self.shown;
        if self.order.iter().filter_map(|node| shown[*node]).is_sorted() {
            return;
        }
        self.order.retain(|node| updates.iter().all(|update| update.node != *node));
        for update in updates {
            let next = update
                .index
                .and_then(|_| self.order.iter().position(|node| shown[*node] > update.index));
            update.is_moved = true;
            update.before = next.map(|next| self.order[next]);
            self.order.insert(next.unwrap_or(self.order.len()), update.node);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{NodePool, NodeUpdate};
    use proptest::prelude::*;

    /// The nodes in document order, each with the index it shows.
    #[derive(Default)]
    struct Document(Vec<(usize, Option<usize>)>);

    impl Document {
        fn apply(&mut self, updates: &[NodeUpdate]) {
            let find = |nodes: &[(usize, Option<usize>)], node| {
                nodes.iter().position(|(other, _)| *other == node)
            };
            for update in updates {
                let from = find(&self.0, update.node).unwrap_or_else(|| {
                    self.0.push((update.node, None));
                    self.0.len() - 1
                });
                self.0[from].1 = update.index;
                if update.is_moved {
                    let node = self.0.remove(from);
                    let to = update.before.map(|before| find(&self.0, before).unwrap());
                    self.0.insert(to.unwrap_or(self.0.len()), node);
                }
            }
        }

        fn indices(&self) -> Vec<usize> {
            self.0.iter().filter_map(|(_, index)| *index).collect()
        }
    }

    proptest! {
        #[test]
        fn everything_needed_is_shown_once_and_in_order(
            steps in prop::collection::vec((0_usize..90, 0_usize..20, prop::option::of(0_usize..99)), 1..30)
        ) {
            let (mut pool, mut document) = (NodePool::default(), Document::default());
            for (first, len, pinned) in steps {
                let before = document.0.clone();
                let updates = pool.show(first..first + len, pinned);
                document.apply(&updates);
                let mut needed: Vec<_> = (first..first + len).chain(pinned).collect();
                needed.sort_unstable();
                needed.dedup();
                prop_assert_eq!(document.indices(), needed);
                // A node whose index is still needed is not updated.
                for (node, index) in before {
                    let stays = index.is_some_and(|index| document.indices().contains(&index));
                    prop_assert!(!stays || updates.iter().all(|update| update.node != node));
                }
            }
            prop_assert!(document.0.len() <= 21, "no more nodes than are needed at once");
        }
    }

    #[test]
    fn scrolling_updates_only_nodes_that_come_into_view() {
        let mut pool = NodePool::default();
        assert_eq!(pool.show(0..10, None).len(), 10);
        assert_eq!(pool.show(0..10, None), []);
        let updates = pool.show(2..12, None);
        let updated: Vec<_> = updates.iter().map(|update| (update.node, update.index)).collect();
        assert_eq!(updated, [(0, Some(10)), (1, Some(11))]);
        // After a jump every node changes, and none has to move.
        assert!(pool.show(500..510, None).iter().all(|update| !update.is_moved));
    }
}
