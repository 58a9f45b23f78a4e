//! A banner on every page while another ladder than the site's own is open.

use crate::chunk::{lazy, lazy_chunk, render_loaded};
use crate::messages::date::format_date;
use crate::messages::failures::reason_for_copy;
use crate::router::{Origin, Route};
use crate::stores::SharedLadder;
use crate::stores::use_ladder_store;
use crate::ui::count;

use leptos::prelude::*;

/// Where the open ladder comes from, and a link back. Nothing for the site's own ladder.
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
    let own = use_ladder_store().own();
    let warnings = ladder.provenance().warnings.len();
    let warnings = (warnings > 0).then(|| {
        let link = ladder.href(&Route::Open);
        view! { <a href=link>{count(warnings, "issue", "issues")}</a> }.into_any()
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
    let whose = ladder.provenance().source.clone();
    match ladder.origin() {
        Origin::At(_) => view! { <b>{title}</b> " from " <b class="whose">{whose}</b> }.into_any(),
        Origin::Kept(_) if whose.is_empty() => view! { <b>{title}</b> " from a file" }.into_any(),
        Origin::Kept(_) => {
            view! { <b>{title}</b> " (file: “" <b class="whose">{whose}</b> "”)" }.into_any()
        }
        Origin::Default | Origin::Bundled(_) => view! { <b>{title}</b> }.into_any(),
    }
}

/// From when a kept copy is, and why it is shown.
fn copy(ladder: &SharedLadder) -> Option<AnyView> {
    let copy = ladder.provenance().copy.as_ref()?;
    let because = copy.because?;
    let reason = reason_for_copy(because, &ladder.provenance().source);
    Some(
        view! { " · saved copy from " <b>{format_date(&copy.stored_on)}</b> {format!(" (showing a saved copy because {reason})")} }.into_any(),
    )
}
