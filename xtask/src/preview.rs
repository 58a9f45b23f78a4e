//! A running `career-ladder preview`, and requests to it.

use anyhow::{Context, Result, ensure};
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

/// The longest wait for a part of a response.
const TIMEOUT: Duration = Duration::from_secs(30);

/// A preview, which stops when this is dropped.
pub struct Preview {
    program: Child,
    /// Host and port.
    pub address: String,
}

impl Preview {
    /// Starts a preview, and waits until it shows the site.
    pub fn start(command: &mut Command) -> Result<Self> {
        let program = command.stdout(Stdio::piped()).spawn().context("The preview cannot start")?;
        let mut preview = Self { program, address: String::new() };
        let output = preview.program.stdout.take().context("The preview prints nothing")?;
        let mut lines = BufReader::new(output).lines();
        let address = lines.next().context("The preview ended at once")??;
        let address = address.strip_prefix("http://").and_then(|rest| rest.split('/').next());
        preview.address = address.context("The preview prints no address")?.to_owned();
        for line in lines {
            if line?.contains(" pages in ") {
                return Ok(preview);
            }
        }
        anyhow::bail!("The preview ended before it had a site")
    }
}

impl Drop for Preview {
    fn drop(&mut self) {
        // Fails if it has ended.
        let _ = self.program.kill();
        let _ = self.program.wait();
    }
}

/// A response with status 200.
pub struct Response {
    /// The status line and the headers.
    pub head: String,
    pub body: Vec<u8>,
}

impl Response {
    /// Whether `bytes` are in the body.
    pub fn contains(&self, bytes: &[u8]) -> bool {
        self.body.windows(bytes.len()).any(|part| part == bytes)
    }
}

/// Requests a path. HTTP/1.0, so that the body comes in one piece and ends with the connection.
pub fn get(address: &str, path: &str) -> Result<Response> {
    let failed = || format!("Cannot request http://{address}{path}");
    let mut stream = TcpStream::connect(address).with_context(failed)?;
    stream.set_read_timeout(Some(TIMEOUT))?;
    write!(stream, "GET {path} HTTP/1.0\r\nHost: {address}\r\n\r\n").with_context(failed)?;
    let mut response = Vec::new();
    stream.read_to_end(&mut response).with_context(failed)?;
    let end = response.windows(4).position(|part| part == b"\r\n\r\n");
    let end = end.with_context(|| format!("http://{address}{path} sent no headers"))?;
    let head = String::from_utf8_lossy(&response[..end]).into_owned();
    let status = head.lines().next().unwrap_or_default();
    ensure!(status.contains(" 200 "), "http://{address}{path} answers with {status}");
    Ok(Response { head, body: response.split_off(end + 4) })
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::net::TcpListener;

    fn answered(answer: &'static [u8]) -> Result<Response> {
        let listener = TcpListener::bind("127.0.0.1:0")?;
        let address = listener.local_addr()?.to_string();
        std::thread::spawn(move || {
            let (mut stream, _) = listener.accept()?;
            // A connection that is closed before all of the request was read is reset.
            let lines = BufReader::new(stream.try_clone()?).lines();
            lines.take_while(|line| line.as_ref().is_ok_and(|line| !line.is_empty())).count();
            stream.write_all(answer)
        });
        get(&address, "/")
    }

    #[test]
    fn only_a_whole_answer_with_status_200_is_a_response() {
        let response =
            answered(b"HTTP/1.0 200 OK\r\nContent-Type: application/wasm\r\n\r\n\0asm\r\n\r\n")
                .unwrap();
        assert!(response.head.ends_with("application/wasm"));
        assert_eq!(response.body, b"\0asm\r\n\r\n");
        assert!(response.contains(b"asm") && !response.contains(b"html"));
        assert!(answered(b"HTTP/1.0 404 Not Found\r\n\r\n").is_err());
        assert!(answered(b"").is_err());
    }
}
