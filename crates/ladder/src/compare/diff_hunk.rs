//! The hunks of a diff between two lists of tokens.

use super::diff_budget::DiffBudget;
use crate::token::Token;
use similar::DiffOp;
use similar::algorithms::{Capture, Replace, myers};
use std::ops::Range;

/// A run of tokens that both texts have, or that the second text replaces; either may be empty.
#[derive(Clone, Debug)]
pub(super) struct DiffHunk {
    pub(super) is_equal: bool,
    /// The tokens of the first text.
    pub(super) before: Range<usize>,
    /// The tokens of the second text.
    pub(super) after: Range<usize>,
    /// The length of the longer side in bytes.
    len: usize,
}

/// The hunks in order. If the budget does not suffice, everything between the common start and the
/// common end is one replaced hunk.
pub(super) fn hunks(before: &[Token], after: &[Token], budget: &mut DiffBudget) -> Vec<DiffHunk> {
    let hunk = |op: DiffOp| {
        let len = |tokens: &[Token]| tokens.iter().map(|token| token.text.len()).sum::<usize>();
        let (old, new) = (op.old_range(), op.new_range());
        let len = len(&before[old.clone()]).max(len(&after[new.clone()]));
        let is_equal = matches!(op, DiffOp::Equal { .. });
        DiffHunk { is_equal, before: old, after: new, len }
    };
    let ops = diff(&texts(before), &texts(after), budget);
    ops.into_iter().map(hunk).filter(|hunk| hunk.len > 0).collect()
}

fn texts<'a>(tokens: &[Token<'a>]) -> Vec<&'a str> {
    tokens.iter().map(|token| token.text).collect()
}

fn diff(before: &[&str], after: &[&str], budget: &mut DiffBudget) -> Vec<DiffOp> {
    let is_equal = |(a, b): &(&&str, &&str)| a == b;
    let start = before.iter().zip(after).take_while(is_equal).count();
    let ends = before[start..].iter().rev().zip(after[start..].iter().rev());
    let end = ends.take_while(is_equal).count();
    let (old_len, new_len) = (before.len() - start - end, after.len() - start - end);
    if budget.spend(old_len, new_len) {
        let mut ops = Replace::new(Capture::new());
        let Ok(()) = myers::diff(&mut ops, before, 0..before.len(), after, 0..after.len());
        return ops.into_inner().into_ops();
    }
    let (old_end, new_end) = (start + old_len, start + new_len);
    vec![
        DiffOp::Equal { old_index: 0, new_index: 0, len: start },
        DiffOp::Replace { old_index: start, old_len, new_index: start, new_len },
        DiffOp::Equal { old_index: old_end, new_index: new_end, len: end },
    ]
}

/// Merges two changes if the equal text between them is not longer than either, because a text with
/// many small changes is hard to read.
pub(super) fn merge_close_changes(hunks: Vec<DiffHunk>) -> Vec<DiffHunk> {
    let mut merged: Vec<DiffHunk> = Vec::new();
    for hunk in hunks {
        merged.push(hunk);
        while let [.., first, equal, last] = merged.as_slice() {
            let is_short = equal.is_equal && equal.len <= first.len.min(last.len);
            if !is_short {
                break;
            }
            let whole = DiffHunk {
                is_equal: false,
                before: first.before.start..last.before.end,
                after: first.after.start..last.after.end,
                len: first.len + equal.len + last.len,
            };
            merged.truncate(merged.len() - 3);
            merged.push(whole);
        }
    }
    merged
}
