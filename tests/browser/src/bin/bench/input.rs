//! Real input: the pointer and the keyboard.

use browser_tests::Page;
use serde_json::json;
use std::time::Duration;

/// Long enough for the page to settle after it was scrolled to a link.
const SETTLE: Duration = Duration::from_millis(100);

/// Presses the first link to a path, in `main` if there is one.
pub async fn press_link(page: &Page, path: &str) -> Result<(), String> {
    let find = format!(
        "[...document.querySelectorAll('main a'), ...document.querySelectorAll('a')].find((link) =>
            link.origin === location.origin && link.getClientRects().length > 0
            && link.pathname.replace(/(.)\\/$/, '$1') + link.search === '{path}')"
    );
    press(page, &find, path).await
}

/// Presses the first element that matches a selector.
pub async fn press_element(page: &Page, selector: &str) -> Result<(), String> {
    press(page, &format!("document.querySelector({selector:?})"), selector).await
}

/// Presses the element that an expression finds.
async fn press(page: &Page, find: &str, name: &str) -> Result<(), String> {
    page.evaluate(&format!(
        "({find})?.scrollIntoView({{ block: 'center', behavior: 'instant' }}); null"
    ))
    .await;
    tokio::time::sleep(SETTLE).await;
    let middle = format!(
        "(() => {{
            const box = ({find})?.getClientRects()[0];
            return box && [box.x + box.width / 2, box.y + box.height / 2];
        }})()"
    );
    let middle = page.evaluate(&middle).await;
    let (Some(x), Some(y)) = (middle[0].as_f64(), middle[1].as_f64()) else {
        return Err(format!("{} has no `{name}` to press.", page.url().await));
    };
    for (kind, buttons) in [("mouseMoved", 0), ("mousePressed", 1), ("mouseReleased", 0)] {
        let button = if kind == "mouseMoved" { "none" } else { "left" };
        let event = json!({
            "type": kind, "x": x, "y": y, "button": button, "buttons": buttons, "clickCount": 1,
        });
        page.send_cdp("Input.dispatchMouseEvent", event).await;
    }
    Ok(())
}

/// Presses a key: a letter, or the name of a key such as `Backspace`.
pub async fn press_key(page: &Page, key: &str) {
    let code = match key {
        "Backspace" => Some(8),
        "Escape" => Some(27),
        "ArrowLeft" => Some(37),
        "ArrowRight" => Some(39),
        _ => None,
    };
    let event = match code {
        Some(code) => json!({ "key": key, "code": key, "windowsVirtualKeyCode": code }),
        None => json!({ "key": key, "text": key }),
    };
    for kind in ["keyDown", "keyUp"] {
        let mut event = event.clone();
        event["type"] = kind.into();
        if kind == "keyUp" {
            event.as_object_mut().map(|event| event.remove("text"));
        }
        page.send_cdp("Input.dispatchKeyEvent", event).await;
    }
}
