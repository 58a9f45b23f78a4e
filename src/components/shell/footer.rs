//! The footer of every page.

use crate::stores::SharedLadder;
use leptos::prelude::*;

/// The ladder's version, date, credit, licence and source, if it has them, and a note on privacy.
#[component]
pub fn SiteFooter(
    /// The open ladder.
    ladder: SharedLadder,
) -> impl IntoView {
    let fact = |label: &'static str, text: &Option<String>| {
        text.clone().map(|text| view! { <div><dt>{label}</dt><dd>{text}</dd></div> })
    };
    let source = ladder.source.as_ref().map(|link| {
        view! {
            <div>
                <dt>"Source"</dt>
                <dd><a href=link.url.as_str().to_owned() rel="noopener noreferrer" target="_blank">{link.title.clone()}</a></dd>
            </div>
        }
    });
    view! {
        <footer class="site-footer">
            <dl>
                <div><dt>"Framework"</dt><dd>{ladder.title.clone()}</dd></div>
                {fact("Version", &ladder.version)} {fact("Updated", &ladder.updated)}
                {fact("Credit", &ladder.attribution)} {fact("Licence", &ladder.license)} {source}
            </dl>
            <p>"Everything runs in your browser. Nothing you enter leaves this device, and videos load only when you press play."</p>
        </footer>
    }
}
