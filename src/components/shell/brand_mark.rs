//! The site's mark, as in `public/favicon.svg`, drawn in the page so that it takes no request.

use leptos::prelude::*;

/// A ladder with three rungs; hidden from screen readers, because the site's name stands beside it.
#[component]
pub fn BrandMark() -> impl IntoView {
    view! {
        <svg class="brand-mark" width="32" height="32" viewBox="0 0 32 32" aria-hidden="true">
            <rect width="32" height="32" rx="7"></rect>
            <path data-part="rails" d="M8.5 27 13 5M19 27l4.5-22"></path>
            <path data-part="1" d="M9.7 22h10.5"></path>
            <path data-part="2" d="M10.9 16h10.5"></path>
            <path data-part="3" d="M12.1 10h10.5"></path>
        </svg>
    }
}
