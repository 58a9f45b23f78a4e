//! Where another ladder can be opened from: this site, a file, a URL.

use crate::browser::file::File;
use crate::browser::site;
use crate::router::{Location, Origin, Route};
use crate::stores::SharedLadder;
use crate::stores::use_ladder_store;
use crate::ui::{Icon, Shape, WhenOffline};
use ladder::{Address, CatalogEntry};
use leptos::ev::{Event, SubmitEvent};
use leptos::prelude::*;

/// The ladders that come with the site.
#[component]
pub fn Catalog(
    /// The open ladder.
    ladder: SharedLadder,
) -> impl IntoView {
    let store = use_ladder_store();
    let card = |listed: &CatalogEntry| {
        let origin = store.origin_of(listed);
        let is_open = *ladder.origin() == origin;
        let link = Location { origin, route: Route::default() }.href();
        let tag = is_open.then(|| view! { <span lang="en" class="tag">"Current"</span> });
        view! {
            <li>
                <h3><a href=link>{listed.title.clone()}</a></h3>
                <p>{listed.summary.clone()}</p>
                {tag}
            </li>
        }
    };
    let cards: Vec<_> = store.catalog().iter().map(card).collect();
    view! {
        <section class="listed">
            <h2 lang="en">"On this site"</h2>
            <ul>{cards}</ul>
        </section>
    }
}

/// A file, chosen or dropped.
#[component]
pub fn FileChooser() -> impl IntoView {
    let store = use_ladder_store();
    let choose = move |event: Event| {
        File::chosen(&event).into_iter().for_each(|file| store.open_file(&file));
    };
    view! {
        <section class="from-file">
            <h2 lang="en">"From a file"</h2>
            <div class="drop-zone">
                <label class="choose" lang="en">
                    <input type="file" accept=".json,application/json" on:change=choose />
                    <Icon shape=Shape::Download />
                    "Choose a file…"
                </label>
                <p lang="en">"or drop it anywhere on this page. It stays on your device."</p>
            </div>
        </section>
    }
}

/// An address, typed.
#[component]
pub fn UrlForm() -> impl IntoView {
    let store = use_ladder_store();
    let typed = RwSignal::new(last_url());
    let fault = RwSignal::new(None::<String>);
    let open = move |event: SubmitEvent| {
        event.prevent_default();
        match address_of(&typed.get_untracked()) {
            Ok(address) => store.open_address(address),
            Err(why) => fault.set(Some(why)),
        }
    };
    let invalid = move || fault.with(Option::is_some).then_some("true");
    let told = move || fault.get().unwrap_or_default();
    let hosts = RwSignal::new(None);
    Effect::new(move |_| hosts.set(site::allowed_hosts()));
    let limits = move || {
        let limits = hosts.with(|hosts| hosts.as_deref().and_then(limits));
        limits.map(|text| view! { <p class="limits">{text}</p> })
    };
    view! {
        <section class="from-address">
            <h2 lang="en">"From a URL"</h2>
            <form novalidate on:submit=open>
                <label lang="en" for="ladder-address">"Ladder URL"</label>
                <div class="field">
                    <input
                        id="ladder-address"
                        type="url"
                        dir="ltr"
                        inputmode="url"
                        autocomplete="off"
                        spellcheck="false"
                        placeholder="https://"
                        aria-invalid=invalid
                        aria-describedby="ladder-address-fault"
                        prop:value=move || typed.get()
                        on:input=move |event| {
                            typed.set(event_target_value(&event));
                            fault.set(None);
                        }
                    />
                </div>
                <button lang="en" class="quiet">"Open"</button>
                <p id="ladder-address-fault" class="fault" role="alert">{told}</p>
            </form>
            <WhenOffline text="You’re offline. URLs need a connection; files and saved ladders still open." />
            {limits}
        </section>
    }
}

/// Which hosts the policy of this site lets its pages ask, where that is not every one.
fn limits(hosts: &str) -> Option<String> {
    let hosts: Vec<&str> = hosts.split(' ').filter(|host| !host.is_empty()).collect();
    if hosts.contains(&"https:") {
        return None;
    }
    let may = match hosts.as_slice() {
        [] => "This site can’t open ladders from other sites.".to_owned(),
        some => {
            let plain = some.iter().map(|host| host.trim_start_matches("https://"));
            format!("This site can open ladders from {}.", plain.collect::<Vec<_>>().join(", "))
        }
    };
    Some(format!("{may} Download the file and open it here instead."))
}

/// The URL that was tried last, so that the visitor can correct it.
fn last_url() -> String {
    let request = use_ladder_store().loader().with_untracked(|state| state.request().cloned());
    match request.and_then(|request| request.origin) {
        Some(Origin::At(address)) => address.as_str().to_owned(),
        _ => String::new(),
    }
}

/// The address that was typed; one without `https://` is taken to mean that.
fn address_of(typed: &str) -> Result<Address, String> {
    let typed = typed.trim();
    if typed.is_empty() {
        return Err("Enter a URL, for example https://example.org/ladder.json.".to_owned());
    }
    let whole = if typed.contains("://") { typed.to_owned() } else { format!("https://{typed}") };
    Address::parse(&whole).map_err(|fault| format!("This URL {fault}."))
}

#[cfg(test)]
mod tests {
    use super::address_of;
    use super::limits;

    #[test]
    fn a_policy_that_limits_hosts_is_explained() {
        assert!(limits("").unwrap().contains("can’t open ladders from other sites"));
        let some = limits("https://a.org https://*.b.org:8443").unwrap();
        assert!(some.starts_with("This site can open ladders from a.org, *.b.org:8443."), "{some}");
        assert_eq!(limits("https://a.org https:"), None);
    }

    #[test]
    fn a_typed_url_may_omit_https() {
        for (typed, meant) in [
            ("https://a.example/l.json", "https://a.example/l.json"),
            ("  http://a.example/l.json\n", "http://a.example/l.json"),
            ("a.example/l.json", "https://a.example/l.json"),
            ("localhost:8080/l.json", "https://localhost:8080/l.json"),
        ] {
            assert_eq!(
                address_of(typed).map(|address| address.as_str().to_owned()),
                Ok(meant.to_owned())
            );
        }
        for (typed, why) in [
            ("", "Enter a URL"),
            ("ftp://a.example/l", "must start with https://"),
            ("https://a b", "contains a space"),
            ("https://me:secret@a.example", "contains a user name"),
        ] {
            let told = address_of(typed).unwrap_err();
            assert!(told.contains(why), "{told}");
        }
    }
}
