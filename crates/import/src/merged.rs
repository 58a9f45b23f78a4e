//! Merged cells of spreadsheets: every cell of a merged region shows the text of its first one.

use crate::source::Location;
use crate::table::{Cell, CellOrigin, MAX_CELLS, TableError};
use ladder::Place;

/// The most text that merged cells repeat.
const MAX_REPEATED: usize = 64 * MIB;
const MIB: usize = 1024 * 1024;

/// A merged region: the first and the last row and column, counted from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct MergedRegion {
    pub first: (u32, u32),
    pub last: (u32, u32),
}

/// Repeats the text of merged regions in their blank cells, in rows and columns that have a text besides.
///
/// # Errors
/// If that would take too much memory.
pub(crate) fn fill(rows: &mut [Vec<Cell>], regions: &[MergedRegion]) -> Result<(), TableError> {
    let width = rows.iter().map(Vec::len).max().unwrap_or(0);
    let line = |row: &Vec<Cell>| row.first().map_or(0, |cell| cell.location.place.line);
    let lines: Vec<u32> = rows.iter().map(line).collect();
    let (mut cells, mut bytes) = (0_usize, 0_usize);
    for region in regions {
        let (row, column) = region.first;
        let start = lines.partition_point(|line| *line <= row);
        let end = lines.partition_point(|line| *line <= region.last.0.saturating_add(1));
        let first_column = column as usize;
        let columns = first_column..width.min((region.last.1 as usize).saturating_add(1));
        let origin = lines.get(start).filter(|line| **line == row.saturating_add(1));
        let origin = origin.and_then(|_| rows[start].get(first_column)).cloned();
        let Some(origin) = origin.filter(|cell| !cell.is_blank() || cell.is_unreadable()) else {
            continue;
        };
        let covered = rows.get_mut(start..end).unwrap_or_default();
        for (row, line) in covered.iter_mut().zip(&lines[start..]) {
            cells += columns.len();
            if cells > MAX_CELLS {
                return Err(TableError::TooManyCells);
            }
            for column in columns.clone() {
                while row.len() <= column {
                    let place = Place {
                        line: *line,
                        column: u32::try_from(row.len() + 1).unwrap_or(u32::MAX),
                    };
                    row.push(Cell::new("", Location { place, ..origin.location }));
                }
                if !row[column].is_blank() || row[column].is_unreadable() {
                    continue;
                }
                bytes += origin.text.len();
                if bytes > MAX_REPEATED {
                    return Err(TableError::TooMuchMergedText(MAX_REPEATED / MIB));
                }
                let is_first = column == first_column;
                row[column] =
                    origin.merged(if is_first { CellOrigin::Above } else { CellOrigin::Left });
            }
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(lines: &[(u32, &[&str])]) -> Vec<Vec<Cell>> {
        let cell =
            |line, (column, text): (u32, &&str)| Cell::new(*text, Location::at(line, column));
        let row = |(line, cells): &(u32, &[&str])| {
            (1..).zip(*cells).map(|place| cell(*line, place)).collect()
        };
        lines.iter().map(row).collect()
    }

    fn region(first: (u32, u32), last: (u32, u32)) -> MergedRegion {
        MergedRegion { first, last }
    }

    #[test]
    fn merged_cells_show_the_first_one_within_the_table() {
        let mut rows = rows(&[(1, &["a", "", "z"]), (3, &["", "own"])]);
        fill(&mut rows, &[region((0, 0), (1_048_575, 16_383))]).unwrap();
        let shown = |row: &Vec<Cell>| -> Vec<(String, CellOrigin)> {
            row.iter().map(|cell| (cell.text.clone(), cell.origin)).collect()
        };
        let cell = |text: &str, origin| (text.to_owned(), origin);
        let (own, above, left) = (CellOrigin::Own, CellOrigin::Above, CellOrigin::Left);
        assert_eq!(shown(&rows[0]), [cell("a", own), cell("a", left), cell("z", own)]);
        assert_eq!(shown(&rows[1]), [cell("a", above), cell("own", own), cell("a", left)]);
        assert_eq!(rows[1][2].location, Location::at(1, 1));
    }

    #[test]
    fn merged_regions_cannot_expand_without_bound() {
        let long = "x".repeat(MIB);
        let mut lines = vec![(1, [long.as_str(), "x"])];
        lines.extend((2..200).map(|line| (line, ["", "x"])));
        let lines: Vec<(u32, &[&str])> =
            lines.iter().map(|(line, cells)| (*line, cells.as_slice())).collect();
        let all = region((0, 0), (u32::MAX, 0));
        assert_eq!(fill(&mut rows(&lines), &[all]), Err(TableError::TooMuchMergedText(64)));
        let many = vec![region((0, 1), (u32::MAX, 1)); 100_000];
        assert_eq!(fill(&mut rows(&lines), &many), Err(TableError::TooManyCells));
    }
}
