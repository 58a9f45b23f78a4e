//! A list in which new items go after the item that precedes them in the table.

use crate::node::Node;

/// A list that is being changed.
pub(super) struct Order {
    old: Vec<(Node, bool)>,
    /// The new items before the first old one and after each.
    new: Vec<Vec<Node>>,
    at: usize,
}

impl Order {
    pub fn new(old: Vec<Node>) -> Self {
        let new = vec![Vec::new(); old.len() + 1];
        Self { old: old.into_iter().map(|node| (node, false)).collect(), new, at: 0 }
    }

    /// Keeps an old item, and goes to it.
    pub fn keep(&mut self, index: usize) -> &mut Node {
        self.at = index + 1;
        let (node, is_kept) = &mut self.old[index];
        *is_kept = true;
        node
    }

    /// Adds an item after the one that was kept last.
    pub fn insert(&mut self, node: Node) {
        self.new[self.at].push(node);
    }

    /// The items, and the indices of the old ones that were not kept.
    pub fn finish(self) -> (Vec<Node>, Vec<usize>) {
        let mut gone = Vec::new();
        let mut new = self.new.into_iter();
        let mut items = new.next().unwrap_or_default();
        for ((at, (node, is_kept)), new) in self.old.into_iter().enumerate().zip(new) {
            if is_kept {
                items.push(node);
            } else {
                gone.push(at);
            }
            items.extend(new);
        }
        (items, gone)
    }
}
