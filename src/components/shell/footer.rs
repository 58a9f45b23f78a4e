//! The footer of every page.

use crate::components::journey::WHERE_NOW_ID;
use crate::messages::journey as messages;
use crate::router::Route;
use crate::stores::{SharedLadder, use_journey};
use crate::ui::rich_text;
use ladder::RichText;
use leptos::prelude::*;

/// The ladder's version, date, credit, licence and source, if it has them, a note on privacy, and the visitor's
/// role, if they have said it.
#[component]
pub fn SiteFooter(ladder: SharedLadder) -> impl IntoView {
    let fact = |label: &'static str, text: Option<AnyView>| {
        text.map(|text| view! { <div><dt>{label}</dt><dd>{text}</dd></div> })
    };
    let plain = |text: &Option<String>| text.clone().map(IntoAny::into_any);
    let rich = |text: &Option<RichText>| text.as_ref().map(rich_text);
    let source = ladder.source.as_ref().map(|link| {
        view! {
            <div>
                <dt>"Source"</dt>
                <dd><a href=link.url.as_str().to_owned() rel="noopener noreferrer" target="_blank">{link.title.clone()}</a></dd>
            </div>
        }
    });
    let journey = use_journey();
    let own_role = {
        let ladder = ladder.clone();
        move || {
            let role = journey.with(|journey| journey.is_known.then_some(journey.role))?;
            let title = role.map(|role| ladder[role].title.clone());
            let title = title.unwrap_or_else(|| messages::STARTING_OUT.to_owned());
            let change = format!("{}#{WHERE_NOW_ID}", ladder.href(&Route::default()));
            Some(view! {
                <p class="own-role">"Your role: " <bdi>{title}</bdi> " " <a href=change>"Change"</a></p>
            })
        }
    };
    view! {
        <footer class="site-footer">
            <dl>
                <div><dt>"Framework"</dt><dd>{ladder.title.clone()}</dd></div>
                {fact("Version", plain(&ladder.version))} {fact("Updated", plain(&ladder.updated))}
                {fact("Credit", rich(&ladder.attribution))} {fact("Licence", rich(&ladder.license))} {source}
            </dl>
            <p>"Everything runs in your browser. Nothing you enter leaves this device, and videos load only when you press play."</p>
            {own_role}
        </footer>
    }
}
