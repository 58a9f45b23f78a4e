//! What a spreadsheet can have besides the text of its cells. A ladder takes nothing of it.

use crate::remark::Report;
use crate::source::Location;

/// What a file has besides the text of its cells.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Extras {
    has_comments: bool,
    has_links: bool,
    has_pictures: bool,
    has_charts: bool,
    has_hidden_cells: bool,
}

/// Whether a part of an Excel file is a sheet or says which of its cells have links; [`Extras::add_text`] reads it.
pub(super) fn is_read(part: &str) -> bool {
    part.starts_with("xl/worksheets/")
}

impl Extras {
    /// Notes what the name of a part of the file says. Excel keeps comments, pictures and charts in parts of
    /// their own.
    pub fn add_part(&mut self, name: &str) {
        let Some(part) = name.strip_prefix("xl/") else { return };
        self.has_comments |= part.starts_with("comments") || part.starts_with("threadedComments");
        self.has_pictures |= part.starts_with("media/");
        self.has_charts |= part.starts_with("charts/");
    }

    /// Notes what the text of a part says: an Excel sheet or its relations, or the content of an ODS file.
    pub fn add_text(&mut self, xml: &str) {
        self.has_comments |= xml.contains("<office:annotation");
        self.has_links |= xml.contains("<text:a ") || xml.contains("relationships/hyperlink");
        self.has_pictures |= xml.contains("<draw:image");
        self.has_charts |= xml.contains("<draw:object");
        let hidden = [
            " hidden=\"1\"",
            " hidden=\"true\"",
            ":visibility=\"collapse\"",
            ":visibility=\"filter\"",
        ];
        self.has_hidden_cells |= hidden.iter().any(|attribute| xml.contains(attribute));
    }

    /// Reports what is left out, and that hidden cells are not.
    pub fn report(&self, start: Location, report: &mut Report) {
        if self.has_hidden_cells {
            report.guessed(start, "hidden rows and columns are read like the others");
        }
        for (has_some, message) in [
            (
                self.has_comments,
                "the comments on cells; write them into cells of a column of notes",
            ),
            (self.has_links, "the links of cells; write the addresses into cells of their own"),
            (self.has_pictures, "the pictures"),
            (self.has_charts, "the charts"),
        ] {
            if has_some {
                report.left_out(start, message);
            }
        }
    }
}
