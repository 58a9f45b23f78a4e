//! Chromium and its driver, for browser tests, screenshots and benchmarks.

use crate::process::{self, command};
use anyhow::{Result, bail};

/// Debian packages. The font has the icons of roles.
const PACKAGES: [&str; 3] = ["chromium", "chromium-driver", "fonts-noto-color-emoji"];

/// Installs them as root on Debian; otherwise the error says what to install.
pub fn ensure() -> Result<()> {
    if is_installed() {
        return Ok(());
    }
    let names = PACKAGES.join(" ");
    let root = process::output(command("id").arg("-u")).as_deref() == Some("0");
    if !root || process::find("apt-get").is_none() {
        bail!(
            "Chromium or its driver was not found. Install them (on Debian: `sudo apt-get install {names}`), or \
             set CHROMIUM and CHROMEDRIVER."
        );
    }
    println!("Installing {names} (about 1 minute) …");
    let message = format!("Cannot install {names}; the lines above say why. Is there a network?");
    process::run(command("apt-get").args(["-qq", "update"]), &message)?;
    let mut install = command("apt-get");
    install
        .args(["-qq", "install", "--yes", "--no-install-recommends"])
        .args(PACKAGES)
        .env("DEBIAN_FRONTEND", "noninteractive");
    process::run(&mut install, &message)?;
    if !is_installed() {
        bail!("Chromium was installed but is not on PATH. Set CHROMIUM and CHROMEDRIVER.");
    }
    Ok(())
}

fn is_installed() -> bool {
    let is_set = |variable: &str| std::env::var_os(variable).is_some();
    let found = |names: &[&str]| names.iter().any(|name| process::find(name).is_some());
    (is_set("CHROMIUM") || found(&["chromium", "google-chrome"]))
        && (is_set("CHROMEDRIVER") || found(&["chromedriver"]))
}
