//! Chromium and its driver, for what only a browser can show.

use crate::process::{self, command};
use anyhow::{Result, bail};

/// What Debian calls them; the font holds the roles' icons.
const PACKAGES: [&str; 3] = ["chromium", "chromium-driver", "fonts-noto-color-emoji"];

/// Installs them where we may, and else says what to install.
pub fn ensure() -> Result<()> {
    if is_there() {
        return Ok(());
    }
    let names = PACKAGES.join(" ");
    let root = process::output(command("id").arg("-u")).as_deref() == Some("0");
    if !root || process::find("apt-get").is_none() {
        bail!(
            "Chromium or its driver was not found: install them (on Debian `sudo apt-get install {names}`), \
             or name them in CHROMIUM and CHROMEDRIVER."
        );
    }
    println!("Installing {names} (about 1 minute) …");
    let trouble = format!(
        "{names} could not be installed: is there a network? The lines above say what failed."
    );
    process::run(command("apt-get").args(["-qq", "update"]), &trouble)?;
    let mut install = command("apt-get");
    install
        .args(["-qq", "install", "--yes", "--no-install-recommends"])
        .args(PACKAGES)
        .env("DEBIAN_FRONTEND", "noninteractive");
    process::run(&mut install, &trouble)?;
    if !is_there() {
        bail!(
            "Chromium was installed but is not on PATH: name it in CHROMIUM, its driver in CHROMEDRIVER."
        );
    }
    Ok(())
}

fn is_there() -> bool {
    let named = |variable: &str| std::env::var_os(variable).is_some();
    let found = |names: &[&str]| names.iter().any(|name| process::find(name).is_some());
    (named("CHROMIUM") || found(&["chromium", "google-chrome"]))
        && (named("CHROMEDRIVER") || found(&["chromedriver"]))
}
