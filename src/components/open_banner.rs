//! Whose ladder is open, on every page, while it is not the site's own; and the way back.

use super::failure_words::reason_for_copy;
use crate::chunk::{lazy, lazy_chunk, render_loaded};
use crate::messages::date::format_date;
use crate::opening::use_opening;
use crate::route::{Origin, Route};
use crate::stores::SharedLadder;
use crate::ui::count;

use leptos::prelude::*;

/// Nothing for the site's own ladder.
#[component]
pub fn OpenBanner(
    /// The open ladder.
    ladder: SharedLadder,
) -> impl IntoView {
    if *ladder.origin() == Origin::Default {
        return ().into_any();
    }
    lazy(Box::pin(load_banner()), move || render_loaded(draw_banner(ladder.clone())))
}

lazy_chunk!(
    matrix,
    load_banner,
    fn draw_banner(ladder: SharedLadder) -> AnyView {
        banner(&ladder)
    }
);

fn banner(ladder: &SharedLadder) -> AnyView {
    let own = use_opening().own();
    let warnings = ladder.provenance().warnings.len();
    let warnings = (warnings > 0).then(|| {
        let link = ladder.href(&Route::Open);
        view! { <a href=link>{count(warnings, "warning", "warnings")}</a> }.into_any()
    });
    view! {
        <aside class="open-banner" aria-label="Open ladder">
            <p>{whose(ladder)} {copy(ladder)}</p>
            {warnings}
            <a class="back" href=own.href(&Route::default())>"Back to " <span>{own.title.clone()}</span></a>
        </aside>
    }.into_any()
}

fn whose(ladder: &SharedLadder) -> AnyView {
    let title = ladder.title.clone();
    let whose = ladder.provenance().whose.clone();
    match ladder.origin() {
        Origin::At(_) => view! { <b>{title}</b> " from " <b class="whose">{whose}</b> }.into_any(),
        Origin::Kept(_) if whose.is_empty() => view! { <b>{title}</b> " from a file" }.into_any(),
        Origin::Kept(_) => {
            view! { <b>{title}</b> " from the file " <b class="whose">{whose}</b> }.into_any()
        }
        Origin::Default | Origin::Bundled(_) => {
            view! { <b>{title}</b> " from this site" }.into_any()
        }
    }
}

/// From when a kept copy is, and why it is shown.
fn copy(ladder: &SharedLadder) -> Option<AnyView> {
    let copy = ladder.provenance().copy.as_ref()?;
    let because = copy.because?;
    let reason = reason_for_copy(because, &ladder.provenance().whose);
    Some(
        view! { " as of " <b>{format_date(&copy.kept_on)}</b> {format!(", a kept copy, because {reason}")} }.into_any(),
    )
}
