//! The foot of every page: whose ladder it is, and that nothing leaves the page.

use crate::stores::SharedLadder;
use leptos::prelude::*;

/// Attribution, licence, source and date, as far as the ladder gives them.
#[component]
pub fn SiteFooter(
    /// The open ladder.
    ladder: SharedLadder,
) -> impl IntoView {
    let line = |label: &'static str, text: &Option<String>| {
        text.clone().map(|text| view! { <div><dt>{label}</dt><dd>{text}</dd></div> })
    };
    let source = ladder.source.clone().map(|link| {
        let url = link.url.as_str().to_owned();
        view! {
            <div>
                <dt>"Source"</dt>
                <dd><a href=url rel="noopener noreferrer" target="_blank">{link.title}</a></dd>
            </div>
        }
    });
    view! {
        <footer class="site-footer">
            <dl>
                <div><dt>"Framework"</dt><dd>{ladder.title.clone()}</dd></div>
                {line("Version", &ladder.version)} {line("Updated", &ladder.updated)}
                {line("Credit", &ladder.attribution)} {line("Licence", &ladder.license)} {source}
            </dl>
            <p>"Everything runs in your browser. Nothing you enter leaves this device, and videos load only when you press play."</p>
        </footer>
    }
}
