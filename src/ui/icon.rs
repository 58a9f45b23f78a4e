//! The icons, drawn on a 24 x 24 grid. Each stands beside a label or in a labelled button.

use leptos::prelude::*;

/// The shape of an icon.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum IconShape {
    /// A magnifying glass: search.
    Search,
    /// A cross: close or remove.
    Close,
    /// An arrow down.
    Down,
    /// An arrow forward: to the right, or to the left in right-to-left text.
    Forward,
    /// An arrow back.
    Back,
    /// Two arrows in opposite directions: swap.
    Swap,
    /// An arrow out of a box: a link to another site.
    External,
    /// A triangle: play a video.
    Play,
    /// An arrow into a tray: download.
    Download,
    /// Two sheets: copy.
    Copy,
    /// Two links of a chain: copy the link.
    Link,
    /// A printer.
    Print,
    /// A half-filled circle: the system's theme.
    HalfCircle,
    /// A sun: light theme.
    Sun,
    /// A moon: dark theme.
    Moon,
    /// A ladder.
    Ladder,
    /// A folder: another ladder.
    Folder,
    /// Cells of a table: the skills matrix.
    Grid,
    /// A flag: the plan.
    Flag,
}

impl IconShape {
    fn path(self) -> &'static str {
        match self {
            Self::Search => "M10.5 4a6.5 6.5 0 1 1 0 13 6.5 6.5 0 0 1 0-13ZM15.5 15.5 20 20",
            Self::Close => "M6 6l12 12M18 6 6 18",
            Self::Down => "M12 4v15M6 13l6 6 6-6",
            Self::Folder => "M4 18V6h6l2 2.5h8V18z",
            Self::Forward => "M4 12h15M13 6l6 6-6 6",
            Self::Back => "M20 12H5M11 6l-6 6 6 6",
            Self::Swap => "M4 9h15M15 5l4 4-4 4M20 16H5M9 12l-4 4 4 4",
            Self::External => "M14 4h6v6M20 4l-9 9M18 14v5H5V6h5",
            Self::Play => "M8 5.5v13l11-6.5z",
            Self::Download => "M12 4v11M7 10.5l5 5 5-5M5 20h14",
            Self::Copy => "M9 9h10v11H9zM5 15V4h10",
            Self::Link => {
                "M10 14a4 4 0 0 0 6 0l3-3a4 4 0 0 0-6-6l-1 1M14 10a4 4 0 0 0-6 0l-3 3a4 4 0 0 0 6 6l1-1"
            }
            Self::Print => "M7 9V4h10v5M7 17H4V9h16v8h-3M7 14h10v6H7z",
            Self::HalfCircle => {
                "M12 4a8 8 0 1 1 0 16 8 8 0 0 1 0-16ZM12 4v16M12 8h6.5M12 12h8M12 16h6.5"
            }
            Self::Sun => {
                "M12 8a4 4 0 1 1 0 8 4 4 0 0 1 0-8ZM12 2.5v2M12 19.5v2M2.5 12h2M19.5 12h2\
                 M5.3 5.3l1.4 1.4M17.3 17.3l1.4 1.4M5.3 18.7l1.4-1.4M17.3 6.7l1.4-1.4"
            }
            Self::Ladder => "M8 3v18M16 3v18M8 7h8M8 12h8M8 17h8",
            Self::Grid => "M4 4h7v7H4zM13 4h7v7h-7zM4 13h7v7H4zM13 13h7v7h-7z",
            Self::Flag => "M6 21V4h12l-3 4 3 4H6",
            Self::Moon => "M20 14.5A8.5 8.5 0 0 1 9.5 4a8.5 8.5 0 1 0 10.5 10.5Z",
        }
    }
}

/// An icon in the colour of the surrounding text; hidden from screen readers.
#[component]
pub fn Icon(
    /// The shape.
    shape: IconShape,
) -> impl IntoView {
    view! {
        <svg
            class="icon"
            data-filled=matches!(shape, IconShape::Play)
            data-turns=matches!(shape, IconShape::Forward | IconShape::Back | IconShape::External)
            width="24"
            height="24"
            viewBox="0 0 24 24"
            aria-hidden="true"
        >
            <path d=shape.path()></path>
        </svg>
    }
}
