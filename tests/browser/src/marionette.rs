//! WebDriver for Firefox, without a driver: passes each WebDriver command on to Firefox itself, which
//! understands them as the Marionette protocol. geckodriver does the same, but Debian has no package of it,
//! and compiling it takes minutes.

use hyper::body::Bytes;
use hyper::{Method, Request, Response};
use serde_json::{Value, json};
use std::io;
use std::sync::Arc;
use thirtyfour::error::{WebDriverError, WebDriverResult};
use thirtyfour::session::http::{Body, HttpClient};
use tokio::io::{AsyncBufReadExt, AsyncReadExt, AsyncWriteExt, BufReader};
use tokio::net::TcpStream;
use tokio::sync::Mutex;

/// The version of the protocol that Firefox has to offer.
const PROTOCOL: u64 = 3;

/// A connection to a running Firefox.
#[derive(Clone)]
pub(crate) struct Marionette(Arc<Mutex<Connection>>);

impl Marionette {
    /// Connects to the Firefox that listens on a port of this machine.
    pub(crate) async fn connect(port: u16) -> io::Result<Self> {
        let stream = TcpStream::connect(("127.0.0.1", port)).await?;
        let mut connection = Connection { stream: BufReader::new(stream), last_id: 0 };
        let hello = connection.read().await?;
        assert_eq!(hello["marionetteProtocol"], PROTOCOL, "Firefox says {hello}");
        Ok(Self(Arc::new(Mutex::new(connection))))
    }

    /// Runs the body of a function with the rights of the browser itself, and returns its result.
    pub(crate) async fn execute_privileged(&self, script: &str, arguments: Value) -> Value {
        let mut connection = self.0.lock().await;
        let set_context = |context| ("Marionette:SetContext", json!({ "value": context }));
        let execute = ("WebDriver:ExecuteScript", json!({ "script": script, "args": arguments }));
        let mut results = Vec::new();
        for (command, parameters) in [set_context("chrome"), execute, set_context("content")] {
            results
                .push(connection.send(command, &parameters).await.expect("Firefox should answer"));
        }
        match results.swap_remove(1) {
            Ok(result) => result["value"].clone(),
            Err(error) => panic!("{script}: {error}"),
        }
    }
}

#[async_trait::async_trait]
impl HttpClient for Marionette {
    async fn send(&self, request: Request<Body<'_>>) -> WebDriverResult<Response<Bytes>> {
        let body = match request.body() {
            Body::Json(body) => (*body).clone(),
            Body::Empty => json!({}),
        };
        let answer = match command(request.method(), request.uri().path(), body) {
            Some((command, parameters)) => {
                let mut connection = self.0.lock().await;
                let answer = connection.send(command, &parameters).await;
                answer.map_err(|error| WebDriverError::FatalError(error.to_string()))?
            }
            None => Err(json!({ "error": "unknown command", "message": request.uri().path() })),
        };
        let (status, value) = match answer {
            // A single value, unless the command returns a list or an object.
            Ok(Value::Object(mut fields)) if fields.len() == 1 && fields.contains_key("value") => {
                (200, fields.remove("value"))
            }
            Ok(value) => (200, Some(value)),
            Err(error) => (500, Some(error)),
        };
        let body = Bytes::from(json!({ "value": value }).to_string());
        let response = Response::builder().status(status).body(body);
        response.map_err(|error| WebDriverError::FatalError(error.to_string()))
    }

    async fn new(&self) -> Arc<dyn HttpClient> {
        Arc::new(self.clone())
    }
}

/// Returns the Marionette command for a WebDriver request, with its parameters.
fn command(method: &Method, path: &str, mut body: Value) -> Option<(&'static str, Value)> {
    let is_get = method == Method::GET;
    let is_delete = method == Method::DELETE;
    let path: Vec<&str> = path.split('/').filter(|part| !part.is_empty()).collect();
    // Without the id of the session: there is only one.
    let command = match path.get(2..).unwrap_or_default() {
        [] if is_delete => "WebDriver:DeleteSession",
        [] => return Some(("WebDriver:NewSession", json!({}))),
        ["timeouts"] if is_get => "WebDriver:GetTimeouts",
        ["timeouts"] => "WebDriver:SetTimeouts",
        ["url"] if is_get => "WebDriver:GetCurrentURL",
        ["url"] => "WebDriver:Navigate",
        ["back"] => "WebDriver:Back",
        ["forward"] => "WebDriver:Forward",
        ["refresh"] => "WebDriver:Refresh",
        ["title"] => "WebDriver:GetTitle",
        ["source"] => "WebDriver:GetPageSource",
        ["window"] if is_get => "WebDriver:GetWindowHandle",
        ["window"] if is_delete => "WebDriver:CloseWindow",
        ["window"] => "WebDriver:SwitchToWindow",
        ["window", "handles"] => "WebDriver:GetWindowHandles",
        ["frame"] => "WebDriver:SwitchToFrame",
        ["frame", "parent"] => "WebDriver:SwitchToParentFrame",
        ["element"] => "WebDriver:FindElement",
        ["elements"] => "WebDriver:FindElements",
        ["element", "active"] => "WebDriver:GetActiveElement",
        ["execute", kind] => {
            // Firefox runs each script in a global object of its own, whose prototype is the window. As in other
            // browsers, what one script assigns to `globalThis` should be there for the page and the next script.
            let script = body["script"].as_str().unwrap_or_default();
            body["script"] = json!(format!("const globalThis = window; {script}"));
            match *kind {
                "sync" => "WebDriver:ExecuteScript",
                _ => "WebDriver:ExecuteAsyncScript",
            }
        }
        ["actions"] if is_delete => "WebDriver:ReleaseActions",
        ["actions"] => "WebDriver:PerformActions",
        ["screenshot"] => "WebDriver:TakeScreenshot",
        ["print"] => "WebDriver:Print",
        ["alert", "accept"] => "WebDriver:AcceptAlert",
        ["alert", "dismiss"] => "WebDriver:DismissAlert",
        ["alert", "text"] if is_get => "WebDriver:GetAlertText",
        ["element", id, action] => {
            let (command, parameter) = match *action {
                "element" => ("WebDriver:FindElement", "element"),
                "elements" => ("WebDriver:FindElements", "element"),
                "selected" => ("WebDriver:IsElementSelected", "id"),
                "displayed" => ("WebDriver:IsElementDisplayed", "id"),
                "enabled" => ("WebDriver:IsElementEnabled", "id"),
                "text" => ("WebDriver:GetElementText", "id"),
                "name" => ("WebDriver:GetElementTagName", "id"),
                "rect" => ("WebDriver:GetElementRect", "id"),
                "computedrole" => ("WebDriver:GetComputedRole", "id"),
                "computedlabel" => ("WebDriver:GetComputedLabel", "id"),
                "click" => ("WebDriver:ElementClick", "id"),
                "clear" => ("WebDriver:ElementClear", "id"),
                "value" => ("WebDriver:ElementSendKeys", "id"),
                _ => return None,
            };
            body[parameter] = json!(id);
            command
        }
        ["element", id, kind, name] => {
            let (command, parameter) = match *kind {
                "attribute" => ("WebDriver:GetElementAttribute", "name"),
                "property" => ("WebDriver:GetElementProperty", "name"),
                "css" => ("WebDriver:GetElementCSSValue", "propertyName"),
                _ => return None,
            };
            body["id"] = json!(id);
            body[parameter] = json!(name);
            command
        }
        _ => return None,
    };
    Some((command, body))
}

struct Connection {
    stream: BufReader<TcpStream>,
    last_id: u64,
}

impl Connection {
    /// Sends a command. Returns its result, or the error that Firefox reports.
    async fn send(
        &mut self,
        command: &str,
        parameters: &Value,
    ) -> io::Result<Result<Value, Value>> {
        self.last_id += 1;
        let message = json!([0, self.last_id, command, parameters]).to_string();
        let message = format!("{}:{message}", message.len());
        self.stream.write_all(message.as_bytes()).await?;
        loop {
            let mut answer = self.read().await?;
            if answer[1] == self.last_id {
                return Ok(match answer[2].take() {
                    Value::Null => Ok(answer[3].take()),
                    error => Err(error),
                });
            }
        }
    }

    /// Reads a message: its length, a colon, and that many bytes of JSON.
    async fn read(&mut self) -> io::Result<Value> {
        let mut length = Vec::new();
        self.stream.read_until(b':', &mut length).await?;
        length.pop();
        let length = String::from_utf8_lossy(&length).parse().map_err(io::Error::other)?;
        let mut message = vec![0; length];
        self.stream.read_exact(&mut message).await?;
        serde_json::from_slice(&message).map_err(io::Error::other)
    }
}

#[cfg(test)]
mod tests {
    use super::command;
    use hyper::Method;
    use serde_json::json;

    #[test]
    fn requests_become_commands() {
        let typed = command(&Method::POST, "/session/1/element/e/value", json!({ "text": "a" }));
        let parameters = json!({ "text": "a", "id": "e" });
        assert_eq!(typed, Some(("WebDriver:ElementSendKeys", parameters)));
        let left = command(&Method::DELETE, "/session/1", json!({}));
        assert_eq!(left, Some(("WebDriver:DeleteSession", json!({}))));
        assert_eq!(command(&Method::GET, "/session/1/cookie", json!({})), None);
    }
}
