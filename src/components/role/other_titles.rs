//! Other titles of a role, the first few at once.

use leptos::prelude::*;

/// The most titles that are shown at once.
const MAX_SHOWN: usize = 5;

/// The first titles, and the others behind "and 95 more". Renders nothing if there are none.
#[component]
pub fn OtherTitles(
    /// The titles.
    titles: Vec<String>,
) -> impl IntoView {
    let (shown, folded) = titles.split_at(titles.len().min(MAX_SHOWN));
    let (shown, folded_len) = (shown.join(", "), folded.len());
    let folded = (folded_len > 0).then(|| {
        view! {
            <details class="more-titles">
                <summary lang="en">{format!("and {folded_len} more")}</summary>
                <p>{folded.join(", ")}</p>
            </details>
        }
    });
    (!titles.is_empty()).then(|| {
        view! { <div class="other-titles"><span lang="en" class="label">"Also known as"</span> <p>{shown}</p> {folded}</div> }
    })
}
