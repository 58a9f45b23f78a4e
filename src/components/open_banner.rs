//! Whose ladder is open, on every page, while it is not the site's own; and the way back.

use super::failure_words::reason_for_copy;
use crate::markup::{Markup, view};
use crate::messages::date::format_date;
use crate::opening::use_opening;
use crate::part::{drawn, part, when_there};
use crate::route::{Origin, Route};
use crate::state::Shared;
use crate::ui::count;

use leptos::prelude::*;

/// Nothing for the site's own ladder.
#[component]
pub fn OpenBanner(
    /// The open ladder.
    ladder: Shared,
) -> Markup {
    if *ladder.origin() == Origin::Default {
        return Markup::Nothing;
    }
    when_there(|| Box::pin(load_banner()), move || drawn(draw_banner(ladder.clone())))
}

part!(
    matrix,
    load_banner,
    fn draw_banner(ladder: Shared) -> Markup {
        banner(&ladder)
    }
);

fn banner(ladder: &Shared) -> Markup {
    let own = use_opening().own();
    let warnings = ladder.came().warnings.len();
    let warnings = (warnings > 0).then(|| {
        let link = ladder.href(&Route::Open);
        view! { <a href=link>{count(warnings, "warning", "warnings")}</a> }
    });
    view! {
        <aside class="open-banner" aria-label="Open ladder">
            <p>{whose(ladder)} {copy(ladder)}</p>
            {warnings}
            <a class="back" href=own.href(&Route::default())>"Back to " <span>{own.title.clone()}</span></a>
        </aside>
    }
}

fn whose(ladder: &Shared) -> Markup {
    let title = ladder.title.clone();
    let whose = ladder.came().whose.clone();
    match ladder.origin() {
        Origin::At(_) => view! { <b>{title}</b> " from " <b class="whose">{whose}</b> },
        Origin::Kept(_) if whose.is_empty() => view! { <b>{title}</b> " from a file" },
        Origin::Kept(_) => view! { <b>{title}</b> " from the file " <b class="whose">{whose}</b> },
        Origin::Default | Origin::Bundled(_) => {
            view! { <b>{title}</b> " from this site" }
        }
    }
}

/// From when a kept copy is, and why it is shown.
fn copy(ladder: &Shared) -> Option<Markup> {
    let copy = ladder.came().copy.as_ref()?;
    let because = copy.because?;
    let reason = reason_for_copy(because, &ladder.came().whose);
    Some(
        view! { " as of " <b>{format_date(&copy.kept_on)}</b> {format!(", a kept copy, because {reason}")} },
    )
}
